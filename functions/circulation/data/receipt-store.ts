import * as z from 'zod';
import { absent, equals } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';

/**
 * A receipt as stored by the branch: time, actor, means of payment, amount received (minor units; negative when paid out) and the
 * pseudonyms of the bills. It never names the payer.
 */
export const receiptSchema = z.object({
  receiptNumber: z.string(),
  at: z.string(),
  by: z.string(),
  means: z.string().exactOptional(),
  taken: z.number().int(),
  currency: z.string(),
  billIds: z.array(z.string()).min(1),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** A receipt's number in the series of its branch, e.g. `riverton.main-000042`. */
export const receiptNumberOf = (branchId: string, number: number): string =>
  `${branchId}-${String(number).padStart(6, '0')}`;

/** The receipts of branches. */
export type ReceiptStore = {
  /** Returns the next number of a branch. Always a strong read; the write's condition guards it. */
  next(branchId: string): Promise<number>;
  /** Returns every receipt of a branch on a local day (YYYY-MM-DD), in the order of their numbers. */
  ofDay(branchId: string, day: string): Promise<Receipt[]>;
};

const sortable = (number: number): string => String(number).padStart(12, '0');

/** Stores receipts in the table. */
export const receiptStore = (table: Table): ReceiptStore => ({
  next: async (branchId) => {
    const item = await table.get(key('receiptNumbers', { branchId }), { strong: true });
    return z.object({ last: z.number() }).parse(item ?? { last: 0 }).last + 1;
  },
  ofDay: async (branchId, day) => {
    const { pk: partition } = key('receipt', { branchId, day, number: sortable(0) });
    return (await table.queryAll({ partition })).map((item) => receiptSchema.parse(item));
  },
});

/**
 * Returns the writes that issue a receipt: the branch's counter advances by one in the transaction of the payment, so that concurrent
 * receipts are numbered without gaps or duplicates.
 */
export const receiptWrites = (
  { branchId, day, number }: { branchId: string; day: string; number: number },
  receipt: Receipt,
): Write[] => [
  {
    put: { ...key('receiptNumbers', { branchId }), ...stamp('receiptNumbers', number), last: number },
    when: number === 1 ? absent() : equals('last', number - 1),
  },
  {
    put: { ...key('receipt', { branchId, day, number: sortable(number) }), ...stamp('receipt', 1), ...receipt },
    when: absent(),
  },
];
