import type { WorkUnits } from '../../../../layers/kernel/usage/units.ts';
import type { DailySum } from '../metering/aggregate.ts';
import { workSum } from './work-sum.ts';

/** The usage of sending one notice by e-mail, one per batch: `test/stores/finance/email-work.test.ts` verifies it against the function. */
export const emailUnits: Partial<WorkUnits> = { writeUnits: 6, readUnits: 5.5, queueMessages: 2, emails: 1 };

/** The usage of sending one notice as a text message of one segment; the same test verifies it. */
export const textUnits: Partial<WorkUnits> = { writeUnits: 6, readUnits: 5.5, queueMessages: 2, textSegments: 1 };

/** An assumed time: the services respond in tenths of a second. */
const MEGABYTE_MS = 512 * 150;

const workOf =
  (each: Partial<WorkUnits>) =>
  (day: string, member: string, events: number): DailySum[] => {
    if (events === 0) return [];
    const units = Object.fromEntries(Object.entries(each).map(([name, count]) => [name, count * events]));
    const named = { day, member, operation: 'notices-send-notice', service: 'circulation' as const, events };
    return [workSum(named, { ...units, megabyteMs: MEGABYTE_MS * events })];
  };

/** Returns the work of sending this many notices by e-mail. */
export const emailWork = workOf(emailUnits);

/** Returns the work of sending this many notices as text messages. */
export const textWork = workOf(textUnits);
