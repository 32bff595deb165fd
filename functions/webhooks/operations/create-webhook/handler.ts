import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { webhookSecretDeps } from '../../deps.ts';
import { createWebhook } from '../../use-cases/create-webhook.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, webhookSecretDeps, ({ actor, path: { owner }, body: terms, now }, deps) =>
  createWebhook(deps, { owner, terms, by: actorName(actor), now }),
);
