import { handle } from '../../../../layers/platform/http/handle.ts';
import { pinDeps } from '../../deps.ts';
import { resetPin } from '../../use-cases/reset-pin.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, pinDeps, ({ path, body, now, keep }, deps) =>
  resetPin(deps, { ...path, ...body, now, keep }),
);
