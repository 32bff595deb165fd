import { equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { bookingWrite } from '../../../layers/records/ledger/data/booking.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import type { Bill, Reversal } from '../domain/decisions/decision.ts';
import type { BillLine } from '../domain/money/bill-line.ts';
import type { MoneyMoves } from '../domain/money/payment.ts';
import { readBill, type StoredBill } from './bill-codec.ts';
import { key, sortPrefix } from './keys.ts';

export { readBill, type StoredBill } from './bill-codec.ts';

/** Returns a new bill in its stored form, with the line of the charge. */
export const newBill = (bill: Bill, by: string): StoredBill => ({
  ...bill,
  open: bill.amount,
  lines: [{ at: bill.at, did: 'charged', amount: bill.amount, by }],
  v: 1,
});

/** Returns the stored item of a new bill and its charge. Its partition is the patron's: the only link from a bill to a person. */
export const billRecord = (bill: Bill, by: string): Item => ({
  ...key('patronBill', bill),
  ...newBill(bill, by),
  ...stamp('patronBill', 1),
});

/** Returns the write that reverses a charge, paid or not: what was paid of it is then due to the patron. */
export const refundWrite = ({ patronId, billId, amount, at, open }: Reversal, by: string): Write => ({
  update: key('patronBill', { patronId, billId }),
  add: { open: -amount },
  append: { lines: [{ at, did: 'taken-back', amount, by } satisfies BillLine] },
  when: open === undefined ? present() : equals('open', open),
});

/** The bills of patrons. */
export type BillStore = {
  get(patronId: string, billId: string, reading?: { strong?: boolean }): Promise<StoredBill | undefined>;
  /** Returns a patron's unsettled bills, oldest first. */
  open(patronId: string, reading?: { strong?: boolean }): Promise<StoredBill[]>;
  /** Returns all bills of a patron, settled ones too, oldest first. */
  all(patronId: string, reading?: { strong?: boolean }): Promise<StoredBill[]>;
};

/** Stores bills in the table. */
export const billStore = (table: Table): BillStore => {
  const all: BillStore['all'] = async (patronId, reading = {}) => {
    const { pk: partition } = patronsKeys.key('patronStatus', { patronId });
    const items = await table.queryAll({ partition, begins: sortPrefix('patronBill'), ...reading });
    return items.map((item) => readBill(item));
  };
  return {
    all,
    open: async (patronId, reading) => (await all(patronId, reading)).filter(({ open }) => open !== 0),
    get: async (patronId, billId, reading = {}) => {
      const item = await table.get(key('patronBill', { patronId, billId }), reading);
      return item && readBill(item);
    },
  };
};

/** The other writes in the transaction of a money act, and the additions to the patron's counters. */
export type Beside = { writes: Write[]; counters: Record<string, number> };

const moveWrite = (bill: StoredBill, open: number, line: BillLine): Write => ({
  update: key('patronBill', bill),
  set: { open },
  append: { lines: [line] },
  when: unchanged(bill.v),
  sizeOf: { ...key('patronBill', bill), ...stamp('patronBill', bill.v), ...bill },
});

const statusWrites = (patronId: string, added: Record<string, number>): Write[] => {
  const add = Object.fromEntries(Object.entries(added).filter(([, by]) => by !== 0));
  if (Object.keys(add).length === 0) return [];
  return [{ update: patronsKeys.key('patronStatus', { patronId }), add, when: present() }];
};

/**
 * Writes a money act in one transaction: the bills, unchanged since they were read, the patron's debt, the ledger entries and the writes
 * of `beside`. Returns false when anything has changed: of two refunds of one balance only one succeeds.
 */
export const saveMoney = async (
  table: Table,
  { patronId, bills }: { patronId: string; bills: readonly StoredBill[] },
  { moves, owed, postings }: MoneyMoves,
  beside: Beside,
): Promise<boolean> => {
  const moved = moves.flatMap(({ billId, open, line }) => {
    const bill = bills.find((one) => one.billId === billId);
    return bill ? [moveWrite(bill, open, line)] : [];
  });
  if (moved.length < moves.length) throw new Error('A decision moved a bill that it was not given.');
  const counters = { ...beside.counters, 'counters.owed': owed + (beside.counters['counters.owed'] ?? 0) };
  const writes = [...moved, ...statusWrites(patronId, counters), ...postings.map(bookingWrite), ...beside.writes];
  return (await table.write(writes)) === undefined;
};
