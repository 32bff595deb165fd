import { workflow } from '../../../layers/platform/queues/workflow.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { PeriodStore } from './period-store.ts';

/** The workflow that closes a period. It stores only the month: the state is in the table. */
export type PeriodMachine = {
  /** Starts an execution for a month at version `v`; repeating it starts no second one. */
  start(month: string, v: number): Promise<void>;
  /** Completes the waiting task. Returns false when no task waits with this token any more. */
  wake(token: string): Promise<boolean>;
};

/** Returns the deployed state machine. */
export const periodMachine = (runtime: Pick<Runtime, 'environment' | 'engines'>): PeriodMachine => {
  const { start, wake } = workflow(runtime);
  return { start: (month, v) => start(`${month}-${v}`, { month }), wake };
};

/**
 * Notifies the workflow that a period has advanced: wakes the waiting task, or starts a new execution when none waits (it failed, or
 * never began).
 */
export const notifyPeriodMachine = async (
  periods: Pick<PeriodStore, 'waiting'>,
  machine: PeriodMachine,
  { month, v }: { month: string; v: number },
): Promise<void> => {
  const token = await periods.waiting(month);
  if (token === undefined || !(await machine.wake(token))) await machine.start(month, v);
};
