import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { claimReturned } from '../../domain/lost-and-claimed.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ body, now, keep }, house) => {
  const { branchId } = body;
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const item = await findItem(house, body.item, reading);
      if ('refused' in item) return item;
      const decision = claimReturned({ item, at: iso(now), branchId });
      if ('refused' in decision) return decision;
      const patron = item.loan && (await house.status(item.loan.patronId, reading));
      const claims = (patron?.counters.claims ?? 0) + 1;
      const said = { itemId: item.itemId, state: 'claimed-returned' as const, claims };
      return { decided: decision, read: { item }, answer: said };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
