import { billView, platformBillStore } from '../../../layers/data/platform-bill-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ store: platformBillStore(openTable(runtime)) }),
  async ({ path: { month } }, { store }) => {
    const { bills } = await store.ofMonth(month);
    return answer({ bills: bills.toReversed().map(billView) });
  },
);
