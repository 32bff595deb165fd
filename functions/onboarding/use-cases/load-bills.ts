import { millis } from '../../../layers/kernel/calendar/days.ts';
import { absent, present } from '../../../layers/platform/dynamodb/condition.ts';
import { bookingWrite } from '../../../layers/records/ledger/data/booking.ts';
import type { Bill, BillKind } from '../../circulation/public/bill.ts';
import { billKinds } from '../../circulation/public/bill.ts';
import { billRecord } from '../../circulation/public/bill-record.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { loadPatronStatus } from '../../patrons/public/load-patron-status.ts';
import { derivedId, rowDigest } from '../data/digests.ts';
import { instantOf } from '../domain/files/read-row.ts';
import {
  type Lined,
  type LoadContext,
  loadedKey,
  loadedRow,
  noteLoaded,
  type Outcome,
  type Plan,
  patronOf,
  rejected,
  writeRow,
} from './load-context.ts';
import { barcodeKeys } from './load-items.ts';
import { ownItem, prefetchItems } from './load-loans.ts';

const isKind = (type: string): type is BillKind => billKinds.some((known) => known === type);

const loadBill = async (context: LoadContext, { row }: Lined<'bills'>): Promise<Outcome> => {
  const { memberId, mapping, at, by, policies, dry, table } = context;
  const known = await loadedRow(context, 'bills', row.id);
  if (known) return known.row === rowDigest(row) ? { did: 'unchanged' } : rejected('loaded-differently');
  if (row.amount <= 0) return rejected('not-positive', 'amount');
  const charged = instantOf(row.date, mapping.timeZone);
  if (millis(charged) > millis(at)) return rejected('in-the-future', 'date');
  const patronRef = await patronOf(context, row.patron);
  if (patronRef === undefined) return rejected('patron-not-loaded', 'patron');
  const item = row.barcode === undefined ? undefined : await ownItem(context, row.barcode);
  if (row.barcode !== undefined && item === undefined) return rejected('item-not-loaded', 'barcode');
  if (patronRef === 'coming' || item === 'coming') return dry ? { did: 'created' } : rejected('changed-meanwhile');
  return writeRow(context, [loadedKey(memberId, 'bills', row.id)], async (): Promise<Plan> => {
    if (await loadedRow(context, 'bills', row.id)) return { did: 'unchanged' };
    const patron = await loadPatronStatus(table, patronRef.patronId, { strong: true });
    if (!patron) return rejected('patron-not-loaded', 'patron');
    const billId = derivedId('bill', memberId, 'bills', row.id, millis(charged));
    const { currency } = policies.loanRules.body;
    const bill: Bill = {
      ...{ billId, patronId: patron.patronId, member: memberId, amount: row.amount, currency, at: charged },
      kind: isKind(row.type) ? row.type : 'fee',
      ...(item && { itemId: item.itemId }),
    };
    return {
      did: 'created',
      writes: [
        // The old system sent its notice already: the relay sends none.
        { put: { ...billRecord(bill, by), quiet: true }, when: absent() },
        { update: patronsKeys.key('patronStatus', patron), add: { 'counters.owed': row.amount }, when: present() },
        // The income is in the old system's books: here it is an opening balance, in the month of the load.
        bookingWrite({
          ...{ entryId: derivedId('entry', memberId, 'bills', row.id, millis(at)), at, currency, causeId: billId },
          ...{ kind: 'opening-balance', memo: `loaded-${bill.kind}`, member: memberId, amount: row.amount },
        }),
        noteLoaded(context, 'bills', row.id, { ref: billId, row: rowDigest(row) }),
      ],
    };
  });
};

/** Loads open bills: each in one transaction with the patron's balance and the ledger. */
export const loadBills = async (context: LoadContext, rows: readonly Lined<'bills'>[]) => {
  const { memberId, reader } = context;
  await reader.prefetch(
    rows.flatMap(({ row }) => [
      loadedKey(memberId, 'bills', row.id),
      loadedKey(memberId, 'patrons', row.patron),
      ...(row.barcode === undefined ? [] : barcodeKeys(row.barcode)),
    ]),
  );
  await prefetchItems(
    context,
    rows.flatMap(({ row }) => (row.barcode === undefined ? [] : [row.barcode])),
  );
  return (one: Lined<'bills'>): Promise<Outcome> => loadBill(context, one);
};
