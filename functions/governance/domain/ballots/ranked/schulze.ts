import { pairwise, type Ranking } from './ranking.ts';

/** The winners by the Schulze method, the comparisons of two, and the strengths of the strongest paths. */
export type SchulzeResult = {
  winners: string[];
  preferred: ReadonlyMap<string, ReadonlyMap<string, number>>;
  strengths: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

const at = (table: ReadonlyMap<string, ReadonlyMap<string, number>>, one: string, other: string): number =>
  table.get(one)?.get(other) ?? 0;

/**
 * Counts ranked ballots by the Schulze method with winning votes: a candidate wins if no path of comparisons leads to it more strongly than
 * back. Several winners are a tie.
 */
export const schulze = (candidates: readonly string[], ballots: readonly Ranking[]): SchulzeResult => {
  const preferred = pairwise(candidates, ballots);
  const direct = (one: string, other: string): number => {
    const [forth, back] = [at(preferred, one, other), at(preferred, other, one)];
    return forth > back ? forth : 0;
  };
  const strengths = new Map(
    candidates.map((one) => [one, new Map(candidates.map((other) => [other, direct(one, other)]))]),
  );
  for (const between of candidates)
    for (const one of candidates)
      for (const other of candidates) {
        const path = Math.min(at(strengths, one, between), at(strengths, between, other));
        if (one !== other && path > at(strengths, one, other)) strengths.get(one)?.set(other, path);
      }
  const winners = candidates.filter((one) =>
    candidates.every((other) => one === other || at(strengths, one, other) >= at(strengths, other, one)),
  );
  return { winners, preferred, strengths };
};
