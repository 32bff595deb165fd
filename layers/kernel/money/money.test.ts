import { moneySchema, moneyText } from './money.ts';

test.each([
  [{ amount: 2650, currency: 'USD' }, '26.50 USD'],
  [{ amount: -5, currency: 'EUR' }, '-0.05 EUR'],
  [{ amount: 300, currency: 'JPY' }, '300 JPY'],
  [{ amount: 1234, currency: 'KWD' }, '1.234 KWD'],
])('an amount is formatted with the decimals of its currency: %j', (money, text) => {
  expect(moneyText(money)).toBe(text);
});

test('money is an integer amount and a currency, and nothing else', () => {
  expect(moneySchema.safeParse({ amount: -5, currency: 'EUR' }).success).toBe(true);
  for (const wrong of [
    { amount: 0.5, currency: 'EUR' },
    { amount: '5', currency: 'EUR' },
    { amount: 5 },
    { currency: 'EUR' },
    { amount: 5, currency: 'EUR', decimals: 2 },
  ])
    expect(moneySchema.safeParse(wrong).success).toBe(false);
});
