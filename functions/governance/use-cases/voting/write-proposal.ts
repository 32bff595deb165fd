import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { VotingDeps } from '../../deps.ts';
import type { ConsortiumProposal } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { actsForAuthor } from '../../domain/consortium-proposals/who-acts.ts';
import { hashOfText, withText } from '../../domain/proposals/text-versions.ts';
import { type Adoption, adoptionSchema } from '../../schemas/policies.ts';
import { judgeAdoption } from '../adopt-policy.ts';
import { refuseOfOthers } from '../refuse-exceptions.ts';

type Written = {
  /** The proposal that gets a new text, and its version as it was read; a new proposal when absent. */
  proposalId?: string | undefined;
  v?: number | undefined;
  memberId?: string | undefined;
  title: string;
  text: string;
  change?: Adoption | undefined;
  options?: readonly string[] | undefined;
};
type Input = { written: Written; actor: StaffActor; now: number; keep: Keep<ConsortiumProposal> };

const changedMeanwhile = refuse('proposal-changed', 'It was changed meanwhile: read it again.');

const beforeOf = async ({ proposals }: VotingDeps, { proposalId, v }: Written, actor: StaffActor) => {
  if (proposalId === undefined) return undefined;
  const found = await proposals.get(proposalId);
  if (!(found && actsForAuthor(actor, found)))
    return refuse('unknown-proposal', 'There is no such proposal that you write.', '/body/proposalId');
  if (found.state !== 'draft' && found.state !== 'open')
    return refuse('wrong-state', 'Its text is fixed since its ballot opened.', '/body/proposalId');
  return found.v === v ? found : changedMeanwhile;
};

/**
 * Writes a proposal, or a new version of its text, which has no supporters until members support it again. A change of a policy is judged as if
 * it were adopted now, so that the members do not vote on what could not be adopted.
 */
export const writeProposal = async (deps: VotingDeps & { ids: Ids }, { written, actor, now, keep }: Input) => {
  const { proposals, ids } = deps;
  const { title, text } = written;
  const before = await beforeOf(deps, written, actor);
  if (before && 'refused' in before) return before;
  const memberId = before ? before.memberId : written.memberId;
  if (!actsForAuthor(actor, memberId === undefined ? {} : { memberId }))
    return refuse(
      'not-your-member',
      'You propose for a member that you administer, or for the consortium.',
      '/body/memberId',
    );
  // A new text of a proposal changes the same policy and has the same options, unless the request says otherwise.
  const last = before && (await proposals.text(before.proposalId, before.text.number));
  const [change, options] = [written.change ?? last?.change, written.options ?? last?.options];
  if (change && options)
    return refuse('options-and-change', 'Who chooses among options changes no rules.', '/body/options');
  if (change) {
    const parsed = adoptionSchema.parse(change);
    const judged = (await refuseOfOthers(deps, parsed, memberId, now)) ?? (await judgeAdoption(deps, parsed, now));
    if ('refused' in judged) return judged;
  }
  const offered = { ...(options && { options: [...options] }) };
  const hash = hashOfText({ title, text, ...(change && { change }), ...offered }, sha256);
  const act = { by: actorName(actor), at: iso(now) };
  const number = withText(before ? [before.text] : [], hash).at(-1)?.number ?? 1;
  if (before?.text.number === number) return answer(before);
  const after: ConsortiumProposal = {
    ...{ proposalId: before?.proposalId ?? ids.next('consortium-proposal', now), title },
    ...(change && { kind: change.kind }),
    ...{ state: before?.state ?? 'draft', proposed: before?.proposed ?? act },
    ...(memberId !== undefined && { memberId }),
    ...(before?.opened && { opened: before.opened }),
    ...(before?.amendUntil !== undefined && { amendUntil: before.amendUntil }),
    ...(before?.amendmentsOpen !== undefined && { amendmentsOpen: before.amendmentsOpen }),
    ...(before?.rounds && { rounds: before.rounds, ...(before.ballotId && { ballotId: before.ballotId }) }),
    text: { number, hash, supporters: [] },
    v: (before?.v ?? 0) + 1,
  };
  const line = {
    ...{ subject: `proposal:${after.proposalId}`, at: act.at, auditId: ids.next('audit', now), by: act.by },
    ...{ did: 'write-proposal', detail: { number, ...(memberId !== undefined && { memberId }) } },
  };
  const version = { ...{ proposalId: after.proposalId, number, title, text, hash }, ...offered, ...act };
  return (await proposals.putText(after, { ...version, ...(change && { change }) }, line, keep(after)))
    ? answer(after)
    : changedMeanwhile;
};
