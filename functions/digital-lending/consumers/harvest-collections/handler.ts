import { work } from '../../../../layers/platform/http/work.ts';
import { harvestDeps } from '../../deps.ts';
import { harvestCollections } from '../../use-cases/harvest-collections.ts';
import { contract } from './contract.ts';

export const handler = work(contract, harvestDeps, (_event: unknown, deps) =>
  harvestCollections(deps, () => deps.clock.now()),
);
