import type { DailySum } from '../../../functions/finance/domain/metering/aggregate.ts';
import type { MonthInput } from '../../../functions/finance/domain/usage-report/model.ts';
import { aSum, monthInput } from '../../../functions/finance/domain/usage-report/synthetic-month.ts';
import { nobodysOwn } from '../../../layers/kernel/usage/usage-line.ts';

const services = ['circulation', 'search', 'catalogue', 'resource-sharing', 'administration'] as const;

/** Returns the parts of a month for a number of members and of operations per member and pool, by a simple rule. */
export const wideMonth = (month: string, size: { members: number; operations: number }): MonthInput => {
  const ids = Array.from({ length: size.members }, (_, at) => `member-${String(at).padStart(3, '0')}`);
  const sums = [...ids, ...nobodysOwn].flatMap((member, who) =>
    Array.from({ length: size.operations }, (_, at): DailySum => {
      const service = services[at % services.length] ?? 'search';
      const events = 100 + ((who * 31 + at * 17) % 997);
      return aSum({ day: `${month}-05`, member, operation: `operation-${at}`, service }, events, at % 7, at % 5);
    }),
  );
  const weights = new Map(ids.map((id, at) => [id, 1 + ((at * 13) % 89)]));
  return monthInput(month, { sums, key: { name: 'size', version: 'key/1', weights } });
};
