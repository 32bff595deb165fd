import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { clientSettings } from '../runtime/client-settings.ts';
import type { Workflow } from '../runtime/engines.ts';
import type { Runtime } from '../runtime/runtime.ts';

const stale: readonly string[] = ['TaskDoesNotExist', 'TaskTimedOut', 'InvalidToken'];

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

let shared: SFNClient | undefined;
const client = (): SFNClient => {
  shared ??= new SFNClient(clientSettings());
  return shared;
};

export type { Workflow } from '../runtime/engines.ts';

const deployedWorkflow = ({ environment }: Pick<Runtime, 'environment'>): Workflow => ({
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

/** Opens the state machine that the contract lists, or the runtime's replacement. */
export const workflow = (runtime: Pick<Runtime, 'environment' | 'engines'>): Workflow =>
  runtime.engines?.workflow ?? deployedWorkflow(runtime);
