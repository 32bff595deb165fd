import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckin,
  aCheckout,
  aLentItem,
  aLoan,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { decideCheckout } from '../loans/checkout.ts';
import { accrualBranches, accrualSince, accruedFine, accrues, openLoans } from './accrued-fines.ts';

const calendars = new Map([['birch.east', aCalendar()]]);
const later = '2026-04-27T11:00:00.000Z';
const { terms } = aLoan();

test('finding C8: a loan has accrued what its return now would charge: calendar, grace, cap, hours, earlier fines', () => {
  const loans: Partial<Loan>[] = [
    ...[{}, { terms: { ...terms, grace: 2 } }, { terms: { ...terms, cap: 40 } }, { terms: { ...terms, perDay: 0 } }],
    ...[{ terms: { ...terms, closed: true as const } }, { fined: 970 }, { terms: { ...terms, perHour: 10 } }],
    { due: '2026-03-09T22:59:59.000Z' },
  ];
  for (const loan of loans) {
    const item = aLentItem(loan);
    const charged = decideCheckin(aCheckin({ item })).changes.bills[0]?.amount;
    expect(accruedFine(policies(), item, monday, calendars)?.amount).toBe(charged);
  }
  expect(accruedFine(policies(), aLentItem(), monday, calendars)).toEqual({ amount: 50, currency: 'EUR' });
  // Where the owner's calendar counts, that of the desk does not.
  const deciders = { ...policies().loanRules.body.deciders, calendar: 'owner' as const };
  expect(accrualBranches(policies([], { deciders }), [aLentItem(), aLentItem()], monday)).toEqual(['ash.main']);
  expect(accrualBranches(policies(), [aLentItem({ due: later })], monday)).toEqual([]);
});

test('finding C8: an item that is lost or claimed returned accrues nothing; it is overdue all the same until it is paid for', () => {
  const lost = { at: monday, billId: 'bil_0', amount: 3000 };
  const items = [
    aLentItem({ lost }, { state: 'lost' }),
    aLentItem({ claimedAt: monday }, { state: 'claimed-returned' }),
    aLentItem({ lost: { ...lost, paid: true } }, { state: 'lost-and-paid' }),
    aLentItem({ due: later }),
    aLentItem({ due: '2026-02-26T22:59:59.000Z' }),
  ];
  const seen = openLoans(policies(), items, 4, monday, calendars);
  expect(seen).toEqual({ overdue: 3, accrued: 75, earliest: '2026-02-26T22:59:59.000Z' });
  // An index that does not show all loans yet says nothing about the earliest.
  expect(openLoans(policies(), items, 5, monday, calendars)).toEqual({ overdue: 3, accrued: 75 });
  expect(openLoans(policies(), [], 0, monday, calendars).earliest).toBe('9999-12-31T00:00:00.000Z');
});

test('finding C8: accrued fines count in the limit of debts with what is charged, and a supervisor overrides both', () => {
  const decide = (owed: number, accrued: number, more = {}) => {
    const patron = aPatron({ counters: { loans: 8, holds: 0, owed, perGroup: {} } });
    return decideCheckout(aCheckout({ patron, accrued, ...more }));
  };
  const codes = (decision: ReturnType<typeof decide>) =>
    'refused' in decision ? decision.refused.map(({ code }) => code) : [];
  expect([decide(0, 2000), decide(1000, 1000), decide(1000, 1001), decide(-500, 2500)].map(codes)).toEqual([
    ...[[], [], ['owed-over-limit'], []],
  ]);
  const refused = decide(500, 8000);
  expect('refused' in refused && refused.refused).toEqual([
    {
      code: 'owed-over-limit',
      detail: 'Owes 85.00 EUR of at most 20.00 EUR, with accrued fines of 80.00 EUR',
      params: {
        owed: { amount: 8500, currency: 'EUR' },
        limit: { amount: 2000, currency: 'EUR' },
        accrued: { amount: 8000, currency: 'EUR' },
        why: 'accrued',
      },
    },
  ]);
  const override = { by: 'staff:1', comment: 'agreed' };
  const overridden = decide(500, 8000, { override });
  expect('changes' in overridden && overridden.changes.patrons[0]?.limits).toEqual([{ counter: 'loans', below: 15 }]);
  // The write checks charged debts against what accrued fines leave of the limit.
  const passed = decide(0, 1500);
  expect('changes' in passed && passed.changes.patrons[0]?.limits).toContainEqual({
    ...{ counter: 'owed', below: 501, currency: 'EUR', accrued: 1500 },
  });
});

test('finding C8: a checkout writes from when loans are due: the earlier of the new loan and the others, where they are known', () => {
  const written = (over: Parameters<typeof aCheckout>[0]) => {
    const decision = decideCheckout(aCheckout(over));
    return 'changes' in decision && decision.changes.patrons[0]?.dueFrom;
  };
  const due = '2026-03-30T21:59:59.000Z';
  const [sooner, past] = ['2026-03-10T22:59:59.000Z', '2026-02-10T22:59:59.000Z'];
  const patron = (dueFrom?: string) => aPatron(dueFrom === undefined ? {} : { dueFrom });
  expect([
    written({ patron: patron(), earliest: '9999-12-31T00:00:00.000Z' }),
    written({ patron: patron(sooner) }),
    written({ patron: patron('2026-04-10T22:59:59.000Z') }),
    written({ patron: patron() }),
    written({ patron: patron(past), earliest: sooner }),
  ]).toEqual([
    { read: undefined, set: due, v: 3 },
    { read: sooner },
    { read: '2026-04-10T22:59:59.000Z', set: due },
    { read: undefined },
    { read: past, set: sooner, v: 3 },
  ]);
});

test('finding C8: a loan accrues from the moment after its due date, and days count from the earliest of those that are overdue', () => {
  const earlier = '2026-02-26T22:59:59.000Z';
  expect([accrues(aLentItem({ due: monday }), monday), accrues(aLentItem(), monday)]).toEqual([false, true]);
  const { loan: _loan, ...withoutLoan } = aLentItem();
  expect(accrues(withoutLoan, monday)).toBe(false);
  const items = [aLentItem(), aLentItem({ due: earlier }), aLentItem({ due: later }), withoutLoan];
  expect(accrualSince(items, monday)).toBe(earlier);
  expect(accrualSince(items.toReversed(), monday)).toBe(earlier);
  const lost = aLentItem({ due: '2026-02-01T22:59:59.000Z' }, { state: 'lost' });
  expect(accrualSince([lost, aLentItem({ due: later })], monday)).toBe(monday);
  expect(accrualSince([], monday)).toBe(monday);
});

test('finding C8: only fines in the currency of the loan rules count in its limit, and a loan due this second is not overdue', () => {
  const foreign = aLentItem({ terms: { ...terms, currency: 'USD' } });
  expect(openLoans(policies(), [aLentItem(), foreign, aLentItem({ due: monday })], 3, monday, calendars)).toMatchObject(
    {
      ...{ overdue: 2, accrued: 50 },
    },
  );
  expect(accruedFine(policies(), aLentItem(), monday, new Map())).toBeUndefined();
  const { loan: _loan, ...withoutLoan } = aLentItem();
  expect(accruedFine(policies(), withoutLoan, monday, calendars)).toBeUndefined();
  expect(openLoans(policies(), [withoutLoan], 0, monday, calendars)).toMatchObject({ overdue: 0, accrued: 0 });
});
