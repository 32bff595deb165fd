import * as z from 'zod';
import { billLineSchema } from '../domain/bill-line.ts';
import { billKinds } from '../domain/decision.ts';

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
  /** Of an item that is known here no more: a library outside owned it. */
  title: z.string().exactOptional(),
  /** What happened to it, oldest first; bills of before it was kept have none. */
  lines: z.array(billLineSchema).default([]),
  v: z.number(),
});

/** A bill with what is still to be paid of it, in minor units; below zero the patron has money back. */
export type StoredBill = z.infer<typeof stored>;

/** A bill out of a stored item. */
export const readBill = (item: unknown): StoredBill => stored.parse(item);
