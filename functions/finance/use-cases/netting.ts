import * as z from 'zod';
import { monthSchema } from '../../../layers/kernel/calendar/month.ts';
import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { type LedgerStore, ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { type LedgerEntry, ledgerEntrySchema } from '../../../layers/records/ledger/domain/entry.ts';
import { netPositions, nettingEntries, transfersOf } from '../../../layers/records/ledger/domain/netting.ts';
import { periodStore } from '../data/period-store.ts';

/** A month's netting between members: what each is owed and owes, who pays whom, and the ledger's entries of it. Minor units. */
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
  /** As they are booked, or, until then, as they would be. */
  postings: z.array(ledgerEntrySchema),
  posted: z.boolean(),
});

/** What the operations on the netting work with. */
export const nettingHouse = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  return { ledger: ledgerStore(table), periods: periodStore(table) };
};

/** A month's netting out of the ledger as it is. Throws where its entries cannot be booked: that is a fault of ours. */
export const nettingOf = async (ledger: LedgerStore, month: string): Promise<z.infer<typeof nettingSchema>> => {
  const entries = await ledger.all(month);
  const positions = netPositions(entries);
  const booked = entries.filter(({ kind }) => kind === 'netting-settled');
  const wouldBe = nettingEntries(month, positions).map((made): LedgerEntry => {
    if ('refused' in made) throw new Error(`A netting cannot be booked: ${made.refused[0]?.detail}`);
    return made;
  });
  const posted = booked.length > 0;
  return { month, positions, transfers: transfersOf(positions), postings: posted ? booked : wouldBe, posted };
};

export const exampleNetting: z.infer<typeof nettingSchema> = {
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
