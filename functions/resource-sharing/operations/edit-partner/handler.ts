import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { partnerSecretDeps } from '../../deps.ts';
import { editPartner } from '../../use-cases/partners/edit-partner.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  partnerSecretDeps,
  ({ actor, path: { partnerId }, body: { outboundSecret, ...change }, now, keep }, deps) =>
    editPartner(deps, { partnerId, change, outboundSecret, by: actorName(actor), now, keep }),
);
