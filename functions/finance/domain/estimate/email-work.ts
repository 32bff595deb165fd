import type { WorkUnits } from '../../../../layers/kernel/usage/units.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { workSum } from './work-sum.ts';

/** The usage of sending one notice by e-mail, one per batch: `test/stores/finance/email-work.test.ts` verifies it against the function. */
export const emailUnits: Partial<WorkUnits> = { writeUnits: 6, readUnits: 5.5, emails: 1 };

/** An assumed time: the e-mail service responds in tenths of a second. */
const MEGABYTE_MS = 512 * 150;

/** Returns the work of sending this many notices by e-mail. */
export const emailWork = (day: string, member: string, events: number): DailySum[] => {
  if (events === 0) return [];
  const units = Object.fromEntries(Object.entries(emailUnits).map(([name, each]) => [name, each * events]));
  const named = { day, member, operation: 'notices-send-notice', service: 'circulation' as const, events };
  return [workSum(named, { ...units, megabyteMs: MEGABYTE_MS * events })];
};
