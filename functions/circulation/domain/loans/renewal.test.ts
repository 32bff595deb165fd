import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckin,
  aHold,
  aLentItem,
  aLoan,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { loanStateOf } from '../../../items/public/loan-states.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { decideRenewal, type RenewalRequest } from './renewal.ts';

const aRenewal = (over: Partial<RenewalRequest> = {}): RenewalRequest => ({
  item: aLentItem(),
  patron: aPatron({ counters: { loans: 1, holds: 0, owed: 0, perGroup: {} } }),
  at: monday,
  policies: policies(),
  calendar: aCalendar(),
  waiting: [],
  ids: { bill: 'bil_1', entry: 'ent_1' },
  ...over,
});

const outcome = (over: Partial<RenewalRequest> = {}) => {
  const decision = decideRenewal(aRenewal(over));
  return 'refused' in decision ? decision.refused.map(({ code }) => code) : decision;
};

test('C68 a renewal keeps the checkout’s branch and uses the current rules, written to the item alone after the month’s first use', () => {
  const rules = policies([aRule({ id: 'ash', setBy: 'ash', values: { loanPeriod: { days: 14 }, finePerDay: 10 } })]);
  const inForce = { ...rules, loanRules: { ...rules.loanRules, version: 4 } };
  const terms = { perDay: 25, cap: 1000, grace: 0, lost: 3000, currency: 'EUR' };
  const loan = aLoan({ due: '2026-03-16T22:59:59.000Z', renewals: 1, policyVersion: 4, ruleId: 'ash', terms });
  const inTime = aLentItem({ due: '2026-03-02T22:59:59.000Z' });
  const patron = aPatron({ uses: { '*': '2026-03', birch: '2026-03' } });
  expect(outcome({ policies: inForce, item: inTime, patron })).toMatchObject({
    changes: {
      item: { after: aLentItem({ ...loan, patronCategory: 'adult' }, { v: 8 }), expect: 7 },
      patrons: [],
      holds: [],
      bills: [],
    },
    facts: [
      { name: 'loan-renewed', loanId: 'lon_1', members: { owner: 'ash', patron: 'cedar' }, detail: { renewals: 1 } },
    ],
    postings: [],
  });
});

test('C68 every reason against is listed', () => {
  const patron = aPatron({ expiresOn: '2026-03-01', counters: { loans: 1, holds: 0, owed: 2001, perGroup: {} } });
  const item = aLentItem({ renewals: 2 }, { state: 'claimed-returned' });
  expect(outcome({ patron, item, waiting: [aHold()] })).toEqual([
    ...['loan-claimed', 'renewals-used-up', 'hold-waiting', 'card-expired', 'owed-over-limit'],
  ]);
  expect(outcome({ item: aLentItem({}, { state: 'lost' }) })).toEqual(['loan-lost']);
  expect(outcome({ item: anItem() })).toEqual(['not-on-loan']);
  expect(outcome({ patron: aPatron({ patronId: 'pat_9' }) })).toEqual(['not-on-loan']);
  expect(outcome({ item: aLentItem({ due: '2026-06-01T21:59:59.000Z' }) })).toEqual(['renewal-not-longer']);
});

test('C68 only a hold that could use this copy prevents it', () => {
  const others = [
    aHold({ itemId: 'itm_9' }),
    aHold({ holdId: 'hld_2', state: 'frozen' }),
    aHold({ holdId: 'hld_3', patronId: 'pat_1' }),
  ];
  expect(outcome({ waiting: others })).toHaveProperty('changes');
  expect(outcome({ waiting: [...others, aHold({ holdId: 'hld_4' })] })).toEqual(['hold-waiting']);
});

test('finding C6: a hold whose copy is being fetched, on its way or on the shelf prevents no renewal of the other copies', () => {
  const served = (['targeted', 'in-transit', 'on-shelf'] as const).map((state) =>
    aHold({ holdId: `hld_${state}`, state, targetItemId: 'itm_20' }),
  );
  for (const hold of served) expect(outcome({ waiting: [hold] })).toHaveProperty('changes');
  const recalled = aLentItem({ recalledAt: '2026-02-20T11:00:00.000Z' });
  for (const hold of served)
    expect(outcome({ item: recalled, waiting: [{ ...hold, recalledItemId: 'itm_1' }] })).toHaveProperty('changes');
  expect(outcome({ waiting: [...served, aHold({ holdId: 'hld_9' })] })).toEqual(['hold-waiting']);
});

