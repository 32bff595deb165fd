import { workflow } from '../../../layers/platform/queues/workflow.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { LoanRequestStore } from './loan-request-store.ts';

/** The workflow of requests. It holds ids only; the state is in the table. */
export type LoanMachine = {
  /**
   * Starts a workflow. The first is named by the request's id, so that a repeated start is one; `again` (a suffix)
   * starts another.
   */
  start(requestId: string, again?: string): Promise<void>;
  /**
   * Wakes the waiting task after a change. An expired or used token is no error: the workflow reads the table anyway.
   */
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
 * Starts the workflow of a new request, so that a supplier is asked at once. A failure is logged and does not fail the
 * placing: the relay starts the workflow when it sees the new row (follow-item).
 */
export const startWorkflow = async (machine: LoanMachine, requestId: string): Promise<void> => {
  try {
    await machine.start(requestId);
  } catch (error) {
    logError('start the workflow of a loan request', error, { requestId });
  }
};

/** Wakes the workflow of a changed request; with `v`, only when it has not seen that version. */
export const wakeWorkflow = async (
  requests: Pick<LoanRequestStore, 'waiting'>,
  machine: LoanMachine,
  requestId: string,
  v?: number,
): Promise<void> => {
  const token = await requests.waiting(requestId, v);
  if (token !== undefined) await machine.wake(token);
};
