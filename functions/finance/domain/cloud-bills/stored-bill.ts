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
  /** What the invoice says, as a decimal. */
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
/** A bill of the platform as stored: its file, who sent it, and what became of it. */
export type StoredBill = z.infer<typeof storedBillSchema>;

/** A bill that is announced: its file is to come. */
export type AnnouncedBill = Omit<
  StoredBill,
  'state' | 'readAt' | 'refusal' | 'format' | 'lines' | 'total' | 'currency' | 'snapshot'
>;

/** The bills that were taken in, in the order in which they were read, which is the order in which they became known. A month is reconciled with the last. */
export const takenIn = (bills: readonly StoredBill[]): StoredBill[] =>
  bills.filter(({ state }) => state === 'taken').toSorted((a, b) => ((a.readAt ?? '') < (b.readAt ?? '') ? -1 : 1));

/** What is shown of a bill. */
export const billView = ({ invoiced: _, total, ...bill }: StoredBill): BillView => ({
  ...bill,
  ...(total === undefined ? {} : { total: amountView(parseExact(total)) }),
});
