import type { Election } from './method.ts';
import { countApprovals } from './ranked/approval.ts';
import { instantRunoff } from './ranked/instant-runoff.ts';
import { byLot, type Ranking } from './ranked/ranking.ts';
import type { Rational } from './ranked/rational.ts';
import { schulze } from './ranked/schulze.ts';
import { transferableVote } from './ranked/transferable-vote.ts';

/** The votes of each option in a round, those that name none of the options that remain, and who was elected or left. */
type RoundText = {
  counts: Record<string, string>;
  exhausted: string;
  elected?: string[];
  left?: string;
};
/** What a choice among options counted, with its sums as text. */
export type ElectionText = {
  elected: string[];
  papers: number;
  rounds: RoundText[];
  /** By the Schulze method: how many papers prefer an option to another. */
  pairs?: Record<string, Record<string, number>>;
  /** The options between which the lot decided. */
  tied?: string[];
  /** Where a tie in a round decided: who would have won for each option that left. */
  ifLeft?: Record<string, string[]>;
};

type Counting = { seed: string; hash: (text: string) => string; majorityOf: 'continuing' | 'all' };

const rationalText = ({ n, d }: Rational): string => (d === 1n ? String(n) : `${n}/${d}`);
const countsText = <V>(counts: ReadonlyMap<string, V>, text: (value: V) => string): RoundText['counts'] =>
  Object.fromEntries([...counts].map(([optionId, votes]) => [optionId, text(votes)]));

const approvalText = (
  ids: readonly string[],
  papers: readonly Ranking[],
  method: Election,
  { seed, hash }: Counting,
) => {
  const { seats, most = ids.length } = method;
  const { approvals, elected, tied } = countApprovals(ids, papers, { seats, most, seed, hash });
  const rounds = [{ counts: countsText(approvals, String), exhausted: '0' }];
  return { elected: papers.length > 0 ? elected : [], rounds, ...(tied && { tied }) };
};

const runoffText = (ids: readonly string[], papers: readonly Ranking[], lot: string[], { majorityOf }: Counting) => {
  const { winner, rounds, tie } = instantRunoff(ids, papers, { lot, majorityOf });
  return {
    elected: winner === undefined ? [] : [winner],
    rounds: rounds.map(({ counts, exhausted, left }) => ({
      ...{ counts: countsText(counts, String), exhausted: String(exhausted) },
      ...(left !== undefined && { left }),
    })),
    ...(tie && {
      tied: tie.between,
      ifLeft: tie.winners,
    }),
  };
};

const schulzeText = (ids: readonly string[], papers: readonly Ranking[], lot: readonly string[]) => {
  const { winners, preferred } = schulze(ids, papers);
  const first = lot.find((one) => winners.includes(one));
  const pairs = Object.fromEntries(
    [...preferred].map(([optionId, others]) => [
      optionId,
      Object.fromEntries([...others].filter(([to]) => to !== optionId)),
    ]),
  );
  return {
    elected: papers.length > 0 && first !== undefined ? [first] : [],
    ...{ rounds: [], pairs },
    ...(winners.length > 1 && papers.length > 0 && { tied: winners }),
  };
};

const transferText = (ids: readonly string[], papers: readonly Ranking[], seats: number, lot: readonly string[]) => {
  const { elected, steps } = transferableVote(ids, papers, { seats, lot });
  const tied = steps.findLast((step) => step.tied)?.tied;
  return {
    elected: papers.length > 0 ? elected : [],
    rounds: steps.map((step) => ({
      ...{ counts: countsText(step.counts, rationalText), exhausted: rationalText(step.exhausted) },
      ...(step.elected.length > 0 && { elected: step.elected }),
      ...(step.left !== undefined && { left: step.left }),
    })),
    ...(tied && { tied }),
  };
};

/** Counts papers by the method of a ballot. Takes only papers with a mark. */
export const electionText = (method: Election, papers: readonly Ranking[], counting: Counting): ElectionText => {
  const ids = method.options.map(({ optionId }) => optionId);
  const lot = byLot(ids, counting.seed, counting.hash);
  const { by, seats } = method;
  const counted =
    by === 'approval'
      ? approvalText(ids, papers, method, counting)
      : by === 'instant-runoff'
        ? runoffText(ids, papers, lot, counting)
        : by === 'schulze'
          ? schulzeText(ids, papers, lot)
          : transferText(ids, papers, seats, lot);
  return { ...counted, papers: papers.length };
};
