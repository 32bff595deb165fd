/** Returns the value below which a share `q` (0 to 1) of all values lie; 1 returns the largest. In any order; 0 without values. */
export const quantile = (times: readonly number[], q: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0;
};
