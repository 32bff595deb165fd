import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronDeps } from '../../deps.ts';
import { signInAtVendor } from '../../use-cases/sign-in-at-vendor.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronDeps, ({ actor, path, body, now }, deps) =>
  signInAtVendor(deps, { actor: patronOf(actor), ...path, ...body, now }),
);
