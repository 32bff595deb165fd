import { workflow } from '../../../layers/platform/queues/workflow.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { LoanRequestStore } from './loan-request-store.ts';

/** The workflow that runs around each request; it holds ids only, what counts is in the table. */
export type LoanMachine = {
  /** Starts it. The first time by the request's id, so that a repeated start is one; `again` (a suffix) starts another. */
  start(requestId: string, again?: string): Promise<void>;
  /** Ends the waiting task: there is news. A token that has run out or was used is no fault: the table is read anyway. */
  wake(token: string): Promise<void>;
};

/** The deployed state machine. */
export const loanMachine = (runtime: Pick<Runtime, 'environment'>): LoanMachine => {
  const { start, wake } = workflow(runtime);
  return {
    start: (requestId, again) =>
      start(again === undefined ? requestId : `${requestId}-${again}`, { requestId, rounds: 0 }),
    wake: async (token) => {
      await wake(token);
    },
  };
};

/**
 * Starts the workflow of a request that was just placed, so that it is asked for at once. A failure is logged and no fault of
 * the placing: the request stands, and the relay has its workflow started as it sees the new row (follow-item).
 */
export const startWorkflow = async (machine: LoanMachine, requestId: string): Promise<void> => {
  try {
    await machine.start(requestId);
  } catch (error) {
    logError('start the workflow of a loan request', error, { requestId });
  }
};

/** Tells the workflow of a request that it changed; given `v`, unless it has seen the request as it is then. */
export const wakeWorkflow = async (
  requests: Pick<LoanRequestStore, 'waiting'>,
  machine: LoanMachine,
  requestId: string,
  v?: number,
): Promise<void> => {
  const token = await requests.waiting(requestId, v);
  if (token !== undefined) await machine.wake(token);
};
