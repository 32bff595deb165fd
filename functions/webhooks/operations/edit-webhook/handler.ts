import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { webhookSecretDeps } from '../../deps.ts';
import { editWebhook } from '../../use-cases/edit-webhook.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, webhookSecretDeps, ({ actor, path, body: change, now, keep }, deps) =>
  editWebhook(deps, { ...path, change, by: actorName(actor), now, keep }),
);
