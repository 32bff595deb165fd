import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { claimMissing } from '../../domain/lost-and-claimed.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, { ids, ...house }) => {
  const { branchId, comment } = body;
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const item = await findItem(house, body.item, reading);
      if ('refused' in item) return item;
      const decision = claimMissing({ item, at: iso(now), branchId });
      if ('refused' in decision) return decision;
      const audit = {
        subject: `item:${item.itemId}`,
        ...{ at: iso(now), auditId: ids.next('audit', now), by: actorName(actor) },
        did: 'gave up the search for an item claimed returned',
        detail: { comment },
      };
      const said = { itemId: item.itemId, state: 'missing' as const };
      return { decided: decision, read: { item, audit }, answer: said };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
