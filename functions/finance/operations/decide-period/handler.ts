import { openTable, type Table } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { periodMachine } from '../../data/period-machine.ts';
import { preparersOf, whileNoPreparer } from '../../data/period-preparers.ts';
import { periodStore } from '../../data/period-store.ts';
import { platformBillStore, takenIn, whileTaken } from '../../data/platform-bill-store.ts';
import { takeStep } from '../../use-cases/take-step.ts';
import { contract } from './contract.ts';

/** Who had a part in a month beside its steps, and its latest bill; and the checks that both are so still, for `by`. */
const behind = async (table: Table, month: string, by: string) => {
  const store = platformBillStore(table);
  const [preparers, taken] = await Promise.all([preparersOf(table, month), store.taken(month)]);
  const { bills } = await store.ofMonth(month);
  const checks = [whileNoPreparer(month, by), whileTaken(month, taken)];
  return { carries: { preparers, latestBill: takenIn(bills).at(-1)?.billId }, checks };
};

export const handler = handle(
  contract,
  (runtime) => {
    const table = openTable(runtime);
    return { table, periods: periodStore(table), machine: periodMachine(runtime) };
  },
  async ({ actor, path: { month }, body, now, keep }, { table, ...deps }) => {
    if (body.step === 'reopen') return takeStep(deps, month, 'reopen', body, { actor, now, keep });
    const { carries, checks } = await behind(table, month, actorName(actor));
    return takeStep(deps, month, 'approve', { ...body, ...carries }, { actor, now, keep, checks });
  },
);
