import { and, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { BarcodePointer } from '../../items/public/barcode-pointer.ts';
import { guestOf } from '../../items/public/guest-of.ts';
import { guestWrite } from '../../items/public/guest-write.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { withoutTies } from '../../items/public/item-circulation.ts';
import { isRetained } from '../../items/public/item-is-retained.ts';
import { itemRecord } from '../../items/public/item-record.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readBarcode } from '../../items/public/read-barcode.ts';
import { readItem } from '../../items/public/read-item.ts';
import { offerOf, offerRow } from '../data/copy-offer-store.ts';
import { describing, gainsItem } from '../data/item-writes.ts';
import { key } from '../data/keys.ts';
import { readSource, type SourceRecord } from '../data/source-record.ts';
import { findRecord } from '../data/union-record.ts';
import type { mappingDeps } from '../deps.ts';
import { readItemDescription, type StoredItem, toDescription } from '../domain/items/stored-item.ts';
import { memberOfSource } from '../domain/source-id.ts';

/**
 * The taking of a copy: which member takes it, onto which of its records and to which branch, with the permanent note. `at`: ISO 8601 UTC.
 */
type Taking = {
  itemId: string;
  memberId: string;
  sourceId: string;
  branchId: string;
  location: string;
  audit: Pick<AuditLine, 'at' | 'auditId' | 'by'>;
};

/** The reasons why a copy is not taken. */
const why = {
  'unknown-offer': 'No other member offers this copy.',
  'offer-over': 'This offer is over.',
  'unknown-record': 'The member contributed no such record.',
  'other-record': 'This record is another title.',
  'item-retained': 'Its owner is committed to keep the copy.',
  'item-not-free': 'The copy is not free to go.',
  'changed-meanwhile': 'The copy was changed in this moment.',
};
type NotTaken = keyof typeof why;

const isFree = ({ state, loan, hold, transit, request, reserve }: ItemCirculation): boolean =>
  ['available', 'in-process', 'damaged'].includes(state) && !loan && !hold && !transit && !request && !reserve;

/** Records on the giver's source record that the copy is gone: the giver's files still contain it, by its current or former barcode. */
const gaveAway = (giver: SourceRecord, { barcode, fileBarcode = '' }: StoredItem): Write => {
  const gave = [...new Set([...(giver.gave ?? []), barcode, fileBarcode])].filter((one) => one !== '');
  return { update: key('source', giver), set: { gave }, when: unchanged(giver.v) };
};

/** Returns the write that moves the barcode with the copy, to its new owner. */
const relabelled = (pointer: BarcodePointer, { itemId, memberId, sourceId }: Taking): Write => {
  const bearers = pointer.bearers.map((one) => (one.itemId === itemId ? { itemId, memberId, sourceId } : one));
  const row = {
    ...itemsKeys.key('barcode', pointer),
    ...stamp('barcode', pointer.v + 1),
    barcode: pointer.barcode,
    bearers,
  };
  return { put: row, when: unchanged(pointer.v) };
};

const recordOf = async (
  table: Table,
  taking: Taking,
  recordId: string | undefined,
): Promise<'same' | 'unknown-record' | 'other-record'> => {
  const row = await table.get(key('source', taking), { strong: true });
  const source = row && readSource(row);
  if (!source || source.withdrawn) return 'unknown-record';
  if (recordId === undefined) return 'other-record';
  const records = [source.recordId, recordId].map((id) => findRecord(table, id, { strong: true }));
  const [own, offered] = await Promise.all(records);
  return own && own.now.recordId === offered?.now.recordId ? 'same' : 'other-record';
};

const owned = (copy: ItemCirculation, { memberId, branchId, sourceId, location }: Taking): ItemCirculation => {
  const { floated: _floated, away: _away, retained: _retained, ...rest } = withoutTies(copy);
  // The former owner ships it; the first scan at its new branch shelves it.
  return { ...rest, memberId, branchId, sourceId, location, state: 'in-process', v: copy.v + 1 };
};

/**
 * Transfers an offered last copy to another member. In one transaction the copy becomes the taker's, described on the taker's record of the
 * same title with its current barcode; the offer is marked as taken, and the giver's record stores the barcodes that left. The transaction
 * fails when the copy, the offer or the taker's record is not as it was read.
 */
const transferCopy = async (table: Table, taking: Taking): Promise<StoredItem | NotTaken> => {
  const { itemId, memberId, audit } = taking;
  const offer = await offerOf(table, itemId);
  if (!offer || offer.memberId === memberId) return 'unknown-offer';
  if (offer.state !== 'open' || offer.until <= audit.at) return 'offer-over';
  const row = await table.get(itemsKeys.key('item', { itemId }), { strong: true });
  const copy = row && readItem(row);
  // The offering member no longer owns the copy.
  if (copy && copy.memberId !== offer.memberId) return 'offer-over';
  const record = await recordOf(table, taking, copy?.recordId);
  if (record !== 'same') return record;
  if (copy && isRetained(copy, audit.at)) return 'item-retained';
  const described = copy && (await table.get(key('itemDescription', copy), { strong: true }));
  const giver = copy && (await table.get(key('source', copy), { strong: true }));
  if (!copy || !described || !giver || !isFree(copy)) return 'item-not-free';
  const before = readItemDescription(described);
  const { retention: _, ...description } = toDescription(before);
  const { branchId, sourceId, location } = taking;
  const item: StoredItem = { ...description, memberId, branchId, sourceId, location, hiddenFrom: [] };
  const pointerRow =
    before.barcode === '' ? undefined : await table.get(itemsKeys.key('barcode', before), { strong: true });
  const guest = guestOf(copy);
  const conflict = await table.write([
    {
      put: offerRow({ ...offer, state: 'taken', takenBy: memberId, v: offer.v + 1 }),
      when: and(unchanged(offer.v), equals('state', 'open')),
    },
    { put: itemRecord(owned(copy, taking)), when: unchanged(copy.v) },
    { delete: key('itemDescription', before), when: present() },
    describing(item),
    // At its new branch it is no longer a guest of a floating group.
    ...(guest ? [guestWrite({ ...guest, add: -1 })] : []),
    ...(pointerRow ? [relabelled(readBarcode(pointerRow), taking)] : []),
    gaveAway(readSource(giver), before),
    gainsItem(taking),
    auditWrite({
      ...audit,
      member: memberId,
      subject: `item:${itemId}`,
      did: 'take',
      detail: { from: before.memberId, to: memberId },
    }),
  ]);
  return conflict ? 'changed-meanwhile' : item;
};

/** Takes an offered last copy of another member onto a record and to a branch of the taking member. */
export const takeCopy = async ({ table, mappings }: ReturnType<typeof mappingDeps>, taking: Taking) => {
  const { memberId, branchId, sourceId } = taking;
  if (!(await mappings.branches(memberId)).has(branchId))
    return refuse('branch-elsewhere', `${memberId} has no branch ${branchId}.`, '/body/branchId');
  if (memberOfSource(sourceId) !== memberId) return refuse('unknown-record', why['unknown-record'], '/body/sourceId');
  const taken = await transferCopy(table, taking);
  return typeof taken === 'string' ? refuse(taken, why[taken]) : answer(toDescription(taken));
};
