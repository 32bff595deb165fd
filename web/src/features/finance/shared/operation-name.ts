/** Returns an operation in words with its context, as some names occur in several: `circulation-check-out` is "check out (circulation)". */
export const operationName = (id: string): string => {
  const [, context, name] = /^(resource-sharing|[a-z]+)-([a-z].*)$/.exec(id) ?? [];
  const spaced = (text: string): string => text.replaceAll('-', ' ');
  return context === undefined || name === undefined ? spaced(id) : `${spaced(name)} (${spaced(context)})`;
};
