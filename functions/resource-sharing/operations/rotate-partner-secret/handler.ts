import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { partnerDeps } from '../../deps.ts';
import { rotatePartnerSecret } from '../../use-cases/partners/rotate-partner-secret.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  partnerDeps,
  ({ actor, path: { partnerId }, body: { oldStaysHours }, now }, deps) =>
    rotatePartnerSecret(deps, { partnerId, oldStaysHours, by: actorName(actor), now }),
);
