import { assumedOf, enteredOf } from '../../web/src/features/analytics/value/assumptions.ts';
import {
  avoidedByLoans,
  avoidedByRecords,
  daysOf,
  ratioOf,
  sumOf,
} from '../../web/src/features/analytics/value/value-figures.ts';

test('N43 N44 150 borrowed loans avoid 750.00, 1,350.00 or 2,100.00, and the ratio to dues is of cash or of avoided cost, never of both', () => {
  const loans = avoidedByLoans(150, assumedOf({}));
  expect(loans).toEqual({ low: 75_000, middle: 135_000, high: 210_000 });
  expect(ratioOf(645_000, 500_000)).toBe('1.29');
  expect(ratioOf(loans.middle, 500_000)).toBe('0.27');
  expect(ratioOf(645_000, 0)).toBeUndefined();
});

test('the time of records that others described is priced by the entered minutes and hour, to the minor unit', () => {
  const records = avoidedByRecords(7, assumedOf({ minutes: '11', wage: '23.50' }));
  expect(records).toEqual({ low: 3016, middle: 3016, high: 3016 });
  expect(sumOf([records, avoidedByLoans(2, assumedOf({}))]).middle).toBe(3016 + 1800);
});

test('the address has only assumptions that are numbers and differ from the usual ones', () => {
  const search = { low: '9,50', middle: '12.00', high: 'much', minutes: 20, wage: '1e3', cash: '-5' };
  expect(enteredOf(search)).toEqual({ low: '9,50', minutes: '20' });
  expect(assumedOf({ low: '9,50', minutes: '20' })).toMatchObject({ low: 950, minutes: 20, middle: 1200 });
});

test('the account is read from the first to the last day of the months', () => {
  expect(daysOf({ from: '2027-11', to: '2028-02' })).toEqual({ from: '2027-11-01', to: '2028-02-29' });
});
