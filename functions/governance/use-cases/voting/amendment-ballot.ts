import { canonicalJson } from '../../../../layers/kernel/text/canonical-json.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import { refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { amendmentStep } from '../../data/amendment-store.ts';
import { newText, proposalStep } from '../../data/consortium-proposal-store.ts';
import type { VotingDeps } from '../../deps.ts';
import type { ResultText } from '../../domain/ballots/count-by-method.ts';
import { ruleForAmendment } from '../../domain/bylaws/bylaws.ts';
import { afterSettling, mayVoteOn } from '../../domain/consortium-proposals/amendment.ts';
import { type ConsortiumProposal, questionOf } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { amendedText, judgedText } from './amend-proposal.ts';
import { judgeOpening, type OpeningDeps, openedBallot, type WantedBallot } from './ballot-opening.ts';
import { bylawsAt } from './bylaws-in-force.ts';

type Opening = {
  before: ConsortiumProposal;
  wanted: WantedBallot & { amendmentId: string; method?: object | undefined };
  actor: StaffActor;
  now: number;
};

/** Opens a ballot on an amendment, for or against it, before the text is voted on. The text is fixed until it is counted. */
export const openAmendmentBallot = async (deps: OpeningDeps, { before, wanted, actor, now }: Opening) => {
  if (before.state !== 'open') return refuse('wrong-state', 'It is not under discussion.');
  const all = await deps.amendments.of(before.proposalId);
  const amendment = all.find(({ amendmentId }) => amendmentId === wanted.amendmentId);
  if (!(amendment && mayVoteOn(amendment)))
    return refuse('unknown-amendment', 'There is no such amendment to vote on.', '/body/amendmentId');
  if (wanted.method) return refuse('method-does-not-fit', 'The members vote for or against it.', '/body/method');
  const by = actorName(actor);
  const judgedAs = await judgedText(deps, before, amendment, { by, now });
  if ('refused' in judgedAs) return judgedAs;
  const bylaws = await bylawsAt(deps.policies, now);
  const decision = ruleForAmendment(bylaws, before.kind);
  const judged = await judgeOpening(deps, { wanted, bylaws, decision, now });
  if ('refused' in judged) return judged;
  const { amendmentId, title, text, changes } = amendment;
  const amending = { amendmentId, title };
  const ballotId = deps.ids.next('ballot', now);
  const after: ConsortiumProposal = {
    ...{ ...before, state: 'voting', amending, ballotId, closesAt: judged.closesAt, v: before.v + 1 },
  };
  const what = { on: before.text.hash, amendmentId, title, changes, ...(text !== undefined && { text }) };
  const asked = { question: questionOf({ title: before.title, amending }), textHash: sha256(canonicalJson(what)) };
  return openedBallot(deps, { after, judged, asked, bylaws, decision, by });
};

const stateAfter = { carried: 'accepted', lost: 'rejected', vetoed: 'rejected' } as const;

/**
 * Returns what a counted ballot on an amendment writes: it is accepted with the next text of the proposal, rejected, or still to be settled where
 * the ballot decided nothing. Undefined where the ballot is on the text.
 */
export const amendmentCounted = async (
  { proposals, amendments }: VotingDeps,
  before: ConsortiumProposal,
  at: string,
): Promise<((result: ResultText) => Write[]) | undefined> => {
  const { proposalId, amending, ballotId = '' } = before;
  if (!amending) return undefined;
  const { amendmentId } = amending;
  const [all, last] = await Promise.all([amendments.of(proposalId), proposals.text(proposalId, before.text.number)]);
  const amendment = all.find((one) => one.amendmentId === amendmentId);
  const act = { by: `ballot:${ballotId}`, at };
  // The text was fixed since the ballot opened, so that the amendment fits it as it did then.
  const next = last && amendment && amendedText(last, amendment, act);
  return ({ outcome, heads: { yes, no, abstain } }) => {
    const state = outcome in stateAfter ? stateAfter[outcome as keyof typeof stateAfter] : 'evaluating';
    const text = state === 'accepted' ? next : undefined;
    const vote = { ballotId, outcome, yes, no, abstain };
    const settled = afterSettling(before, all, { amendmentId, state, act, vote, ...(text && { text }) });
    return [
      proposalStep(settled.proposal),
      ...settled.changed.map((one) => amendmentStep(proposalId, one)),
      ...(text ? [newText(text)] : []),
    ];
  };
};
