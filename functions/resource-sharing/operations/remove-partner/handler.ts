import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { partnerSecretDeps } from '../../deps.ts';
import { removePartner } from '../../use-cases/partners/remove-partner.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, partnerSecretDeps, ({ actor, path: { partnerId }, now }, deps) =>
  removePartner(deps, { partnerId, by: actorName(actor), now }),
);
