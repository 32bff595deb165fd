import { type Comparison, type Fraction, needed, reaches } from './fraction.ts';
import type { Choice, Voter, VotingRule } from './voting-rule.ts';
import { capWeights, exactWeights, type Weights } from './weights.ts';

/** The sums of one unit, heads or weight. `one` is the size of one vote in it. */
export type Tally = { yes: bigint; no: bigint; abstain: bigint; entitled: bigint; one: bigint };

/** A condition of the rule: the count, the base, what was needed, and whether it was met. */
export type Condition = { count: bigint; base: bigint; of: Fraction; compare: Comparison; one: bigint; isMet: boolean };

/** `inquorate` is neither carried nor lost: the ballot may be called again. */
export type Outcome = 'carried' | 'lost' | 'tied' | 'inquorate' | 'vetoed';
export type Result = {
  outcome: Outcome;
  heads: Tally;
  weight: Tally;
  quorum?: Condition & { unit: 'heads' | 'weight' };
  /** By heads, by weight, or both, as the rule says. */
  majorities: (Condition & { unit: 'heads' | 'weight' })[];
  floor?: Condition;
  refusal?: Condition;
  /** The chambers with a veto: those of their members that were against. */
  vetoes: (Condition & { chamber: string })[];
};

type Votes = ReadonlyMap<string, Choice>;

const condition = (
  count: bigint,
  base: bigint,
  { of, compare }: { of: Fraction; compare: Comparison },
  one = 1n,
): Condition => ({ count, base, of, compare, one, isMet: reaches(count, { of, compare }, base, one) });

/** Returns the weights of a rule: those of the list of voters, limited where the rule limits them. */
export const weightsOf = ({ cap }: VotingRule, voters: readonly Voter[]): Weights => {
  const weights = exactWeights(voters.map(({ memberId, weight }) => [memberId, weight] as const));
  return cap ? capWeights(weights, cap) : weights;
};

const tallyOf = (
  voters: readonly Voter[],
  votes: Votes,
  { entitled, weightOf, one }: { entitled: bigint; weightOf: (member: string) => bigint; one: bigint },
): Tally => {
  const tally = { yes: 0n, no: 0n, abstain: 0n, entitled, one };
  for (const { memberId, recused } of voters) {
    const choice = votes.get(memberId);
    if (choice && !recused) tally[choice] += weightOf(memberId);
  }
  return tally;
};

const baseOf = ({ yes, no, abstain, entitled }: Tally, base: VotingRule['majority']['base']): bigint =>
  base === 'entitled' ? entitled : base === 'cast' ? yes + no + abstain : yes + no;

const chamberVeto = (voters: readonly Voter[], votes: Votes, { chamber, of }: VotingRule['vetoes'][number]) => {
  const inside = voters.filter((voter) => voter.chamber === chamber);
  const against = inside.filter(({ memberId, recused }) => !recused && votes.get(memberId) === 'no');
  const counted = condition(BigInt(against.length), BigInt(inside.length), { of, compare: 'at-least' });
  return { chamber, ...counted, isMet: counted.isMet && against.length > 0 };
};

const outcomeOf = (rule: VotingRule, result: Omit<Result, 'outcome'>): Outcome => {
  const { quorum, majorities, floor, refusal, vetoes, heads } = result;
  if (quorum && !quorum.isMet) return 'inquorate';
  if (vetoes.some(({ isMet }) => isMet)) return 'vetoed';
  // Nothing is carried without a vote in favour, however low the fraction.
  if (heads.yes === 0n) return 'lost';
  if (floor && !floor.isMet) return 'lost';
  if (refusal) return refusal.isMet ? 'lost' : 'carried';
  if (majorities.every(({ isMet }) => isMet)) return 'carried';
  const isTie = ({ count, base }: Condition): boolean => 2n * count === base;
  const { of, compare, base } = rule.majority;
  const decidesTies = base === 'yes-and-no' && compare === 'more-than' && 2 * of.numerator === of.denominator;
  return decidesTies && majorities.every(isTie) ? 'tied' : 'lost';
};

/**
 * Counts a ballot of one question. Takes the rule and the list of voters as they were when it opened, and each member's last vote. Votes of
 * members that are not on the list, or that are recused, do not count. The result has what each condition counted, so that anyone can
 * check it.
 */
export const countVotes = (rule: VotingRule, voters: readonly Voter[], votes: Votes): Result => {
  const given = weightsOf(rule, voters);
  const counted = rule.recusalReducesBase ? voters.filter(({ recused }) => !recused) : voters;
  const weightOf = (member: string): bigint => given.weights.get(member) ?? 0n;
  const heads = tallyOf(voters, votes, { entitled: BigInt(counted.length), weightOf: () => 1n, one: 1n });
  const entitled = counted.reduce((sum, { memberId }) => sum + weightOf(memberId), 0n);
  const weight = tallyOf(voters, votes, { entitled, weightOf, one: given.unit });
  const tallies = { heads, weight };
  const { quorum, majority, floor, refusedBy } = rule;
  const units = majority.unit === 'both' ? (['heads', 'weight'] as const) : [majority.unit];
  const [main] = units;
  const mainTally = tallies[main];
  const quorumOf = (asked: NonNullable<VotingRule['quorum']>) => {
    const tally = tallies[asked.unit];
    const present = tally.yes + tally.no + (asked.abstentionsCount ? tally.abstain : 0n);
    return { unit: asked.unit, ...condition(present, tally.entitled, asked, tally.one) };
  };
  const result = {
    heads,
    weight,
    ...(quorum && { quorum: quorumOf(quorum) }),
    majorities: units.map((unit) => {
      const tally = tallies[unit];
      return { unit, ...condition(tally.yes, baseOf(tally, majority.base), majority, tally.one) };
    }),
    ...(floor && { floor: condition(mainTally.yes, mainTally.entitled, { of: floor.of, compare: 'at-least' }) }),
    ...(refusedBy && {
      refusal: condition(mainTally.no, mainTally.yes + mainTally.no + mainTally.abstain, refusedBy, mainTally.one),
    }),
    vetoes: rule.vetoes.map((veto) => chamberVeto(voters, votes, veto)),
  };
  return { outcome: outcomeOf(rule, result), ...result };
};

/** What a rule asks of today's list of voters, for those who write the rule and those who vote. In heads. */
export type Needs = { entitled: bigint; quorum?: bigint; yesIfAllVote: bigint };

/** Returns how many members a quorum and a majority by heads need where all vote and nobody abstains. */
export const needsOf = ({ quorum, majority }: VotingRule, entitled: number): Needs => ({
  entitled: BigInt(entitled),
  ...(quorum?.unit === 'heads' && { quorum: needed(quorum, BigInt(entitled)) }),
  yesIfAllVote: needed(majority, BigInt(entitled)),
});
