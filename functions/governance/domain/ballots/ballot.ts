import * as z from 'zod';
import { decimalText } from '../../../../layers/kernel/money/exact.ts';
import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { type Condition, countVotes, type Result, type Tally } from './count-votes.ts';
import { commonDivisor } from './fraction.ts';
import { type Choice, choices, type Voter, voterSchema, votingRuleSchema } from './voting-rule.ts';
import { WEIGHT_DECIMALS } from './weights.ts';

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
  opensAt: z.iso.datetime(),
  /** The first instant at which no vote counts any more. */
  closesAt: z.iso.datetime(),
  leavers: z.enum(['stand', 'strike']),
});
export type BallotTerms = z.infer<typeof ballotTermsSchema>;

/** A vote as everybody entitled may read it after the close. */
const openVoteSchema = z.strictObject({ memberId: z.string(), choice: z.enum(choices) });

/** The record of an open ballot, with which anybody counts again. */
export const ballotRecordSchema = z.strictObject({
  terms: ballotTermsSchema,
  voters: z.array(voterSchema),
  votes: z.array(openVoteSchema),
});
export type BallotRecord = z.infer<typeof ballotRecordSchema>;

type Hash = (text: string) => string;

const byMember = (a: { memberId: string }, b: { memberId: string }): number => (a.memberId < b.memberId ? -1 : 1);

/** Returns the seal of what was fixed at the opening. A later change of the question, the rule or the list of voters gives another one. */
export const sealOf = (terms: BallotTerms, voters: readonly Voter[], hash: Hash): string =>
  hash(canonicalJson({ terms, voters: voters.toSorted(byMember) }));

/** Returns the seal of the votes that were counted. */
const sealOfVotes = (votes: BallotRecord['votes'], hash: Hash): string => hash(canonicalJson(votes.toSorted(byMember)));

/** Returns a sum as decimal text: whole, or with the decimals of weights; a fraction of a vote that a limit made, as n/d. */
const sumText = (value: bigint, one: bigint): string => {
  const scale = 10n ** BigInt(WEIGHT_DECIMALS);
  if (value % one === 0n) return String(value / one);
  const common = commonDivisor(value, one);
  if ((value * scale) % one !== 0n) return `${value / common}/${one / common}`;
  return decimalText((value * scale) / one, WEIGHT_DECIMALS).replace(/0+$/, '');
};

const tallyText = ({ yes, no, abstain, entitled, one }: Tally) => ({
  ...{ yes: sumText(yes, one), no: sumText(no, one) },
  ...{ abstain: sumText(abstain, one), entitled: sumText(entitled, one) },
});
const conditionText = ({ count, base, of, compare, one, isMet }: Condition) => ({
  ...{ count: sumText(count, one), base: sumText(base, one), of, compare, isMet },
});

/** Returns a result with its sums as text, as it is stored and shown: "65" of "85". */
export const resultText = ({ outcome, heads, weight, quorum, majorities, floor, refusal, vetoes }: Result) => ({
  outcome,
  ...{ heads: tallyText(heads), weight: tallyText(weight) },
  ...(quorum && { quorum: { unit: quorum.unit, ...conditionText(quorum) } }),
  majorities: majorities.map(({ unit, ...one }) => ({ unit, ...conditionText(one) })),
  ...(floor && { floor: conditionText(floor) }),
  ...(refusal && { refusal: conditionText(refusal) }),
  vetoes: vetoes.map(({ chamber, ...one }) => ({ chamber, ...conditionText(one) })),
});
export type ResultText = ReturnType<typeof resultText>;

/** What a count gives: the result and the seals of what was counted. */
export type Counted = { result: ResultText; seal: string; votesSeal: string };

/** Counts a record. Anybody who has it gets the same result and the same seals; one changed byte gives another seal. */
export const countRecord = ({ terms, voters, votes }: BallotRecord, hash: Hash): Counted => {
  const given = new Map<string, Choice>(votes.map(({ memberId, choice }) => [memberId, choice]));
  return {
    result: resultText(countVotes(terms.rule, voters, given)),
    ...{ seal: sealOf(terms, voters, hash), votesSeal: sealOfVotes(votes, hash) },
  };
};

/** Returns which part of a record differs from what was published; nothing when a recount agrees. */
export const differences = (record: BallotRecord, published: Counted, hash: Hash): ('terms' | 'votes' | 'result')[] => {
  const again = countRecord(record, hash);
  return [
    ...(again.seal === published.seal ? [] : (['terms'] as const)),
    ...(again.votesSeal === published.votesSeal ? [] : (['votes'] as const)),
    ...(canonicalJson(again.result) === canonicalJson(published.result) ? [] : (['result'] as const)),
  ];
};
