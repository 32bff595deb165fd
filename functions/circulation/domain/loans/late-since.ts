import { instant, millis } from '../../../../layers/kernel/calendar/days.ts';

/** Returns the instant from which the days of a loan count as late at `now` (epoch ms): its due date once that has passed, otherwise now. */
export const lateSince = (loan: { due: string } | undefined, now: number): string =>
  loan !== undefined && millis(loan.due) < now ? loan.due : instant(now);
