import * as z from 'zod';
import { daysIn, monthSchema } from '../../../../layers/kernel/calendar/month.ts';
import { moneySchema } from '../../../../layers/kernel/money/money.ts';
import type { MonthReport } from '../usage-report/model.ts';
import { ownerSchema } from './budget.ts';

/**
 * The spending of a member or the consortium in a month: `platform` from the report after `days` of the month, and the statement's total
 * once the month is closed. `settled`: the month is closed, its row is final. `membersHash`, of the consortium only: the hash of its members'
 * rows, which can change while their total stays the same. `asOf` in epoch ms.
 */
export const spendingSchema = z.strictObject({
  owner: ownerSchema,
  month: monthSchema,
  asOf: z.int(),
  days: z.int().positive(),
  platform: moneySchema,
  statement: moneySchema.exactOptional(),
  settled: z.boolean(),
  membersHash: z.string().exactOptional(),
});
export type Spending = z.infer<typeof spendingSchema>;

/** The totals of the statements of a closed month. */
export type Stated = { currency: string; total: number; byMember: ReadonlyMap<string, number> };

/** Returns the days of a month that have begun by an instant (ISO 8601), including today, because idle cost is calculated for today too. */
const begunDays = (month: string, at: string): number =>
  at.startsWith(month) ? Number(at.slice(8, 10)) : daysIn(month);

/**
 * Returns the spending of a month: a row for the consortium and one for each member in its report; none for a month without use (before
 * the start). `stated` once it is closed. `now` in epoch ms.
 */
export const spendingOf = (report: MonthReport, stated: Stated | undefined, now: number): Spending[] => {
  if (report.roundedTotal === 0 && !stated) return [];
  const { month, currency } = report;
  const row = (owner: string, amount: number, total: number | undefined): Spending => ({
    ...{ owner, month, asOf: now, days: begunDays(month, new Date(now).toISOString()) },
    platform: { amount, currency },
    ...(stated && total !== undefined && { statement: { amount: total, currency: stated.currency } }),
    settled: stated !== undefined,
  });
  const reported = new Map(report.members.map(({ member, roundedTotal }) => [member, roundedTotal]));
  const members = new Set([...reported.keys(), ...(stated?.byMember.keys() ?? [])]);
  return [
    row('consortium', report.roundedTotal, stated?.total),
    ...[...members].map((member) => row(member, reported.get(member) ?? 0, stated?.byMember.get(member))),
  ];
};
