import * as z from 'zod';
import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { secretParameters } from '../../../layers/platform/runtime/secret-parameters.ts';

const secretsSchema = z.object({ key: z.string(), events: z.string() });
/** The secrets of an account: the key of requests, and the secret that signs events. */
export type AccountSecretsOf = z.infer<typeof secretsSchema>;

/** Which secrets of a member's account: each pair that is stored has an id of its own, which the account names. */
export type SecretName = { memberId: string; secretId: string };

/** The secrets of accounts at the payment provider, encrypted in the parameter store beside those for partners (ADR 27). */
export type AccountSecrets = {
  store(name: SecretName, secrets: AccountSecretsOf): Promise<void>;
  /** Reads secrets, from a cache of a minute. `now` in epoch ms. */
  read(name: SecretName, now: number): Promise<AccountSecretsOf | undefined>;
  forget(name: SecretName): Promise<void>;
};

/** The secrets in the deployment's parameter store. */
export const accountSecrets = ({ environment }: Pick<Runtime, 'environment'>): AccountSecrets => {
  const nameOf = ({ memberId, secretId }: SecretName): string =>
    `${environment.need('PARTNER_SECRETS')}/payments-${memberId}-${secretId}`;
  const cached = cachedFor(60_000, (name: string) => secretParameters.get(name));
  return {
    store: (name, secrets) =>
      secretParameters.put(nameOf(name), JSON.stringify(secrets), 'How Concord signs in at the payment provider'),
    forget: (name) => secretParameters.delete(nameOf(name)),
    read: async (name, now) => {
      const text = await cached(nameOf(name), now);
      return text === undefined ? undefined : secretsSchema.parse(JSON.parse(text));
    },
  };
};
