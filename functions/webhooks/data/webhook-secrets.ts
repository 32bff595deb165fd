import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { secretParameters } from '../../../layers/platform/runtime/secret-parameters.ts';

/** The secrets of webhooks by id: encrypted in the parameter store, as those for partners (ADR 27), and not in the table. */
export type WebhookSecrets = {
  store(webhookId: string, secretId: string, secret: string): Promise<void>;
  /** Deletes a secret; a missing one is no error. */
  forget(webhookId: string, secretId: string): Promise<void>;
  /** Reads a secret, from a cache of a minute; undefined when there is none. `now` in epoch ms. */
  read(webhookId: string, secretId: string, now: number): Promise<string | undefined>;
};

/** The secrets in the deployment's parameter store. An id is random and never used twice, so a cached secret is never outdated. */
export const webhookSecrets = ({ environment }: Pick<Runtime, 'environment'>): WebhookSecrets => {
  const nameOf = (webhookId: string, secretId: string): string =>
    `${environment.need('WEBHOOK_SECRETS')}/${webhookId}.${secretId}`;
  const cached = cachedFor(60_000, (name: string) => secretParameters.get(name));
  return {
    store: (webhookId, secretId, secret) =>
      secretParameters.put(nameOf(webhookId, secretId), secret, 'How Concord signs requests of a webhook'),
    forget: (webhookId, secretId) => secretParameters.delete(nameOf(webhookId, secretId)),
    read: (webhookId, secretId, now) => cached(nameOf(webhookId, secretId), now),
  };
};
