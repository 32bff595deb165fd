import { isDeepStrictEqual } from 'node:util';
import type { StaffActor } from '../../../layers/platform/http/actor.ts';
import { actorName } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { floorsKind } from '../../../layers/records/policies/domain/floors.ts';
import type { LoanRule, LoanRules } from '../../../layers/records/policies/domain/loan-rules.ts';
import { newProposal, ownStep } from '../data/proposal-store.ts';
import type { ProposalDeps } from '../deps.ts';
import { actsAlone } from '../domain/acts-alone.ts';
import type { RuleChange, RuleProposal } from '../domain/rule-proposal.ts';
import type { ProposalView } from '../schemas/proposals.ts';
import { adoptChanges } from './adopt-changes.ts';
import { fitChanges, refuseBounds, versionsFrom } from './fit-changes.ts';
import { proposalView } from './proposal-view.ts';
import { refuseUnknown } from './refuse-unknown.ts';

type Proposed = {
  memberId: string;
  rules: LoanRule[];
  follows: number;
  effectiveFrom?: string | undefined;
  reason: string;
  /** An own proposal that waits and that this one replaces. */
  replaces?: string | undefined;
};
type Input = { proposed: Proposed; actor: StaffActor; now: number; keep: Keep<ProposalView> };

/** Returns the changes that rules make, as they are in a version; refuses rules that are not the member's own. */
const changesIn = (
  { rules: before }: LoanRules,
  { memberId, rules }: Proposed,
): RuleChange[] | ReturnType<typeof refuse<'not-own-rule'>> => {
  const foreign = rules.findIndex(
    ({ id, setBy }) => setBy !== memberId || before.some((one) => one.id === id && one.setBy !== memberId),
  );
  if (foreign >= 0) return refuse('not-own-rule', 'This rule is not the member’s own.', `/body/rules/${foreign}/setBy`);
  return rules.flatMap((after): RuleChange[] => {
    const found = before.find(({ id }) => id === after.id);
    if (found === undefined) return [{ after }];
    return isDeepStrictEqual(found, after) ? [] : [{ before: found, after }];
  });
};

/** Returns the waiting proposal that is replaced, which must be the author's own. */
const replacedBy = async ({ proposals }: ProposalDeps, { memberId, replaces }: Proposed, authorId: string) => {
  if (replaces === undefined) return undefined;
  const found = await proposals.get(memberId, replaces);
  if (found?.authorId !== authorId)
    return refuse('unknown-proposal', 'There is no such proposal of yours.', '/body/replaces');
  return found.state === 'waiting' ? found : refuse('proposal-settled', 'It was decided already.', '/body/replaces');
};

/**
 * Proposes changes of a member's own loan rules, which another person adopts. Small ones, as the consortium says, are adopted at once and
 * wait to be seen. A proposal in place of an own one that waits puts it on top of the rules as they are now.
 */
export const proposeRules = async (deps: ProposalDeps & { ids: Ids }, { proposed, actor, now, keep }: Input) => {
  const { policies, table, ids } = deps;
  const { memberId, effectiveFrom, reason, follows } = proposed;
  const begins = effectiveFrom === undefined ? now : Date.parse(effectiveFrom);
  if (begins < now) return refuse('in-the-past', 'Choose now or later.', '/body/effectiveFrom');
  const { first, later, last } = await versionsFrom(policies, begins);
  if (!first || follows !== last)
    return refuse('policy-overtaken', 'Other loan rules were adopted since.', '/body/follows');
  const changes = changesIn(first.body, proposed);
  if (!Array.isArray(changes)) return changes;
  if (changes.length === 0) return refuse('nothing-changes', 'The rules are like this already.', '/body/rules');
  const bounds = { changes: proposed.rules.map((after) => ({ after })), begins, now, currency: first.body.currency };
  const outOfBounds = await refuseBounds(policies, bounds);
  if (outOfBounds) return outOfBounds;
  const onlyThese = { ...first.body, rules: proposed.rules, groups: {}, limitGroups: {}, equipmentTypes: [] };
  const unknown = await refuseUnknown(deps, onlyThese, begins, '/body');
  if (unknown) return unknown;
  const fitting = fitChanges([first, ...later], changes);
  if (!Array.isArray(fitting)) return fitting;
  const replaced = await replacedBy(deps, proposed, actor.id);
  if (replaced && 'refused' in replaced) return replaced;
  const by = actorName(actor);
  const act = { by, at: iso(now) };
  const proposal: RuleProposal = {
    proposalId: replaced?.proposalId ?? ids.next('proposal', now),
    ...{ memberId, state: 'waiting', changes, reason, follows, proposed: act, authorId: actor.id },
    ...(effectiveFrom !== undefined && { effectiveFrom: iso(begins) }),
    v: (replaced?.v ?? 0) + 1,
  };
  const auditId = ids.next('audit', now);
  const writeOf = (one: RuleProposal) => (replaced ? ownStep(one) : newProposal(one));
  const floors = await policies.inForce(floorsKind, begins, now);
  if (actsAlone(floors?.body.alone, changes)) {
    const after = (version: number): RuleProposal => ({
      ...{ ...proposal, state: 'adopted', decided: act, alone: true, version },
    });
    const beside = (version: number) => [
      writeOf(after(version)),
      ...keep(proposalView(after(version), { actor, mayDecide: false, last: version })),
    ];
    const adopted = await adoptChanges(deps, { proposal, by, now, auditId, beside });
    if (adopted === undefined)
      return refuse('policy-overtaken', 'Other loan rules were adopted since.', '/body/follows');
    if ('refused' in adopted) return adopted;
    return answer(proposalView(after(adopted.version), { actor, mayDecide: false, last: adopted.version }));
  }
  const view = proposalView(proposal, { actor, mayDecide: false, last });
  const subject = `proposal:${proposal.proposalId}`;
  const audit = auditWrite({
    subject,
    at: act.at,
    auditId,
    by,
    did: 'propose-rules',
    detail: { memberId, follows, reason },
  });
  const conflict = await table.write([writeOf(proposal), audit, ...keep(view)]);
  return conflict ? refuse('proposal-settled', 'It was changed just now.', '/body/replaces') : answer(view);
};
