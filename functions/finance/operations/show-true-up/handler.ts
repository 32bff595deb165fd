import { handle } from '../../../../layers/platform/http/handle.ts';
import { trueUpDeps } from '../../deps.ts';
import { showTrueUp } from '../../use-cases/show-true-up.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, trueUpDeps, ({ path: { year, fee }, query: { cost, costs }, now }, deps) =>
  showTrueUp(deps, { year: Number(year), fee, cost, costs, now }),
);
