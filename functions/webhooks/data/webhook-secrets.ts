import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { secretParameters } from '../../../layers/platform/runtime/secret-parameters.ts';

/** The secrets of webhooks by number: encrypted in the parameter store, as those for partners (ADR 27), and not in the table. */
export type WebhookSecrets = {
  store(webhookId: string, number: number, secret: string): Promise<void>;
  /** Deletes a secret; a missing one is no error. */
  forget(webhookId: string, number: number): Promise<void>;
  /** Reads a secret, from a cache of a minute; undefined when there is none. `now` in epoch ms. */
  read(webhookId: string, number: number, now: number): Promise<string | undefined>;
};

/** The secrets in the deployment's parameter store. A number is never used twice, so a cached secret is never outdated. */
export const webhookSecrets = ({ environment }: Pick<Runtime, 'environment'>): WebhookSecrets => {
  const nameOf = (webhookId: string, number: number): string =>
    `${environment.need('WEBHOOK_SECRETS')}/${webhookId}.${number}`;
  const cached = cachedFor(60_000, (name: string) => secretParameters.get(name));
  return {
    store: (webhookId, number, secret) =>
      secretParameters.put(nameOf(webhookId, number), secret, 'How Concord signs requests of a webhook'),
    forget: (webhookId, number) => secretParameters.delete(nameOf(webhookId, number)),
    read: (webhookId, number, now) => cached(nameOf(webhookId, number), now),
  };
};
