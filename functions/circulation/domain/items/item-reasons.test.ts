import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckin,
  aCopyTravellingForAHold,
  aLentItem,
  aLoan,
  anItem,
  monday,
} from '../../../../test/builders/circulation.ts';
import type { Explain } from '../decisions/decision.ts';
import { decideDamage } from './damage.ts';
import { ageLoan, claimMissing, claimReturned, declareLost } from './lost-and-claimed.ts';
import { markItem } from './mark-item.ts';
import { decideCancelTransit, decideSendItem } from './move-item.ts';

/** Returns what a decision says to each check, a refused one with a cross. */
const detailsOf = ({ explain }: { explain: Explain }): Record<string, string> =>
  Object.fromEntries(explain.checks.map(({ check, passed, detail }) => [check, `${passed ? '' : '✗ '}${detail}`]));

const { item: travelling } = aCopyTravellingForAHold();
const claimed = aLentItem({ claimedAt: monday }, { state: 'claimed-returned' });

test('C18 the checks of sending an item say where it is, whose it is and what it is needed for', () => {
  const send = (item = anItem(), more = {}) =>
    detailsOf(
      decideSendItem({
        ...{ item, branchId: 'ash.main', to: 'birch.east', purpose: 'display', inHand: true, at: monday, ...more },
      }),
    );
  const passed = {
    'item-on-loan': 'The item is available',
    'transit-open': 'Not on its way',
    'item-held-for-another': 'The item is available',
    'item-wrong-state': 'The item is available',
    'same-branch': 'It is at ash.main',
    'not-your-item': 'Its owner moves it',
  };
  expect(send()).toEqual(passed);
  expect(send(anItem(), { to: 'ash.main' })).toEqual({ ...passed, 'same-branch': '✗ It is at ash.main' });
  expect(send(anItem(), { branchId: 'elm.main' })).toEqual({
    ...{ ...passed, 'same-branch': 'It is at elm.main', 'not-your-item': '✗ Only ash moves it' },
  });
  expect(send(travelling)).toMatchObject({ 'transit-open': '✗ On its way to cedar.main' });
  expect(send(aLentItem(), { inHand: false })).toMatchObject({
    ...{ 'item-on-loan': '✗ The item is on-loan', 'same-branch': '✗ It is at birch.east' },
  });
  for (const state of ['paged', 'on-hold-shelf'] as const)
    expect(send(anItem({ state }))).toMatchObject({ 'item-held-for-another': `✗ The item is ${state}` });
  expect(send(anItem({ state: 'missing' }))).toMatchObject({ 'item-wrong-state': '✗ The item is missing' });
});

test('C16 the checks of calling an item back say whether it was sent, and whose it is', () => {
  const cancel = (item = travelling, more = {}) =>
    detailsOf(
      decideCancelTransit({ item, branchId: 'ash.main', reason: 'wrong-item', forced: true, at: monday, ...more }),
    );
  const theirs = { 'not-your-item': 'It has to do with this library' };
  const sent = 'Sent on 2026-03-01T11:00:00.000Z';
  expect(cancel()).toEqual({ ...theirs, 'not-in-transit': 'The item is in-transit', 'transit-sent': sent });
  expect(cancel(travelling, { forced: false })).toMatchObject({ 'transit-sent': `✗ ${sent}` });
  expect(cancel(anItem())).toEqual({
    ...{ ...theirs, 'not-in-transit': '✗ The item is available', 'transit-sent': 'Not sent' },
  });
  expect(cancel(travelling, { branchId: 'elm.main' })).toMatchObject({
    'not-your-item': '✗ Not this library’s to cancel',
  });
});

test('the checks of marking an item say from which state to which, and who may say so', () => {
  const mark = (branchId: string, item = anItem(), to: 'missing' | 'available' = 'missing') =>
    detailsOf(markItem({ item, to, branchId, at: monday }));
  const sound = { 'item-wrong-state': 'From available to missing' };
  expect(mark('ash.main')).toEqual({ ...sound, 'not-your-item': 'This library may say so' });
  expect(mark('elm.main')).toEqual({ ...sound, 'not-your-item': '✗ Not this library’s to say' });
  expect(mark('ash.main', aLentItem(), 'available')).toMatchObject({
    'item-wrong-state': '✗ From on-loan to available',
  });
});

test('C72 C73 the checks of a loss or a claim name the state of the item, and who has a part in the loan', () => {
  const ids = { bill: 'bil_1', entry: 'ent_1', feeBill: 'bil_2', feeEntry: 'ent_2' };
  const lose = (item = aLentItem(), more = {}) => detailsOf(declareLost({ item, at: monday, ids, ...more }));
  const party = { 'not-your-loan': 'This library has a part in the loan' };
  const [none, lent, lost] = ['available', 'on-loan', 'lost'].map((state) => `The item is ${state}`);
  expect(lose()).toEqual({ ...party, 'not-on-loan': lent, 'loan-lost': lent, 'loan-claimed': lent });
  expect(lose(anItem())).toEqual({ ...party, 'not-on-loan': `✗ ${none}`, 'loan-lost': none, 'loan-claimed': none });
  expect(lose(aLentItem({}, { state: 'lost' }))).toMatchObject({ 'loan-lost': `✗ ${lost}`, 'loan-claimed': lost });
  expect(lose(claimed)).toMatchObject({ 'loan-claimed': '✗ The item is claimed-returned' });
  const elsewhere = { 'not-your-loan': '✗ Ask its owner, its lender or the patron’s home library' };
  expect(lose(aLentItem(), { branchId: 'elm.main' })).toMatchObject(elsewhere);
  expect(detailsOf(claimReturned({ item: aLentItem(), at: monday, branchId: 'elm.main' }))).toEqual({
    ...{ ...elsewhere, 'not-on-loan': lent, 'loan-lost': lent, 'loan-claimed': lent },
  });
  expect(detailsOf(claimMissing({ item: claimed, at: monday }))).toEqual({
    ...{ ...party, 'not-claimed': 'The item is claimed-returned' },
  });
  expect(detailsOf(claimMissing({ item: aLentItem(), at: monday }))).toEqual({ ...party, 'not-claimed': `✗ ${lent}` });
  const age = (terms: object) =>
    detailsOf(
      ageLoan({ item: aLentItem({ terms: { ...aLoan().terms, ...terms } }), at: monday, ids, calendar: aCalendar() }),
    );
  expect(age({})).toMatchObject({ 'not-aged': '✗ It never ages' });
  expect(age({ age: 1 })).toMatchObject({ 'not-aged': 'It ages at 2026-02-28T22:59:59.000Z' });
  expect(age({ age: 9 })).toMatchObject({ 'not-aged': '✗ It ages at 2026-03-08T22:59:59.000Z' });
});

test('C74 the checks of a damage say the state of the item, and what there is to charge', () => {
  const damage = (item = anItem(), amount = 0) =>
    detailsOf(decideDamage({ ...aCheckin({ item }), damageIds: { bill: 'bil_d', entry: 'ent_d' }, amount }));
  expect(damage()).toEqual({ 'item-wrong-state': 'The item is available', 'nobody-to-charge': 'To be charged: 0' });
  expect(damage(anItem({ state: 'on-order' }), 500)).toEqual({
    ...{ 'item-wrong-state': '✗ The item is on-order', 'nobody-to-charge': '✗ To be charged: 500' },
  });
});
