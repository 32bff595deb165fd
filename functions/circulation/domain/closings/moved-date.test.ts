import type { BranchCalendar } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import type { RuleValues } from '../../../../layers/records/policies/domain/loan-rules.ts';
import { aCalendar, closedAllWeek } from '../../../../test/builders/calendar.ts';
import { aHold, aLentItem, policies } from '../../../../test/builders/circulation.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import { ruleFor } from '../decisions/policies.ts';
import { holdLine, isOnClosedDay, type Lent, loanLine, withClosure } from './moved-date.ts';

const days = { from: '2026-03-02', to: '2026-03-04', reason: 'Snow' };
const calendar = withClosure(aCalendar(), days);
const endOf = (day: string) => `2026-03-${day}T22:59:59.000Z`;

type More = {
  values?: Partial<RuleValues>;
  cardUntil?: string;
  cardCounts?: boolean;
  item?: Partial<ItemCirculation>;
  at?: BranchCalendar;
  overdueDays?: number[];
  now?: string;
};
const lineOf = (loan: Partial<Loan>, more: More = {}) => {
  const { values = {}, cardUntil, cardCounts = true, at = calendar, overdueDays = [1, 7] } = more;
  const { now = '2026-03-02T07:00:00.000Z' } = more;
  const item = aLentItem(loan, more.item) as Lent;
  const rules = policies([{ id: 'of-test', setBy: 'consortium', when: {}, values }], { dueNotPastExpiry: cardCounts });
  const rule = ruleFor(rules, item, item.loan.checkoutBranch, { homeMember: 'cedar', category: 'adult' });
  const settings = { dueSoonDays: 2, overdueDays };
  return loanLine({ ...{ item, rule, policies: rules, calendar: at, settings, cardUntil, now } });
};
const outcome = (loan: Partial<Loan>, more: More = {}) => {
  const { left, toDay } = lineOf(loan, more);
  return left ?? toDay;
};

describe('A due date on a day on which the branch is closed out of turn', () => {
  const loan = { itemId: 'itm_1', what: 'loan', id: 'lon_1', renewals: 0 };

  it('moves to the end of the next open day; notices with the date before are not sent', () => {
    expect(lineOf({ due: endOf('04') })).toEqual({
      ...{ ...loan, state: 'planned', held: ['overdue'] },
      ...{ from: endOf('04'), fromDay: '2026-03-04', to: endOf('05'), toDay: '2026-03-05' },
    });
    expect(lineOf({ due: endOf('02') }).to).toBe(endOf('05'));
  });

  it('moves later also where the rule moves due dates earlier, and stays where it keeps them', () => {
    expect(lineOf({ due: endOf('03') }, { values: { closedDays: 'earlier' } }).to).toBe(endOf('05'));
    expect(lineOf({ due: endOf('03') }, { values: { closedDays: 'keep' } })).toEqual({
      ...{ ...loan, state: 'left', left: 'rule-keeps', from: endOf('03'), fromDay: '2026-03-03' },
    });
  });

  it('of a loan by the hour moves to the next opening', () => {
    expect(lineOf({ due: '2026-03-03T13:00:00.000Z' }).to).toBe('2026-03-05T08:00:00.000Z');
  });

  it('stays where the branch does not open again', () => {
    for (const due of [endOf('03'), '2026-03-03T13:00:00.000Z'])
      expect(outcome({ due }, { at: closedAllWeek })).toBe('never-opens');
  });

  it('is another library’s to move where the copy was lent to it, or for its patron', () => {
    expect(outcome({ due: endOf('03') }, { item: { request: { requestId: 'req_1' } } })).toBe('lent-between');
    expect(outcome({ due: endOf('03'), patronId: 'prt_1' })).toBe('lent-between');
  });

  it('moves not past the end of a term whose row the loan may have been made under', () => {
    const row = { from: '2026-01-01', to: '2026-06-30', due: '2026-03-04' };
    const limited = (...dueCeilings: (typeof row)[]) => outcome({ due: endOf('03') }, { values: { dueCeilings } });
    const [limit, moves] = ['rule-limit', '2026-03-05'];
    expect([limited(row), limited({ ...row, due: '2026-03-05' })]).toEqual([limit, moves]);
    // Its first day is today at the latest, its last the day of the checkout at the earliest.
    expect([limited({ ...row, from: '2026-03-02' }), limited({ ...row, from: '2026-03-03' })]).toEqual([limit, moves]);
    expect([limited({ ...row, to: '2026-02-02' }), limited({ ...row, to: '2026-02-01' })]).toEqual([limit, moves]);
    // A term that ends before the due date did not set it.
    expect([limited({ ...row, due: '2026-03-03' }), limited({ ...row, due: '2026-03-02' })]).toEqual([limit, moves]);
    expect(limited({ ...row, due: '2026-03-05' }, row)).toBe(limit);
  });

  it('moves not past the last day of a card, where the rules let it count', () => {
    const limited = (more: More) => outcome({ due: endOf('03') }, more);
    expect(limited({ cardUntil: '2026-03-04' })).toBe('rule-limit');
    expect(limited({ cardUntil: '2026-03-05' })).toBe('2026-03-05');
    expect(limited({ cardUntil: '2026-03-04', cardCounts: false })).toBe('2026-03-05');
  });

  it('holds back the notices that are still to be sent up to the new date', () => {
    const held = (more: More) => lineOf({ due: endOf('04') }, more).held;
    const announced = '2026-03-02T05:00:00.000Z';
    expect(held({ now: '2026-03-02T04:59:59.000Z' })).toEqual(['due-soon', 'overdue']);
    expect(held({ now: announced })).toEqual(['overdue']);
    expect(held({ now: '2026-03-02T04:59:59.000Z', overdueDays: [3] })).toEqual(['due-soon']);
    expect(lineOf({ due: endOf('04') }, { overdueDays: [3] })).not.toHaveProperty('held');
  });
});

