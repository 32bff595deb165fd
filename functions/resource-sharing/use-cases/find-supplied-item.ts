import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { findRecord } from '../../catalogue/public/find-record.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { judgeScan } from '../domain/items/scanned-copy.ts';

const unionRecord = async ({ table }: ResourceSharingDeps, recordId: string): Promise<string> =>
  (await findRecord(table, recordId))?.now.recordId ?? recordId;

/** The scan of a supplied item, with the person and the request; `otherRecord` when staff confirm a copy of another record. */
type Scan = { barcode: string; member: string; requestId: string; otherRecord?: boolean | undefined };
/** The copy, and the request's record where the copy determines it. */
export type Supplied = { item: ItemCirculation; changes?: { recordId: string } };

/**
 * Finds the copy that a supplier scanned: its own, and of the requested record, or an acceptable substitute. Merged
 * records are one record.
 */
export const findSuppliedItem = async (
  deps: ResourceSharingDeps,
  scan: Scan,
): Promise<Supplied | ReturnType<typeof refuse<'unknown-item' | 'other-record' | 'unknown-request'>>> => {
  const [found, stored] = await Promise.all([deps.items.find(scan.barcode), deps.requests.load(scan.requestId)]);
  // When two items have the number, the supplier means its own.
  const item = found.find(({ memberId }) => memberId === scan.member);
  // A library that was not asked learns nothing of the request, not even its record by a copy of its own.
  if (!stored?.request.asks.some(({ supplierMember }) => supplierMember === scan.member))
    return refuse('unknown-request', 'There is no such request.');
  if (!item) {
    return refuse('unknown-item', 'This library has no item with this barcode.', '/body/barcode');
  }
  const [its, wanted] = await Promise.all([
    unionRecord(deps, item.recordId ?? ''),
    unionRecord(deps, stored.request.recordId),
  ]);
  const judged = judgeScan(stored.request, { its, wanted, confirmed: scan.otherRecord === true });
  if (judged === 'other-record')
    return refuse('other-record', 'The item is a copy of another record.', '/body/barcode');
  return judged === 'taken-over' ? { item, changes: { recordId: its } } : { item };
};

/** The due date by the owner's loan rule, when the supplier states none. */
export const dueByRule = async (
  deps: ResourceSharingDeps,
  requestId: string,
  item: ItemCirculation,
  now: number,
): Promise<string | undefined> => {
  const stored = await deps.requests.load(requestId);
  return stored && deps.copies.dueByRule(stored.request, item, iso(now), now);
};
