import fc from 'fast-check';
import { majorText, minorOf } from '../../web/src/i18n/exact-money.ts';

describe('An amount as typed', () => {
  it.each([
    [0, '1200', 1200],
    [2, '26.5', 2650],
    [2, '0,07', 7],
    [2, '1.15', 115],
    [2, '8.', 800],
    [3, '1.234', 1234],
    [3, ' 2,5 ', 2500],
  ])('with %d decimals: %s', (digits, text, minor) => {
    expect(minorOf(text, digits)).toBe(minor);
  });

  it.each([
    [0, '12.5'],
    [2, '1.234'],
    [2, '-1'],
    [2, '1e3'],
    [2, '1,000.00'],
    [2, ''],
    [2, '12345678'],
  ])('with %d decimals is invalid: %s', (digits, text) => {
    expect(minorOf(text, digits)).toBeUndefined();
  });

  it('is formatted and parsed unchanged, for every whole amount and 0 to 3 decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 13 }), fc.integer({ min: 0, max: 3 }), (minor, digits) => {
        // The largest value that the API accepts, 1e13, has 14 digits.
        expect(minorOf(majorText(minor, digits), digits, 14)).toBe(minor);
      }),
    );
    expect([majorText(-5, 2), majorText(7, 0), majorText(1234, 3)]).toEqual(['-0.05', '7', '1.234']);
  });
});