test('C68 C71 an overdue loan is fined until it is renewed, as by a check-in, and not again', () => {
  const item = aLentItem({ due: '2026-02-25T22:59:59.000Z' });
  const renewed = outcome({ item });
  // Thursday, Friday, Saturday and Monday: the branch is closed on Sunday.
  const charged = { amount: 100, currency: 'EUR' };
  expect(renewed).toMatchObject({
    changes: {
      bills: [{ billId: 'bil_1', patronId: 'pat_1', loanId: 'lon_1', member: 'birch', kind: 'overdue', ...charged }],
      patrons: [{ patronId: 'pat_1', add: { owed: 100 }, limits: [] }],
    },
    postings: [{ entryId: 'ent_1', kind: 'fine-charged', causeId: 'bil_1', member: 'birch', ...charged }],
    facts: [{ name: 'loan-renewed' }, { name: 'fine-charged', detail: { ...charged, days: 4 } }],
  });
  const returned = decideCheckin(aCheckin({ item }));
  expect('refused' in returned ? [] : returned.postings).toMatchObject([{ kind: 'fine-charged', ...charged }]);
  const after = Array.isArray(renewed) ? undefined : renewed.changes.item?.after;
  const back = decideCheckin(aCheckin({ item: after ?? item, at: '2026-03-03T11:00:00.000Z' }));
  expect('refused' in back ? [] : back.postings).toEqual([]);
});

test('C68 C70 a recall prevents a renewal while its hold waits; once renewed all the same, the loan is no longer recalled', () => {
  const item = aLentItem({ due: '2026-03-04T22:59:59.000Z', recalledAt: '2026-02-20T11:00:00.000Z' });
  const recall = aHold({ recalledItemId: 'itm_1', itemId: 'itm_2' });
  expect(outcome({ item, waiting: [recall] })).toEqual(['loan-recalled']);
  // Another copy is assigned to the hold, or it no longer waits.
  for (const state of ['on-shelf', 'in-transit', 'frozen'] as const) {
    expect(outcome({ item, waiting: [{ ...recall, state }] })).toMatchObject({ changes: {} });
  }
  const override = { by: 'staff:a', comment: 'agreed by phone' };
  const renewed = outcome({ item, waiting: [recall], override });
  const after = 'changes' in renewed ? renewed.changes.item?.after : undefined;
  expect(after && [after.loan?.recalledAt, loanStateOf(after, monday)]).toEqual([undefined, 'open']);
});

test('C71 the maximum fine covers the whole loan: fines at renewals count towards it at its return', () => {
  const fines = (decision: object): number[] =>
    'changes' in decision
      ? (decision.changes as { bills: { amount: number }[] }).bills.map(({ amount }) => amount)
      : [];
  const renewed = outcome({ item: aLentItem({ due: '2026-01-30T22:59:59.000Z' }) });
  // 26 open days since, 25 a day, at most 1000 for the loan.
  expect(fines(renewed)).toEqual([650]);
  const item = 'changes' in renewed ? renewed.changes.item?.after : undefined;
  expect(item?.loan?.fined).toBe(650);
  const returned = decideCheckin(aCheckin({ item: item ?? anItem(), at: '2026-08-01T11:00:00.000Z' }));
  expect(fines(returned)).toEqual([350]);
  const spent = outcome({ item: aLentItem({ due: '2025-11-28T22:59:59.000Z' }) });
  expect(fines(spent)).toEqual([1000]);
  const nothing = 'changes' in spent ? spent.changes.item?.after : undefined;
  expect(fines(decideCheckin(aCheckin({ item: nothing ?? anItem(), at: '2026-08-01T11:00:00.000Z' })))).toEqual([]);
});
