import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer } from '../../../../layers/platform/http/outcome.ts';
import { ledgerDeps } from '../../deps.ts';
import { listCostCentres } from '../../use-cases/list-cost-centres.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, ledgerDeps, async ({ path, query }, deps) =>
  answer(await listCostCentres(deps, { ...path, ...query })),
);
