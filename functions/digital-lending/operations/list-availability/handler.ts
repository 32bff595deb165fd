import { handle } from '../../../../layers/platform/http/handle.ts';
import { availabilityDeps } from '../../deps.ts';
import { listAvailability } from '../../use-cases/list-availability.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, availabilityDeps, ({ query, now }, deps) =>
  listAvailability(deps, { recordIds: query.records.split(','), editions: query.editions === 'true' }, now),
);
