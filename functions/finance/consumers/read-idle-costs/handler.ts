import { work } from '../../../../layers/platform/http/work.ts';
import { idleCostDeps } from '../../deps.ts';
import { recordIdleCosts } from '../../use-cases/record-idle-costs.ts';
import { contract } from './contract.ts';

export const handler = work(contract, idleCostDeps, (_event: unknown, deps, { now }) =>
  recordIdleCosts(deps, { now, operation: contract.id }),
);
