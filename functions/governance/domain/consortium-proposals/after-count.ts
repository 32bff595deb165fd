import type { BallotTerms } from '../ballots/ballot.ts';
import type { ResultText } from '../ballots/count-by-method.ts';
import { type ConsortiumProposal, MOST_ROUNDS } from './consortium-proposal.ts';

type Counted = { method?: BallotTerms['method'] | undefined; result: ResultText };

/** Returns a proposal after the count of its ballot: decided, or open for another text after a round of consent with objections. */
export const afterCount = (
  before: ConsortiumProposal,
  { method, result: { outcome, election } }: Counted,
  now: string,
): ConsortiumProposal => {
  const v = before.v + 1;
  if (outcome === 'objected') {
    const { closesAt: _, method: __, ...rest } = before;
    const round = { ballotId: before.ballotId ?? '', hash: before.text.hash };
    return { ...rest, state: 'open', rounds: [...(before.rounds ?? []), round].slice(-MOST_ROUNDS), v };
  }
  const names = method && method.by !== 'consent' ? method.options : [];
  const chosen = names.filter(({ optionId }) => election?.elected.includes(optionId)).map(({ name }) => name);
  return {
    ...{ ...before, state: 'decided', outcome, decidedAt: now, v },
    ...(method?.by === 'consent' && outcome === 'carried' && { reviewOn: method.reviewOn }),
    ...(chosen.length > 0 && { chosen }),
  };
};
