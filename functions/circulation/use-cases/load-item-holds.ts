import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import type { CirculationStores, Consistency } from '../data/circulation-stores.ts';
import { newestHolds } from '../data/hold-candidates.ts';
import { followed } from '../domain/holds/hold-editions.ts';

/** Loads the hold that an item is reserved or in transit for, whichever record it was placed on; undefined when it has ended. */
export const loadItemHold = async (
  { holds, unions }: CirculationStores,
  item: ItemCirculation,
  reading: Consistency,
): Promise<Hold | undefined> => {
  const { hold: claim, recordId } = item;
  if (claim === undefined) return undefined;
  const own = recordId === undefined ? undefined : await holds.get(recordId, claim.holdId, reading);
  if (own) return own;
  // Placed on a record that was merged into the item's, or that the item has left since.
  return (
    (await unions.holdOn(item, claim.holdId, reading)) ??
    (await holds.ofPatron(claim.patronId)).find(({ holdId }) => holdId === claim.holdId)
  );
};

/** Open holds of a patron: all that were found, and those in the queue of some records. */
type OwnHolds = { all: Hold[]; here: Hold[] };

const ownAmong = async (
  { table }: CirculationStores,
  { patronId, counters }: PatronStatus,
  listed: readonly Hold[],
  recordIds: readonly string[],
): Promise<OwnHolds> => {
  const newest = listed.length < counters.holds ? await newestHolds(table, recordIds) : [];
  const own = [...listed, ...newest.filter((hold) => hold.patronId === patronId)];
  const isHere = (recordId: string): boolean => recordIds.includes(recordId);
  const here = own.filter((hold) => isHere(hold.recordId) || hold.editions?.some(isHere));
  return { all: own, here: [...new Map(here.map((hold) => [hold.holdId, followed(hold, recordIds)])).values()] };
};

/**
 * Loads the patron's open holds, and which of them are in the queue of merged records or of a work's editions. The index of a patron's holds is
 * eventually consistent: when it has fewer holds than the counter (which also counts requested consortium loans), the latest
 * holds on the records are searched as well.
 */
export const patronHolds = async (
  deps: CirculationStores,
  patron: PatronStatus,
  recordIds: readonly string[],
  reading: Consistency,
): Promise<OwnHolds> => {
  if (patron.counters.holds === 0) return { all: [], here: [] };
  return ownAmong(deps, patron, await deps.holds.ofPatron(patron.patronId, reading), recordIds);
};

/** Loads the patron's open holds in that queue only. */
export const patronHoldsOn = async (...asked: Parameters<typeof patronHolds>): Promise<Hold[]> =>
  (await patronHolds(...asked)).here;

/** Loads the patron's open hold on the item's union record in the same way; only for patrons who have holds. */
export const patronHoldOn = async (
  deps: CirculationStores,
  { recordId }: ItemCirculation,
  patron: PatronStatus,
  reading: Consistency,
): Promise<Hold | undefined> => {
  if (patron.counters.holds === 0 || recordId === undefined) return undefined;
  const listed = await deps.holds.ofPatron(patron.patronId, reading);
  const direct = listed.find((hold) => hold.recordId === recordId);
  if (direct) return direct;
  const recordIds = (await deps.unions.find(recordId, reading))?.recordIds ?? [recordId];
  const { here } = await ownAmong(deps, patron, listed, recordIds);
  return here.find((hold) => recordIds.includes(hold.recordId));
};
