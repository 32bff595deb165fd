import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import type { PeriodMachine } from '../data/period-machine.ts';
import type { PeriodStore } from '../data/period-store.ts';

/** The waiting task: its token, and the month with the version at which its period was read. */
export type WaitingPeriod = { month: string; v: number; token: string };

/** Stores the token of a waiting task; wakes the task immediately when the period has advanced since it was read. */
export const awaitPeriod = async (
  { periods, machine }: { periods: PeriodStore; machine: PeriodMachine },
  { month, v, token }: WaitingPeriod,
): Promise<void> => {
  // As in the workflow's other step: closing a month is work for all members.
  attributeUsage({ caller: 'consortium' });
  if (!(await periods.wait(month, token, v))) await machine.wake(token);
};
