import { cachedFor } from './cached-for.ts';
import type { Runtime } from './runtime.ts';
import { secretParameters } from './secret-parameters.ts';

/**
 * Our own secrets for partners, one a partner, encrypted in the parameter store (ADR 27): not in the table, whose stream,
 * indexes and backups carry everything in it.
 */
export type PartnerSecrets = {
  /** Stores the secret, in place of an earlier one. */
  store(partnerId: string, secret: string): Promise<void>;
  /** Deletes the secret for a partner; a missing one is no error. */
  forget(partnerId: string): Promise<void>;
  /** Reads the secret stored at `since`, from a cache of a minute; undefined when there is none. `now` in epoch ms. */
  read(partnerId: string, since: string, now: number): Promise<string | undefined>;
};

/** The secrets in the deployment's parameter store. */
export const partnerSecrets = ({ environment }: Pick<Runtime, 'environment'>): PartnerSecrets => {
  const nameOf = (partnerId: string): string => `${environment.need('PARTNER_SECRETS')}/${partnerId}`;
  // The time of storing is part of the cache key, so that a changed secret is read anew at once.
  const cached = cachedFor(60_000, (which: string) => secretParameters.get(nameOf(which.split(' ')[0] ?? '')));
  return {
    store: (partnerId, secret) =>
      secretParameters.put(nameOf(partnerId), secret, 'How Concord signs in at a partner outside'),
    forget: (partnerId) => secretParameters.delete(nameOf(partnerId)),
    read: (partnerId, since, now) => cached(`${partnerId} ${since}`, now),
  };
};
