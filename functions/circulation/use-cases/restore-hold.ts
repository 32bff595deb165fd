import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { queueTo } from '../data/hold-candidates.ts';
import type { CirculationDeps } from '../deps.ts';
import { holdsPolicyOf, policiesFor } from '../domain/decisions/policies.ts';
import { decideRestoreHold } from '../domain/holds/restore-hold.ts';
import type { HoldView } from '../schemas/holds.ts';
import { holdView } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { type HoldReference, loadHoldCopies, loadOwnHold, withHold } from './load-hold.ts';
import { patronHoldsOn } from './load-item-holds.ts';
import { loadOpenLoans } from './load-open-loans.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';

type Input = OperationInput<{ branchId?: string | undefined }, { hold: HoldView }> & { path: HoldReference };

/** Restores a cancelled hold at its previous place in the queue, when the rules would permit placing it now. */
export const restoreHold = async (deps: CirculationDeps, { actor, path, body, now, keep }: Input) => {
  const adopted = await deps.policiesAt(now);
  if (!adopted) return refuseWithoutPolicies();
  const plan = async (consistency: { strong: boolean }) => {
    const own = await loadOwnHold(deps, { path, actor, branchId: body.branchId }, consistency);
    if ('refused' in own) return own;
    const { hold } = own;
    // The patron is read first: concurrent loans and holds of the patron are then in the later reads, or fail the write.
    const patron = await deps.status(hold.patronId, consistency);
    if (!patron) return refuse('unknown-patron', 'The patron of this hold is gone.');
    const policies = policiesFor(adopted, patron);
    const [branch, around] = await Promise.all([
      deps.branches.known(hold.pickupBranch, now),
      loadHoldCopies(deps, hold, consistency),
    ]);
    if (!branch) return refuseUnknownBranch(hold.pickupBranch);
    const { items, recordIds } = around;
    const ownHolds = await patronHoldsOn(deps, patron, recordIds, consistency);
    const at = iso(now);
    const decision = decideRestoreHold({
      ...{ hold, patron, items, ownHolds, policies, at, isByPatron: actor?.kind === 'patron' },
      pickup: { branchId: branch.branchId, allowsPickup: branch.pickup, calendar: branch.calendar },
      ...(await loadOpenLoans(deps, patron, { policies, maxOverdue: holdsPolicyOf(policies).maxOverdue, now })),
    });
    if ('refused' in decision) return decision;
    const after = decision.changes.holds[0]?.after ?? hold;
    const queue = await queueTo(deps.table, recordIds, after);
    const read = { holds: [hold], patrons: [patron] };
    return { decided: decision, read, answer: { hold: holdView(after, withHold(after, queue)) } };
  };
  return decideAndSave(deps.table, plan, keep);
};
