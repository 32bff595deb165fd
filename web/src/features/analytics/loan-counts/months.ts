import { monthsBefore } from '../../../components/months.ts';

/** The months to choose from: the current one and the 60 before it, the latest first. */
export const monthsToChoose = (today = new Date().toISOString()): string[] =>
  Array.from({ length: 61 }, (_, by) => monthsBefore(today.slice(0, 7), by));

/** The months that are shown first: the last twelve that are complete. */
export const lastYear = (today = new Date().toISOString()): { from: string; to: string } => ({
  from: monthsBefore(today.slice(0, 7), 12),
  to: monthsBefore(today.slice(0, 7), 1),
});
