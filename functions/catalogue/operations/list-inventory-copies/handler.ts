import { handle } from '../../../../layers/platform/http/handle.ts';
import { inventoryCopiesDeps } from '../../deps.ts';
import { listInventoryCopies } from '../../use-cases/list-inventory-copies.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, inventoryCopiesDeps, ({ path, query, now }, deps) =>
  listInventoryCopies(deps, { ...path, ...query, now }),
);
