import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { checkLastCopy, type LastCopyCheck } from '../../../catalogue/public/check-last-copy.ts';
import { circulationDeps } from '../../deps.ts';
import { markItem } from '../../domain/mark-item.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { findItem } from '../../use-cases/find-item.ts';
import { loadItemHold } from '../../use-cases/load-item-holds.ts';
import { contract } from './contract.ts';

const nothingToGuard: LastCopyCheck = { guards: [] };

export const handler = handle(contract, circulationDeps, async ({ actor, body, now, keep }, house) => {
  const { branchId, state: to } = body;
  const outcome = await decideAndSave(
    house.table,
    async (reading) => {
      const item = await findItem(house, body.item, reading);
      if ('refused' in item) return item;
      const claim = await loadItemHold(house, item, reading);
      const { lastCopy, guards } = to === 'withdrawn' ? await checkLastCopy(house.table, item) : nothingToGuard;
      const decision = markItem({ item, to, branchId, at: iso(now), claim, lastCopy });
      if ('refused' in decision) return decision;
      const read = { item, holds: claim ? [claim] : [], by: actorName(actor), beside: guards };
      return { decided: decision, read, answer: { itemId: item.itemId, state: to, was: item.state } };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
