import { workflow } from '../../../layers/platform/queues/workflow.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { PeriodStore } from './period-store.ts';

/** The workflow that closes a period. It holds the month alone: the state is in the table. */
export type PeriodMachine = {
  /** Starts an execution for a month as it is at `v`; the same again is one. */
  start(month: string, v: number): Promise<void>;
  /** Ends the waiting task. Returns false when nothing waits by this token any more. */
  wake(token: string): Promise<boolean>;
};

/** The deployed state machine. */
export const periodMachine = (runtime: Pick<Runtime, 'environment' | 'engines'>): PeriodMachine => {
  const { start, wake } = workflow(runtime);
  return { start: (month, v) => start(`${month}-${v}`, { month }), wake };
};

/** Notifies the workflow that a period took a step: wakes the waiting task, or starts a new execution where none waits (it failed, or never began). */
export const notifyPeriodMachine = async (
  periods: Pick<PeriodStore, 'waiting'>,
  machine: PeriodMachine,
  { month, v }: { month: string; v: number },
): Promise<void> => {
  const token = await periods.waiting(month);
  if (token === undefined || !(await machine.wake(token))) await machine.start(month, v);
};
