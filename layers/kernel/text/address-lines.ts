/** The number of lines that the window of an envelope shows, the name included. */
const WINDOW_LINES = 6;

// A state and its code stay on the line of their town: “Riverton, NY 12345”.
const partsOf = (address: string): string[] => {
  const parts = address.split(/,\s*/);
  const [town, code] = parts.slice(-2);
  const together = parts.length > 1 && /^[A-Z]{2,3} \d/.test(code ?? '');
  return together ? [...parts.slice(0, -2), `${town}, ${code}`] : parts;
};

/** Splits an address into the lines of an envelope window: by its own lines, or at commas when it was entered on one line. */
export const addressLines = (name: string, address: string): string[] => {
  const lines = address.split(/\r?\n/).filter((line) => line.trim() !== '');
  const parted = lines.length > 1 ? lines : partsOf(address);
  const clean = [name, ...parted].map((line) => line.trim()).filter((line) => line !== '');
  // Lines that do not fit are joined to the last one: no part of an address is dropped.
  const shown = clean.slice(0, WINDOW_LINES - 1);
  const rest = clean.slice(WINDOW_LINES - 1);
  return rest.length === 0 ? shown : [...shown, rest.join(', ')];
};
