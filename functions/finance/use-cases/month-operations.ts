import type { MonthStore } from '../data/month-store.ts';
import { operationLines } from '../domain/usage-report/operation-lines.ts';
import { reportView } from '../domain/usage-report/view.ts';
import { type AskedMonth, readMonth } from './read-month.ts';

/** Returns the lines of a month by operation, of all services or of one. `now` in epoch ms. */
export const operationsOfMonth = async (
  months: MonthStore,
  { service, ...asked }: AskedMonth & { service: string | undefined },
  now: number,
) => {
  const read = await readMonth(months, asked, now);
  if ('refused' in read) return read;
  const { report, synthetic } = read;
  const { currency, lines } = reportView({ ...report, lines: operationLines(report) });
  const operations = lines.filter((line) => service === undefined || line.service === service);
  return { month: asked.month, currency, synthetic, operations };
};
