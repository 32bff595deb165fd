import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { CirculationStores } from '../../data/circulation-stores.ts';
import { circulationDeps } from '../../deps.ts';
import { calendarBranch } from '../../domain/policies.ts';
import { decideRecall } from '../../domain/recall.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { holdsUntil } from '../../use-cases/hold-candidates.ts';
import { loadHoldCopies, loadOwnHold } from '../../use-cases/load-hold.ts';
import { contract } from './contract.ts';

/** The categories of the patrons who have these copies: the rules ask for them. */
const categoriesOf = async (house: CirculationStores, items: readonly ItemCirculation[]) => {
  const ids = [...new Set(items.flatMap(({ loan }) => loan?.patronId ?? []))];
  const statuses = await Promise.all(ids.map((id) => house.status(id)));
  return new Map(statuses.flatMap((one) => (one ? [[one.patronId, one.category] as const] : [])));
};

// A recall chooses by what others have recalled, so it never reads what may be stale.
const reading = { strong: true };

export const handler = handle(contract, circulationDeps, async ({ actor, path, body, now, keep }, house) => {
  const { branchId } = body;
  const policies = await house.policiesAt(now);
  if (!policies) return refuse('no-policies', 'The consortium has adopted no loan rules yet.');
  const outcome = await decideAndSave(
    house.table,
    async () => {
      const own = await loadOwnHold(house, { path, actor, branchId }, reading);
      if ('refused' in own) return own;
      const { items, recordIds } = await loadHoldCopies(house, own.hold, reading);
      // After the copies, and all that are looked at: what others have recalled says which loan is next (C33).
      const waiting = await holdsUntil(house.table, recordIds, () => false, reading);
      const places = items.flatMap((item) =>
        item.loan ? calendarBranch(policies, item, item.loan.checkoutBranch) : [],
      );
      const [calendars, categories] = await Promise.all([
        house.calendars([...new Set(places)], now),
        categoriesOf(house, items),
      ]);
      const decision = decideRecall({
        ...{ hold: own.hold, items, waiting, at: iso(now), policies },
        categoryOf: (patronId) => categories.get(patronId) ?? '',
        calendarOf: (place) => calendars.get(place),
        ...(branchId !== undefined && actor?.kind !== 'patron' && { branchId }),
      });
      if ('refused' in decision) return decision;
      const { itemId, loan } = decision.changes.item?.after ?? decision.item;
      const read = { item: decision.item, holds: [own.hold] };
      return { decided: decision, read, answer: { itemId, due: loan?.due ?? iso(now) } };
    },
    keep,
  );
  return 'refused' in outcome ? outcome : answer(outcome.ok);
});
