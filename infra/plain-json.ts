/**
 * What the bundles hold in place of json11, by which the search client keeps whole numbers beyond 2^53: our documents have none,
 * and it would be 28 kB in every function that searches. The client falls back on plain JSON where it throws.
 */
const never = (): never => {
  throw new Error('Numbers beyond 2^53 are read as plain JSON has them.');
};

export const parse = never;
export const stringify = never;
