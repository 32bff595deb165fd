import { adjustmentStore } from '../../../layers/data/adjustment-store.ts';
import { periodMachine } from '../../../layers/data/period-machine.ts';
import { periodStore } from '../../../layers/data/period-store.ts';
import { platformBillStore, takenIn } from '../../../layers/data/platform-bill-store.ts';
import { openTable, type Table } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { takeStep } from '../take-step.ts';
import { contract } from './contract.ts';

/** Who had a part in a month beside its steps: by corrections and credits, its bills, and differences accepted; and its latest bill. */
const behind = async (table: Table, month: string) => {
  const [adjustments, { bills, acceptances }] = await Promise.all([
    adjustmentStore(table).ofMonth(month),
    platformBillStore(table).ofMonth(month),
  ]);
  const taken = takenIn(bills);
  const preparers = [...[...adjustments, ...acceptances].map(({ by }) => by), ...taken.map(({ sentBy }) => sentBy)];
  return { preparers, latestBill: taken.at(-1)?.billId };
};

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, periods: periodStore(table), machine: periodMachine(runtime) };
  },
  async ({ actor, path: { month }, body, now, keep }, { table, ...deps }) =>
    body.step === 'approve'
      ? takeStep(deps, month, 'approve', { ...body, ...(await behind(table, month)) }, { actor, now, keep })
      : takeStep(deps, month, 'reopen', body, { actor, now, keep }),
);
