import { BARCODE } from '../../../layers/kernel/identity/card-number.ts';
import { absent, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type Table, TableConflict } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { writeIso2709 } from '../../../layers/protocols/marc/write-iso2709.ts';
import { audiences } from '../../catalogue/public/audiences.ts';
import { deflated } from '../../catalogue/public/deflated-source.ts';
import { describing } from '../../catalogue/public/describing-item.ts';
import { keys as catalogueKeys } from '../../catalogue/public/keys.ts';
import { recordItem } from '../../catalogue/public/record-item.ts';
import { sourceItem } from '../../catalogue/public/source-item.ts';
import { keys as circulationKeys } from '../../circulation/public/keys.ts';
import { readBill } from '../../circulation/public/read-bill.ts';
import { claimBarcode } from '../../items/public/claim-barcode.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { keys as itemsKeys } from '../../items/public/keys.ts';
import { readBarcode } from '../../items/public/read-barcode.ts';
import { releaseBarcode } from '../../items/public/release-barcode.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import {
  type BorrowedIds,
  borrowedDescription,
  borrowedItem,
  borrowedRecord,
  borrowedTitle,
  madeBarcode,
} from '../domain/items/borrowed-item.ts';
import type { LoanRequest } from '../domain/requests/request.ts';

/** The items of partners, with the rows that they need here: record, description, barcode. */
export type BorrowedItems = {
  /** The barcode of an item here: the lender's own when it is one and unused here, else a generated one to stick on. */
  barcodeFor(requestId: string, wanted: string | undefined): Promise<string>;
  /** The writes of the rows beside the item's own. */
  known(request: LoanRequest, ids: BorrowedIds): Write[];
  /** Deletes all rows of a withdrawn item; a bill for it keeps its title. A repeated call does nothing. */
  forget(request: LoanRequest, item: ItemCirculation): Promise<void>;
};

const sourceWrite = (item: ItemCirculation, bytes: Uint8Array): Write => ({
  put: sourceItem({
    ...{ sourceId: item.sourceId, recordId: item.recordId ?? '', localId: item.request?.requestId ?? '', v: 0 },
    ...{ importId: '', offset: 0, loadedAs: 'created', form: 'iso2709', itemsBy: 'none', matchKeys: [] },
    checksum: sha256(bytes),
    marc: deflated(bytes),
    hiddenFrom: [...audiences],
    hiddenHoldings: {},
  }),
  when: absent(),
});

/** The partners' items in the table. */
export const borrowedItems = (table: Table): BorrowedItems => {
  const titleWrites = async (patronId: string, { itemId }: ItemCirculation, title: string): Promise<Write[]> => {
    const { pk: partition } = patronsKeys.key('patronStatus', { patronId });
    const bills = await table.queryAll({ partition, begins: circulationKeys.sortPrefix('patronBill'), strong: true });
    return bills
      .map(readBill)
      .filter((bill) => bill.itemId === itemId && bill.title === undefined)
      .map((bill) => ({ update: circulationKeys.key('patronBill', bill), set: { title }, when: present() }));
  };
  return {
    barcodeFor: async (requestId, wanted) => {
      if (wanted === undefined || !BARCODE.test(wanted)) return madeBarcode(requestId);
      const taken = await table.get(itemsKeys.key('barcode', { barcode: wanted }), { strong: true });
      return taken ? madeBarcode(requestId) : wanted;
    },
    known: (request, ids) => {
      const item = borrowedItem(request, ids);
      const written = writeIso2709(borrowedRecord(request.citation));
      if ('refused' in written) throw new Error(`The record of ${request.requestId} cannot be written.`);
      const { recordId, barcode } = ids;
      return [
        describing(borrowedDescription(request, ids)),
        claimBarcode(barcode, item),
        sourceWrite(item, written.bytes),
        { put: recordItem({ recordId, v: 0, sources: [item.sourceId], absorbed: [] }), when: absent() },
      ];
    },
    forget: async (request, item) => {
      const { recordId = '', sourceId } = item;
      const pointer = await table.get(itemsKeys.key('barcode', item), { strong: true });
      const { patronId } = request.patron ?? {};
      const title = borrowedTitle(request.citation);
      const bills = patronId === undefined ? [] : await titleWrites(patronId, item, title);
      const conflict = await table.write([
        { delete: itemsKeys.key('item', item), when: unchanged(item.v) },
        { delete: catalogueKeys.key('itemDescription', item) },
        { delete: circulationKeys.key('hold', { recordId, holdId: request.requestId }) },
        { delete: catalogueKeys.key('source', { sourceId }) },
        { delete: catalogueKeys.key('record', { recordId }) },
        ...(pointer ? [releaseBarcode(readBarcode(pointer), item.itemId)] : []),
        ...bills,
      ]);
      // The queue retries: a bill was settled, or the item changed, at the same moment.
      if (conflict) throw new TableConflict('an item of a library outside changed while it was forgotten');
    },
  };
};
