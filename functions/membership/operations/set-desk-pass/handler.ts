import { handle } from '../../../../layers/platform/http/handle.ts';
import { passDeps } from '../../deps.ts';
import { setDeskPass } from '../../use-cases/set-desk-pass.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, passDeps, ({ actor, path, body: wanted, now }, deps) =>
  setDeskPass(deps, { actor, ...path, wanted, now }),
);
