/** Returns the name of an operation in words: `circulation-check-out` is "check out". The first word of an id is its context. */
export const operationName = (id: string): string =>
  id.replace(/^(?:resource-sharing|[a-z]+)-(?=[a-z])/, '').replaceAll('-', ' ');
