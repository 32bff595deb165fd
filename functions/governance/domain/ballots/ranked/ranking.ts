/** A ballot that ranks candidates, the first preferred. Candidates that it does not name are all below those it names. */
export type Ranking = readonly string[];

/** Returns how many ballots prefer each candidate to each other one. */
export const pairwise = (
  candidates: readonly string[],
  ballots: readonly Ranking[],
): Map<string, Map<string, number>> => {
  const preferred = new Map(candidates.map((one) => [one, new Map(candidates.map((other) => [other, 0]))]));
  for (const ballot of ballots) {
    const named = ballot.filter((one) => preferred.has(one));
    const below = new Set(candidates);
    for (const one of named) {
      below.delete(one);
      const row = preferred.get(one);
      for (const other of below) row?.set(other, (row.get(other) ?? 0) + 1);
    }
  }
  return preferred;
};

/** Returns how many ballots put each candidate first. */
export const firstPreferences = (candidates: readonly string[], ballots: readonly Ranking[]): Map<string, number> => {
  const counts = new Map(candidates.map((one) => [one, 0]));
  for (const ballot of ballots) {
    const first = ballot.find((one) => counts.has(one));
    if (first !== undefined) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return counts;
};

/** Returns the Borda points of each candidate: as many as candidates are below it, on each ballot that names it. */
export const bordaPoints = (candidates: readonly string[], ballots: readonly Ranking[]): Map<string, number> => {
  const points = new Map(candidates.map((one) => [one, 0]));
  for (const ballot of ballots)
    for (const [place, one] of ballot.filter((named) => points.has(named)).entries())
      points.set(one, (points.get(one) ?? 0) + candidates.length - 1 - place);
  return points;
};

/** A tie that decided a count: in which round, between whom, and who would win for each choice. */
export type DecidingTie = { round: number; between: string[]; winners: Record<string, string[]> };

/** Returns the candidates with the smallest count. */
export const lowestOf = <N extends number | bigint>(counts: ReadonlyMap<string, N>): string[] => {
  let lowest: N | undefined;
  for (const count of counts.values()) if (lowest === undefined || count < lowest) lowest = count;
  return [...counts].flatMap(([one, count]) => (count === lowest ? [one] : []));
};

/**
 * Returns candidates in the order of a lot that anyone can draw again: by the hash of the published seed and the candidate's id. `hash`
 * returns a hexadecimal SHA-256.
 */
export const byLot = (candidates: readonly string[], seed: string, hash: (text: string) => string): string[] =>
  candidates
    .map((one) => [hash(`${seed} ${one}`), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, one]) => one);
