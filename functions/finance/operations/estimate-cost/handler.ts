import { handle } from '../../../../layers/platform/http/handle.ts';
import { estimateDeps } from '../../deps.ts';
import { estimateCost } from '../../use-cases/estimate-cost.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, estimateDeps, ({ query, now }, deps) => estimateCost(deps, { query, now }));
