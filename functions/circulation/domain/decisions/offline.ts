import { millis } from '../../../../layers/kernel/calendar/days.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Override } from './findings.ts';
import type { CirculationPolicies } from './policies.ts';
import { circulationRefusals, type RefusalCode } from './refusals.ts';

/** For how many days back desks enter what they did without a network, where the limits do not say. */
const OFFLINE_DAYS = 3;

const DAY_MS = 86_400_000;

/** How far the clock of a desk may be ahead. */
const AHEAD_MS = 10 * 60_000;

/** The comment of an acceptance that nobody wrote a reason for. */
export const OFFLINE = 'offline';

/**
 * Returns the time of a transaction that a desk made without a network (C87): a clock that is little ahead counts as now. Undefined
 * outside of the days that the consortium allows.
 */
export const offlineTime = (
  { blocks }: Pick<CirculationPolicies, 'blocks'>,
  madeAt: string,
  at: string,
): string | undefined => {
  const past = millis(at) - millis(madeAt);
  if (past < -AHEAD_MS || past > (blocks.body.offlineDays ?? OFFLINE_DAYS) * DAY_MS) return undefined;
  return past < 0 ? at : madeAt;
};

/** Returns when the item was scanned or lent after a transaction was made: that newer status stands (C87). Undefined when it was not. */
export const newerStatus = (
  { loan, lastCheckin, transit }: Pick<ItemCirculation, 'loan' | 'lastCheckin' | 'transit'>,
  madeAt: string,
  what: 'checkout' | 'check-in' | 'renewal',
): string | undefined =>
  [loan?.checkedOutAt, lastCheckin?.at, ...(what === 'check-in' ? [transit?.sentAt] : [])]
    .filter((one) => one !== undefined)
    .toSorted((one, other) => millis(other) - millis(one))
    .find((one) => millis(one) > millis(madeAt));

/** The item is gone with the patron: what else a desk would have refused is let through and reported. */
export const acceptedOffline = (by: string): Override => ({ by, comment: OFFLINE });

/** Refusals without an override at a desk that a loan made without a network passes: the copy is not on the shelf any more. */
const passesOffline: readonly RefusalCode[] = ['item-held-for-another', 'others-wait'];

/** The further rules that such a loan may break when a supervisor enters it by hand: otherwise it would never be on record. */
const passesByHand: readonly RefusalCode[] = [...passesOffline, 'patron-blocked', 'request-only'];

/** Returns the refusals that an override of a loan made without a network passes beyond those of a desk. */
export const passedOffline = (override: Override | undefined): readonly RefusalCode[] =>
  override === undefined || override.comment === OFFLINE ? passesOffline : passesByHand;

const codes = Object.keys(circulationRefusals);

/** Encodes the conflicts of an accepted loan: their places in the list of refusals, in base 36. */
export const packConflicts = (conflicts: readonly string[]): string =>
  conflicts.map((code) => `.${codes.indexOf(code).toString(36)}`).join('');

/** Decodes them. */
export const unpackConflicts = (packed: string): string[] =>
  packed
    .split('.')
    .slice(1)
    .flatMap((place) => codes[Number.parseInt(place, 36)] ?? []);
