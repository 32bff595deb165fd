/** Returns fields as an `application/x-www-form-urlencoded` body, the provider's way to write requests. */
export const formBody = (fields: Readonly<Record<string, string | number>>): string =>
  new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString();
