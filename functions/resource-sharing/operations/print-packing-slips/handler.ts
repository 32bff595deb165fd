import { handle } from '../../../../layers/platform/http/handle.ts';
import { slipDeps } from '../../deps.ts';
import { printPackingSlips } from '../../use-cases/documents/print-packing-slips.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, slipDeps, ({ path, body, now }, deps) =>
  printPackingSlips(deps, { ...path, ...body, now }),
);
