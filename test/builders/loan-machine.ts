import type { LoanMachine } from '../../layers/data/loan-machine.ts';

/** Step Functions as far as loan requests go: who was started, which waiting tasks were woken. For `jest.mock`. */
export const machineInMemory = () => {
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
