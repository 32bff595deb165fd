/** Returns the 95th percentile, in milliseconds. */
export const p95 = (times: readonly number[]): number => {
  const at = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
  return Math.round(at * 1000) / 1000;
};
