import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Runtime } from '../runtime/runtime.ts';

/** A state machine that does what is due, waits for news by a task token, and does what is due again. It holds ids only. */
export type Workflow = {
  /** Starts an execution under a name; a name that was started before is no fault. */
  start(name: string, input: Record<string, string | number>): Promise<void>;
  /** Ends the waiting task: there is news. False when its token has run out or was used: nobody waits by it. */
  wake(token: string): Promise<boolean>;
};

const stale: readonly string[] = ['TaskDoesNotExist', 'TaskTimedOut', 'InvalidToken'];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

let shared: SFNClient | undefined;
const client = (): SFNClient => {
  shared ??= new SFNClient({ maxAttempts: 4 });
  return shared;
};

/** The deployed state machine that the contract touches. */
export const workflow = ({ environment }: Pick<Runtime, 'environment'>): Workflow => ({
  start: async (name, input) => {
    const stateMachineArn = environment.need('MACHINE_ARN');
    const start = new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) });
    await client()
      .send(start)
      .catch((error: unknown) => {
        if (nameOf(error) !== 'ExecutionAlreadyExists') throw error;
      });
  },
  wake: async (taskToken) => {
    try {
      await client().send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
      return true;
    } catch (error) {
      if (!stale.includes(nameOf(error))) throw error;
      return false;
    }
  },
});
