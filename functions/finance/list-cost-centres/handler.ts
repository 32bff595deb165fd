import { ledgerStore } from '../../../layers/data/ledger-store.ts';
import { openTable } from '../../../layers/data/table.ts';
import { byCostCentre } from '../../../layers/domain/ledger/cost-centres.ts';
import { handle } from '../../../layers/http/handle.ts';
import { answer } from '../../../layers/http/outcome.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ ledger: ledgerStore(openTable(runtime)) }),
  async ({ path: { period }, query: { member } }, { ledger }) =>
    answer({ period, costCentres: byCostCentre(await ledger.all(period), member) }),
);
