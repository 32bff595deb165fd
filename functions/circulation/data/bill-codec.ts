import * as z from 'zod';
import { billKinds } from '../domain/decisions/decision.ts';
import { billLineSchema } from '../domain/money/bill-line.ts';

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
  costCentre: z.string().exactOptional(),
  /** For an item of an external library, which is no longer recorded here. */
  title: z.string().exactOptional(),
  /** The bill's history, oldest first; empty for bills older than this field. */
  lines: z.array(billLineSchema).default([]),
  v: z.number(),
});

/** A bill with its open amount in minor units; negative when the patron is due a refund. */
export type StoredBill = z.infer<typeof stored>;

/** Parses a bill from a stored item. */
export const readBill = (item: unknown): StoredBill => stored.parse(item);
