import { monthsBefore } from '../../../components/months.ts';

/** How many months before the current one can be chosen: five years. */
export const MONTHS_BACK = 60;

/** The months that are shown first: the last twelve that are complete. */
export const lastYear = (today = new Date().toISOString()): { from: string; to: string } => ({
  from: monthsBefore(today.slice(0, 7), 12),
  to: monthsBefore(today.slice(0, 7), 1),
});
