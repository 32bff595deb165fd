import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { CirculationDeps } from '../deps.ts';
import { policiesFor } from '../domain/decisions/policies.ts';
import { decideSuspendHold } from '../domain/holds/suspend-hold.ts';
import { type SuspendedDays, suspensionOf } from '../domain/holds/suspension.ts';
import type { HoldView } from '../schemas/holds.ts';
import { holdView } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { actorLabel, type HoldReference, loadOwnHold, loadQueueTo, withHold } from './load-hold.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';

type Input = Omit<OperationInput<never, { hold: HoldView }>, 'body'> & {
  path: HoldReference;
  branchId?: string | undefined;
};

/** Suspends a hold between days of its pickup branch's calendar, or resumes it when no days are given. */
export const suspendHold = async (
  deps: CirculationDeps,
  { path, actor, branchId, now, keep }: Input,
  days?: SuspendedDays,
) => {
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  const plan = async (consistency: { strong: boolean }) => {
    const own = await loadOwnHold(deps, { path, actor, branchId }, consistency);
    if ('refused' in own) return own;
    const { hold, item } = own;
    const branch = await deps.branches.known(hold.pickupBranch, now);
    if (!branch) return refuseUnknownBranch(hold.pickupBranch);
    const suspension = days && { suspension: suspensionOf(branch.calendar, days, iso(now)) };
    const decision = decideSuspendHold({
      ...{ ...own, at: iso(now), ...suspension },
      policies: policiesFor(policies, { homeMember: hold.patronMember }),
    });
    if ('refused' in decision) return decision;
    const after: Hold = decision.changes.holds[0]?.after ?? hold;
    const queue = await loadQueueTo(deps, hold, consistency);
    const read = { item, holds: [hold], by: actorLabel(actor) };
    return { decided: decision, read, answer: { hold: holdView(after, withHold(after, queue)) } };
  };
  return decideAndSave(deps.table, plan, keep);
};
