/** Returns a call number in the lines of a spine label: at blanks, and before the cutter of a class mark. */
export const callNumberLines = (callNumber: string, volume = ''): string[] =>
  [...callNumber.split(' '), ...volume.split(' ')].flatMap((part) => {
    const cutter = /^([A-Z]{1,3}\d[\d.]*?)(\.[A-Z]\d.*)$/.exec(part);
    return cutter ? [cutter[1] ?? '', cutter[2] ?? ''] : part === '' ? [] : [part];
  });
