import { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';

/**
 * Our own secrets for partners outside, one a partner, encrypted in the parameter store (ADR 27): not in the table, whose
 * stream, indexes and backups carry whatever is in it.
 */
export type PartnerSecrets = {
  /** Keeps the secret; one kept before is overwritten. */
  keep(partnerId: string, secret: string): Promise<void>;
  /** Deletes what is kept for a partner; one for whom nothing is kept is no error. */
  forget(partnerId: string): Promise<void>;
  /** The secret kept at `since`, out of a cache of a minute; undefined when none was kept. `now` in epoch ms. */
  read(partnerId: string, since: string, now: number): Promise<string | undefined>;
};

let shared: SSMClient | undefined;
const client = (): SSMClient => {
  shared ??= new SSMClient({ maxAttempts: 4 });
  return shared;
};

const isAbsent = (error: unknown): boolean => error instanceof Error && error.name === 'ParameterNotFound';

/** The deployed parameter store. */
export const partnerSecrets = ({ environment }: Pick<Runtime, 'environment'>): PartnerSecrets => {
  const nameOf = (partnerId: string): string => `${environment.need('PARTNER_SECRETS')}/${partnerId}`;
  // By when it was kept as well: a secret that was changed is read anew at once.
  const cached = cachedFor(60_000, async (which: string) => {
    const wanted = new GetParameterCommand({ Name: nameOf(which.split(' ')[0] ?? ''), WithDecryption: true });
    const found = await client()
      .send(wanted)
      .catch((error: unknown) => {
        if (isAbsent(error)) return undefined;
        throw error;
      });
    return found?.Parameter?.Value;
  });
  return {
    keep: async (partnerId, Value) => {
      const named = { Name: nameOf(partnerId), Description: 'How Concord signs in at a partner outside' };
      await client().send(new PutParameterCommand({ ...named, Value, Type: 'SecureString', Overwrite: true }));
    },
    forget: async (partnerId) => {
      await client()
        .send(new DeleteParameterCommand({ Name: nameOf(partnerId) }))
        .catch((error: unknown) => {
          if (!isAbsent(error)) throw error;
        });
    },
    read: (partnerId, since, now) => cached(`${partnerId} ${since}`, now),
  };
};

/** Where partners may be reached by this deployment (`post`). */
export const reachOf = ({ environment }: Pick<Runtime, 'environment'>): { onThisMachine: boolean } => ({
  onThisMachine: environment.maybe('PARTNERS_HERE') === 'true',
});
