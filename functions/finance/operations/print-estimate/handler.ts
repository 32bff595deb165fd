import { handle } from '../../../../layers/platform/http/handle.ts';
import { estimateFileDeps } from '../../deps.ts';
import { printEstimate } from '../../use-cases/print-estimate.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, estimateFileDeps, ({ query, body, now }, deps) =>
  printEstimate(deps, { query, ...body, now }),
);
