import { work } from '../../../../layers/platform/http/work.ts';
import { itemWalkDeps } from '../../deps.ts';
import { countInventories } from '../../use-cases/count-inventories.ts';
import { contract } from './contract.ts';

export const handler = work(contract, itemWalkDeps, async (_event: unknown, deps) => countInventories(deps));
