import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronBatchDeps } from '../../deps.ts';
import { getBatch } from '../../use-cases/get-batch.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronBatchDeps, ({ path, query }, deps) =>
  getBatch(deps, { ...path, ...query }),
);
