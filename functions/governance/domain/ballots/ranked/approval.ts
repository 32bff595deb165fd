import { byLot } from './ranking.ts';

/** What a ballot of approval counted: the approvals, those elected, and those among whom the lot chose. */
export type ApprovalResult = {
  approvals: ReadonlyMap<string, number>;
  elected: string[];
  tied?: string[];
  invalid: number;
};

type Rule = { seats: number; most: number; seed: string; hash: (text: string) => string };

/**
 * Counts ballots that approve up to `most` candidates. A paper with more marks, or with a mark twice, is cast and invalid. Equal candidates at the last
 * seat are ordered by the lot whose seed was published at the opening.
 */
export const countApprovals = (
  candidates: readonly string[],
  papers: readonly (readonly string[])[],
  { seats, most, seed, hash }: Rule,
): ApprovalResult => {
  const isValid = (marks: readonly string[]): boolean =>
    marks.length <= most && new Set(marks).size === marks.length && marks.every((one) => candidates.includes(one));
  const valid = papers.filter(isValid);
  const approvals = new Map(candidates.map((one) => [one, valid.filter((marks) => marks.includes(one)).length]));
  const lot = byLot(candidates, seed, hash);
  const countOf = (one: string): number => approvals.get(one) ?? 0;
  const order = [...candidates].sort((a, b) => countOf(b) - countOf(a) || lot.indexOf(a) - lot.indexOf(b));
  const elected = order.slice(0, seats);
  const last = elected.at(-1);
  const tied = last === undefined ? [] : order.filter((one) => countOf(one) === countOf(last));
  const isCut = tied.some((one) => !elected.includes(one));
  return { approvals, elected, invalid: papers.length - valid.length, ...(isCut && { tied }) };
};
