import * as z from 'zod';

/** The acts on a bill. `up` states whether the act increases the open amount. */
export const billActs = {
  charged: { up: true, meaning: 'Charged' },
  paid: { up: false, meaning: 'Paid' },
  waived: { up: false, meaning: 'Waived' },
  'taken-back': { up: false, meaning: 'The charge was taken back: the item was returned' },
  'refund-failed': { up: false, meaning: 'The refund of the online payment failed: paid again' },
  disputed: { up: true, meaning: 'The online payment is disputed: open again' },
  'dispute-won': { up: false, meaning: 'The dispute of the online payment was won' },
  'paid-out': { up: true, meaning: 'Money back paid out' },
  'set-off': { up: true, meaning: 'Money back set against another bill' },
  'paid-by-credit': { up: false, meaning: 'Paid by money back of another bill' },
} as const satisfies Record<string, { up: boolean; meaning: string }>;
export type BillAct = keyof typeof billActs;

/**
 * One line of a bill, oldest first: minor units, more than zero. `by` is the actor: `staff:…`, `machine:…`, the patron (without an id:
 * it is the patron's own bill) or the system; it is stored here and in no ledger entry.
 */
export const billLineSchema = z.strictObject({
  at: z.string(),
  did: z.enum(Object.keys(billActs) as [BillAct, ...BillAct[]]),
  amount: z.int().positive(),
  by: z.string(),
  branchId: z.string().exactOptional(),
  means: z.string().exactOptional(),
  receiptNumber: z.string().exactOptional(),
  /** The reason of a waiver. */
  reason: z.string().exactOptional(),
  /** The other bill of a set-off. */
  otherBill: z.string().exactOptional(),
});
export type BillLine = z.infer<typeof billLineSchema>;

/** Returns the sum of the lines in minor units: the open amount of their bill. */
export const openBy = (lines: readonly BillLine[]): number =>
  lines.reduce((sum, { did, amount }) => sum + (billActs[did].up ? amount : -amount), 0);

/** Returns the amount of a bill that was waived so far, in minor units. */
export const waivedOf = (lines: readonly BillLine[]): number =>
  lines.reduce((sum, { did, amount }) => (did === 'waived' ? sum + amount : sum), 0);
