import fc from 'fast-check';
import { shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { duesOfMonth } from '../statements/dues-lines.ts';
import { firstMonth, monthsBilled, monthsClosedOf } from './months-closed.ts';

const year = 2026;
const fees = fc.array(fc.record({ fee: fc.integer({ min: 0, max: 1e9 }), start: fc.integer({ min: 1, max: 12 }) }), {
  minLength: 1,
  maxLength: 6,
});
const someMonths = fc.uniqueArray(
  fc.integer({ min: 0, max: 26 }).map((by) => shiftedMonth('2025-12', by)),
  { maxLength: 24 },
);

test('what the written months lack plus what the others bill equals the fees, to the minor unit', () => {
  fc.assert(
    fc.property(fees, someMonths, (members, written) => {
      const starts = new Map(members.map(({ start }, at) => [`m${at}`, start]));
      const of = { year, starts, fees: members.map(({ fee }, at) => ({ memberId: `m${at}`, fee })) };
      const free = monthsBilled(of).filter((month) => !written.includes(month));
      const billed = of.fees.flatMap(({ memberId, fee }) =>
        free.map((month) => duesOfMonth({ amount: fee, from: firstMonth(of, memberId) }, month) ?? 0),
      );
      const lacking = monthsClosedOf(of, written)?.amount ?? 0;
      expect([lacking, ...billed].reduce((sum, part) => sum + part, 0)).toBe(
        members.reduce((sum, { fee }) => sum + fee, 0),
      );
    }),
    { numRuns: 100 },
  );
});

test('they are named, those of a member’s own fiscal year only, and there is no warning where none is written', () => {
  const of = { year, starts: new Map([['law', 7]]), fees: [{ memberId: 'law', fee: 120_005 }] };
  expect(monthsClosedOf(of, ['2026-06', '2026-08', '2026-07', '2027-07'])).toEqual({
    ...{ months: ['2026-07', '2026-08'], amount: 20_002 },
  });
  expect(monthsClosedOf(of, ['2026-06', '2027-07'])).toBeUndefined();
  const both = { ...of, fees: [...of.fees, { memberId: 'town', fee: 1200 }] };
  expect(monthsBilled(both)).toHaveLength(18);
  expect(monthsClosedOf(both, ['2026-06', '2026-07'])).toEqual({ months: ['2026-06', '2026-07'], amount: 10_201 });
});
