import * as z from 'zod';
import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { secretParameters } from '../../../layers/platform/runtime/secret-parameters.ts';

const secretsSchema = z.object({ key: z.string(), events: z.string() });
/** The secrets of an account: the key of requests, and the secret that signs events. */
export type AccountSecretsOf = z.infer<typeof secretsSchema>;

/** The secrets of accounts at the payment provider, encrypted in the parameter store beside those for partners (ADR 27). */
export type AccountSecrets = {
  store(memberId: string, secrets: AccountSecretsOf): Promise<void>;
  /** Reads the secrets stored at `since`, from a cache of a minute. `now` in epoch ms. */
  read(memberId: string, since: string, now: number): Promise<AccountSecretsOf | undefined>;
};

/** The secrets in the deployment's parameter store. */
export const accountSecrets = ({ environment }: Pick<Runtime, 'environment'>): AccountSecrets => {
  const nameOf = (memberId: string): string => `${environment.need('PARTNER_SECRETS')}/payments-${memberId}`;
  // The time of storing is part of the cache key, so that a changed secret is read anew at once.
  const cached = cachedFor(60_000, (which: string) => secretParameters.get(nameOf(which.split(' ')[0] ?? '')));
  return {
    store: (memberId, secrets) =>
      secretParameters.put(nameOf(memberId), JSON.stringify(secrets), 'How Concord signs in at the payment provider'),
    read: async (memberId, since, now) => {
      const text = await cached(`${memberId} ${since}`, now);
      return text === undefined ? undefined : secretsSchema.parse(JSON.parse(text));
    },
  };
};
