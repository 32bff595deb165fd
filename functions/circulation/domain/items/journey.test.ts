import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckin,
  aCheckout,
  aHold,
  anItem,
  aPatron,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { blocksDocument, loanRulesDocument } from '../../../../test/builders/policies.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import type { CheckinRequest } from '../checkin/checkin-request.ts';
import type { Decision } from '../decisions/decision.ts';
import { nextStep } from '../decisions/next-step.ts';
import { calendarBranch, circulationPolicies, groupsOf } from '../decisions/policies.ts';
import { decideTargetHold } from '../holds/target-hold.ts';
import { decideCheckout } from '../loans/checkout.ts';
import { decideRenewal } from '../loans/renewal.ts';

const itemAfter = (decision: Decision): ItemCirculation => {
  const after = 'refused' in decision ? undefined : decision.changes.item?.after;
  if (after === undefined) throw new Error(JSON.stringify(decision));
  return after;
};

const scanned = (item: ItemCirculation, branchId: string, over: Partial<CheckinRequest> = {}) =>
  itemAfter(decideCheckin(aCheckin({ item, branchId, ...over })));

test('C2 a patron of cedar borrows at birch, renews, returns at elm: the copy goes home to ash and is received there', () => {
  const patron = aPatron();
  const lent = itemAfter(decideCheckout(aCheckout({ patron })));
  const renewal = {
    item: lent,
    patron,
    at: '2026-03-16T11:00:00.000Z',
    policies: policies(),
    calendar: aCalendar(),
    waiting: [],
    ids: { bill: 'bil_1', entry: 'ent_1' },
  };
  const renewed = itemAfter(decideRenewal(renewal));
  expect(renewed.loan?.due).toBe('2026-04-13T21:59:59.000Z');
  const returned = scanned(renewed, 'elm.main', { at: '2026-04-01T11:00:00.000Z' });
  expect([returned.loan, nextStep(returned)]).toEqual([undefined, { step: 'send', branchId: 'ash.main' }]);
  const home = scanned(returned, 'ash.main', { at: '2026-04-03T11:00:00.000Z' });
  expect(home).toEqual(anItem({ lastCheckin: { at: '2026-04-03T11:00:00.000Z', branchId: 'ash.main' }, v: 11 }));
});

test('C7 a hold placed from cedar is filled by ash’s copy, shelved at cedar and lent to its patron', () => {
  const targeted = decideTargetHold(aHold(), [anItem()], policies(), monday);
  const claim = 'refused' in targeted ? aHold() : (targeted.changes.holds[0]?.after ?? aHold());
  const fetched = decideCheckin(aCheckin({ item: itemAfter(targeted), claim, waiting: [claim] }));
  const travelling = fetched.changes.holds[0]?.after ?? claim;
  expect([travelling.state, nextStep(itemAfter(fetched))]).toEqual([
    'in-transit',
    { step: 'send', branchId: 'cedar.main', holdId: 'hld_1' },
  ]);
  const arrived = decideCheckin(aCheckin({ item: itemAfter(fetched), claim: travelling, branchId: 'cedar.main' }));
  const shelved = arrived.changes.holds[0]?.after ?? travelling;
  expect([shelved.state, itemAfter(arrived).state]).toEqual(['on-shelf', 'on-hold-shelf']);
  const patron = aPatron({ patronId: 'pat_2' });
  const lent = decideCheckout(aCheckout({ item: itemAfter(arrived), claim: shelved, patron, branchId: 'cedar.main' }));
  expect('refused' in lent ? lent.refused : [lent.changes.holds[0]?.after.state, lent.changes.patrons[0]?.add]).toEqual(
    ['fulfilled', { loans: 1, holds: -1 }],
  );
});

test('circulation reads the policies in force, and does not start before rules and thresholds are adopted', () => {
  const documents = [loanRulesDocument(), blocksDocument()];
  expect(circulationPolicies(documents, monday)).toEqual(policies());
  expect(circulationPolicies([loanRulesDocument()], monday)).toBeUndefined();
  expect(circulationPolicies(documents, '2025-06-01T00:00:00.000Z')).toBeUndefined();
});

test('the policy sets which calendar a loan follows, and the groups', () => {
  const { deciders } = loanRulesDocument().body;
  const owners = policies([], { deciders: { ...deciders, calendar: 'owner' } });
  expect([calendarBranch(policies(), anItem(), 'birch.east'), calendarBranch(owners, anItem(), 'birch.east')]).toEqual([
    'birch.east',
    'ash.main',
  ]);
  expect([groupsOf(policies(), 'dvd'), groupsOf(policies(), 'book')]).toEqual([['dvds'], []]);
});
