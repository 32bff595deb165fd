import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { afterAttempt, isLocked, NO_FAILURES, type PinLock } from '../domain/pin.ts';
import { key } from './keys.ts';

const stored = z.object({
  failures: z.number(),
  lockedUntil: z.number().optional(),
  expiresAt: z.number(),
  v: z.number(),
});

// Longer than the longest lock, so that expiry never helps a guesser; then the item is deleted automatically.
const RETENTION_SECONDS = 30 * 24 * 60 * 60;
const TRIES = 6;

/** One attempt to sign in, counted as failed until it succeeds. */
export type Attempt = { number: string; v: number };

/** Stores the attempts to sign in by card number. A number without a card counts and locks like one with: no response reveals which. */
export type SignInStore = {
  /**
   * Counts an attempt before its PIN is checked: of any number of concurrent attempts, no more than a lock allows are checked. Returns
   * milliseconds until the lock ends when locked, 'busy' when there are too many at once. `now` in epoch ms.
   */
  open(number: string, now: number): Promise<Attempt | { lockedFor: number } | 'busy'>;
  /** Deletes the failures after a correct PIN, unless another attempt was counted meanwhile. */
  settle(attempt: Attempt): Promise<void>;
  /** Deletes failures and lock after staff set a new PIN. */
  forget(number: string): Promise<void>;
};

const lockOf = ({ failures, lockedUntil }: z.infer<typeof stored>): PinLock =>
  lockedUntil === undefined ? { failures } : { failures, lockedUntil };

/** Returns the store of attempts in the table. */
export const signInStore = (table: Table): SignInStore => ({
  open: async (number, now) => {
    for (let i = 0; i < TRIES; i += 1) {
      const item = await table.get(key('signIn', { number }), { strong: true });
      const before = item && stored.parse(item);
      const lock = before && before.expiresAt * 1000 > now ? lockOf(before) : NO_FAILURES;
      if (isLocked(lock, now)) return { lockedFor: (lock.lockedUntil ?? now) - now };
      const v = (before?.v ?? 0) + 1;
      const expiresAt = Math.floor(now / 1000) + RETENTION_SECONDS;
      const put = { ...key('signIn', { number }), ...stamp('signIn', v), ...afterAttempt(lock, false, now), expiresAt };
      const conflict = await table.write([{ put, when: before ? unchanged(before.v) : absent() }]);
      if (!conflict) return { number, v };
    }
    return 'busy';
  },
  settle: async ({ number, v }) => {
    await table.write([{ delete: key('signIn', { number }), when: unchanged(v) }]);
  },
  forget: async (number) => {
    await table.write([{ delete: key('signIn', { number }) }]);
  },
});
