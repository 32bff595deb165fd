import { randomBytes } from 'node:crypto';
import { ID_RANDOM_BYTES, type IdKind, makeId } from '../../kernel/identity/id.ts';

/** Creates ids and secrets; injected, so that tests can predict them. */
export type Ids = {
  /** Returns a random id of this kind that sorts by its creation time (epoch ms). */
  next(kind: IdKind, now: number): string;
  /** Returns 32 random bytes in base64url, for secrets that are shown once. */
  secret(): string;
};

/** Ids for handlers in production, from the platform's random source. */
export const systemIds: Ids = {
  next: (kind, now) => makeId(kind, now, randomBytes(ID_RANDOM_BYTES)),
  secret: () => randomBytes(32).toString('base64url'),
};

/** Sequential ids for tests: deterministic and in time order. */
export const countingIds = (): Ids => {
  let n = 0;
  const bytes = (): Uint8Array => {
    n += 1;
    return Uint8Array.from(
      { length: ID_RANDOM_BYTES },
      (_, i) => Math.floor(n / 256 ** (ID_RANDOM_BYTES - 1 - i)) % 256,
    );
  };
  return { next: (kind, now) => makeId(kind, now, bytes()), secret: () => Buffer.from(bytes()).toString('base64url') };
};
