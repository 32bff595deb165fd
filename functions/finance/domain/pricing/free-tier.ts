import * as z from 'zod';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';
import type { Allowances } from './cost.ts';

/**
 * The monthly allowances of the consortium's account, as the body of a versioned policy: the permanent ones, and those of its first
 * twelve months, by its opening day (the price book defines the amounts). An account in an organisation shares them with others: then
 * set none, or what the bill shows.
 */
export const freeTierSchema = z.strictObject({
  always: z.boolean(),
  openedOn: z.iso.date().exactOptional(),
});
export type FreeTier = z.infer<typeof freeTierSchema>;

/** Returns the months since the year 0 of a month or a day. */
const monthsOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;

/** Accounts opened from this day on get credits instead of the allowances of the first twelve months (AWS Free Tier). */
const CREDITS_SINCE = '2025-07-15';

/**
 * Returns whether a month (YYYY-MM) has a day within the twelve months from a day on: when those began within a month, the thirteenth
 * has.
 */
const isInFirstYear = (month: string, openedOn: string): boolean => {
  const since = monthsOf(month) - monthsOf(openedOn);
  return since >= 0 && (since < 12 || (since === 12 && !openedOn.endsWith('-01')));
};

/** Returns the allowances that a month is priced with. None without an adopted policy: the month is then at list prices. */
export const allowancesIn = (adopted: FreeTier | undefined, month: string): Allowances => {
  if (adopted === undefined) return [];
  const { always, openedOn } = adopted;
  return [
    ...(always ? ['always' as const] : []),
    ...(openedOn !== undefined && openedOn < CREDITS_SINCE && isInFirstYear(month, openedOn)
      ? ['first-12-months' as const]
      : []),
  ];
};

export const freeTierKind = policyKind('free-tier', freeTierSchema);
