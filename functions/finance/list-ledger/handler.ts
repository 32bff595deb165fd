import { ledgerStore } from '../../../layers/data/ledger-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ ledger: ledgerStore(openTable(runtime)) }),
  async ({ path: { period }, query }, { ledger }) => answer({ period, ...(await ledger.list(period, query)) }),
);
