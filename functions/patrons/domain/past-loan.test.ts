import fc from 'fast-check';
import { addDays, millis } from '../../../layers/kernel/calendar/days.ts';
import { patronsSchema } from '../../../layers/records/policies/domain/patrons.ts';
import { aLentItem, anItem } from '../../../test/builders/circulation.ts';
import { endedLoans, fateOf, settledLoans } from './past-loan.ts';

const rules = (loans: object) => patronsSchema.parse({ loans }).loans;
const ended = '2026-03-02T11:00:00.000Z';
const judged = { endedAt: ended, fees: 'none' as const, keepsHistory: false, at: ended };

test.each<[string, object, object, object]>([
  ['at close is forgotten', {}, {}, { kept: false }],
  [
    'after an interval is kept for it',
    { anonymise: { when: 'after-days', days: 30 } },
    {},
    { kept: true, until: '2026-04-01T11:00:00.000Z' },
  ],
  [
    'that is past is forgotten',
    { anonymise: { when: 'after-days', days: 30 } },
    { at: '2026-05-01T00:00:00.000Z' },
    { kept: false },
  ],
  ['never is kept', { anonymise: { when: 'never' } }, {}, { kept: true }],
  ['with an open fee is kept, whatever the rule', {}, { fees: 'open' }, { kept: true }],
  ['with settled fees is forgotten', {}, { fees: 'settled' }, { kept: false }],
  [
    'with settled fees may have an interval of its own',
    { anonymiseWithFees: { when: 'after-days', days: 10 } },
    { fees: 'settled', at: '2026-03-20T09:00:00.000Z' },
    { kept: true, until: '2026-03-30T09:00:00.000Z' },
  ],
  [
    'that the patron wants to find again is kept',
    { historyDays: 365 },
    { keepsHistory: true },
    { kept: true, until: '2027-03-02T11:00:00.000Z' },
  ],
  [
    'is kept for the longer of wish and rule',
    { historyDays: 10, anonymise: { when: 'after-days', days: 30 } },
    { keepsHistory: true },
    { kept: true, until: '2026-04-01T11:00:00.000Z' },
  ],
])('C78 a returned loan anonymised %s', (_what, loans, more, expected) => {
  expect(fateOf(rules(loans), { ...judged, ...more })).toEqual(expected);
});

test('C75 no rule and no wish forgets a loan while a fee of it is open, nor keeps one whose time is over', () => {
  const days = fc.integer({ min: 0, max: 4000 });
  const rule = fc.oneof(fc.record({ when: fc.constant('after-days'), days }), fc.constant({ when: 'never' }));
  const wished = fc.record({ anonymise: rule, anonymiseWithFees: rule, historyDays: days });
  const fees = fc.constantFrom('none' as const, 'open' as const, 'settled' as const);
  fc.assert(
    fc.property(wished, fees, fc.boolean(), days, (loans, of, keepsHistory, passed) => {
      const at = `${addDays('2026-03-02', passed)}T11:00:00.000Z`;
      const fate = fateOf(rules(loans), { endedAt: ended, fees: of, keepsHistory, at });
      if (of === 'open') expect(fate).toEqual({ kept: true });
      if (fate.kept && fate.until !== undefined) expect(millis(fate.until)).toBeGreaterThan(millis(at));
    }),
  );
});

test('news of a loan name its patron; what is kept and counted of it does not', () => {
  const lent = aLentItem();
  const fact = { name: 'loan-closed' as const, at: ended, members: {} };
  const [news] = endedLoans(lent, [fact]);
  expect(news).toMatchObject({ news: 'ended', patronId: 'pat_1', cause: 'birch' });
  expect(JSON.stringify(news?.news === 'ended' && news.loan)).not.toContain('pat_1');
  expect(endedLoans(anItem(), [fact])).toEqual([]);
  expect(endedLoans(lent, [])).toEqual([]);
});

test.each([
  ['paid off', 300, 0, 1],
  ['paid in part', 300, 100, 0],
  ['written again', 0, 0, 0],
])('a bill %s is news of its loan or not', (_what, before, open, count) => {
  const bill = { patronId: 'pat_1', loanId: 'lon_1', itemId: 'itm_1', member: 'ash' };
  expect(settledLoans({ ...bill, open: before }, { ...bill, open })).toHaveLength(count);
  const { loanId: _, ...fee } = bill;
  expect(settledLoans({ ...fee, open: before }, { ...fee, open })).toEqual([]);
});
