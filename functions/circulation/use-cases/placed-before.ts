import type { BranchCalendar } from '../../../layers/kernel/calendar/branch-calendar.ts';
import type { RefusalOf } from '../../../layers/platform/http/outcome.ts';
import type { Hold } from '../../items/public/hold.ts';
import { type PlacedResult, unpackPlaced } from '../domain/decisions/stored-results.ts';
import type { NewKey } from '../domain/decisions/used-keys.ts';
import type { HoldView } from '../schemas/holds.ts';
import { holdViewAt } from '../schemas/views.ts';
import { resultIn } from './item-idempotency.ts';
import { type HoldRequest, timesOf } from './load-hold-request.ts';

/** A hold that an earlier request with the same key placed, and the result stored with it. */
export type PlacedBefore = { hold: Hold; result: PlacedResult };

/**
 * Returns the hold of a patron that an earlier request with this key placed: among open holds and among the newest of the records, some of
 * which have ended. Refuses the key of a request with another body.
 */
export const placedBefore = (
  key: NewKey | undefined,
  patronId: string,
  among: readonly Hold[],
): PlacedBefore | { refused: RefusalOf<'key-reused'>[] } | undefined => {
  for (const hold of among) {
    if (hold.placedWith === undefined || hold.patronId !== patronId) continue;
    const used = resultIn([hold.placedWith], key);
    if (used) return 'refused' in used ? used : { hold, result: unpackPlaced(used.result) };
  }
  return undefined;
};

/** Returns the response of the request that placed a hold, whatever became of the hold since. */
export const placedAgain = (
  { hold, result: { state, place, local } }: PlacedBefore,
  body: HoldRequest & { pickupBranch: string },
  calendar: BranchCalendar,
): { hold: HoldView; warnings: 'local-copy-available'[] } => {
  const { suspended: _s, shelfExpiresAt: _e, hopelessSince: _h, neededUntil: _n, ...placed } = hold;
  const { pickupBranch } = body;
  const asPlaced = { ...placed, pickupBranch, state, ...timesOf(calendar, body, hold.placedAt) };
  return { hold: holdViewAt(asPlaced, place), warnings: local ? ['local-copy-available'] : [] };
};
