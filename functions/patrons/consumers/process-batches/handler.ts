import { work } from '../../../../layers/platform/http/work.ts';
import { batchDeps } from '../../deps.ts';
import { processBatches } from '../../use-cases/process-batches.ts';
import { contract } from './contract.ts';

export const handler = work(contract, batchDeps, async (_event: unknown, deps) => processBatches(deps));
