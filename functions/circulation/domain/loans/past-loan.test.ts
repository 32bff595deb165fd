import fc from 'fast-check';
import { addDays, millis } from '../../../../layers/kernel/calendar/days.ts';
import { patronsSchema } from '../../../../layers/records/policies/domain/patrons.ts';
import { aLentItem, anItem } from '../../../../test/builders/circulation.ts';
import { endedLoans, retentionOutcome, settledLoans } from './past-loan.ts';

const rules = (loans: object) => patronsSchema.parse({ loans }).loans;
const ended = '2026-03-02T11:00:00.000Z';
const loan = { endedAt: ended, fees: 'none' as const, keepsHistory: false, at: ended };

test.each<[string, object, object, object]>([
  ['at close is forgotten', {}, {}, { keep: false }],
  [
    'after an interval is kept for it',
    { anonymise: { when: 'after-days', days: 30 } },
    {},
    { keep: true, until: '2026-04-01T11:00:00.000Z' },
  ],
  [
    'that is past is forgotten',
    { anonymise: { when: 'after-days', days: 30 } },
    { at: '2026-05-01T00:00:00.000Z' },
    { keep: false },
  ],
  ['never is kept', { anonymise: { when: 'never' } }, {}, { keep: true }],
  ['with an open fee is kept, whatever the rule', {}, { fees: 'open' }, { keep: true }],
  ['with settled fees is forgotten', {}, { fees: 'settled' }, { keep: false }],
  [
    'with settled fees may have an interval of its own',
    { anonymiseWithFees: { when: 'after-days', days: 10 } },
    { fees: 'settled', at: '2026-03-20T09:00:00.000Z' },
    { keep: true, until: '2026-03-30T09:00:00.000Z' },
  ],
  [
    'that the patron wants to find again is kept',
    { historyDays: 365 },
    { keepsHistory: true },
    { keep: true, until: '2027-03-02T11:00:00.000Z' },
  ],
  [
    'is kept for the longer of the patron’s choice and the rule',
    { historyDays: 10, anonymise: { when: 'after-days', days: 30 } },
    { keepsHistory: true },
    { keep: true, until: '2026-04-01T11:00:00.000Z' },
  ],
])('C78 a returned loan anonymised %s', (_what, loans, more, expected) => {
  expect(retentionOutcome(rules(loans), { ...loan, ...more })).toEqual(expected);
});

test('C75 no rule or choice of the patron anonymises a loan with an open fee, or stores one whose period has ended', () => {
  const days = fc.integer({ min: 0, max: 4000 });
  const rule = fc.oneof(fc.record({ when: fc.constant('after-days'), days }), fc.constant({ when: 'never' }));
  const chosen = fc.record({ anonymise: rule, anonymiseWithFees: rule, historyDays: days });
  const fees = fc.constantFrom('none' as const, 'open' as const, 'settled' as const);
  fc.assert(
    fc.property(chosen, fees, fc.boolean(), days, (loanRules, of, keepsHistory, passed) => {
      const at = `${addDays('2026-03-02', passed)}T11:00:00.000Z`;
      const outcome = retentionOutcome(rules(loanRules), { endedAt: ended, fees: of, keepsHistory, at });
      if (of === 'open') expect(outcome).toEqual({ keep: true });
      if (outcome.keep && outcome.until !== undefined) expect(millis(outcome.until)).toBeGreaterThan(millis(at));
    }),
  );
});

test('the message about an ended loan names its patron; the stored and counted loan does not', () => {
  const lent = aLentItem();
  const fact = { name: 'loan-closed' as const, at: ended, members: {} };
  const [message] = endedLoans(lent, [fact]);
  expect(message).toMatchObject({ event: 'ended', patronId: 'pat_1', cause: 'birch' });
  expect(JSON.stringify(message?.event === 'ended' && message.loan)).not.toContain('pat_1');
  expect(endedLoans(anItem(), [fact])).toEqual([]);
  expect(endedLoans(lent, [])).toEqual([]);
});

test.each([
  ['paid off', 300, 0, 1],
  ['paid in part', 300, 100, 0],
  ['written again', 0, 0, 0],
])('a bill %s reports its loan as settled only when nothing remains to be paid', (_what, before, open, count) => {
  const bill = { patronId: 'pat_1', loanId: 'lon_1', itemId: 'itm_1', member: 'ash' };
  expect(settledLoans({ ...bill, open: before }, { ...bill, open })).toHaveLength(count);
  const { loanId: _, ...fee } = bill;
  expect(settledLoans({ ...fee, open: before }, { ...fee, open })).toEqual([]);
});
