import * as z from 'zod';
import { parseExact } from '../../../../layers/kernel/money/exact.ts';
import { amountView } from '../usage-report/view.ts';
import { billFormats, billRefusals, faultySchema } from './bill-line.ts';
import type { BillView } from './view-schema.ts';

export const storedBillSchema = z.object({
  billId: z.string(),
  month: z.string(),
  fileName: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** The invoice's total, as a decimal. */
  invoiced: z.string().exactOptional(),
  sentBy: z.string(),
  openedAt: z.string(),
  state: z.enum(['awaited', 'taken', 'refused']),
  readAt: z.string().exactOptional(),
  format: z.enum(billFormats).exactOptional(),
  lines: z.number().exactOptional(),
  total: z.string().exactOptional(),
  currency: z.string().exactOptional(),
  snapshot: z.string().exactOptional(),
  refusal: z.object({ code: z.enum(billRefusals), detail: z.string(), faults: z.array(faultySchema) }).exactOptional(),
});
/** A stored bill of the platform: its file, its sender, and its state. */
export type StoredBill = z.infer<typeof storedBillSchema>;

/** An announced bill whose file has not arrived yet. */
export type AnnouncedBill = Omit<
  StoredBill,
  'state' | 'readAt' | 'refusal' | 'format' | 'lines' | 'total' | 'currency' | 'snapshot'
>;

/** Returns the imported bills, in import order. A month is reconciled with the last. */
export const takenIn = (bills: readonly StoredBill[]): StoredBill[] =>
  bills.filter(({ state }) => state === 'taken').toSorted((a, b) => ((a.readAt ?? '') < (b.readAt ?? '') ? -1 : 1));

/** Returns a bill in the format of the response. */
export const billView = ({ invoiced: _, total, ...bill }: StoredBill): BillView => ({
  ...bill,
  ...(total === undefined ? {} : { total: amountView(parseExact(total)) }),
});
