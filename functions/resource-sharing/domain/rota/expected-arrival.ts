import type { Candidate } from './rota-factors.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * By when what a supplier is asked for would be there: its time to answer, from when it is open, and the days on the way. An
 * estimate for who chooses a way: it supplies at the end of its time and says yes.
 */
export const expectedArrival = (
  { closedUntil, transitDays }: Pick<Candidate, 'closedUntil' | 'transitDays'>,
  { at, answerMinutes }: { at: string; answerMinutes: number },
): string => {
  const asked = Math.max(Date.parse(at), closedUntil === undefined ? 0 : Date.parse(closedUntil));
  return new Date(asked + answerMinutes * MINUTE_MS + transitDays * DAY_MS).toISOString();
};
