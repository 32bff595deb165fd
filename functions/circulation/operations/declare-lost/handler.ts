import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { declareLost } from '../../domain/lost-and-claimed.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, { ids, ...house }) => {
  const { branchId } = body;
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const item = await findItem(house, body.item, reading);
      if ('refused' in item) return item;
      const entries = { bill: ids.next('bill', now), entry: ids.next('entry', now) };
      const decision = declareLost({ item, at: iso(now), branchId, ids: entries });
      if ('refused' in decision) return decision;
      const [bill] = decision.changes.bills;
      const charged = bill && { charged: { amount: bill.amount, currency: bill.currency } };
      const state = charged ? ('lost' as const) : ('lost-and-paid' as const);
      const said = { itemId: item.itemId, state, ...charged };
      return { decided: decision, read: { item, by: actorName(actor) }, answer: said };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
