import { type DecidingTie, firstPreferences, lowestOf, type Ranking } from './ranking.ts';

/** One round of a count: the votes of those continuing, the ballots that name none of them, and who left. */
type Round = { counts: ReadonlyMap<string, number>; exhausted: number; left?: string };
/** The winner is absent where the rule asks for a majority of all ballots and nobody has it. */
export type RunoffResult = { winner?: string; rounds: Round[]; tie?: DecidingTie };

type Rule = {
  /** The published order of the lot: of those with the fewest votes the first leaves. */
  lot: readonly string[];
  /** Of what the winner needs more than half: of the ballots that still count, or of all. */
  majorityOf: 'continuing' | 'all';
};

const sumOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

const winnerOf = (counts: ReadonlyMap<string, number>, all: number, { majorityOf }: Rule): string | undefined => {
  const base = majorityOf === 'all' ? all : sumOf(counts);
  return [...counts].find(([, count]) => 2 * count > base)?.[0];
};

const countFrom = (continuing: readonly string[], ballots: readonly Ranking[], rule: Rule): RunoffResult => {
  const rounds: Round[] = [];
  let rest = continuing;
  for (;;) {
    const counts = firstPreferences(rest, ballots);
    const exhausted = ballots.length - sumOf(counts);
    const winner = winnerOf(counts, ballots.length, rule);
    if (winner !== undefined || rest.length < 2)
      return { rounds: [...rounds, { counts, exhausted }], ...(winner !== undefined && { winner }) };
    const lowest = lowestOf(counts);
    const left = rule.lot.find((one) => lowest.includes(one)) ?? lowest[0];
    rounds.push({ counts, exhausted, ...(left !== undefined && { left }) });
    rest = rest.filter((one) => one !== left);
  }
};

/** Returns the first tie at the bottom whose choice changes the winner; all later ties are decided by the lot. */
const decidingTie = (rounds: readonly Round[], ballots: readonly Ranking[], rule: Rule): DecidingTie | undefined => {
  for (const [place, { counts, left }] of rounds.entries()) {
    const between = left === undefined ? [] : lowestOf(counts);
    if (between.length < 2) continue;
    const winnersWithout = (one: string): string[] => {
      const others = [...counts.keys()].filter((other) => other !== one);
      const { winner } = countFrom(others, ballots, rule);
      return winner === undefined ? [] : [winner];
    };
    const winners = Object.fromEntries(between.map((one) => [one, winnersWithout(one)]));
    if (new Set(Object.values(winners).map(String)).size > 1) return { round: place + 1, between, winners };
  }
  return undefined;
};

/**
 * Counts ranked ballots by instant run-off: the candidate with the fewest votes leaves until one has more than half. A tie at the bottom that
 * decides the winner is reported with both outcomes; the lot decides it.
 */
export const instantRunoff = (candidates: readonly string[], ballots: readonly Ranking[], rule: Rule): RunoffResult => {
  const result = countFrom(candidates, ballots, rule);
  const tie = decidingTie(result.rounds, ballots, rule);
  return { ...result, ...(tie && { tie }) };
};
