import { findRecord } from '../../layers/data/catalogue/union-record.ts';
import type { SharingStores } from '../../layers/data/sharing-stores.ts';
import type { ItemCirculation } from '../../layers/domain/circulation/item-circulation.ts';
import { refuse } from '../../layers/http/outcome.ts';
import { iso } from '../../layers/runtime/clock.ts';

const unionRecord = async ({ table }: SharingStores, recordId: string): Promise<string> =>
  (await findRecord(table, recordId))?.now.recordId ?? recordId;

/** The copy that a supplier scanned: its own, and of the record asked for. Records that were merged are one. */
export const suppliedItem = async (
  deps: SharingStores,
  wish: { barcode: string; member: string; requestId: string },
): Promise<
  { item: ItemCirculation } | ReturnType<typeof refuse<'unknown-item' | 'other-record' | 'unknown-request'>>
> => {
  const [found, stored] = await Promise.all([deps.items.find(wish.barcode), deps.requests.load(wish.requestId)]);
  // Of two items that bear the number the supplier means its own.
  const item = found.find(({ memberId }) => memberId === wish.member);
  if (!stored) return refuse('unknown-request', 'There is no such request.');
  if (!item) {
    return refuse('unknown-item', 'This library has no item with this barcode.', '/body/barcode');
  }
  const [its, wanted] = await Promise.all([
    unionRecord(deps, item.recordId ?? ''),
    unionRecord(deps, stored.request.recordId),
  ]);
  if (its !== wanted) return refuse('other-record', 'The item is a copy of another record.', '/body/barcode');
  return { item };
};

/** Until when the owner's loan rule lends the copy: the due date when the supplier names none. */
export const dueByRule = async (
  deps: SharingStores,
  requestId: string,
  item: ItemCirculation,
  now: number,
): Promise<string | undefined> => {
  const stored = await deps.requests.load(requestId);
  return stored && deps.copies.dueByRule(stored.request, item, iso(now), now);
};
