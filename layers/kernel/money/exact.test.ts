import fc from 'fast-check';
import {
  decimalText,
  divideHalfEven,
  exactText,
  fromMinorUnits,
  parseExact,
  sixDecimals,
  sumExact,
  times,
  toMinorUnits,
} from './exact.ts';

describe('An exact amount', () => {
  it('reads the unit price of a gigabyte second', () => {
    expect(parseExact('0.0000133334')).toBe(13_333_400n);
  });

  it.each(['', '1e-5', '1,5', '.5', '5.', '+1', ' 1', '1 ', '1.5 EUR', 'x1', '0.0000000000001', 'NaN', '--1'])(
    'refuses %j, and says what it may be',
    (text) => {
      expect(() => parseExact(text)).toThrow(RangeError);
      expect(() => parseExact(text)).toThrow(`Not a decimal of at most 12 places: ${text}`);
    },
  );

  it.each([
    ['12', 12_000_000_000_000n],
    ['-0.5', -500_000_000_000n],
    ['007', 7_000_000_000_000n],
    ['0.123456789012', 123_456_789_012n],
  ])('reads %s', (text, amount) => {
    expect(parseExact(text)).toBe(amount);
  });

  it('is read back unchanged from its text', () => {
    fc.assert(fc.property(fc.bigInt(), (amount) => expect(parseExact(exactText(amount))).toBe(amount)));
  });

  it('is a price times a count', () => {
    expect(exactText(times(parseExact('0.000000625'), 3_000_000))).toBe('1.875000000000');
  });

  it('refuses half a count, half a cent, and a division by zero', () => {
    expect(() => times(1n, 0.5)).toThrow(RangeError);
    expect(() => fromMinorUnits(0.5)).toThrow(RangeError);
    expect(() => divideHalfEven(1n, 0n)).toThrow(RangeError);
  });

  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [5n, -2n, -2n],
    [-7n, 2n, -4n],
    [-7n, -2n, 4n],
    [8n, 3n, 3n],
    [7n, 3n, 2n],
    [0n, 3n, 0n],
  ])('%d by %d is %d: halves go to the even neighbour', (dividend, divisor, quotient) => {
    expect(divideHalfEven(dividend, divisor)).toBe(quotient);
  });

  it('sums, and an empty sum is zero', () => {
    expect(sumExact([1n, -3n, 5n])).toBe(3n);
    expect(sumExact([])).toBe(0n);
  });

  it.each([
    ['2.875', 288],
    ['2.865', 286],
    ['-2.875', -288],
    ['-2.865', -286],
    ['2.8650000001', 287],
    ['0.004', 0],
  ])('%s is rounded half to even to %d cents', (text, cents) => {
    expect(toMinorUnits(parseExact(text))).toBe(cents);
  });

  it.each([
    [0, 3],
    [2, 250],
    [3, 2500],
  ])('supports currencies of %d decimals', (digits, amount) => {
    expect(toMinorUnits(parseExact(digits === 0 ? '2.6' : '2.5'), digits)).toBe(amount);
    expect(toMinorUnits(fromMinorUnits(amount, digits), digits)).toBe(amount);
  });

  it('is shown with six decimals', () => {
    expect(sixDecimals(parseExact('0.0000133334'))).toBe('0.000013');
    expect(sixDecimals(parseExact('0.0000125'))).toBe('0.000012');
    expect(sixDecimals(parseExact('-1234.5'))).toBe('-1234.500000');
    expect(decimalText(-7n, 0)).toBe('-7');
    expect([decimalText(-5n, 2), decimalText(0n, 2), decimalText(5n, 2), decimalText(1234n, 2)]).toEqual([
      ...['-0.05', '0.00', '0.05', '12.34'],
    ]);
  });

  it('is never rounded by more than half', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt().filter((divisor) => divisor !== 0n),
        (dividend, divisor) => {
          const error = 2n * (divideHalfEven(dividend, divisor) * divisor - dividend);
          const size = divisor < 0n ? -divisor : divisor;
          expect((error < 0n ? -error : error) <= size).toBe(true);
        },
      ),
    );
  });
});
