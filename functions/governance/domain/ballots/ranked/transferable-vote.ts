import type { Ranking } from './ranking.ts';
import { compareRational, minus, over, plus, type Rational, rational, timesRational } from './rational.ts';

/** One step of the count: the votes of each candidate after the last transfer, and what happened then. */
type Step = {
  counts: ReadonlyMap<string, Rational>;
  exhausted: Rational;
  elected: string[];
  left?: string;
  /** Those among whom the lot chose who left. */
  tied?: string[];
};
export type TransferResult = { quota: bigint; elected: string[]; steps: Step[] };

const zero = rational(0n);
type Paper = { ranking: Ranking; value: Rational; at: string | undefined };

const sumOf = (values: readonly Rational[]): Rational => values.reduce(plus, zero);

const countsOf = (candidates: readonly string[], papers: readonly Paper[]): Map<string, Rational> =>
  new Map(candidates.map((one) => [one, sumOf(papers.filter(({ at }) => at === one).map(({ value }) => value))]));

/** Moves papers to their next candidate that continues, at a fraction of their value; where there is none, they are exhausted. */
const moved = (papers: readonly Paper[], from: string, continuing: readonly string[], share: Rational): Paper[] =>
  papers.map((paper) =>
    paper.at === from
      ? {
          ...paper,
          value: timesRational(paper.value, share),
          at: paper.ranking.find((one) => continuing.includes(one)),
        }
      : paper,
  );

type State = { papers: Paper[]; continuing: string[]; elected: string[]; held: Rational };

/**
 * Counts ranked ballots for several seats by the single transferable vote: Droop quota, surpluses move as exact fractions of all papers of
 * the elected, and the lowest candidate leaves. Of equal lowest candidates the first of the lot leaves.
 */
export const transferableVote = (
  candidates: readonly string[],
  ballots: readonly Ranking[],
  { seats, lot }: { seats: number; lot: readonly string[] },
): TransferResult => {
  const papers = ballots.map(
    (ranking): Paper => ({
      ...{ ranking, value: rational(1n) },
      at: ranking.find((one) => candidates.includes(one)),
    }),
  );
  const valid = BigInt(papers.filter(({ at }) => at !== undefined).length);
  const quota = valid / BigInt(seats + 1) + 1n;
  let state: State = { papers, continuing: [...candidates], elected: [], held: zero };
  const steps: Step[] = [];
  while (state.elected.length < seats && state.continuing.length > 0) {
    const counts = countsOf(state.continuing, state.papers);
    const exhausted = sumOf(state.papers.filter(({ at }) => at === undefined).map(({ value }) => value));
    const shown = new Map([...state.elected.map((one) => [one, rational(quota)] as const), ...counts]);
    if (state.continuing.length <= seats - state.elected.length) {
      const last = state.continuing;
      steps.push({ counts: shown, exhausted, elected: last });
      state = { ...state, continuing: [], elected: [...state.elected, ...last] };
      continue;
    }
    const order = (a: string, b: string): number =>
      compareRational(counts.get(b) ?? zero, counts.get(a) ?? zero) || lot.indexOf(a) - lot.indexOf(b);
    const reaching = state.continuing
      .filter((one) => compareRational(counts.get(one) ?? zero, rational(quota)) >= 0)
      .sort(order);
    const [first] = reaching;
    if (first !== undefined) {
      const continuing = state.continuing.filter((one) => one !== first);
      const all = counts.get(first) ?? zero;
      const share = over(minus(all, rational(quota)), all);
      steps.push({ counts: shown, exhausted, elected: [first] });
      state = {
        ...{ papers: moved(state.papers, first, continuing, share), continuing },
        ...{ elected: [...state.elected, first], held: plus(state.held, rational(quota)) },
      };
      continue;
    }
    const lowest = state.continuing.reduce((low, one) => {
      const count = counts.get(one) ?? zero;
      return compareRational(count, low) < 0 ? count : low;
    }, rational(valid));
    const tied = state.continuing.filter((one) => compareRational(counts.get(one) ?? zero, lowest) === 0);
    const left = lot.find((one) => tied.includes(one)) ?? tied[0] ?? '';
    const continuing = state.continuing.filter((one) => one !== left);
    steps.push({ counts: shown, exhausted, elected: [], left, ...(tied.length > 1 && { tied }) });
    state = { ...state, papers: moved(state.papers, left, continuing, rational(1n)), continuing };
  }
  return { quota, elected: state.elected, steps };
};
