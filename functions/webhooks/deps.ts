import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { leadsToPrivate } from '../../layers/platform/http/outbound/post.ts';
import { reachOf } from '../../layers/platform/http/outbound/reach.ts';
import { queueNamed } from '../../layers/platform/queues/queue.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { deliveryStore } from './data/delivery-store.ts';
import { sendStore } from './data/send-store.ts';
import { webhookSecrets } from './data/webhook-secrets.ts';
import { webhookStore } from './data/webhook-store.ts';

/** Composes what reading webhooks and their deliveries takes, or asking for a delivery. */
export const webhookDeps = (runtime: Pick<Runtime, 'environment'>) => {
  const table = openTable(runtime);
  return { webhooks: webhookStore(table), deliveries: deliveryStore(table), sends: sendStore(table) };
};

/** The dependencies with the secrets and the addresses at which receivers may be. */
export const webhookSecretDeps = (runtime: Pick<Runtime, 'environment'>) => ({
  ...{ ...webhookDeps(runtime), secrets: webhookSecrets(runtime), reach: reachOf(runtime) },
  leadsToPrivate: (address: string) => leadsToPrivate(address, reachOf(runtime)),
});
export type WebhookSecretDeps = ReturnType<typeof webhookSecretDeps> & Pick<Runtime, 'ids'>;

/** Composes what sending takes. */
export const sendDeps = (runtime: Pick<Runtime, 'environment'>) => ({
  ...webhookSecretDeps(runtime),
  queue: queueNamed(runtime, 'webhook-sends'),
});
export type SendDeps = ReturnType<typeof sendDeps> & Pick<Runtime, 'clock'>;
