import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckout,
  aHold,
  aLentItem,
  aLoan,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import { decideCheckout } from '../loans/checkout.ts';
import { refusalOfReached } from '../loans/patron-checks.ts';
import { decideRenewal } from '../loans/renewal.ts';
import type { Decision } from './decision.ts';
import { refusalParams } from './refusals.ts';

const inTheWay = aPatron({
  expiresOn: '2026-03-01',
  counters: { loans: 15, holds: 0, owed: 2650, perGroup: { dvd: 5 } },
});
const strict = policies([aRule({ id: 'ash', setBy: 'ash', values: { loanPeriod: { days: 1 } } })]);
const checkout = (item = anItem()): Decision => decideCheckout(aCheckout({ patron: inTheWay, item }));
const renewal = decideRenewal({
  item: aLentItem(aLoan({ renewals: 9, due: '2026-03-20T22:59:59.000Z' })),
  patron: inTheWay,
  at: monday,
  ids: { bill: 'bil_1', entry: 'ent_1' },
  policies: strict,
  calendar: aCalendar(),
  waiting: [aHold({ holdId: 'hld_2', patronId: 'pat_2' }), aHold({ holdId: 'hld_3', recalledItemId: 'itm_1' })],
});
const refusedBy = (decision: Decision) => ('refused' in decision ? decision.refused : []);

const all = [
  checkout(anItem({ state: 'damaged' })),
  checkout(anItem({ state: 'in-process' })),
  checkout(anItem({ state: 'on-hold-shelf', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'ash.main' } })),
  renewal,
].flatMap(refusedBy);

test('no message of a refusal contains the id of a record', () => {
  expect(all.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['item-held-for-another', 'hold-waiting', 'loan-recalled', 'renewal-not-longer']),
  );
  expect(all.filter(({ detail }) => /\b[a-z]{3}_/.test(detail))).toEqual([]);
});

test('a refusal has the figures of its code, and each code the same ones in every decision', () => {
  const named: Record<string, object> = refusalParams;
  for (const { code, params } of all)
    expect([code, Object.keys(params ?? {})]).toEqual([code, Object.keys(named[code] ?? {})]);
});

test('an amount owed is reported with its currency', () => {
  expect(refusedBy(renewal).find(({ code }) => code === 'owed-over-limit')).toEqual({
    code: 'owed-over-limit',
    detail: 'Owes 26.50 EUR of at most 20.00 EUR',
    params: {
      owed: { amount: 2650, currency: 'EUR' },
      limit: { amount: 2000, currency: 'EUR' },
      accrued: { amount: 0, currency: 'EUR' },
      why: 'charged',
    },
  });
});

test('a limit reached by a concurrent request is reported like one that was read', () => {
  expect(refusalOfReached({ counter: 'group:dvd', below: 5 })).toEqual({
    code: 'too-many-in-group',
    detail: 'Has 5 of at most 5 (group:dvd)',
    params: { has: 5, limit: 5, group: 'dvd' },
  });
});
