import { handle } from '../../../../layers/platform/http/handle.ts';
import { circulationDeps } from '../../deps.ts';
import { listQueue } from '../../use-cases/list-queue.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, ({ path, query }, deps) =>
  listQueue(deps, { ...path, ...query }),
);
