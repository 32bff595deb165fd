import { work } from '../../../../layers/platform/http/work.ts';
import { itemWalkDeps } from '../../deps.ts';
import { processItemBatches } from '../../use-cases/process-item-batches.ts';
import { contract } from './contract.ts';

export const handler = work(contract, itemWalkDeps, async (_event: unknown, deps) => processItemBatches(deps));
