import { currencySchema, decimalsOf, isCurrency, otherDecimals } from './currency.ts';
import { moneyText } from './money.ts';

describe('The decimals of currencies (ISO 4217)', () => {
  test.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['IQD', 3],
    ['CLF', 4],
    // The runtime gives these no decimals, as they are commonly written without; ISO 4217 defines two.
    ...['HUF', 'IDR', 'PKR', 'COP', 'ALL', 'AFN', 'LBP', 'IRR', 'MGA', 'MMK', 'LAK', 'SYP', 'YER', 'SOS', 'KPW'].map(
      (code): [string, number] => [code, 2],
    ),
  ])('%s has %d', (code, decimals) => {
    expect(decimalsOf(code)).toBe(decimals);
    expect(currencySchema.parse(code)).toBe(code);
  });

  test.each(['ANG', 'BGN', 'CUC', 'HRK', 'SLL', 'ZWL'])('%s was withdrawn, and accounts still use it', (code) => {
    expect([decimalsOf(code), currencySchema.parse(code)]).toEqual([2, code]);
  });

  test.each(['ZZZ', 'usd', 'US', 'XAU', 'XXX', '', 'USDX', 'AUSD', 'US1', 'SDE'])('%j is not a currency', (code) => {
    expect(isCurrency(code)).toBe(false);
    expect(currencySchema.safeParse(code).error?.issues.at(-1)?.message).toBe('No currency of ISO 4217.');
    expect(() => decimalsOf(code)).toThrow(`${code} is no currency of ISO 4217.`);
  });

  test('a code of another form is refused for its form too', () => {
    for (const code of ['usd', 'US', 'USDX', 'AUSD', 'US1'])
      expect(currencySchema.safeParse(code).error?.issues).toHaveLength(2);
    expect(currencySchema.safeParse('ZZZ').error?.issues).toHaveLength(1);
  });

  test('other systems receive the decimals of currencies that do not have two', () => {
    const codes = Object.keys(otherDecimals());
    expect(codes).toHaveLength(26);
    expect(codes).toEqual(codes.toSorted());
    expect(codes).not.toContain('USD');
    expect(otherDecimals()).toMatchObject({ JPY: 0, IQD: 3, CLF: 4 });
  });

  test('amounts in plain text have the currency’s decimals', () => {
    expect(moneyText({ amount: 1234, currency: 'IQD' })).toBe('1.234 IQD');
    expect(moneyText({ amount: 1234, currency: 'HUF' })).toBe('12.34 HUF');
    expect(moneyText({ amount: 1234, currency: 'JPY' })).toBe('1234 JPY');
  });
});
