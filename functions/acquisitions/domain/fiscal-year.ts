import * as z from 'zod';
import { daySchema } from '../../../layers/kernel/calendar/branch-calendar.ts';
import { addDays } from '../../../layers/kernel/calendar/days.ts';
import { isTimeZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { currencySchema } from '../../../layers/kernel/money/currency.ts';
import { oneLine } from '../../../layers/kernel/text/typed-text.ts';

/** The code of a fiscal year: the year in which it begins, and the one in which it ends where that is another. */
export const yearCodeSchema = z.string().regex(/^\d{4}(?:-\d{2})?$/, 'A year is YYYY or YYYY-YY');

/**
 * A fiscal year of a member: its funds are in one currency, its days are those of its time zone. After the last day it accepts orders
 * for `orderGraceDays` more (negative: it stops that many days before) and invoices of old orders for `invoiceGraceDays` more.
 */
export const fiscalYearSchema = z.strictObject({
  year: yearCodeSchema,
  name: oneLine(60),
  firstDay: daySchema,
  lastDay: daySchema,
  timeZone: z.string().max(60).refine(isTimeZone, 'No time zone.'),
  currency: currencySchema,
  orderGraceDays: z.int().min(-180).max(180),
  invoiceGraceDays: z.int().min(0).max(366),
  /** Another person approves orders and invoices of more than this, in minor units; none does where it is absent. */
  approvalAbove: z.int().min(0).max(1_000_000_000_000).exactOptional(),
  /** By how much the price of one on an invoice may exceed the ordered one, in hundredths of a percent; 5 % where it is absent. */
  priceTolerance: z.int().min(0).max(10_000).exactOptional(),
  /** How many holds on a copy are the most before more copies are proposed; 6 where it is absent. */
  holdsPerCopy: z.int().min(1).max(1_000).exactOptional(),
  /** A title that libraries have or ordered already is ordered only with a reason, unless its holds require so many copies. */
  refusesDuplicates: z.literal(true).exactOptional(),
  /** When it was closed by a person. It is never opened again. */
  closed: z.strictObject({ at: z.iso.datetime(), by: z.string() }).exactOptional(),
});
export type FiscalYear = z.infer<typeof fiscalYearSchema>;

const USUAL_TOLERANCE = 500;

/** Returns by how much the price of one on an invoice may exceed the ordered one, in hundredths of a percent. */
export const toleranceOf = ({ priceTolerance }: Pick<FiscalYear, 'priceTolerance'>): number =>
  priceTolerance ?? USUAL_TOLERANCE;

const USUAL_HOLDS_PER_COPY = 6;

/** Returns how many holds on a copy are the most before more copies are proposed. */
export const holdsPerCopyOf = (year: Pick<FiscalYear, 'holdsPerCopy'> | undefined): number =>
  year?.holdsPerCopy ?? USUAL_HOLDS_PER_COPY;

/** The state of a fiscal year on a day. In `grace` it is over, and late postings are still accepted. */
export const yearStates = ['future', 'open', 'grace', 'closed'] as const;
export type YearState = (typeof yearStates)[number];

/** What is posted in a year: new orders, or invoices. */
export type PostingKind = 'order' | 'invoice';

/** Returns the last day on which a year accepts postings of a kind. */
export const lastPostingDay = ({ lastDay, orderGraceDays, invoiceGraceDays }: FiscalYear, kind: PostingKind): string =>
  addDays(lastDay, kind === 'order' ? orderGraceDays : invoiceGraceDays);

/** Returns the state of a year on a day of its time zone. */
export const yearStateOn = (year: FiscalYear, day: string): YearState => {
  if (year.closed) return 'closed';
  if (day < year.firstDay) return 'future';
  if (day <= year.lastDay) return 'open';
  const last = [lastPostingDay(year, 'order'), lastPostingDay(year, 'invoice')].toSorted().at(-1) ?? year.lastDay;
  return day <= last ? 'grace' : 'closed';
};

/** Returns whether orders and invoices are posted in a year on a day of its time zone. */
export const postingsOn = (year: FiscalYear, day: string): Record<PostingKind, boolean> => {
  const isRunning = !year.closed && day >= year.firstDay;
  return {
    order: isRunning && day <= lastPostingDay(year, 'order'),
    invoice: isRunning && day <= lastPostingDay(year, 'invoice'),
  };
};

/** Returns the year of a list that includes a day, or else the one that ended last before it, or else the first. */
export const yearOn = (years: readonly FiscalYear[], dayOf: (year: FiscalYear) => string): FiscalYear | undefined => {
  const begun = years.filter((year) => year.firstDay <= dayOf(year));
  const byFirstDay = (a: FiscalYear, b: FiscalYear): number => (a.firstDay < b.firstDay ? -1 : 1);
  return begun.toSorted(byFirstDay).at(-1) ?? years.toSorted(byFirstDay)[0];
};

/** Returns the other year of a list whose days a year shares, if any. */
export const overlapping = (years: readonly FiscalYear[], year: FiscalYear): FiscalYear | undefined =>
  years.find((other) => other.year !== year.year && other.firstDay <= year.lastDay && year.firstDay <= other.lastDay);
