import { dayInZone } from '../../../layers/kernel/calendar/time-zone.ts';
import { type Awaited, type ClaimDue, type ClaimPolicy, dueOn, lateFrom, MOST_CLAIMS } from './claims.ts';
import { type Line, type Order, type OrderStep, wantedOf } from './order.ts';
import type { VendorTerms } from './vendor.ts';

/** When orders are claimed again, and how often, where the vendor states nothing else. */
const USUAL_EVERY = 30;
const USUAL_MOST = 3;

/** What decides about late orders of a vendor: when they are claimed, and the day at the library. */
export type ClaimSetting = { policy: ClaimPolicy; timeZone: string; today: string };

/** Returns when orders of a vendor are claimed. */
export const claimPolicyOf = ({
  claimAfterDays: after,
  claimEveryDays: every = USUAL_EVERY,
  mostClaims: most = USUAL_MOST,
}: Pick<VendorTerms, 'claimAfterDays' | 'claimEveryDays' | 'mostClaims'>): ClaimPolicy => ({ after, every, most });

const placing = new Set<OrderStep['act']>(['write', 'place', 'approve', 'reject', 'withdraw']);

/**
 * Returns the day at the library on which an order was placed: the first one since its text was written last, so that an order that is
 * withdrawn and placed again as it was has its first day. Undefined for a draft.
 */
export const placedOn = ({ steps }: Pick<Order, 'steps'>, timeZone: string): string | undefined => {
  const moved = steps.filter(({ act }) => placing.has(act));
  const since = moved.slice(moved.findLastIndex(({ act }) => act === 'write') + 1);
  // What another person decides about was not placed before.
  const waited = ['approve', 'reject'];
  const placed = since.find(
    ({ act }, place) => act === 'approve' || (act === 'place' && !waited.includes(since[place + 1]?.act ?? '')),
  );
  return placed && dayInZone(timeZone, placed.at);
};

const isOpen = ({ state }: Pick<Order, 'state'>): boolean => state === 'placed' || state === 'partly-received';

/** Returns how many copies of a line are waited for. */
export const missingOf = (line: Line): number => Math.max(0, wantedOf(line) - line.received);

/**
 * A day that the vendor named counts until the next claim: what was named before it did not come. Of two such days, one in a message and one that
 * staff entered, the later counts.
 */
const awaitedOf = ({ claims = [], delayedUntil, answer }: Line, expectedOn: string): Awaited => {
  const last = claims.at(-1)?.on ?? '';
  const named = [delayedUntil, answer?.available].filter((day) => day !== undefined && day > last).toSorted();
  const until = named.at(-1);
  return { expectedOn, claims, ...(until !== undefined && { delayedUntil: until }) };
};

/** A line that is late, with what is due for it. */
export type LateLine = { line: Line; lateFrom: string; due: Exclude<ClaimDue, 'nothing'> };

/** Returns the lines of an order that are late on a day of the library: copies of them are missing and their days are over. */
export const lateLines = (order: Order, { policy, timeZone, today }: ClaimSetting): LateLine[] => {
  const placed = placedOn(order, timeZone);
  if (placed === undefined || !isOpen(order)) return [];
  return order.lines.flatMap((line) => {
    if (missingOf(line) === 0) return [];
    const awaited = awaitedOf(line, placed);
    const due = dueOn(awaited, policy, today);
    return due === 'nothing' ? [] : [{ line, lateFrom: lateFrom(awaited, policy), due }];
  });
};

/** Returns the line of an order that may be claimed on a day of the library. */
export const claimableLine = (order: Order, number: number, setting: ClaimSetting): Line | undefined =>
  lateLines(order, setting).find(({ line, due }) => due === 'claim' && line.number === number)?.line;

/** Returns a line with one more claim on a day of the library. */
const withClaim = (line: Line, on: string): Line => {
  const claims = line.claims ?? [];
  return { ...line, claims: [...claims, { number: claims.length + 1, on }].slice(0, MOST_CLAIMS) };
};

/** Returns an order whose line is claimed on a day of the library. Its version stays: several lines are claimed in one write. */
export const claimedOrder = (
  order: Order,
  number: number,
  { on, ...step }: { on: string } & Pick<OrderStep, 'by' | 'at'>,
): Order => ({
  ...order,
  lines: order.lines.map((line) => (line.number === number ? withClaim(line, on) : line)),
  steps: [...order.steps, { act: 'claim', line: number, ...step }],
});
