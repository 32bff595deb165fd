import { type ConsentAnswer, roundOfConsent } from './consent.ts';
import { countVotes, type Outcome as VoteOutcome } from './count-votes.ts';
import { type ElectionText, electionText } from './election-text.ts';
import type { BallotMethod, Election, VoteChoice } from './method.ts';
import { resultText } from './result-text.ts';
import type { unopenedReasons } from './secret-ballot.ts';
import type { Choice, Voter, VotingRule } from './voting-rule.ts';

type Terms = { rule: VotingRule; method?: BallotMethod };
type Cast = { voters: readonly Voter[]; votes: readonly { memberId: string; choice: VoteChoice }[]; seed: string };
type Hash = (text: string) => string;

/** What became of a ballot. `objected`: a round of consent that needs another text; `elected`: options were chosen. */
export type Outcome = VoteOutcome | 'objected' | 'elected';
/** A result with its sums as text: of options which were chosen, and of a round of consent who objected. */
export type ResultText = Omit<ReturnType<typeof resultText>, 'outcome'> & {
  outcome: Outcome;
  election?: ElectionText;
  objections?: string[];
  /** Of a secret ballot: how many voted, how many envelopes held no vote, and why none was opened. */
  secret?: { cast: number; invalid: number; unopened?: (typeof unopenedReasons)[number] };
};

/** Counts votes of another method as those for, against and abstentions that they are: for the sums and the quorum. */
const participation = (rule: VotingRule, voters: readonly Voter[], votes: ReadonlyMap<string, Choice>) => {
  const { majorities: _, outcome: __, ...sums } = resultText(countVotes(rule, voters, votes));
  return { ...sums, majorities: [] };
};

const consentResult = (rule: VotingRule, { voters, votes }: Cast): ResultText => {
  const answers = new Map<string, ConsentAnswer>();
  for (const { memberId, choice } of votes)
    if (typeof choice === 'object' && 'answer' in choice) answers.set(memberId, choice);
  const choiceOf = { consent: 'yes', object: 'no', aside: 'abstain' } as const;
  const counted = new Map([...answers].map(([memberId, { answer }]) => [memberId, choiceOf[answer]] as const));
  const { quorum } = rule;
  const asked = voters.filter(({ recused }) => !(recused && rule.recusalReducesBase)).map(({ memberId }) => memberId);
  for (const { memberId, recused } of voters) if (recused) answers.delete(memberId);
  const { outcome, objections } = roundOfConsent({ ...(quorum && { quorum }) }, asked, answers);
  // Who stands aside has answered.
  const answered = { ...rule, ...(quorum && { quorum: { ...quorum, abstentionsCount: true } }) };
  return {
    ...participation(answered, voters, counted),
    outcome: outcome === 'adopted' ? 'carried' : outcome,
    objections: objections.map(({ memberId }) => memberId).sort(),
  };
};

const marksOf = (choice: VoteChoice): readonly string[] | undefined =>
  typeof choice === 'string' || 'answer' in choice
    ? undefined
    : 'approves' in choice
      ? choice.approves
      : choice.ranking;

const electionResult = (rule: VotingRule, method: Election, { voters, votes, seed }: Cast, hash: Hash): ResultText => {
  const may = new Set(voters.flatMap(({ memberId, recused }) => (recused ? [] : [memberId])));
  const papers = votes.flatMap(({ memberId, choice }) => {
    const marks = may.has(memberId) ? marksOf(choice) : undefined;
    return marks ? [{ memberId, marks }] : [];
  });
  const cast = new Map(papers.map(({ memberId, marks }) => [memberId, marks.length > 0 ? 'yes' : 'abstain'] as const));
  const sums = participation(rule, voters, cast);
  const marked = papers.map(({ marks }) => marks).filter((marks) => marks.length > 0);
  const election = electionText(method, marked, {
    ...{ seed, hash },
    majorityOf: rule.majority.base === 'yes-and-no' ? 'continuing' : 'all',
  });
  const isQuorate = sums.quorum?.isMet ?? true;
  const outcome = isQuorate ? (election.elected.length > 0 ? 'elected' : 'lost') : 'inquorate';
  return { ...sums, outcome, election: isQuorate ? election : { ...election, elected: [] } };
};

/** Counts the votes of a ballot by its method. The seed decides between equal options. */
export const resultBy = ({ rule, method }: Terms, cast: Cast, hash: Hash): ResultText => {
  if (method?.by === 'consent') return consentResult(rule, cast);
  if (method) return electionResult(rule, method, cast, hash);
  const given = new Map<string, Choice>();
  for (const { memberId, choice } of cast.votes) if (typeof choice === 'string') given.set(memberId, choice);
  return resultText(countVotes(rule, cast.voters, given));
};
