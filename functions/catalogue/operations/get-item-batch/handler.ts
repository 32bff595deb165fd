import { handle } from '../../../../layers/platform/http/handle.ts';
import { batchDeps } from '../../deps.ts';
import { getItemBatch } from '../../use-cases/get-item-batch.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, batchDeps, ({ path, query }, deps) =>
  getItemBatch(deps, { ...path, ...query }),
);
