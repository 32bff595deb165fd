import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { holdsPolicyOf } from '../../domain/policies.ts';
import { decideRestoreHold } from '../../domain/restore-hold.ts';
import { holdView } from '../../schemas/views.ts';
import { countOverdue } from '../../use-cases/count-overdue.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { queueTo } from '../../use-cases/hold-candidates.ts';
import { loadHoldCopies, loadOwnHold, withHold } from '../../use-cases/load-hold.ts';
import { patronHoldsOn } from '../../use-cases/load-item-holds.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, path, body, now, keep }, house) => {
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const own = await loadOwnHold(house, { path, actor, branchId: body.branchId }, reading);
      if ('refused' in own) return own;
      const { hold } = own;
      // The patron first: what is lent to or held for him meanwhile is seen around the hold, or fails the write.
      const patron = await house.status(hold.patronId, reading);
      if (!patron) return refuse('unknown-patron', 'The patron of this hold is gone.');
      const [branch, around] = await Promise.all([
        house.branches.known(hold.pickupBranch, now),
        loadHoldCopies(house, hold, reading),
      ]);
      if (!branch) return refuse('unknown-branch', `${hold.pickupBranch} is no branch.`);
      const { items, recordIds } = around;
      const ownHolds = await patronHoldsOn(house, patron, recordIds, reading);
      const at = iso(now);
      const decision = decideRestoreHold({
        ...{ hold, patron, items, ownHolds, policies, at },
        pickup: { branchId: branch.branchId, allowsPickup: branch.pickup, calendar: branch.calendar },
        ...(await countOverdue(house, patron, holdsPolicyOf(policies).maxOverdue, at)),
      });
      if ('refused' in decision) return decision;
      const after = decision.changes.holds[0]?.after ?? hold;
      const queue = await queueTo(house.table, recordIds, after);
      const read = { holds: [hold], patrons: [patron] };
      return { decided: decision, read, answer: { hold: holdView(after, withHold(after, queue)) } };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
