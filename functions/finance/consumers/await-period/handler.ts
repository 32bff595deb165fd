import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { periodMachine } from '../../data/period-machine.ts';
import { periodStore } from '../../data/period-store.ts';
import { contract } from './contract.ts';

/** The waiting task: its token, and the month with the counter that its period was seen at. */
export type WaitingPeriod = { month: string; v: number; token: string };

export const handler = work(
  contract,
  (runtime) => ({ periods: periodStore(openTable(runtime)), machine: periodMachine(runtime) }),
  async ({ month, v, token }: WaitingPeriod, { periods, machine }): Promise<void> => {
    // As the workflow's other step: what closes a month is used by all.
    attributeUsage({ caller: 'consortium' });
    if (!(await periods.wait(month, token, v))) await machine.wake(token);
  },
);
