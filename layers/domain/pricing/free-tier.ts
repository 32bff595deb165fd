import { DateTime } from 'luxon';
import * as z from 'zod';
import type { Allowances } from './cost.ts';

/**
 * Which monthly allowances the account of the consortium has, as the body of a versioned policy: those of always, and those of
 * its first twelve months, by the day on which it was opened (finance.md section 1a; the price book says how much of what). An
 * account in an organisation shares them with others: then say that it has none, or what of them the bill shows.
 */
export const freeTierSchema = z.strictObject({
  always: z.boolean(),
  openedOn: z.iso.date().exactOptional(),
});
export type FreeTier = z.infer<typeof freeTierSchema>;

/** Whether a month (YYYY-MM) has a day within the twelve months from a day on. */
const isInFirstYear = (month: string, openedOn: string): boolean => {
  const opened = DateTime.fromISO(openedOn, { zone: 'utc' });
  const begins = DateTime.fromISO(`${month}-01`, { zone: 'utc' });
  return opened < begins.plus({ months: 1 }) && begins < opened.plus({ months: 12 });
};

/** The allowances that a month is priced with. None where nobody adopted any: then it is at list prices. */
export const allowancesIn = (adopted: FreeTier | undefined, month: string): Allowances => {
  if (adopted === undefined) return [];
  const { always, openedOn } = adopted;
  return [
    ...(always ? ['always' as const] : []),
    ...(openedOn !== undefined && isInFirstYear(month, openedOn) ? ['first-12-months' as const] : []),
  ];
};
