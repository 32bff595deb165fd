import type { RuleValues } from '../../../../layers/records/policies/domain/loan-rules.ts';
import { aCalendar } from '../../../../test/builders/calendar.ts';
import { aHold, aLentItem, policies } from '../../../../test/builders/circulation.ts';
import { ruleFor } from '../decisions/policies.ts';
import { holdLine, isOnClosedDay, type Lent, loanLine, withClosure } from './moved-date.ts';

const days = { from: '2026-03-02', to: '2026-03-04', reason: 'Snow' };
const calendar = withClosure(aCalendar(), days);
const endOf = (day: string) => `2026-03-${day}T22:59:59.000Z`;
const now = '2026-03-02T07:00:00.000Z';

const moved = (loan: { due: string }, more: { values?: Partial<RuleValues>; cardUntil?: string } = {}) => {
  const item = aLentItem(loan) as Lent;
  const { values = {}, cardUntil } = more;
  const rules = policies([{ id: 'of-test', setBy: 'consortium', when: {}, values }]);
  const rule = ruleFor(rules, item, item.loan.checkoutBranch, { homeMember: 'cedar', category: 'adult' });
  const settings = { dueSoonDays: 2, overdueDays: [1, 7] };
  const {
    what: _w,
    itemId: _i,
    id: _d,
    ...line
  } = loanLine({
    ...{ item, rule, policies: rules, calendar, settings, cardUntil, now },
  });
  return line;
};

describe('A due date on a day on which the branch is closed out of turn', () => {
  it('moves to the end of the next open day; notices with the date before are not sent', () => {
    expect(moved({ due: endOf('04') })).toEqual({
      ...{
        renewals: 0,
        state: 'planned',
        from: endOf('04'),
        fromDay: '2026-03-04',
        to: endOf('05'),
        toDay: '2026-03-05',
      },
      held: ['overdue'],
    });
    expect(moved({ due: endOf('02') }).to).toBe(endOf('05'));
  });

  it('moves later also where the rule moves due dates earlier, and stays where it keeps them', () => {
    expect(moved({ due: endOf('03') }, { values: { closedDays: 'earlier' } }).to).toBe(endOf('05'));
    expect(moved({ due: endOf('03') }, { values: { closedDays: 'keep' } })).toMatchObject({ left: 'rule-keeps' });
  });

  it('of a loan by the hour moves to the next opening', () => {
    expect(moved({ due: '2026-03-03T13:00:00.000Z' }).to).toBe('2026-03-05T08:00:00.000Z');
  });

  it('moves not past the end of a term, nor of a card that counts', () => {
    const dueCeilings = [{ from: '2026-01-01', to: '2026-06-30', due: '2026-03-04' }];
    expect(moved({ due: endOf('03') }, { values: { dueCeilings } })).toMatchObject({ left: 'rule-limit' });
    expect(moved({ due: endOf('03') }, { cardUntil: '2026-03-04' })).toMatchObject({
      left: 'rule-limit',
    });
  });
});

test('the last day of a hold moves to the next open day, at most until the patron needs it; other days are none', () => {
  const hold = { ...aHold(), shelfExpiresAt: endOf('03') };
  expect(holdLine({ itemId: 'itm_1' }, hold, calendar)).toMatchObject({ state: 'planned', to: endOf('05') });
  expect(holdLine({ itemId: 'itm_1' }, { ...hold, neededUntil: endOf('04') }, calendar)).toMatchObject({
    left: 'rule-limit',
  });
  expect([endOf('01'), endOf('02'), endOf('05')].map((at) => isOnClosedDay(calendar, days, at))).toEqual([
    false,
    true,
    false,
  ]);
});
