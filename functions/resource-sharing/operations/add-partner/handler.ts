import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { partnerSecretDeps } from '../../deps.ts';
import { addPartner } from '../../use-cases/partners/add-partner.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, partnerSecretDeps, ({ actor, body: { outboundSecret, ...terms }, now }, deps) =>
  addPartner(deps, { terms, outboundSecret, by: actorName(actor), now }),
);
