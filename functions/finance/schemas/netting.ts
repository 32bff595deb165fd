import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import { ledgerEntrySchema } from '../../../layers/records/ledger/domain/entry.ts';

/** A month's netting between members: what each is owed and owes, the transfers, and the ledger entries. Minor units. */
export const nettingSchema = z.strictObject({
  month: monthSchema,
  positions: z.array(
    z.strictObject({
      member: z.string(),
      currency: z.string(),
      /** Owed to it by others, and owed by it to others. */
      owed: z.number().int(),
      owes: z.number().int(),
      net: z.number().int(),
    }),
  ),
  transfers: z.array(
    z.strictObject({ from: z.string(), to: z.string(), currency: z.string(), amount: z.number().int().positive() }),
  ),
  /** The booked entries or, until then, the planned ones. */
  postings: z.array(ledgerEntrySchema),
  posted: z.boolean(),
});
export type Netting = z.infer<typeof nettingSchema>;

export const exampleNetting: Netting = {
  month: '2026-10',
  positions: [
    { member: 'harcourt', currency: 'USD', owed: 500, owes: 0, net: 500 },
    { member: 'riverton', currency: 'USD', owed: 0, owes: 500, net: -500 },
  ],
  transfers: [{ from: 'riverton', to: 'harcourt', currency: 'USD', amount: 500 }],
  postings: [
    {
      entryId: 'netting-2026-10-USD',
      at: '2026-10-31T23:59:59.999Z',
      kind: 'netting-settled',
      currency: 'USD',
      lines: [
        { account: 'due-from-members', member: 'harcourt', side: 'credit', amount: 500 },
        { account: 'member-netting', member: 'harcourt', side: 'debit', amount: 500 },
        { account: 'due-to-members', member: 'riverton', side: 'debit', amount: 500 },
        { account: 'member-netting', member: 'riverton', side: 'credit', amount: 500 },
      ],
      causeId: 'netting-2026-10-USD',
      memo: 'monthly-netting',
      periodKey: '2026-10',
    },
  ],
  posted: false,
};
