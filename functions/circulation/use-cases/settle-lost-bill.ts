import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { counterAttribute } from '../../patrons/public/counter-attribute.ts';
import type { Beside, StoredBill } from '../data/bill-store.ts';
import { settleLost } from '../domain/lost-and-claimed.ts';
import { decisionWrites } from './circulation-writes.ts';

const nothing: Beside = { writes: [], counters: {} };

/**
 * What the payment of the last of a lost item's charge settles: the item is lost and paid for, its loan counts no more.
 * Takes the bill as read, what the act leaves open and waives, when and where; gives nothing to do for any other bill.
 */
export const lostSettlement = async (
  table: Table,
  { kind, billId, itemId }: StoredBill,
  { open, waived }: { open: number; waived: number },
  { at, branchId, strong }: { at: string; branchId: string; strong: boolean },
): Promise<Beside> => {
  if (kind !== 'lost' || (open > 0 && waived === 0) || itemId === undefined) return nothing;
  const item = await itemStore(table).get(itemId, { strong });
  const settled = item && settleLost({ item, at, branchId }, { billId, open, waived });
  if (settled === undefined) return nothing;
  const { patrons, ...changes } = settled.changes;
  const writes = decisionWrites({ ...settled, changes: { ...changes, patrons: [] } }, { item });
  const added = patrons.flatMap(({ add }) => Object.entries(add));
  return {
    writes: writes.map(({ write }) => write),
    counters: Object.fromEntries(added.map(([counter, by]) => [counterAttribute(counter), by ?? 0])),
  };
};
