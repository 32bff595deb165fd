import fc from 'fast-check';
import { afterFailure, isLocked, type Lock, NO_FAILURES } from './lock.ts';

const MINUTE = 60_000;

const afterFailures = (count: number, now: number, from: Lock = NO_FAILURES): Lock =>
  Array.from({ length: count }).reduce<Lock>((lock) => afterFailure(lock, now), from);

describe('the lock after wrong secrets', () => {
  test('four wrong ones do not lock, the fifth locks for 15 minutes', () => {
    expect(afterFailures(4, 1000)).toEqual({ failures: 4 });
    expect(afterFailures(5, 1000)).toEqual({ failures: 5, lockedUntil: 1000 + 15 * MINUTE });
  });

  test('the lock ends at its time, not before', () => {
    const lock = { failures: 5, lockedUntil: 900_000 };
    expect([isLocked(lock, 899_999), isLocked(lock, 900_000), isLocked(NO_FAILURES, 0)]).toEqual([true, false, false]);
  });

  test('while locked another attempt changes nothing', () => {
    const lock = { failures: 5, lockedUntil: 900_000 };
    expect(afterFailure(lock, 899_999)).toEqual(lock);
  });

  test('five more lock for twice as long', () => {
    const later = 20 * MINUTE;
    const again = afterFailures(5, later, { failures: 5, lockedUntil: 15 * MINUTE });
    expect(again).toEqual({ failures: 10, lockedUntil: later + 30 * MINUTE });
  });

  test('the lock never exceeds a day, after any number of failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 2 ** 41 }), (failures, now) => {
        const { lockedUntil } = afterFailure({ failures }, now);
        expect(lockedUntil !== undefined).toBe((failures + 1) % 5 === 0);
        if (lockedUntil !== undefined) expect(lockedUntil - now).toBeLessThanOrEqual(24 * 60 * MINUTE);
      }),
    );
  });
});
