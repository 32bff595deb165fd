/** Returns a code of an item type or patron category as a name: `short-loan` is “Short loan”. */
export const codeName = (code: string): string => {
  const text = code.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
