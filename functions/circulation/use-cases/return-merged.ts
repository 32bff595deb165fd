import { unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { isOver } from '../../items/public/hold-is-over.ts';
import { itemRecord } from '../../items/public/item-record.ts';
import { itemStore } from '../../items/public/item-store.ts';
import { readItem } from '../../items/public/read-item.ts';
import type { ReturnedRow } from '../../patrons/public/patron-data.ts';
import { returnUnchanged } from '../../patrons/public/return-unchanged.ts';
import { readBill } from '../data/bill-store.ts';
import { holdRecord, holdStore, readHold } from '../data/hold-store.ts';

/** Returns a loan with its counters, also when it was renewed since; not when the item came back. */
const loan: ReturnedRow = {
  find: async ({ table, from, to }, { row }) => {
    const was = readItem(row);
    const now = await itemStore(table).get(was.itemId, { strong: true });
    if (!now?.loan || now.loan.loanId !== was.loan?.loanId || now.loan.patronId !== to) return undefined;
    const { patronMember } = was.loan;
    const put = itemRecord({ ...now, loan: { ...now.loan, patronId: from, patronMember }, v: now.v + 1 });
    const groups = now.loan.groups ?? [];
    return {
      writes: [{ put, when: unchanged(now.v) }],
      counters: { loans: 1, ...Object.fromEntries(groups.map((group) => [`group:${group}`, 1])) },
    };
  },
  line: (row) => {
    const { barcode, loan: lent } = readItem(row);
    return { kind: 'loan', at: lent?.checkedOutAt ?? '', barcode };
  },
};

/** Returns an open hold with its place, and the copy that is set aside for it. */
const hold: ReturnedRow = {
  find: async ({ table, from, to }, { row }) => {
    const was = readHold(row);
    const now = await holdStore(table).get(was.recordId, was.holdId, { strong: true });
    if (!now || isOver(now) || now.patronId !== to) return undefined;
    const { patronMember, patronCategory, patronResidence } = was;
    const { patronResidence: _, ...rest } = now;
    const after = {
      ...{ ...rest, patronId: from, patronMember, patronCategory, v: now.v + 1 },
      ...(patronResidence !== undefined && { patronResidence }),
    };
    const item = now.targetItemId && (await itemStore(table).get(now.targetItemId, { strong: true }));
    const claim: Write[] =
      item && item.hold?.holdId === now.holdId
        ? [
            {
              put: itemRecord({ ...item, hold: { ...item.hold, patronId: from }, v: item.v + 1 }),
              when: unchanged(item.v),
            },
          ]
        : [];
    return { writes: [{ put: holdRecord(after), when: unchanged(now.v) }, ...claim], counters: { holds: 1 } };
  },
  line: (row) => ({ kind: 'hold', at: readHold(row).placedAt }),
};

/** Returns a bill with what is open of it, when nothing was paid, waived or charged since. */
const bill: ReturnedRow = {
  find: async (undo, before) => {
    const back = await returnUnchanged(undo, before);
    return back && { ...back, counters: { owed: readBill(before.row).open } };
  },
  line: (row) => {
    const { at, open: amount, currency } = readBill(row);
    return { kind: 'bill', at, amount, currency };
  },
};

/** How the undo of a merge returns loans, holds and bills. */
export const returnedCirculation: Readonly<Record<string, ReturnedRow>> = { item: loan, hold, patronBill: bill };
