import { handle } from '../../../../layers/platform/http/handle.ts';
import { circulationHouse } from '../../use-cases/house.ts';
import { listed } from '../../use-cases/listed.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, circulationHouse, ({ path, query, now }, house) =>
  listed(house, 'missing', path.branchId, query, now),
);
