import { work } from '../../../../layers/platform/http/work.ts';
import { countInventories } from '../../../items/public/count-inventories.ts';
import { itemWalkDeps } from '../../deps.ts';
import { contract } from './contract.ts';

export const handler = work(contract, itemWalkDeps, async (_event: unknown, deps) => countInventories(deps));
