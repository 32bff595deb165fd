import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { billView, platformBillStore } from '../../data/platform-bill-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ store: platformBillStore(openTable(runtime)) }),
  async ({ path: { month } }, { store }) => {
    const { bills } = await store.ofMonth(month);
    return answer({ bills: bills.toReversed().map(billView) });
  },
);
