import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import type { VotingDeps } from '../../deps.ts';
import { daysLater } from '../../domain/ballots/deadlines.ts';
import { ruleFor } from '../../domain/bylaws/bylaws.ts';
import type { ConsortiumProposal, Remark } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { actsForAuthor, isSecretary, mayRead, speaksFor } from '../../domain/consortium-proposals/who-acts.ts';
import { withSupport } from '../../domain/proposals/text-versions.ts';
import { bylawsAt } from './bylaws-in-force.ts';
import { enactProposal } from './enact-proposal.ts';

type Step = {
  step: 'open' | 'support' | 'withdraw' | 'enact';
  v: number;
  memberId?: string | undefined;
  number?: number | undefined;
};
type Input = { proposalId: string; wanted: Step; actor: StaffActor; now: number };

const changedMeanwhile = refuse('proposal-changed', 'It was changed meanwhile: read it again.');
const wrongState = refuse('wrong-state', 'Its state does not allow this step.');

/** Returns until when amendments may be proposed to a proposal that is opened now; undefined where the bylaws set no time. */
const amendUntilBy = async ({ policies }: VotingDeps, { kind }: ConsortiumProposal, now: number) => {
  const bylaws = await bylawsAt(policies, now);
  const { amendDays } = ruleFor(bylaws, kind);
  return amendDays === undefined ? undefined : daysLater(bylaws.zone, iso(now), amendDays);
};

/** Returns a proposal after a step, or why the person or the state does not allow it. */
const afterStep = (
  before: ConsortiumProposal,
  wanted: Step,
  { actor, now, amendUntil }: Input & { amendUntil: string | undefined },
) => {
  const act = { by: actorName(actor), at: iso(now) };
  const v = before.v + 1;
  if (wanted.step === 'support') {
    const { memberId = '', number = 0 } = wanted;
    if (!speaksFor(actor, memberId))
      return refuse('not-your-member', 'You support it for a member that you administer.', '/body/memberId');
    if (before.state !== 'open') return wrongState;
    const supported = withSupport([before.text], { memberId, number })?.at(-1);
    if (!supported) return changedMeanwhile;
    return { ...before, text: { ...before.text, supporters: [...supported.supporters] }, v };
  }
  if (!actsForAuthor(actor, before)) return refuse('not-your-member', 'Its author does this.');
  if (wanted.step === 'open')
    return before.state === 'draft'
      ? { ...before, state: 'open' as const, opened: act, ...(amendUntil !== undefined && { amendUntil }), v }
      : wrongState;
  return before.state === 'draft' || before.state === 'open'
    ? { ...before, state: 'withdrawn' as const, withdrawn: act, v }
    : wrongState;
};

/** Opens a proposal for discussion, supports its text for a member, withdraws it, or enacts it again after its policy refused it. */
export const stepProposal = async (deps: VotingDeps & { ids: Ids }, input: Input) => {
  const { proposals, ids } = deps;
  const { proposalId, wanted, actor, now } = input;
  const before = await proposals.get(proposalId);
  if (!(before && mayRead(actor, before))) return refuse('unknown-proposal', 'There is no such proposal.');
  if (wanted.step !== 'support' && before.v !== wanted.v) return changedMeanwhile;
  if (wanted.step === 'enact') {
    if (!isSecretary(actor)) return refuse('not-your-member', 'The secretary does this.');
    return before.outcome === 'carried' && before.enactment?.state !== 'enacted'
      ? answer(await enactProposal(deps, before, now))
      : wrongState;
  }
  const amendUntil = wanted.step === 'open' ? await amendUntilBy(deps, before, now) : undefined;
  const after = afterStep(before, wanted, { ...input, amendUntil });
  if ('refused' in after) return after;
  const line = {
    ...{ subject: `proposal:${proposalId}`, at: iso(now), auditId: ids.next('audit', now), by: actorName(actor) },
    ...{ did: `${wanted.step}-proposal`, detail: { ...(wanted.step === 'support' && { memberId: wanted.memberId }) } },
  };
  return (await proposals.put(after, line)) ? answer(after) : changedMeanwhile;
};

type NewRemark = { kind: Remark['kind']; text: string; memberId?: string | undefined };

/** Adds a comment to the discussion of a proposal, or the statement of a member for or against it: one of each member. */
export const remarkOnProposal = async (
  { proposals, ids }: VotingDeps & { ids: Ids },
  { proposalId, entered, actor, now }: { proposalId: string; entered: NewRemark; actor: StaffActor; now: number },
) => {
  const { kind, text, memberId } = entered;
  const found = await proposals.get(proposalId);
  if (found?.opened === undefined) return refuse('unknown-proposal', 'There is no such proposal.');
  if (found.state === 'decided' || found.state === 'withdrawn') return wrongState;
  if (memberId === undefined ? !isSecretary(actor) : !speaksFor(actor, memberId))
    return refuse(
      'not-your-member',
      'You write for a member that you administer, or for the consortium.',
      '/body/memberId',
    );
  if (kind !== 'comment') {
    if (memberId === undefined) return refuse('not-your-member', 'Members file statements.', '/body/memberId');
    const filed = await proposals.remarks(proposalId);
    if (filed.some((one) => one.kind !== 'comment' && one.memberId === memberId))
      return refuse('statement-filed', 'The member filed its statement already.');
  }
  const remark: Remark = {
    ...{ remarkId: ids.next('remark', now), kind, text, by: actorName(actor), at: iso(now) },
    ...(memberId !== undefined && { memberId }),
  };
  return (await proposals.remark(found, remark)) ? answer(remark) : changedMeanwhile;
};
