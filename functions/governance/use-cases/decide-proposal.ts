import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { actorName, type StaffActor } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { authorStep, secondStep } from '../data/proposal-store.ts';
import { whileSecond } from '../data/second-store.ts';
import type { ProposalDeps } from '../deps.ts';
import { kindOf } from '../domain/own-part.ts';
import { isWaiting, type RuleProposal } from '../domain/rule-proposal.ts';
import { decidesByRole, isSecondAt } from '../domain/second-person.ts';
import type { ProposalView } from '../schemas/policies.ts';
import { adoptChanges } from './adopt-changes.ts';
import { proposalView } from './proposal-view.ts';

/** The action of a person on a proposal. `v` is its version as the person read it. */
type Step = { step: 'adopt' | 'decline' | 'withdraw' | 'see'; v: number; reason?: string | undefined };
type Input = {
  memberId: string;
  proposalId: string;
  decision: Step;
  actor: StaffActor;
  now: number;
  keep: Keep<ProposalView>;
};

const settled = refuse('proposal-settled', 'It was changed or decided meanwhile: look again.');

const statesAfter = { decline: 'declined', withdraw: 'withdrawn' } as const;

const fits = (proposal: RuleProposal, { step, v }: Step): boolean =>
  proposal.v === v && isWaiting(proposal) && (step === 'see') === (proposal.state === 'adopted');

/**
 * Adopts or declines a proposal, or notes that a second person saw what its author adopted alone; its author only withdraws it. That a second
 * person is another one, and still is the one that the member named, are conditions of the write.
 */
export const decideProposal = async (deps: ProposalDeps & { ids: Ids }, input: Input) => {
  const { proposals, seconds, policies, table, ids } = deps;
  const { memberId, proposalId, decision, actor, now, keep } = input;
  const [found, second] = await Promise.all([proposals.get(memberId, proposalId), seconds.get(memberId)]);
  const byRole = decidesByRole(actor, memberId);
  const mayDecide = byRole || isSecondAt(second, actor.id);
  if (!found || !(mayDecide || found.authorId === actor.id))
    return refuse('unknown-proposal', 'There is no such proposal that you decide.');
  const isOwn = found.authorId === actor.id;
  if (isOwn !== (decision.step === 'withdraw'))
    return refuse('own-proposal', 'Another person than its author decides it; only its author withdraws it.');
  if (decision.step === 'decline' && decision.reason === undefined)
    return refuse('reason-needed', 'Say why it is declined.', '/body/reason');
  if (!fits(found, decision)) return settled;
  const act = { by: actorName(actor), at: iso(now) };
  const auditId = ids.next('audit', now);
  const { last } = await policies.adopted(kindOf(found), act.at);
  const viewOf = (after: RuleProposal) => proposalView(after, { actor, mayDecide, last: after.version ?? last });
  const step = (after: RuleProposal): Write[] => [
    isOwn ? authorStep(after) : secondStep(after, actor.id),
    ...(isOwn || byRole ? [] : [whileSecond(memberId, actor.id)]),
    ...keep(viewOf(after)),
  ];
  if (decision.step === 'adopt') {
    const after = (version: number): RuleProposal => ({
      ...{ ...found, state: 'adopted', decided: act, version, v: found.v + 1 },
    });
    const beside = (version: number) => step(after(version));
    const adopted = await adoptChanges(deps, { proposal: found, by: act.by, now, auditId, beside });
    if (adopted === undefined) return settled;
    return 'refused' in adopted ? adopted : answer(viewOf(after(adopted.version)));
  }
  const after: RuleProposal =
    decision.step === 'see'
      ? { ...found, seen: act, v: found.v + 1 }
      : {
          ...{ ...found, state: statesAfter[decision.step], v: found.v + 1 },
          decided: { ...act, ...(decision.reason !== undefined && { reason: decision.reason }) },
        };
  const line = { subject: `proposal:${proposalId}`, auditId, ...act, detail: { memberId } };
  const dids = { decline: 'decline-proposal', withdraw: 'withdraw-proposal', see: 'see-proposal' };
  const conflict = await table.write([...step(after), auditWrite({ ...line, did: dids[decision.step] })]);
  return conflict ? settled : answer(viewOf(after));
};
