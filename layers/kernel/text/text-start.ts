/** Returns the beginning of a text, at most `longest` UTF-16 units, without half of a surrogate pair at its end. */
export const textStart = (text: string, longest: number): string => {
  const last = text.charCodeAt(longest - 1);
  const halves = text.length > longest && last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, halves ? longest - 1 : longest);
};
