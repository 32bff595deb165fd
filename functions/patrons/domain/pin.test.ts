import fc from 'fast-check';
import { afterAttempt, isLocked, NO_FAILURES, type PinLock, refusePin } from './pin.ts';

const codes = (pin: string, card?: string): string[] => refusePin(pin, card).map((refusal) => refusal.code);
const MINUTE = 60_000;

const afterFailures = (count: number, now: number, from: PinLock = NO_FAILURES): PinLock =>
  Array.from({ length: count }).reduce<PinLock>((lock) => afterAttempt(lock, false, now), from);

describe('which PINs are accepted', () => {
  test.each([
    ['7391', []],
    ['739120486153', []],
    ['739', ['pin-length']],
    ['7391204861537', ['pin-length']],
    ['', ['pin-not-digits']],
    ['73a1', ['pin-not-digits']],
    ['٧٣٩١', ['pin-not-digits']],
    ['0000', ['pin-one-digit']],
    ['1234', ['pin-run']],
    ['7890', ['pin-run']],
    ['9876', ['pin-run']],
    ['1212', ['pin-repeats']],
    ['739739', ['pin-repeats']],
  ])('%j: %j', (pin, expected) => {
    expect(codes(pin)).toEqual(expected);
  });

  test('digits of the card are refused', () => {
    expect(codes('7391', '21234000073917')).toEqual(['pin-in-card-number']);
    expect(codes('7392', '21234000073917')).toEqual([]);
  });
});

describe('the lock after wrong PINs', () => {
  test('four wrong PINs do not lock, the fifth locks for 15 minutes', () => {
    expect(afterFailures(4, 1000)).toEqual({ failures: 4 });
    expect(afterFailures(5, 1000)).toEqual({ failures: 5, lockedUntil: 1000 + 15 * MINUTE });
  });

  test('the lock ends at its time, not before', () => {
    const lock = { failures: 5, lockedUntil: 900_000 };
    expect([isLocked(lock, 899_999), isLocked(lock, 900_000), isLocked(NO_FAILURES, 0)]).toEqual([true, false, false]);
  });

  test('while locked even the correct PIN changes nothing; afterwards it clears the lock', () => {
    const lock = { failures: 5, lockedUntil: 900_000 };
    expect(afterAttempt(lock, true, 899_999)).toEqual(lock);
    expect(afterAttempt(lock, true, 900_000)).toEqual({ failures: 0 });
  });

  test('five more lock for twice as long', () => {
    const later = 20 * MINUTE;
    const again = afterFailures(5, later, { failures: 5, lockedUntil: 15 * MINUTE });
    expect(again).toEqual({ failures: 10, lockedUntil: later + 30 * MINUTE });
  });

  test('the lock never exceeds a day, after any number of failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 2 ** 41 }), (failures, now) => {
        const { lockedUntil } = afterAttempt({ failures }, false, now);
        expect(lockedUntil !== undefined).toBe((failures + 1) % 5 === 0);
        if (lockedUntil !== undefined) expect(lockedUntil - now).toBeLessThanOrEqual(24 * 60 * MINUTE);
      }),
    );
  });
});
