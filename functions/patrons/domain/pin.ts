/** Why a PIN is refused. */
export type PinRefusal = {
  code: 'pin-not-digits' | 'pin-length' | 'pin-one-digit' | 'pin-run' | 'pin-repeats' | 'pin-in-card-number';
  detail: string;
};

const DIGITS = /^[0-9]+$/;
const SHORTEST = 4;
const LONGEST = 12;

const steps = (pin: string): number[] => [...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i]));

/** Returns whether each step is the same single step up or down: 1234, 9876, and with the wrap 7890. */
function isRun(pin: string): boolean {
  const wrapped = steps(pin).map((step) => ((step % 10) + 10) % 10);
  return wrapped.every((step) => step === 1) || wrapped.every((step) => step === 9);
}

/** Returns whether a PIN repeats one shorter piece: 1212 or 123123. */
const repeats = (pin: string): boolean => /^(.{2,})\1+$/.test(pin);

/**
 * Returns every reason against a PIN at once: 4 to 12 digits, not one digit only, no run, no repeated piece, not part of the card number
 * (which is printed on the card). An empty list means that it is accepted.
 */
export function refusePin(pin: string, cardNumber?: string): PinRefusal[] {
  if (!DIGITS.test(pin)) return [{ code: 'pin-not-digits', detail: 'A PIN has digits only' }];
  if (pin.length < SHORTEST || pin.length > LONGEST) {
    return [{ code: 'pin-length', detail: `A PIN has ${SHORTEST} to ${LONGEST} digits` }];
  }
  const refused: PinRefusal[] = [];
  const oneDigit = steps(pin).every((step) => step === 0);
  if (oneDigit) refused.push({ code: 'pin-one-digit', detail: 'One digit again and again is guessed first' });
  else if (isRun(pin)) refused.push({ code: 'pin-run', detail: 'Digits in a row are guessed first' });
  else if (repeats(pin)) refused.push({ code: 'pin-repeats', detail: 'A repeated piece is guessed first' });
  if (cardNumber?.includes(pin)) {
    refused.push({ code: 'pin-in-card-number', detail: 'These digits are printed on the card' });
  }
  return refused;
}

/** The number of consecutive wrong PINs, and until when (epoch ms) no PIN is checked. */
export type PinLock = { failures: number; lockedUntil?: number };

/** The state without failures. */
export const NO_FAILURES: PinLock = { failures: 0 };

const FAILURES_A_LOCK = 5;
const FIRST_LOCK_MS = 15 * 60_000;
const LONGEST_LOCK_MS = 24 * 60 * 60_000;

/**
 * Returns whether no PIN may be checked now (epoch ms). While locked even the correct one is refused, or the lock would protect nothing.
 */
export const isLocked = (lock: PinLock, now: number): boolean =>
  lock.lockedUntil !== undefined && now < lock.lockedUntil;

/**
 * Returns the state after an attempt at `now` (epoch ms). The correct PIN clears it. Every fifth consecutive wrong one locks: 15 minutes,
 * then doubling up to 24 h, so that ten thousand PINs take years. An attempt while locked changes nothing.
 */
export function afterAttempt(lock: PinLock, right: boolean, now: number): PinLock {
  if (isLocked(lock, now)) return lock;
  if (right) return NO_FAILURES;
  const failures = lock.failures + 1;
  if (failures % FAILURES_A_LOCK !== 0) return { failures };
  const doublings = failures / FAILURES_A_LOCK - 1;
  return { failures, lockedUntil: now + Math.min(FIRST_LOCK_MS * 2 ** doublings, LONGEST_LOCK_MS) };
}
