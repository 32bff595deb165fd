import { aCalendar } from '../../../test/builders/calendar.ts';
import { aHold, aLentItem, aLoan, anItem, aPatron, monday, policies } from '../../../test/builders/circulation.ts';
import { aRule } from '../../../test/builders/policies.ts';
import { decideRenewal, type RenewalRequest } from './renewal.ts';

const aRenewal = (over: Partial<RenewalRequest> = {}): RenewalRequest => ({
  item: aLentItem(),
  patron: aPatron({ counters: { loans: 1, holds: 0, owed: 0, perGroup: {} } }),
  at: monday,
  policies: policies(),
  calendar: aCalendar(),
  waiting: [],
  ...over,
});

const outcome = (over: Partial<RenewalRequest> = {}) => {
  const decision = decideRenewal(aRenewal(over));
  return 'refused' in decision ? decision.refused.map(({ code }) => code) : decision;
};

test('C68 a renewal keeps the checkout’s branch and uses the rules in force, written to the item alone', () => {
  const rules = policies([aRule({ id: 'ash', setBy: 'ash', values: { loanPeriod: { days: 14 }, finePerDay: 10 } })]);
  const inForce = { ...rules, loanRules: { ...rules.loanRules, version: 4 } };
  const terms = { perDay: 25, cap: 1000, grace: 0, lost: 3000, currency: 'EUR' };
  const loan = aLoan({ due: '2026-03-16T22:59:59.000Z', renewals: 1, policyVersion: 4, ruleId: 'ash', terms });
  expect(outcome({ policies: inForce })).toMatchObject({
    changes: { item: { after: aLentItem(loan, { v: 8 }), expect: 7 }, patrons: [], holds: [], bills: [] },
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

test('C68 only a hold that could use this copy stands against it', () => {
  const others = [
    aHold({ itemId: 'itm_9' }),
    aHold({ holdId: 'hld_2', state: 'frozen' }),
    aHold({ holdId: 'hld_3', patronId: 'pat_1' }),
  ];
  expect(outcome({ waiting: others })).toHaveProperty('changes');
  expect(outcome({ waiting: [...others, aHold({ holdId: 'hld_4' })] })).toEqual(['hold-waiting']);
});
