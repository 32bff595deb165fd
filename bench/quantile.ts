/** The time (or what else was measured) below which a share `q` (0 to 1) of all lie; 1 gives the most. In any order; 0 of none. */
export const quantile = (times: readonly number[], q: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
};
