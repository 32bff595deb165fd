import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { BallotKeys } from '../../data/ballot-key-store.ts';
import { proposalStep } from '../../data/consortium-proposal-store.ts';
import type { VotingDeps } from '../../deps.ts';
import { afterCount } from '../../domain/consortium-proposals/after-count.ts';
import { type ConsortiumProposal, isToEnact } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { closeBallot } from '../close-ballot.ts';
import { amendmentCounted } from './amendment-ballot.ts';
import { membersOn } from './bylaws-in-force.ts';
import { enactProposal } from './enact-proposal.ts';

/** `keys` opens secret ballots: the schedule has it, and nobody else. */
type Deps = VotingDeps & { ids: Ids; keys?: BallotKeys };
type Ending = { proposalId: string; by: string; now: number };

const wrongState = refuse('wrong-state', 'It is not on a ballot.');
const changedMeanwhile = refuse('proposal-changed', 'It was changed meanwhile: read it again.');

const lineOf = ({ ids }: Deps, { proposalId, by, now }: Ending, did: string, detail: object) => ({
  ...{
    subject: `proposal:${proposalId}`,
    at: iso(now),
    auditId: ids.next('audit', now),
    by,
    did,
    detail: { ...detail },
  },
});

/**
 * Counts the ballot of a proposal whose time is over, and adopts the policy that was carried. Repeatable: a ballot is counted once, and a policy
 * is adopted once.
 */
export const countProposal = async (deps: Deps, ending: Ending) => {
  const { proposals, table } = deps;
  const { proposalId, now } = ending;
  const before = await proposals.get(proposalId);
  if (!before) return refuse('unknown-proposal', 'There is no such proposal.');
  const { ballotId } = before;
  if (before.state === 'voting' && ballotId !== undefined) {
    const settled = await amendmentCounted(deps, before, iso(now));
    const members = new Set(await membersOn(deps, iso(now).slice(0, 10)));
    const counted = await closeBallot(table, {
      ...{ ballotId, now: iso(now), hash: sha256, keys: deps.keys },
      hasLeft: (memberId) => !members.has(memberId),
      audit: lineOf(deps, ending, 'count-ballot', { ballotId }),
      beside: ({ result }, method) =>
        settled?.(result) ?? [proposalStep(afterCount(before, { method, result }, iso(now)))],
    });
    if ('refused' in counted) return counted;
  }
  const after = await proposals.get(proposalId);
  // An amendment is voted on before the text: the proposal is under discussion again.
  if (after?.state === 'open' && before.amending) return answer(after);
  // After a round of consent with objections it is open for another text.
  if (after?.state === 'open' && after.rounds?.at(-1)?.ballotId === ballotId && before.state === 'voting')
    return answer(after);
  if (after?.state !== 'decided') return wrongState;
  return answer(isToEnact(after) ? await enactProposal(deps, after, now) : after);
};

/** Cancels an open ballot with a reason; the proposal is open for discussion again, and the ballot stays in its record. */
export const cancelBallot = async (
  deps: Deps,
  ending: Ending,
  { v, reason }: { v?: number | undefined; reason?: string | undefined },
) => {
  if (reason === undefined) return refuse('reason-needed', 'Say why it is cancelled.', '/body/reason');
  const { proposals, ballots } = deps;
  const { proposalId, by, now } = ending;
  const before = await proposals.get(proposalId);
  if (!before) return refuse('unknown-proposal', 'There is no such proposal.');
  if (before.v !== v) return changedMeanwhile;
  const { ballotId, closesAt, method: _, amending: _a, ...rest } = before;
  // Nobody cancels a ballot whose votes are all cast, because the result is already fixed.
  if (before.state !== 'voting' || ballotId === undefined || (closesAt ?? '') <= iso(now)) return wrongState;
  const ballot = await ballots.get(ballotId);
  if (!ballot) return wrongState;
  const after: ConsortiumProposal = { ...rest, state: 'open', v: before.v + 1 };
  const line = lineOf(deps, ending, 'cancel-ballot', { ballotId, reason });
  const isDone = await ballots.cancel(ballot, { by, at: iso(now), reason }, line, [proposalStep(after)]);
  return isDone ? answer(after) : changedMeanwhile;
};

/** Counts all ballots whose time is over, and adopts what was carried. Returns how many proposals were settled. */
export const countDueBallots = async (deps: Deps, now: number): Promise<{ settled: number }> => {
  let settled = 0;
  for (const { proposalId, closesAt = '', state } of await deps.proposals.pending()) {
    if (state === 'voting' && closesAt > iso(now)) continue;
    const outcome = await countProposal(deps, { proposalId, by: 'schedule', now });
    if (!('refused' in outcome)) settled += 1;
  }
  return { settled };
};
