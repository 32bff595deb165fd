import * as z from 'zod';
import { byId } from '../../../../layers/kernel/money/split.ts';
import type { AccountLine } from '../member-account/account-line.ts';
import { ageingOf, ageingSchema } from '../member-account/ageing.ts';
import { settle } from '../member-account/settling.ts';
import { reminderSummarySchema } from '../reminders/overdue-invoices.ts';

/**
 * What a member owes the consortium at the end of some months, by age, in minor units: `total` is its balance in the ledger, negative
 * when more was paid than billed. `difference` is the amount by which the lines of its account exceed it, where the two do not agree;
 * `reminders` what was sent about its overdue invoices, in books of the current month.
 */
export const receivableSchema = ageingSchema.extend({
  memberId: z.string(),
  total: z.int(),
  difference: z.int().exactOptional(),
  reminders: reminderSummarySchema.exactOptional(),
});
export type Receivable = z.infer<typeof receivableSchema>;

/**
 * Returns what members owe in a currency on a day, by age. `owedBy` are their balances in the ledger; the ages come from the lines of
 * their accounts, which are booked in the same transactions. Throws when the two differ.
 */
export const receivablesOf = (
  owedBy: ReadonlyMap<string, number>,
  accounts: ReadonlyMap<string, readonly AccountLine[]>,
  { currency, to, asOf }: { currency: string; to: string; asOf: string },
): Receivable[] =>
  [...owedBy]
    .flatMap(([memberId, total]): Receivable[] => {
      const lines = (accounts.get(memberId) ?? []).filter(
        (line) => line.currency === currency && line.at.slice(0, 7) <= to,
      );
      const ageing = ageingOf(settle(lines), asOf);
      const sum = lines.reduce((all, { amount }) => all + amount, 0);
      if (total === 0 && sum === 0) return [];
      return [{ memberId, ...ageing, total, ...(sum !== total && { difference: sum - total }) }];
    })
    .toSorted((one, other) => byId(one.memberId, other.memberId));
