import { periodMachine } from '../../../layers/data/period-machine.ts';
import { periodStore } from '../../../layers/data/period-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { takeStep } from '../take-step.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ periods: periodStore(openTable(runtime)), machine: periodMachine(runtime) }),
  async ({ actor, path: { month }, body, now, keep }, deps) =>
    body.step === 'approve'
      ? takeStep(deps, month, 'approve', body, { actor, now, keep })
      : takeStep(deps, month, 'reopen', body, { actor, now, keep }),
);