describe('The last day of a hold', () => {
  const hold = { ...aHold(), shelfExpiresAt: endOf('03') };
  const line = {
    ...{ itemId: 'itm_1', what: 'hold', id: 'hld_1', recordId: 'rec_1', from: endOf('03'), fromDay: '2026-03-03' },
  };
  const lineFor = (more: Partial<typeof hold> = {}, at: BranchCalendar = calendar) =>
    holdLine({ itemId: 'itm_1' }, { ...hold, ...more }, at);

  it('moves to the next open day, at most until the patron needs it', () => {
    const moved = { ...line, state: 'planned', to: endOf('05'), toDay: '2026-03-05' };
    expect(lineFor()).toEqual(moved);
    expect(lineFor({ neededUntil: endOf('05') })).toEqual(moved);
    expect(lineFor({ neededUntil: endOf('04') })).toEqual({ ...line, state: 'left', left: 'rule-limit' });
  });

  it('stays where the branch does not open again', () => {
    const stays = { ...line, state: 'left', left: 'never-opens' };
    expect(lineFor({}, closedAllWeek)).toEqual(stays);
    expect(lineFor({ neededUntil: endOf('05') }, closedAllWeek)).toEqual(stays);
  });
});

test('an instant is on a closed day from the first of them to the last, both included, in the time zone of the branch', () => {
  expect([endOf('01'), endOf('02'), endOf('04'), endOf('05')].map((at) => isOnClosedDay(calendar, days, at))).toEqual([
    ...[false, true, true, false],
  ]);
});

test('on a day on which the branch closes early, an instant from that time on is closed, and a date of that day moves to the next day', () => {
  const early = { from: '2026-03-02', to: '2026-03-02', closesAt: '14:00', reason: 'Storm' };
  const [before, after] = ['2026-03-02T12:59:00.000Z', '2026-03-02T13:00:00.000Z'];
  expect([before, after, endOf('02'), endOf('03')].map((at) => isOnClosedDay(calendar, early, at))).toEqual([
    ...[false, true, true, false],
  ]);
  const at = withClosure(aCalendar({ closures: [early] }), early);
  expect(lineOf({ due: endOf('02') }, { at }).to).toBe(endOf('03'));
  expect(lineOf({ due: after }, { at }).to).toBe('2026-03-03T08:00:00.000Z');
});

test('a closure is added to the calendar and to those before it, beside the closures that they have', () => {
  const holiday = { from: '2026-01-01', to: '2026-01-01', reason: 'New Year' };
  const before = aCalendar({ closures: [holiday] });
  expect(withClosure(before, days)).toStrictEqual({ ...before, closures: [holiday, days] });
  expect(withClosure({ ...aCalendar(), past: [{ until: '2026-02-01', calendar: before }] }, days)).toEqual({
    ...aCalendar({ closures: [days] }),
    past: [{ until: '2026-02-01', calendar: { ...before, closures: [holiday, days] } }],
  });
});
