import type { MonthStore } from '../data/month-store.ts';
import { reportCsv } from '../domain/usage-report/report-csv.ts';
import { type AskedMonth, readMonth } from './read-month.ts';

/** Returns the report of a month as a CSV file with its name: that of one member, or of all. `now` in epoch ms. */
export const monthFile = async (months: MonthStore, asked: AskedMonth, now: number) => {
  const read = await readMonth(months, asked, now);
  if ('refused' in read) return read;
  const scope = asked.member === undefined ? 'all' : asked.member.replaceAll(/[^A-Za-z0-9-]/g, '_');
  // A spreadsheet has no note beside the rows, so the name marks synthetic use, too.
  const name = `concord-${asked.month}-${scope}${read.synthetic ? '-synthetic' : ''}.csv`;
  return { file: reportCsv(read.report, read.synthetic), name };
};
