import { fromProvider, toProvider } from './provider-amount.ts';

test.each([
  [350, 'USD', 350],
  [350, 'JPY', 350],
  [350, 'ISK', 35_000],
  [350, 'UGX', 35_000],
  [35_000, 'MGA', 350],
  [1250, 'KWD', 1250],
])('%i minor units of %s are %i units of the provider, and back', (amount, currency, units) => {
  expect(toProvider(amount, currency)).toBe(units);
  expect(fromProvider(units, currency.toLowerCase())).toBe(amount);
});

test('what the provider cannot take is refused: a last digit of three decimals, a part of an ariary, four decimals', () => {
  expect([toProvider(1251, 'KWD'), toProvider(350, 'MGA'), toProvider(100, 'CLF')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
