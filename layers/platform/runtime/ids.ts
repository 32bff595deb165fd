import { randomBytes } from 'node:crypto';
import { ID_RANDOM_BYTES, type IdKind, makeId } from '../../kernel/identity/id.ts';

/** Makes ids and secrets; injected, so that tests can foresee them. */
export type Ids = {
  /** A random id of this kind that sorts by the time (epoch ms) it was made. */
  next(kind: IdKind, now: number): string;
  /** 32 random bytes in base64url, for secrets shown once. */
  secret(): string;
};

/** Ids for handlers in service, from the platform's random source. */
export const systemIds: Ids = {
  next: (kind, now) => makeId(kind, now, randomBytes(ID_RANDOM_BYTES)),
  secret: () => randomBytes(32).toString('base64url'),
};

/** Ids that count up, for tests: deterministic and still in time order. */
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
