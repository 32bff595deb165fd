import { handle } from '../../../../layers/platform/http/handle.ts';
import { circulationDeps } from '../../deps.ts';
import { listHopelessHolds } from '../../use-cases/list-hopeless-holds.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, ({ path, query: page, now }, deps) =>
  listHopelessHolds(deps, { ...path, page, now }),
);
