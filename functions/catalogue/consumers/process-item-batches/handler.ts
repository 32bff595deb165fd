import { work } from '../../../../layers/platform/http/work.ts';
import { batchWalkDeps } from '../../deps.ts';
import { processItemBatches } from '../../use-cases/process-item-batches.ts';
import { contract } from './contract.ts';

export const handler = work(contract, batchWalkDeps, async (_event: unknown, deps) => processItemBatches(deps));
