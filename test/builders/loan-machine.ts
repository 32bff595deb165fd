import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';

/** Step Functions as used by loan requests: the started executions, and the woken tasks. */
const machineInMemory = () => {
  const started: string[] = [];
  const woken: string[] = [];
  let failing = false;
  const machine = {
    start: async (name: string): Promise<void> => {
      if (failing) throw new Error('ServiceUnavailable');
      if (!started.includes(name)) started.push(name);
    },
    wake: async (token: string): Promise<void> => {
      woken.push(token);
    },
  };
  /** Runs `act` while no execution can be started. */
  const whileDown = async <T>(act: () => Promise<T>): Promise<T> => {
    failing = true;
    return act().finally(() => {
      failing = false;
    });
  };
  return { machine, started, woken, whileDown };
};

/** The state machine of the tests of a file, to which the SDK's Step Functions client sends. */
export const mockMachine = machineInMemory();

process.env.MACHINE_ARN = 'loan-machine';
const client = mockClient(SFNClient);
client.on(StartExecutionCommand).callsFake(async ({ name }) => {
  await mockMachine.machine.start(name);
  return {};
});
client.on(SendTaskSuccessCommand).callsFake(async ({ taskToken }) => {
  await mockMachine.machine.wake(taskToken);
  return {};
});
