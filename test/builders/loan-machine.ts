import type { LoanMachine } from '../../functions/resource-sharing/data/loan-machine.ts';

/** Step Functions as far as loan requests go: who was started, which waiting tasks were woken. */
const machineInMemory = () => {
  const started: string[] = [];
  const woken: string[] = [];
  let failing = false;
  const machine: LoanMachine = {
    start: async (requestId, again) => {
      if (failing) throw new Error('ServiceUnavailable');
      const name = again === undefined ? requestId : `${requestId}-${again}`;
      if (!started.includes(name)) started.push(name);
    },
    wake: async (token) => {
      woken.push(token);
    },
  };
  /** While `act` runs nobody can be started. */
  const whileDown = async <T>(act: () => Promise<T>): Promise<T> => {
    failing = true;
    return act().finally(() => {
      failing = false;
    });
  };
  return { machine, started, woken, whileDown };
};

/** The machine of the tests of a file. */
export const mockMachine = machineInMemory();

/** Our module of the state machine with that one in its place: what a factory of `jest.mock` gives. */
export const machineHere = () => ({
  ...jest.requireActual('../../functions/resource-sharing/data/loan-machine.ts'),
  loanMachine: () => mockMachine.machine,
});
