import { millis } from '../../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../../items/public/hold.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Shelf } from '../checkin/shelf-after.ts';
import type { Decision } from '../decisions/decision.ts';
import type { CirculationPolicies } from '../decisions/policies.ts';
import type { RefusalFor } from '../decisions/refusals.ts';
import { decideEndHold } from './end-hold.ts';
import { dueOf } from './hold-due.ts';
import { isWaiting } from './hold-queue.ts';
import { decideSuspendHold } from './suspend-hold.ts';

/** A hold with a due time change, its copy and, when that is on a shelf, the other waiting holds. */
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
 * Decides what time alone changes in a hold: it expires on the shelf and its copy goes to the next hold (C59), ends because it is no
 * longer needed (C60), is suspended or resumed (C64). Undefined when no change is due, so the job may check a hold at any time.
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
  // A suspension that ended before the job ran is not started.
  const begins = isWaiting(hold) && suspended !== undefined && !isPast(suspended.until, at);
  return decideSuspendHold({ hold, at, policies, ...(item && { item }), ...(begins && { suspension: suspended }) });
};
