import * as z from 'zod';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { type ResultText, resultBy } from './count-by-method.ts';
import { methodSchema, voteChoiceSchema } from './method.ts';
import { type Voter, voterSchema, votingRuleSchema } from './voting-rule.ts';

/** The states of a ballot: its list of voters is written, it is open by its clock, it was counted, or it was cancelled with a reason. */
export const ballotStates = ['opening', 'open', 'counted', 'cancelled'] as const;

/** What voters decide on, fixed when the ballot opens: with the list of voters it gives the ballot's seal. */
export const ballotTermsSchema = z.strictObject({
  ballotId: z.string(),
  question: oneLine(300),
  /** The SHA-256 of the text that is adopted if the ballot is carried. */
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The SHA-256 of the simulation that voters read, where the rules of the text are simulated. */
  simulationHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional(),
  rule: votingRuleSchema,
  /** How it is voted on; for or against when absent. */
  method: methodSchema.exactOptional(),
  opensAt: z.iso.datetime(),
  /** The first instant at which no vote counts any more. */
  closesAt: z.iso.datetime(),
  leavers: z.enum(['stand', 'strike']),
});
export type BallotTerms = z.infer<typeof ballotTermsSchema>;

/** A vote as everybody entitled may read it after the close. */
const openVoteSchema = z.strictObject({ memberId: z.string(), choice: voteChoiceSchema });

/** The record of an open ballot, with which anybody counts again. */
export const ballotRecordSchema = z.strictObject({
  terms: ballotTermsSchema,
  voters: z.array(voterSchema),
  votes: z.array(openVoteSchema),
  /** The seed of the lot, whose SHA-256 is in the terms. */
  lot: z.string().exactOptional(),
});
export type BallotRecord = z.infer<typeof ballotRecordSchema>;

type Hash = (text: string) => string;

const byMember = (a: { memberId: string }, b: { memberId: string }): number => (a.memberId < b.memberId ? -1 : 1);

/** Returns the seal of what was fixed at the opening. A later change of the question, the rule or the list of voters gives another one. */
export const sealOf = (terms: BallotTerms, voters: readonly Voter[], hash: Hash): string =>
  hash(canonicalJson({ terms, voters: voters.toSorted(byMember) }));

/** Returns the seal of the votes that were counted. */
const sealOfVotes = (votes: BallotRecord['votes'], hash: Hash): string => hash(canonicalJson(votes.toSorted(byMember)));

/** What a count gives: the result and the seals of what was counted. */
export type Counted = { result: ResultText; seal: string; votesSeal: string };

/** Counts a record. Anybody who has it gets the same result and the same seals; one changed byte gives another seal. */
export const countRecord = ({ terms, voters, votes, lot = '' }: BallotRecord, hash: Hash): Counted => ({
  result: resultBy(terms, { voters, votes, seed: lot }, hash),
  ...{ seal: sealOf(terms, voters, hash), votesSeal: sealOfVotes(votes, hash) },
});

const isLotOf = ({ terms: { method }, lot }: BallotRecord, hash: Hash): boolean =>
  method === undefined || method.by === 'consent' || (lot !== undefined && hash(lot) === method.lot);

/** Returns which part of a record differs from what was published; nothing when a recount agrees. */
export const differences = (record: BallotRecord, published: Counted, hash: Hash): ('terms' | 'votes' | 'result')[] => {
  const again = countRecord(record, hash);
  return [
    ...(again.seal === published.seal && isLotOf(record, hash) ? [] : (['terms'] as const)),
    ...(again.votesSeal === published.votesSeal ? [] : (['votes'] as const)),
    ...(canonicalJson(again.result) === canonicalJson(published.result) ? [] : (['result'] as const)),
  ];
};
