import { millis } from '../../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { type Decided, nothingYet } from '../decisions/decision.ts';

/** Returns whether the editions of a hold for a work are looked up again: it waits, and the last look-up is missing or older than this. */
export const wantsEditions = (hold: Hold, at: string, everyMinutes: number): boolean =>
  hold.state === 'placed' &&
  hold.formats !== undefined &&
  (hold.editionsAt === undefined || millis(hold.editionsAt) + everyMinutes * 60_000 <= millis(at));

/**
 * Decides that a hold for a work may be filled by the current editions of its work, including those added since it was placed (C32).
 * When none is found, as for a withdrawn record, it retains its editions.
 */
export const decideEditions = (hold: Hold, found: readonly string[], at: string): Decided => {
  const out = nothingYet();
  const editions = found.length > 0 ? { editions: [...found] } : {};
  out.changes.holds.push({ after: { ...hold, ...editions, editionsAt: at, v: hold.v + 1 }, expect: hold.v });
  return out;
};

/**
 * Returns a hold for a work with the record that its edition now belongs to: copies have the id of the merged record immediately, and
 * the hold follows. Takes the ids of a record, its own first, then those merged into it.
 */
export const followed = (hold: Hold, [now, ...absorbed]: readonly string[]): Hold => {
  const { editions } = hold;
  if (editions === undefined || now === undefined || editions.includes(now)) return hold;
  return editions.some((recordId) => absorbed.includes(recordId)) ? { ...hold, editions: [...editions, now] } : hold;
};
