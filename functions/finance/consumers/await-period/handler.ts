import { work } from '../../../../layers/platform/http/work.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { periodStepDeps } from '../../deps.ts';
import { contract } from './contract.ts';

/** The waiting task: its token, and the month with the version at which its period was read. */
export type WaitingPeriod = { month: string; v: number; token: string };

export const handler = work(
  contract,
  periodStepDeps,
  async ({ month, v, token }: WaitingPeriod, { periods, machine }): Promise<void> => {
    // As in the workflow's other step: closing a month is work for all members.
    attributeUsage({ caller: 'consortium' });
    if (!(await periods.wait(month, token, v))) await machine.wake(token);
  },
);
