import * as z from 'zod';

/** What can happen to a bill. `up` says whether more of it is open afterwards. */
export const billActs = {
  charged: { up: true, meaning: 'Charged' },
  paid: { up: false, meaning: 'Paid' },
  waived: { up: false, meaning: 'Waived' },
  'taken-back': { up: false, meaning: 'The charge was taken back: the item was returned' },
  'paid-out': { up: true, meaning: 'Money back paid out' },
  'set-off': { up: true, meaning: 'Money back set against another bill' },
  'paid-by-credit': { up: false, meaning: 'Paid by money back of another bill' },
} as const satisfies Record<string, { up: boolean; meaning: string }>;
export type BillAct = keyof typeof billActs;

/**
 * One line of a bill, oldest first: minor units, more than zero. `by` is who did it: `staff:…`, `machine:…`, the patron
 * (without an id: it is his bill) or the system; it stands here and in no entry of the ledger.
 */
export const billLineSchema = z.strictObject({
  at: z.string(),
  did: z.enum(Object.keys(billActs) as [BillAct, ...BillAct[]]),
  amount: z.int().positive(),
  by: z.string(),
  branchId: z.string().exactOptional(),
  means: z.string().exactOptional(),
  receiptNumber: z.string().exactOptional(),
  /** Why it was waived. */
  reason: z.string().exactOptional(),
  /** The bill on the other side of a set-off. */
  otherBill: z.string().exactOptional(),
});
export type BillLine = z.infer<typeof billLineSchema>;

/** What lines add up to: what must be open of their bill, in minor units. */
export const openBy = (lines: readonly BillLine[]): number =>
  lines.reduce((sum, { did, amount }) => sum + (billActs[did].up ? amount : -amount), 0);

/** How much of a bill was waived so far, in minor units. */
export const waivedOf = (lines: readonly BillLine[]): number =>
  lines.reduce((sum, { did, amount }) => (did === 'waived' ? sum + amount : sum), 0);
