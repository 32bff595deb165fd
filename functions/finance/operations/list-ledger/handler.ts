import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { ledgerDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, ledgerDeps, async ({ path: { period }, query }, { ledger }) =>
  answer({ period, ...(await ledger.list(period, query)) }),
);
