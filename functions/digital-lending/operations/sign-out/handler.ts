import { patronOf } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { patronDeps } from '../../deps.ts';
import { signOutAtVendor } from '../../use-cases/sign-out-at-vendor.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, patronDeps, ({ actor, path: { collectionId } }, deps) =>
  signOutAtVendor(deps, patronOf(actor).id, collectionId),
);
