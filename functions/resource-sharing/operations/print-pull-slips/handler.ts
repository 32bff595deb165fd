import { handle } from '../../../../layers/platform/http/handle.ts';
import { slipDeps } from '../../deps.ts';
import { printPullSlips } from '../../use-cases/documents/print-pull-slips.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, slipDeps, ({ path, body, now }, deps) =>
  printPullSlips(deps, { ...path, ...body, now }),
);
