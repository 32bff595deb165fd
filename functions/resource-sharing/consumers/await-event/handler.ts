import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { loanMachine } from '../../data/loan-machine.ts';
import { loanRequestStore } from '../../data/loan-request-store.ts';
import { contract } from './contract.ts';

/** The waiting task: its token, and the request with the counter that it was seen at. */
export type Waiting = { requestId: string; v: number; token: string };

export const handler = work(
  contract,
  (runtime) => ({ requests: loanRequestStore(openTable(runtime)), machine: loanMachine(runtime) }),
  async ({ requestId, v, token }: Waiting, { requests, machine }): Promise<void> => {
    const { still, requester } = await requests.wait(requestId, token, v);
    // A partner outside has no share in our costs, and which of us it asks stands in rows that are not read here.
    attributeUsage(requester === undefined ? { caller: 'consortium' } : { requester });
    if (!still) await machine.wake(token);
  },
);
