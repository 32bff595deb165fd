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

  it.each(['', '1e-5', '1,5', '.5', '5.', '+1', ' 1', '0.0000000000001', 'NaN', '--1'])('refuses %j', (text) => {
    expect(() => parseExact(text)).toThrow(RangeError);
  });

  it('is read back unchanged from its text', () => {
    fc.assert(fc.property(fc.bigInt(), (amount) => expect(parseExact(exactText(amount))).toBe(amount)));
  });

  it('is a price times a count', () => {
    expect(exactText(times(parseExact('0.000000625'), 3_000_000))).toBe('1.875000000000');
  });

  it('refuses half a count', () => {
    expect(() => times(1n, 0.5)).toThrow(RangeError);
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
