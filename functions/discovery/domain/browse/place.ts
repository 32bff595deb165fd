/** Encodes a key as a position in a list, with characters allowed in a URL. Empty: the beginning. */
export const writePlace = (key: string): string => Buffer.from(key, 'utf8').toString('base64url');

/**
 * Decodes a position; undefined when it is invalid. A position reveals nothing beyond browsing: every request applies all filters again.
 */
export const readPlace = (place: string): string | undefined => {
  const key = Buffer.from(place, 'base64url').toString('utf8');
  return writePlace(key) === place && key.length <= 400 ? key : undefined;
};
