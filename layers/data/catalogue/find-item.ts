import * as z from 'zod';
import type { Audience } from '../../domain/catalogue/visibility.ts';
import { key } from '../keys.ts';
import type { Table } from '../table.ts';
import { readItemDescription, type StoredItem } from './item-writes.ts';
import { readSource } from './source-record.ts';

const pointer = z.object({ itemId: z.string(), sourceId: z.string() });
const circulation = z.object({
  state: z.string(),
  currentBranch: z.string(),
  recordId: z.string().optional(),
  loan: z.object({ due: z.string() }).optional(),
});

/** An item with where it is now; of a loan only when it is due. `keptFrom`: whom it, its holding or its record is hidden from. */
export type FoundItem = StoredItem & {
  state: string;
  currentBranch: string;
  recordId?: string;
  due?: string;
  keptFrom: Audience[];
};

/** Finds an item by its barcode alone, anywhere in the consortium. */
export const findItem = async (table: Table, barcode: string): Promise<FoundItem | undefined> => {
  const claimed = await table.get(key('barcode', { barcode }));
  if (!claimed) return undefined;
  const [description, now, source] = await table.getMany([
    key('itemDescription', pointer.parse(claimed)),
    key('item', pointer.parse(claimed)),
    key('source', pointer.parse(claimed)),
  ]);
  if (!description || !now) return undefined;
  const { state, currentBranch, recordId, loan } = circulation.parse(now);
  const item = readItemDescription(description);
  const { hiddenFrom = [], hiddenHoldings = {} } = source ? readSource(source) : {};
  return {
    ...item,
    state,
    currentBranch,
    ...(recordId ? { recordId } : {}),
    ...(loan ? { due: loan.due } : {}),
    keptFrom: [...hiddenFrom, ...(hiddenHoldings[item.branchId] ?? []), ...item.hiddenFrom],
  };
};
