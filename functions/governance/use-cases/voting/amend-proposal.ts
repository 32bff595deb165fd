import { actorName, type StaffActor } from '../../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../../layers/platform/runtime/ids.ts';
import { amendmentStep } from '../../data/amendment-store.ts';
import { newText, type ProposalText } from '../../data/consortium-proposal-store.ts';
import type { VotingDeps } from '../../deps.ts';
import {
  afterSettling,
  MOST_AMENDMENTS,
  type ProposalAmendment,
  withValues,
} from '../../domain/consortium-proposals/amendment.ts';
import type { ConsortiumProposal, Json } from '../../domain/consortium-proposals/consortium-proposal.ts';
import { actsForAuthor, isSecretary, mayRead, speaksFor } from '../../domain/consortium-proposals/who-acts.ts';
import { amendmentFault } from '../../domain/proposals/amendments.ts';
import { hashOfText } from '../../domain/proposals/text-versions.ts';
import { type Adoption, adoptionSchema } from '../../schemas/policies.ts';
import { judgeAdoption } from '../adopt-policy.ts';

type Deps = VotingDeps & { ids: Ids };

const changedMeanwhile = refuse('proposal-changed', 'It was changed meanwhile: read it again.');
const wrongState = refuse('wrong-state', 'Its state does not allow this.');
const doesNotFit = refuse('amendment-does-not-fit', 'The text has no such value, or it does not fit.', '/body/changes');

/** Returns the next text of a proposal with an amendment; undefined where the text has no such place, or already says so. */
export const amendedText = (
  last: ProposalText,
  { text, changes }: Pick<ProposalAmendment, 'text' | 'changes'>,
  act: { by: string; at: string },
): ProposalText | undefined => {
  if (changes.length > 0 && !last.change) return undefined;
  const body = last.change && withValues(JSON.parse(JSON.stringify(last.change.body)) as Json, changes);
  if (last.change && body === undefined) return undefined;
  const after = {
    ...{ ...last, text: text ?? last.text, number: last.number + 1 },
    ...(last.change && { change: { ...last.change, body } }),
  };
  const hash = hashOfText(after, sha256);
  return hash === last.hash ? undefined : { ...after, ...act, hash };
};

/** Returns the last text with an amendment, judged as if it were adopted now; or why it cannot be. */
export const judgedText = async (
  deps: VotingDeps,
  proposal: ConsortiumProposal,
  amendment: Pick<ProposalAmendment, 'text' | 'changes'>,
  { by, now }: { by: string; now: number },
) => {
  const last = await deps.proposals.text(proposal.proposalId, proposal.text.number);
  const text = last && amendedText(last, amendment, { by, at: iso(now) });
  if (!text) return doesNotFit;
  if (!text.change) return { text };
  const adoption = adoptionSchema.safeParse(text.change);
  if (!adoption.success) return doesNotFit;
  const judged = await judgeAdoption(deps, adoption.data as Adoption, now);
  return 'refused' in judged ? judged : { text };
};

const lineOf = ({ ids }: Deps, proposalId: string, { by, at }: { by: string; at: string }, detail: object) => ({
  ...{ subject: `proposal:${proposalId}`, at, auditId: ids.next('audit', Date.parse(at)), by },
  detail: { ...detail },
});

type Wanted = {
  number: number;
  memberId?: string | undefined;
  title: string;
  reason: string;
  text?: string | undefined;
  changes: readonly { at: string; to?: string | undefined }[];
};
type Input = {
  proposalId: string;
  wanted: Wanted;
  actor: StaffActor;
  now: number;
  keep: Keep<ProposalAmendment>;
};

/**
 * Asks for a change of the text of a proposal that is under discussion: other reasons, or other values of its policy. It changes nothing until the
 * author accepts it or the members vote for it.
 */
