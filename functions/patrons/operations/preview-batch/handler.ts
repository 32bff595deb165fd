import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronBatchDeps } from '../../deps.ts';
import { openBatch } from '../../use-cases/open-batch.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronBatchDeps, (request, deps) => openBatch(deps, request));
