/** A place in a list as it is named to callers: the key in letters that an address holds. Empty: the beginning. */
export const writePlace = (key: string): string => Buffer.from(key, 'utf8').toString('base64url');

/** The key of a place; undefined when it is none. It shows nothing that leafing would not: every filter comes from the request anew. */
export const readPlace = (place: string): string | undefined => {
  const key = Buffer.from(place, 'base64url').toString('utf8');
  return writePlace(key) === place && key.length <= 400 ? key : undefined;
};
