/** Returns a code of an item type or patron category as a name: `short-loan` is “Short loan”, `dvd` is “DVD”. */
export const codeName = (code: string): string => {
  if (/^[^aeiou]{2,3}$/.test(code)) return code.toUpperCase();
  const text = code.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
