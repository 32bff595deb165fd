import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { webhookSecretDeps } from '../../deps.ts';
import { rotateWebhookSecret } from '../../use-cases/rotate-webhook-secret.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, webhookSecretDeps, ({ actor, path, now }, deps) =>
  rotateWebhookSecret(deps, { ...path, by: actorName(actor), now }),
);
