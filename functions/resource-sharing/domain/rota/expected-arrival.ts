import type { Candidate } from './rota-factors.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Estimates when a requested item would arrive: the supplier's time to answer, from its next opening, and the transit
 * days. It assumes that the supplier agrees at its deadline.
 */
export const expectedArrival = (
  { closedUntil, transitDays }: Pick<Candidate, 'closedUntil' | 'transitDays'>,
  { at, answerMinutes }: { at: string; answerMinutes: number },
): string => {
  const asked = Math.max(Date.parse(at), closedUntil === undefined ? 0 : Date.parse(closedUntil));
  return new Date(asked + answerMinutes * MINUTE_MS + transitDays * DAY_MS).toISOString();
};
