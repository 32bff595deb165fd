import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { clientSettings } from '../runtime/client-settings.ts';
import { count } from '../runtime/meter.ts';
import type { Runtime } from '../runtime/runtime.ts';

/** Starts the state machine that the contract lists. Takes an execution name (unique) and ids only. */
export const startStateMachine = ({
  environment,
}: Pick<Runtime, 'environment'>): ((name: string, input: Record<string, string>) => Promise<void>) => {
  const stateMachineArn = environment.need('MACHINE_ARN');
  const client = new SFNClient(clientSettings());
  return async (name, input) => {
    count({ transitions: 1 });
    await client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));
  };
};
