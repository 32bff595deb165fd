import { daysIn } from '../../../../layers/kernel/calendar/month.ts';
import { decimalText } from '../../../../layers/kernel/money/exact.ts';
import type { DeployedResources } from '../../../../layers/kernel/usage/deployed-resources.ts';
import type { IdleCost } from '../usage-report/idle-readings.ts';
import { loggedBytes, WORK_LINE_BYTES } from './log-work.ts';

/** A run that finds nothing to do: its billed time and read units. Assumed; most containers of such functions start cold. */
const MS = 150;
const READ_UNITS = 2;

/**
 * Returns what functions that run on a schedule cost in a month when they find nothing to do: calls, time, reads and logs. The rules that
 * start them cost nothing. A month's report does not have these lines: it meters the runs themselves.
 */
export const scheduleCosts = (month: string, { schedules }: Pick<DeployedResources, 'schedules'>): IdleCost[] => {
  if (!schedules || schedules.runsADay === 0) return [];
  const days = daysIn(month);
  const runs = Math.round(schedules.runsADay * days);
  const counted = [
    ['lambda-request', 'Scheduled work, runs', runs],
    ['lambda-gb-second', 'Scheduled work, time', Math.round(schedules.megabytesADay * days * MS)],
    ['dynamodb-read', 'Scheduled work, reads', runs * READ_UNITS * 2],
    ['log-ingest', 'Scheduled work, logs', loggedBytes(WORK_LINE_BYTES, runs)],
  ] as const;
  return counted.map(([meter, title, count]) => ({
    ...{ id: 'schedules' as const, title, meter },
    quantity: decimalText(BigInt(count), 0),
  }));
};
