/** Returns a text as a name in PascalCase: `list-holds` is `ListHolds`. What is no letter or digit parts its words. */
export const pascalCase = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
