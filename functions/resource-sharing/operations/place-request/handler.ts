import { handle } from '../../../../layers/platform/http/handle.ts';
import { placingDeps } from '../../deps.ts';
import { placeAsCaller } from '../../use-cases/place-as-caller.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, placingDeps, ({ actor, body, now, keep }, deps) =>
  placeAsCaller(deps, { actor, body, now, keep }),
);
