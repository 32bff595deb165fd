import * as z from 'zod';
import { readParameter } from '../../../layers/platform/runtime/parameter.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';

const jwksSchema = z.object({
  keys: z.array(
    z.object({
      kty: z.literal('RSA'),
      kid: z.string(),
      n: z.string(),
      e: z.string(),
      use: z.literal('sig').catch('sig'),
      alg: z.literal('RS256').catch('RS256'),
    }),
  ),
});

/** The public keys of the staff pool. */
export type StaffJwks = z.infer<typeof jwksSchema>;

/** What staff tokens are judged by. */
export type StaffKeys = {
  /** The pool's keys as last fetched; fetched at first use. */
  jwks(): Promise<StaffJwks>;
  /** Fetches them again (the pool may have turned to a new key), but not more often than once a minute: gives undefined then. */
  again(): Promise<StaffJwks | undefined>;
  /** The browser's app client, the only one whose tokens are taken. */
  clientId(): Promise<string>;
};

// A forged kid must not make us call the pool for every request.
const PAUSE_MS = 60_000;

const fetchJwks = async (url: URL): Promise<StaffJwks> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(3000) });
  if (!answer.ok) throw new Error(`The staff pool's keys were answered with ${answer.status}.`);
  return jwksSchema.parse(await answer.json());
};

const once = <T>(work: () => Promise<T>): { get(): Promise<T>; renew(): Promise<T> } => {
  let cached: Promise<T> | undefined;
  const renew = (): Promise<T> => {
    const asked = work();
    // What failed is not kept.
    asked.catch(() => {
      if (cached === asked) cached = undefined;
    });
    cached = asked;
    return asked;
  };
  return { get: () => cached ?? renew(), renew };
};

/** The keys by the deployment's settings. The app client is made after the authorizer (web stack), so its id is a parameter. */
export const staffKeys = ({ environment, clock }: Pick<Runtime, 'environment' | 'clock'>): StaffKeys => {
  let fetchedAt = Number.NEGATIVE_INFINITY;
  const keys = once(() => {
    fetchedAt = clock.now();
    return fetchJwks(new URL(environment.need('STAFF_KEYS_URL'), environment.maybe('AWS_ENDPOINT_URL')));
  });
  const client = once(async () => readParameter(environment.need('USER_POOL_CLIENT_PARAMETER')));
  return {
    jwks: keys.get,
    again: async () => (clock.now() - fetchedAt < PAUSE_MS ? undefined : keys.renew()),
    clientId: client.get,
  };
};
