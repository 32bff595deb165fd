import fc from 'fast-check';
import { countTill, type TillAmount } from './till.ts';

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
