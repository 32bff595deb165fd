/**
 * Replaces json11 in the bundles, which the search client uses for integers beyond 2^53: our documents have none, and it would add 28 kB
 * to every function that searches. The client falls back to plain JSON where it throws.
 */
const never = (): never => {
  throw new Error('Numbers beyond 2^53 are read as plain JSON has them.');
};

export const parse = never;
export const stringify = never;
