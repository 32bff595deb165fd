import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { countInHouseUse } from '../../domain/mark-item.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ body, now, keep }, house) => {
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const item = await findItem(house, body.item, reading);
      if ('refused' in item) return item;
      const decided = countInHouseUse(item, body.branchId, iso(now));
      const { itemId, state, usedInHouse: uses = 1 } = decided.changes.item?.after ?? item;
      return { decided, read: { item }, answer: { itemId, uses, state } };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
