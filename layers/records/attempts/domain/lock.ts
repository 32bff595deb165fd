/** The number of consecutive wrong secrets from one source, and until when (epoch ms) none is checked. */
export type Lock = { failures: number; lockedUntil?: number };

/** The state without failures. */
export const NO_FAILURES: Lock = { failures: 0 };

const FAILURES_A_LOCK = 5;
const FIRST_LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 24 * 60 * 60_000;

/**
 * Returns whether no secret may be checked now (epoch ms). While locked even the correct one is refused, or the lock would protect
 * nothing.
 */
export const isLocked = (lock: Lock, now: number): boolean => now < (lock.lockedUntil ?? 0);

/**
 * Returns the state after a wrong secret at `now` (epoch ms). Every fifth consecutive wrong one locks: 15 minutes, then doubling up to
 * 24 h, so that ten thousand PINs take years. An attempt while locked changes nothing.
 */
export function afterFailure(lock: Lock, now: number): Lock {
  if (isLocked(lock, now)) return lock;
  const failures = lock.failures + 1;
  if (failures % FAILURES_A_LOCK !== 0) return { failures };
  const doublings = failures / FAILURES_A_LOCK - 1;
  return { failures, lockedUntil: now + Math.min(FIRST_LOCK_MS * 2 ** doublings, LONGEST_LOCK_MS) };
}
