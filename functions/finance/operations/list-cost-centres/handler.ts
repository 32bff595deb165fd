import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { byCostCentre } from '../../../../layers/records/ledger/domain/cost-centres.ts';
import { ledgerDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, ledgerDeps, async ({ path: { period }, query: { member } }, { ledger }) =>
  answer({ period, costCentres: byCostCentre(await ledger.all(period), member) }),
);
