import { handle } from '../../../../layers/platform/http/handle.ts';
import { fundDeps } from '../../deps.ts';
import { listFundEntries } from '../../use-cases/list-fund-entries.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, fundDeps, ({ path: place, query: { fund, ...page } }, deps) =>
  listFundEntries(deps, { place, fund, page }),
);
