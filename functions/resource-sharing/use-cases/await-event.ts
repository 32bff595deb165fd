import { attributeUsage } from '../../../layers/platform/runtime/meter.ts';
import type { LoanMachine } from '../data/loan-machine.ts';
import type { LoanRequestStore } from '../data/loan-request-store.ts';

/** A waiting task of the workflow: its token, and the request with the version that the workflow has seen. */
export type WaitingTask = { requestId: string; v: number; token: string };

/** Stores the token of a waiting task with its request, or wakes the workflow at once when the request has changed since. */
export const awaitEvent = async (
  { requests, machine }: { requests: Pick<LoanRequestStore, 'wait'>; machine: LoanMachine },
  { requestId, v, token }: WaitingTask,
): Promise<void> => {
  const { still, requester } = await requests.wait(requestId, token, v);
  // A partner pays none of our costs, and the rows that name the member that it asks are not read here.
  attributeUsage(requester === undefined ? { caller: 'consortium' } : { requester });
  if (!still) await machine.wake(token);
};
