import { handle } from '../../../../layers/platform/http/handle.ts';
import { circulationDeps } from '../../deps.ts';
import { listed } from '../../use-cases/listed.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationDeps, ({ path, query, now }, house) =>
  listed(house, 'missing', path.branchId, query, now),
);
