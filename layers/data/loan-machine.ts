import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Runtime } from '../runtime/runtime.ts';
import type { LoanRequestStore } from './loan-request-store.ts';

/** The workflow that runs around each request; it holds ids only, what counts is in the table. */
export type LoanMachine = {
  /** Starts it. The first time by the request's id, so that a repeated start is one; `again` (a suffix) starts another. */
  start(requestId: string, again?: string): Promise<void>;
  /** Ends the waiting task: there is news. A token that has run out or was used is no fault: the table is read anyway. */
  wake(token: string): Promise<void>;
};

const stale: readonly string[] = ['TaskDoesNotExist', 'TaskTimedOut', 'InvalidToken'];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

let shared: SFNClient | undefined;
const client = (): SFNClient => {
  shared ??= new SFNClient({ maxAttempts: 4 });
  return shared;
};

/** The deployed state machine. */
export const loanMachine = ({ environment }: Pick<Runtime, 'environment'>): LoanMachine => ({
  start: async (requestId, again) => {
    const name = again === undefined ? requestId : `${requestId}-${again}`;
    const input = JSON.stringify({ requestId, rounds: 0 });
    const start = new StartExecutionCommand({ stateMachineArn: environment.need('MACHINE_ARN'), name, input });
    await client()
      .send(start)
      .catch((error: unknown) => {
        if (nameOf(error) !== 'ExecutionAlreadyExists') throw error;
      });
  },
  wake: async (taskToken) => {
    await client()
      .send(new SendTaskSuccessCommand({ taskToken, output: '{}' }))
      .catch((error: unknown) => {
        if (!stale.includes(nameOf(error))) throw error;
      });
  },
});

/** Tells the workflow of a request that it changed. */
export const tellMachine = async (
  requests: Pick<LoanRequestStore, 'waiting'>,
  machine: LoanMachine,
  requestId: string,
): Promise<void> => {
  const token = await requests.waiting(requestId);
  if (token !== undefined) await machine.wake(token);
};
