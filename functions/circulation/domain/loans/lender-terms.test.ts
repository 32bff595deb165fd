import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckin,
  aLentItem,
  aLoan,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { encodeFacts } from '../../../items/public/encode-facts.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { packContext } from '../decisions/decision-context.ts';
import { decisionsOfItem } from '../decisions/decisions-made.ts';
import { ruleFor } from '../decisions/policies.ts';
import { isLentOn, type LentItem, lentLonger, lentShorter, withdrawReturned } from './lender-terms.ts';

const requestId = 'req_01kb0000000000000000000000';
const DUE = '2026-03-20T22:59:59.000Z';
const request = { requestId };
const claim = { holdId: requestId, patronId: 'pat_1', pickupBranch: 'cedar.main' };

describe('a message of the lender about a loan', () => {
  const item = aLentItem({ recalledAt: '2026-02-20T11:00:00.000Z', fined: 25 }, { request });
  const ids = { bill: 'bil_1', entry: 'ent_1' };

  test('a longer loan is due when the lender says, is fined for the days that were late, and is no longer recalled', () => {
    if (!isLentOn(item)) throw new Error('It is lent.');
    const made = lentLonger({ item, due: DUE, at: monday, calendar: aCalendar(), ids });
    const { loan } = made.changes.item?.after ?? {};
    expect(loan).toMatchObject({ due: DUE, renewals: 1 });
    expect(loan).not.toHaveProperty('recalledAt');
    expect(loan?.fined).toBe(25 + (made.changes.bills[0]?.amount ?? 0));
    expect(made.facts.map(({ name }) => name)).toEqual(['loan-renewed', 'fine-charged']);
    // A library that has the item is no person that the archive counts.
    expect(made.context).toBeUndefined();
  });

  test('a longer loan is a renewal in the archive of facts, by the system, and a use of the library by its patron', () => {
    const lent = aLentItem({ due: DUE }, { request });
    if (!isLentOn(lent) || !isLentOn(item)) throw new Error('It is lent.');
    const patron = aPatron({ counters: { loans: 3, holds: 1, owed: 250, perGroup: {} }, uses: { '*': '2026-01' } });
    const longer = { due: '2026-12-01T21:59:59.000Z', at: monday, calendar: aCalendar(), ids };
    const { changes, facts, context } = lentLonger({ item: lent, patron, ...longer });
    const uses = { before: { '*': '2026-01' }, after: { '*': '2026-03', birch: '2026-03' } };
    expect(changes.patrons).toEqual([{ patronId: lent.loan.patronId, add: {}, limits: [], uses }]);
    const after = changes.item?.after ?? lent;
    const encodedFacts = `${encodeFacts(facts, after)}\n${context && packContext(context)}`;
    expect(decisionsOfItem({ before: lent, after, encodedFacts })).toMatchObject([
      {
        ...{ decision: 'renewal', outcome: 'allowed', channel: 'system', zone: 'Europe/Berlin', branch: 'birch.east' },
        ...{ loansBefore: 3, holdsBefore: 1, owedBefore: 250, renewalsBefore: 0, monthsSinceUse: 2 },
      },
    ]);
    const late = lentLonger({ item, patron, ...longer });
    expect(late.changes.patrons).toMatchObject([{ add: { owed: expect.any(Number) }, uses }]);
  });

  test('a shorter loan is treated as a recall, once', () => {
    const { recalledAt: _, ...loan } = aLoan({ due: '2026-04-30T21:59:59.000Z', checkedOutAt: monday });
    const lent = anItem({ state: 'on-loan', loan, request });
    if (!isLentOn(lent) || !isLentOn(item)) throw new Error('It is lent.');
    const rule = ruleFor(policies(), lent, 'birch.east', aPatron());
    const termsRequest = { rule, calendar: aCalendar(), at: monday, policies: policies() };
    const made = lentShorter({ item: lent, ...termsRequest });
    const due = made.changes.item?.after.loan?.due ?? '';
    expect(Date.parse(due)).toBeLessThan(Date.parse(loan.due));
    expect(made.facts).toMatchObject([{ name: 'loan-recalled', detail: { due } }]);
    expect(lentShorter({ item, ...termsRequest }).changes.item).toBeUndefined();
    // The day that the lender names, within the borrower's guaranteed period and the original loan period.
    const until = (named: string) => lentShorter({ item: lent, ...termsRequest, named }).changes.item?.after.loan?.due;
    expect([
      until('2026-04-20T10:00:00.000Z'),
      until('2026-02-01T10:00:00.000Z'),
      until('2027-01-01T10:00:00.000Z'),
    ]).toEqual(['2026-04-20T10:00:00.000Z', due, loan.due]);
  });
});

