import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { vendorDeps } from '../../deps.ts';
import { setVendor } from '../../use-cases/set-vendor.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, vendorDeps, ({ actor, path: place, body: terms, now, keep }, deps) =>
  setVendor(deps, { place, terms, by: actorName(actor), now, keep }),
);
