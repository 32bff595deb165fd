import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { circulationDeps } from '../../deps.ts';
import { decideCancelTransit } from '../../domain/move-item.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { loadItemHold } from '../../use-cases/load-item-holds.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, house) => {
  const { branchId, reason, force: forced } = body;
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const item = await findItem(house, body.item, reading);
      if ('refused' in item) return item;
      const claim = await loadItemHold(house, item, reading);
      const decision = decideCancelTransit({ item, branchId, reason, forced, at: iso(now), claim });
      if ('refused' in decision) return decision;
      const { itemId, state } = decision.changes.item?.after ?? item;
      const read = { item, holds: claim ? [claim] : [], by: actorName(actor) };
      return { decided: decision, read, answer: { itemId, state } };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
