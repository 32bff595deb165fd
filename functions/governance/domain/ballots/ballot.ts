import * as z from 'zod';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { type ResultText, resultBy } from './count-by-method.ts';
import { methodSchema, voteChoiceSchema } from './method.ts';
import { openedVotesSchema, secrecySchema } from './secret-ballot.ts';
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
  /** Present when who voted is listed, and what was voted is not. */
  secret: secrecySchema.exactOptional(),
  opensAt: z.iso.datetime(),
  /** The first instant at which no vote counts any more. */
  closesAt: z.iso.datetime(),
  leavers: z.enum(['stand', 'strike']),
});
export type BallotTerms = z.infer<typeof ballotTermsSchema>;

/** A vote as everybody entitled may read it after the close. */
const openVoteSchema = z.strictObject({ memberId: z.string(), choice: voteChoiceSchema });

/** The record of a ballot, with which anybody counts again. */
export const ballotRecordSchema = z.strictObject({
  terms: ballotTermsSchema,
  voters: z.array(voterSchema),
  /** What each member voted; empty in a secret ballot. */
  votes: z.array(openVoteSchema),
  /** Of a secret ballot: which members voted, and the votes without their names. */
  secret: openedVotesSchema.extend({ cast: z.array(z.string()) }).exactOptional(),
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
const sealOfVotes = ({ votes, secret }: BallotRecord, hash: Hash): string =>
  hash(canonicalJson(secret ? { ...secret, cast: secret.cast.toSorted() } : votes.toSorted(byMember)));

/**
 * Gives the votes of a secret ballot to its voters in any order: it counts members only, so that who has which vote changes nothing.
 */
const inAnyOrder = ({ cast, papers }: NonNullable<BallotRecord['secret']>): BallotRecord['votes'] =>
  papers.flatMap((choice, place) => {
    const memberId = cast[place];
    return memberId === undefined ? [] : [{ memberId, choice }];
  });

/** Returns the result of a ballot whose envelopes were not opened: it decided nothing, and may be called again. */
const unopenedResult = (terms: BallotTerms, voters: readonly Voter[], hash: Hash): ResultText => {
  const { heads, weight } = resultBy(terms, { voters, votes: [], seed: '' }, hash);
  return { outcome: 'inquorate', heads, weight, majorities: [], vetoes: [] };
};

/** Returns the result of a record. */
const resultOf = (record: BallotRecord, hash: Hash): ResultText => {
  const { terms, voters, secret, lot: seed = '' } = record;
  if (!secret) return resultBy(terms, { voters, votes: record.votes, seed }, hash);
  const { cast, invalid, unopened } = secret;
  const result = unopened
    ? unopenedResult(terms, voters, hash)
    : resultBy(terms, { voters, votes: inAnyOrder(secret), seed }, hash);
  return { ...result, secret: { cast: cast.length, invalid, ...(unopened && { unopened }) } };
};

/** What a count gives: the result and the seals of what was counted. */
export type Counted = { result: ResultText; seal: string; votesSeal: string };

/** Counts a record. Anybody who has it gets the same result and the same seals; one changed byte gives another seal. */
export const countRecord = (record: BallotRecord, hash: Hash): Counted => ({
  result: resultOf(record, hash),
  ...{ seal: sealOf(record.terms, record.voters, hash), votesSeal: sealOfVotes(record, hash) },
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
