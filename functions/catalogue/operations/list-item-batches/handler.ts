import { handle } from '../../../../layers/platform/http/handle.ts';
import { batchDeps } from '../../deps.ts';
import { listItemBatches } from '../../use-cases/list-item-batches.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, batchDeps, ({ path, query }, deps) =>
  listItemBatches(deps, { ...path, ...query }),
);
