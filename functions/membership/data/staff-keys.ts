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

/** The keys and settings by which staff tokens are verified. */
export type StaffKeys = {
  /** Returns the pool's keys as last fetched; fetched at first use. */
  jwks(): Promise<StaffJwks>;
  /** Fetches the keys again (the pool may have rotated them), but at most once a minute; otherwise returns undefined. */
  again(): Promise<StaffJwks | undefined>;
  /** Returns the browser's app client, the only one whose tokens are accepted. */
  clientId(): Promise<string>;
};

// A forged kid must not cause a call to the pool for every request.
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
    // A failed call is not cached.
    asked.catch(() => {
      if (cached === asked) cached = undefined;
    });
    cached = asked;
    return asked;
  };
  return { get: () => cached ?? renew(), renew };
};

/** Returns the keys by the deployment's settings. The app client is created after the authorizer (web stack), so its id is a parameter. */
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
