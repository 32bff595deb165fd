import fc from 'fast-check';
import { countTill, sumAmounts, type TillAmount, tillAmountSchema } from './till.ts';

const amounts = fc.array(
  fc.record({
    currency: fc.constantFrom('EUR', 'USD'),
    means: fc.constantFrom('cash', 'card', 'other'),
    amount: fc.integer({ min: -5000, max: 5000 }),
  }),
  { maxLength: 12 },
);
const sum = (rows: readonly { amount: number }[]) => rows.reduce((all, { amount }) => all + amount, 0);

test('C74 a till is counted by means of payment: shortages and surpluses', () => {
  const expected: TillAmount[] = [
    { currency: 'EUR', means: 'cash', amount: 5000 },
    { currency: 'EUR', means: 'cash', amount: 350 },
    { currency: 'EUR', means: 'card', amount: 200 },
  ];
  expect(countTill(expected, [{ currency: 'EUR', means: 'cash', amount: 5340 }])).toEqual([
    { currency: 'EUR', means: 'card', expected: 200, counted: 0, difference: -200 },
    { currency: 'EUR', means: 'cash', expected: 5350, counted: 5340, difference: -10 },
  ]);
});

test('C74 no amount is lost in counting, and each currency and means has one row', () => {
  fc.assert(
    fc.property(amounts, amounts, (expected, counted) => {
      const rows = countTill(expected, counted);
      expect(rows.reduce((all, row) => all + row.difference, 0)).toBe(sum(counted) - sum(expected));
      expect(new Set(rows.map((row) => `${row.currency} ${row.means}`)).size).toBe(rows.length);
    }),
  );
});

test('C74 takings are summed by currency and means of payment', () => {
  const cash = { currency: 'EUR', means: 'cash' };
  const card = { currency: 'EUR', means: 'card', amount: 7 };
  expect(sumAmounts([{ ...cash, amount: 5 }, card, { ...cash, amount: -2 }])).toEqual([{ ...cash, amount: 3 }, card]);
});

test('the rows of a till are in the order of currency and means, however they were counted', () => {
  const rows: TillAmount[] = [
    ['USD', 'cash'],
    ['EUR', 'other'],
    ['EUR', 'card'],
    ['USD', 'card'],
  ].map(([currency = '', means = '']) => ({ currency, means, amount: 1 }));
  const shown = (counted: TillAmount[]) => countTill([], counted).map(({ currency, means }) => `${currency} ${means}`);
  const ordered = ['EUR card', 'EUR other', 'USD card', 'USD cash'];
  expect([shown(rows), shown(rows.toReversed())]).toEqual([ordered, ordered]);
});

test('a means of payment is a short code of small letters, digits and single hyphens', () => {
  const isMeans = (means: string) => tillAmountSchema.safeParse({ currency: 'EUR', means, amount: 1 }).success;
  expect(['cash', 'card-2', 'c', 'a'.repeat(20), 'gift-card-b'].map(isMeans)).toEqual([true, true, true, true, true]);
  expect(['', 'Cash', '-cash', 'cash-', 'ca--sh', 'a'.repeat(21), 'cash card', '!cash'].some(isMeans)).toBe(false);
});