describe('the terms of a lender, by value', () => {
  const calendar = aCalendar();
  const ids = { bill: 'bil_1', entry: 'ent_1' };
  const lent = (loan = {}): LentItem => {
    const item = aLentItem(loan, { request });
    if (!isLentOn(item)) throw new Error('It is lent.');
    return item;
  };
  const about = { at: monday, itemId: 'itm_1', loanId: 'lon_1', patronId: 'pat_1' };
  const members = { owner: 'ash', patron: 'cedar' };

  test('only a copy that is on loan can be lent longer, neither a lost nor a claimed one', () => {
    expect([isLentOn(undefined), isLentOn(anItem()), isLentOn(aLentItem())]).toEqual([false, false, true]);
    expect([isLentOn(aLentItem({}, { state: 'lost' })), isLentOn(anItem({ state: 'on-loan' }))]).toEqual([
      false,
      false,
    ]);
  });

  test('a longer loan in time writes the item and one fact; the library that has it is not counted', () => {
    const item = lent({ due: '2026-03-10T22:59:59.000Z', renewals: 3 });
    const made = lentLonger({ item, due: DUE, at: monday, calendar, ids });
    expect(made).toStrictEqual({
      changes: {
        item: { after: { ...item, loan: { ...item.loan, due: DUE, renewals: 4 }, v: 8 }, expect: 7 },
        ...{ patrons: [], holds: [], bills: [] },
      },
      facts: [{ ...about, members, name: 'loan-renewed', detail: { due: DUE, renewals: 4 } }],
      ...{ postings: [], warnings: [] },
    });
  });

  test('a late one is fined first: the bill, its ledger entry, the debt and the fact agree', () => {
    const item = lent({ fined: 25 });
    const made = lentLonger({ item, due: DUE, at: monday, calendar, ids });
    const fine = { amount: 50, currency: 'EUR' };
    expect(made.changes.item?.after.loan?.fined).toBe(75);
    expect(made.changes.bills).toMatchObject([{ billId: 'bil_1', kind: 'overdue', member: 'birch', ...fine }]);
    expect(made.postings).toMatchObject([{ entryId: 'ent_1', kind: 'fine-charged', causeId: 'bil_1', ...fine }]);
    expect(made.changes.patrons).toStrictEqual([{ patronId: 'pat_1', add: { owed: 50 }, limits: [] }]);
    expect(made.facts[1]).toStrictEqual({ ...about, members, name: 'fine-charged', detail: { ...fine, days: 2 } });
    const noted = aPatron({ uses: { '*': '2026-03', birch: '2026-03' } });
    expect(
      lentLonger({ item: lent({ due: DUE }), patron: noted, due: DUE, at: monday, calendar, ids }).changes.patrons,
    ).toEqual([]);
  });

  test('a shorter loan writes the item with its recall and one fact', () => {
    const item = lent({ due: '2026-04-30T21:59:59.000Z' });
    const rule = ruleFor(policies(), item, 'birch.east', aPatron());
    const named = '2026-04-20T10:00:00.000Z';
    expect(lentShorter({ item, rule, calendar, at: monday, policies: policies(), named })).toStrictEqual({
      changes: {
        item: { after: { ...item, loan: { ...item.loan, due: named, recalledAt: monday }, v: 8 }, expect: 7 },
        ...{ patrons: [], holds: [], bills: [] },
      },
      facts: [{ ...about, members, name: 'loan-recalled', detail: { due: named } }],
      ...{ postings: [], warnings: [] },
    });
  });

  test('an item given back loses its loan, transit, hold and place; a paid loss is counted no longer already', () => {
    const transit = { from: 'cedar.main', to: 'ash.main', purpose: 'home' as const, sentAt: monday };
    const aside = { at: monday, reason: 'return-held' };
    const placed = { branchId: 'cedar.main', purpose: 'display' as const };
    const item = anItem({ state: 'in-transit', request, transit, hold: claim, aside, placed });
    const done = withdrawReturned(item, monday);
    expect(done.changes.item).toStrictEqual({ after: anItem({ state: 'withdrawn', request, v: 8 }), expect: 7 });
    expect(done.facts).toStrictEqual([
      {
        ...{ name: 'item-marked', at: monday, members: { owner: 'ash' }, itemId: 'itm_1' },
        detail: { from: 'in-transit', to: 'withdrawn' },
      },
    ]);
    const open = withdrawReturned(aLentItem(), monday);
    expect(open.facts[0]).toStrictEqual({ ...about, members, name: 'loan-closed' });
    const scanned = decideCheckin(aCheckin({ item: aLentItem({}, { request }), branchId: 'cedar.main' }));
    expect(withdrawReturned(aLentItem({}, { request }), monday, scanned).facts.map(({ name }) => name)).toEqual([
      ...scanned.facts.map(({ name }) => name),
      'item-marked',
    ]);
    const paid = { at: monday, billId: 'bil_1', amount: 3000, paid: true as const };
    const settled = withdrawReturned(aLentItem({ lost: paid }, { state: 'lost-and-paid' }), monday);
    expect([settled.changes.patrons, settled.facts.map(({ name }) => name)]).toEqual([[], ['item-marked']]);
    expect(settled.changes.item?.after).not.toHaveProperty('loan');
  });
});