export const amendProposal = async (deps: Deps, { proposalId, wanted, actor, now, keep }: Input) => {
  const { proposals, amendments, ids } = deps;
  const { number, memberId, title, reason, text } = wanted;
  const before = await proposals.get(proposalId);
  if (!(before && mayRead(actor, before))) return refuse('unknown-proposal', 'There is no such proposal.');
  if (memberId === undefined ? !isSecretary(actor) : !speaksFor(actor, memberId))
    return refuse('not-your-member', 'You write for a member that you administer.', '/body/memberId');
  const fault = amendmentFault(before, iso(now));
  if (fault === 'amendments-closed') return refuse(fault, 'The time for amendments is over.');
  if (fault) return wrongState;
  if (before.text.number !== number) return changedMeanwhile;
  if ((await amendments.of(proposalId)).length >= MOST_AMENDMENTS)
    return refuse('amendments-full', `A proposal has ${MOST_AMENDMENTS} amendments at most.`);
  const act = { by: actorName(actor), at: iso(now) };
  const changes = wanted.changes.map(({ at, to }) => ({ at, ...(to !== undefined && { to }) }));
  const judged = await judgedText(deps, before, { changes, ...(text !== undefined && { text }) }, { ...act, now });
  if ('refused' in judged) return judged;
  const amendment: ProposalAmendment = {
    ...{ amendmentId: ids.next('amendment', now), title, reason, number, changes, state: 'evaluating' },
    ...(memberId !== undefined && { memberId }),
    ...(text !== undefined && { text }),
    ...{ proposed: act, v: 1 },
  };
  const { amendmentId } = amendment;
  const after = { ...before, amendmentsOpen: (before.amendmentsOpen ?? 0) + 1, v: before.v + 1 };
  const line = { ...lineOf(deps, proposalId, act, { amendmentId, memberId }), did: 'amend-proposal' };
  const beside = [amendmentStep(proposalId, amendment), ...keep(amendment)];
  return (await proposals.put(after, line, beside)) ? answer(amendment) : changedMeanwhile;
};

type Settling = {
  proposalId: string;
  amendmentId: string;
  wanted: { step: 'accept' | 'reject' | 'withdraw'; v: number };
  actor: StaffActor;
  now: number;
};
const settledAs = { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' } as const;

/**
 * Settles an amendment: its author withdraws it, or the author of the proposal accepts or rejects it. What is accepted is the next text of the
 * proposal in the same write.
 */
export const settleAmendment = async (deps: Deps, { proposalId, amendmentId, wanted, actor, now }: Settling) => {
  const { proposals, amendments } = deps;
  const { step, v } = wanted;
  const before = await proposals.get(proposalId);
  if (!(before && mayRead(actor, before))) return refuse('unknown-proposal', 'There is no such proposal.');
  const all = await amendments.of(proposalId);
  const amendment = all.find((one) => one.amendmentId === amendmentId);
  if (!amendment) return refuse('unknown-amendment', 'There is no such amendment.');
  if (!actsForAuthor(actor, step === 'withdraw' ? amendment : before))
    return refuse('not-your-member', 'Its author does this.');
  if (before.v !== v) return changedMeanwhile;
  if (before.state !== 'open' || amendment.state !== 'evaluating') return wrongState;
  const act = { by: actorName(actor), at: iso(now) };
  const judged = step === 'accept' ? await judgedText(deps, before, amendment, { ...act, now }) : undefined;
  if (judged && 'refused' in judged) return judged;
  const { proposal: after, changed } = afterSettling(before, all, {
    ...{ amendmentId, state: settledAs[step], act },
    ...(judged && { text: judged.text }),
  });
  const detail = lineOf(deps, proposalId, act, { amendmentId });
  const lines = {
    accept: { ...detail, did: 'accept-amendment' },
    reject: { ...detail, did: 'reject-amendment' },
    withdraw: { ...detail, did: 'withdraw-amendment' },
  } as const;
  const beside = [...changed.map((one) => amendmentStep(proposalId, one)), ...(judged ? [newText(judged.text)] : [])];
  return (await proposals.put(after, lines[step], beside)) ? answer(after) : changedMeanwhile;
};
