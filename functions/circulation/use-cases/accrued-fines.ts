import type { Money } from '../../../layers/kernel/money/money.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import { accrualBranches, accrualSince, accruedFine } from '../domain/money/accrued-fines.ts';

type Stores = Pick<CirculationStores, 'policiesAt' | 'calendars'>;

/** Returns the fine that each of a patron's items on loan has accrued by now (epoch ms), by the calendars and rules of its return. */
export const accruedFines = async (
  { policiesAt, calendars }: Stores,
  items: readonly ItemCirculation[],
  now: number,
): Promise<(item: ItemCirculation) => Money | undefined> => {
  const [policies, at] = [await policiesAt(now), iso(now)];
  if (!policies) return () => undefined;
  const known = await calendars(accrualBranches(policies, items, at), now, accrualSince(items, at));
  return (item) => accruedFine(policies, item, at, known);
};
