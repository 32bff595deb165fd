import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { decideSendItem } from '../../domain/move-item.ts';
import { movementOf } from '../../domain/policies.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { transitSlip } from '../../use-cases/transit-slip.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ body, now, keep }, house) => {
  const { branchId, to, purpose, inHand } = body;
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  if (!(await house.branches.known(to, now))) return refuse('unknown-branch', `${to} is no branch.`, '/body/to');
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const item = await findItem(house, body.item, reading);
      if ('refused' in item) return item;
      const decision = decideSendItem({ item, branchId, to, purpose, inHand, at: iso(now) });
      if ('refused' in decision) return decision;
      const { itemId, barcode, state } = decision.changes.item?.after ?? item;
      const slip = inHand && { slip: transitSlip(movementOf(policies), branchId, to, 'transfer') };
      return { decided: decision, read: { item }, answer: { itemId, barcode, state, ...slip } };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
