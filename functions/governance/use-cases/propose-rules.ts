import { isDeepStrictEqual } from 'node:util';
import type { StaffActor } from '../../../layers/platform/http/actor.ts';
import { actorName } from '../../../layers/platform/http/actor.ts';
import type { Keep } from '../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { LoanRule, LoanRules } from '../../../layers/records/policies/domain/loan-rules.ts';
import type { OwnKind } from '../../../layers/records/policies/domain/own-values.ts';
import { authorStep, newProposal } from '../data/proposal-store.ts';
import type { ProposalDeps } from '../deps.ts';
import { actsAlone } from '../domain/acts-alone.ts';
import { kindOf, ownNumbersIn } from '../domain/own-part.ts';
import type { RuleChange, RuleProposal } from '../domain/rule-proposal.ts';
import type { ProposalView } from '../schemas/policies.ts';
import { adoptChanges } from './adopt-changes.ts';
import { currencyAt, fitChanges, floorsAt, refuseBounds, versionsFrom } from './fit-changes.ts';
import { proposalView } from './proposal-view.ts';
import { refuseUnknown } from './refuse-unknown.ts';

type Proposed = {
  memberId: string;
  rules: LoanRule[];
  own?: { kind: OwnKind; values: Record<string, number> } | undefined;
  follows: number;
  effectiveFrom?: string | undefined;
  reason: string;
  /** An own proposal that waits and that this one replaces. */
  replaces?: string | undefined;
};
type Input = { proposed: Proposed; actor: StaffActor; now: number; keep: Keep<ProposalView> };

/** Returns the changes that rules make, as they are in a version; refuses rules that are not the member's own. */
const rulesIn = ({ rules: before }: LoanRules, { memberId, rules }: Proposed) => {
  const foreign = rules.findIndex(
    ({ id, setBy }) => setBy !== memberId || before.some((one) => one.id === id && one.setBy !== memberId),
  );
  if (foreign >= 0) return refuse('not-own-rule', 'This rule is not the member’s own.', `/body/rules/${foreign}/setBy`);
  const changes = rules.flatMap((after): RuleChange[] => {
    const found = before.find(({ id }) => id === after.id);
    if (found === undefined) return [{ after }];
    return isDeepStrictEqual(found, after) ? [] : [{ before: found, after }];
  });
  return changes.length > 0
    ? { changes }
    : refuse('nothing-changes', 'The rules are like this already.', '/body/rules');
};

/** Returns what a request changes in a version: the member's own rules, or its values of another policy. */
const changesIn = (body: Parameters<typeof ownNumbersIn>[0] | LoanRules, proposed: Proposed) => {
  const { own, memberId } = proposed;
  if (!own) return 'rules' in body ? rulesIn(body, proposed) : refuse('not-own-rule', 'No rules are proposed.');
  if ('rules' in body) return refuse('not-own-rule', 'Rules are proposed one by one.', '/body/own');
  const before = ownNumbersIn(body, memberId);
  if (isDeepStrictEqual(before, own.values))
    return refuse('nothing-changes', 'The values are like this already.', '/body/own/values');
  return { changes: [], own: { kind: own.kind, before, after: own.values } };
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
 * Proposes changes of a member's own loan rules, or of its values of another policy, which another person adopts. Small ones, as the
 * consortium says, are adopted at once and wait to be seen. A proposal in place of an own one that waits puts it on top of the rules as they are now.
 */
export const proposeRules = async (deps: ProposalDeps & { ids: Ids }, { proposed, actor, now, keep }: Input) => {
  const { policies, table, ids } = deps;
  const { memberId, effectiveFrom, reason, follows } = proposed;
  const begins = effectiveFrom === undefined ? now : Date.parse(effectiveFrom);
  if (begins < now) return refuse('in-the-past', 'Choose now or later.', '/body/effectiveFrom');
  const { first, later, last } = await versionsFrom(policies, kindOf(proposed), begins);
  if (!first || follows !== last)
    return refuse('policy-overtaken', 'Another version was adopted since.', '/body/follows');
  const changed = changesIn(first.body, proposed);
  if ('refused' in changed) return changed;
  const { floors } = await floorsAt(policies, begins);
  const wanted = {
    rules: proposed.rules.map((rule, row) => ({ rule, at: `/body/rules/${row}` })),
    ...(proposed.own && { own: { ...proposed.own, after: proposed.own.values, at: '/body/own/values' } }),
  };
  const outOfBounds = refuseBounds(floors, wanted, await currencyAt(policies, now));
  if (outOfBounds) return outOfBounds;
  const onlyThese = 'rules' in first.body && {
    ...{ ...first.body, rules: proposed.rules, groups: {}, limitGroups: {}, equipmentTypes: [] },
  };
  const unknown = onlyThese && (await refuseUnknown(deps, onlyThese, begins, '/body'));
  if (unknown) return unknown;
  const fitting = fitChanges([first, ...later], { ...changed, memberId });
  if (!Array.isArray(fitting)) return fitting;
  const replaced = await replacedBy(deps, proposed, actor.id);
  if (replaced && 'refused' in replaced) return replaced;
  const by = actorName(actor);
  const act = { by, at: iso(now) };
  const proposal: RuleProposal = {
    proposalId: replaced?.proposalId ?? ids.next('proposal', now),
    ...{ memberId, state: 'waiting', ...changed, reason, follows, proposed: act, authorId: actor.id },
    ...(effectiveFrom !== undefined && { effectiveFrom: iso(begins) }),
    v: (replaced?.v ?? 0) + 1,
  };
  const auditId = ids.next('audit', now);
  const writeOf = (one: RuleProposal) => (replaced ? authorStep(one) : newProposal(one));
  if (actsAlone(floors, proposal)) {
    const after = (version: number): RuleProposal => ({
      ...{ ...proposal, state: 'adopted', decided: act, alone: true, version },
    });
    const beside = (version: number) => [
      writeOf(after(version)),
      ...keep(proposalView(after(version), { actor, mayDecide: false, last: version })),
    ];
    const adopted = await adoptChanges(deps, { proposal, by, now, auditId, beside });
    if (adopted === undefined) return refuse('policy-overtaken', 'Another version was adopted since.', '/body/follows');
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
