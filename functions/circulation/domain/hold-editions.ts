import { millis } from '../../../layers/kernel/calendar/days.ts';
import type { Hold } from '../../items/public/hold.ts';
import { type Decided, nothingYet } from './decision.ts';

/** Whether a hold for a work has its editions looked up anew: it waits, and that was never done or so many minutes ago. */
export const wantsEditions = (hold: Hold, at: string, everyMinutes: number): boolean =>
  hold.state === 'placed' &&
  hold.formats !== undefined &&
  (hold.editionsAt === undefined || millis(hold.editionsAt) + everyMinutes * 60_000 <= millis(at));

/**
 * Decides that a hold for a work may be filled by the editions that its work has now: those that joined the catalogue since
 * it was placed too (C32). Where none is found, as for a record withdrawn since, it keeps those it had.
 */
export const decideEditions = (hold: Hold, found: readonly string[], at: string): Decided => {
  const out = nothingYet();
  const editions = found.length > 0 ? { editions: [...found] } : {};
  out.changes.holds.push({ after: { ...hold, ...editions, editionsAt: at, v: hold.v + 1 }, expect: hold.v });
  return out;
};

/**
 * A hold for a work with the record that its edition is part of now: copies bear the id of the record that theirs was merged
 * into, at once, and the hold follows. Takes the ids of a record, its own first, then those it absorbed.
 */
export const followed = (hold: Hold, [now, ...absorbed]: readonly string[]): Hold => {
  const { editions } = hold;
  if (editions === undefined || now === undefined || editions.includes(now)) return hold;
  return editions.some((recordId) => absorbed.includes(recordId)) ? { ...hold, editions: [...editions, now] } : hold;
};
