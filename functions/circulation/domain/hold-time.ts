import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Decision } from './decision.ts';
import { decideEndHold } from './end-hold.ts';
import { dueOf } from './hold-due.ts';
import { isWaiting } from './hold-queue.ts';
import type { CirculationPolicies } from './policies.ts';
import type { RefusalFor } from './refusals.ts';
import type { Shelf } from './shelf-after.ts';
import { decideSuspendHold } from './suspend-hold.ts';

/** A hold whose time has come, with its copy and, when that stands on a shelf, who else waits for it. */
export type TimedHold = {
  hold: Hold;
  item?: ItemCirculation;
  shelf?: Shelf;
  policies: CirculationPolicies;
  at: string;
};

const isPast = (instant: string | undefined, at: string): boolean =>
  instant !== undefined && millis(instant) <= millis(at);

/**
 * What time alone makes of a hold: it expires on the shelf and its copy goes to the next (C59), ends because it is not
 * needed any more (C60), is suspended or waits again (C64). Nothing when its time has not come: so the job may look at a
 * hold as often as it likes.
 */
export const decideTimedHold = (
  timed: TimedHold,
): Decision<RefusalFor<'endHold'> | RefusalFor<'suspendHold'>> | undefined => {
  const { hold, item, at, policies } = timed;
  if (!isPast(dueOf(hold), at)) return undefined;
  const over = isPast(hold.neededUntil, at);
  const about = { hold, at, ...(item && { item }), ...(timed.shelf && { shelf: timed.shelf }) };
  if (hold.state === 'on-shelf') {
    return decideEndHold({ ...about, cause: 'expired-on-shelf', reason: over ? 'not-needed' : 'not-fetched' });
  }
  if (over) return decideEndHold({ ...about, cause: 'expired-unfilled', reason: 'not-needed' });
  const { suspended } = hold;
  // One whose days were over before anybody looked is not begun any more.
  const begins = isWaiting(hold) && suspended !== undefined && !isPast(suspended.until, at);
  return decideSuspendHold({ hold, at, policies, ...(item && { item }), ...(begins && { suspension: suspended }) });
};
