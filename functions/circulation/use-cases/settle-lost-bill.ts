import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { counterAttribute } from '../../patrons/public/counter-attribute.ts';
import type { Beside, StoredBill } from '../data/bill-store.ts';
import { settleLost } from '../domain/items/lost-and-claimed.ts';
import { decisionWrites } from './circulation-writes.ts';

const nothing: Beside = { writes: [], counters: {} };

/**
 * Returns the write that settles a lost item's charge: the item is lost and paid for, its loan is no longer counted. Takes the bill as
 * read, the amounts that the act leaves open and waives, the time and the branch; does nothing for any other bill.
 */
export const lostSettlement = async (
  table: Table,
  { kind, billId, itemId }: StoredBill,
  { open, waived }: { open: number; waived: number },
  { at, branchId, strong }: { at: string; branchId?: string; strong: boolean },
): Promise<Beside> => {
  if (kind !== 'lost' || (open > 0 && waived === 0) || itemId === undefined) return nothing;
  const item = await itemStore(table).get(itemId, { strong });
  const settled = item && settleLost({ item, at, ...(branchId && { branchId }) }, { billId, open, waived });
  if (settled === undefined) return nothing;
  const { patrons, ...changes } = settled.changes;
  const writes = decisionWrites({ ...settled, changes: { ...changes, patrons: [] } }, { item });
  const added = patrons.flatMap(({ add }) => Object.entries(add));
  return {
    writes: writes.map(({ write }) => write),
    counters: Object.fromEntries(added.map(([counter, by]) => [counterAttribute(counter), by ?? 0])),
  };
};
