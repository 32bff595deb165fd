import type { LoanMachine } from '../../layers/data/loan-machine.ts';

/** Step Functions as far as loan requests go: who was started, which waiting tasks were woken. For `jest.mock`. */
export const machineInMemory = () => {
  const started: string[] = [];
  const woken: string[] = [];
  const machine: LoanMachine = {
    start: async (requestId, again) => {
      const name = again === undefined ? requestId : `${requestId}-${again}`;
      if (!started.includes(name)) started.push(name);
    },
    wake: async (token) => {
      woken.push(token);
    },
  };
  return { machine, started, woken };
};
