import * as z from 'zod';
import { type Bill, billKinds, type Changes } from '../domain/circulation/decision.ts';
import type { Payment } from '../domain/circulation/payment.ts';
import { bookingWrite } from './booking.ts';
import { equals, present, unchanged } from './condition.ts';
import { key, sortPrefix } from './keys.ts';
import { stamp, type Table } from './table.ts';
import type { Item, Write } from './write.ts';

const stored = z.object({
  billId: z.string(),
  patronId: z.string(),
  loanId: z.string().exactOptional(),
  itemId: z.string().exactOptional(),
  member: z.string(),
  kind: z.enum(billKinds),
  amount: z.number(),
  currency: z.string(),
  at: z.string(),
  open: z.number(),
  v: z.number(),
});

/** A bill with what is still to be paid of it, in minor units; below zero the patron has money back. */
export type StoredBill = z.infer<typeof stored>;

/** A bill out of a stored item. */
export const readBill = (item: unknown): StoredBill => stored.parse(item);

/** The stored item of a new bill. It lies with the patron: the only link from a bill to a person. */
export const billRecord = (bill: Bill): Item => ({
  ...key('patronBill', bill),
  ...bill,
  ...stamp('patronBill', 1),
  open: bill.amount,
});

/** The write that takes a charge back, paid or not: what was paid of it is then the patron's. */
export const refundWrite = ({ patronId, billId, amount, open }: NonNullable<Changes['refund']>): Write => ({
  update: key('patronBill', { patronId, billId }),
  add: { open: -amount },
  when: open === undefined ? present() : equals('open', open),
});

/** The bills of patrons. */
export type BillStore = {
  get(patronId: string, billId: string, reading?: { strong?: boolean }): Promise<StoredBill | undefined>;
  /** A patron's bills that are not settled, oldest first. */
  open(patronId: string): Promise<StoredBill[]>;
};

/** The bills kept in the table. */
export const billStore = (table: Table): BillStore => ({
  get: async (patronId, billId, reading = {}) => {
    const item = await table.get(key('patronBill', { patronId, billId }), reading);
    return item && stored.parse(item);
  },
  open: async (patronId) => {
    const { pk: partition } = key('patronStanding', { patronId });
    const items = await table.queryAll({ partition, begins: sortPrefix('patronBill') });
    return items.map((item) => stored.parse(item)).filter(({ open }) => open !== 0);
  },
});

/**
 * Writes a payment: the bill's rest, the patron's counters, the ledger's entry and what the payment settles beside it, at
 * once. False when something of it is not as read.
 */
export const payBill = async (
  table: Table,
  bill: StoredBill,
  { open, posting }: Payment,
  settles: { writes: Write[]; counters: Record<string, number> } = { writes: [], counters: {} },
): Promise<boolean> => {
  const { patronId, v } = bill;
  const conflict = await table.write([
    {
      update: key('patronBill', bill),
      set: { open },
      when: unchanged(v),
      sizeOf: { ...key('patronBill', bill), ...stamp('patronBill', v), ...bill },
    },
    {
      update: key('patronStanding', { patronId }),
      add: { 'counters.owed': -posting.amount, ...settles.counters },
      when: present(),
    },
    bookingWrite(posting),
    ...settles.writes,
  ]);
  return conflict === undefined;
};
