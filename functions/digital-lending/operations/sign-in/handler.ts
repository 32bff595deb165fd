import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { signInDeps } from '../../deps.ts';
import { signInAtVendor } from '../../use-cases/sign-in-at-vendor.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, signInDeps, ({ actor, path, body, caller, now }, deps) =>
  signInAtVendor(deps, { actor: patronOf(actor), ...path, ...body, address: caller.address, now }),
);
