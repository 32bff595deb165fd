import { aCopyTravellingForAHold, aHold, anItem, monday } from '../../../../test/builders/circulation.ts';
import { checkedIn } from '../../../../test/builders/moved.ts';
import { moving } from '../../../../test/builders/movement.ts';
import type { Transit } from '../../../items/public/transit.ts';

const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
const sentAt = '2026-03-01T11:00:00.000Z';
const travelling = (way: Pick<Transit, 'from' | 'to' | 'purpose'>) =>
  anItem({ state: 'in-transit', currentBranch: way.from, transit: { ...way, sentAt } });
const together = (holds: boolean) =>
  moving({ suppress: [{ name: 'One house', branches: ['cedar.main', 'birch.east'], holds, nonHolds: !holds }] });

test('C7 a copy that arrives for its hold is received and goes on the shelf', () => {
  const { names, because, after } = checkedIn({ ...aCopyTravellingForAHold(), branchId: 'cedar.main' });
  expect([names, because]).toEqual([['item-received', 'hold-on-shelf', 'item-checked-in'], 'for-hold']);
  expect([after.state, after.transit, after.currentBranch]).toEqual(['on-hold-shelf', undefined, 'cedar.main']);
});

test('C58 a copy on the shelf for a hold with another pickup branch is sent there; C8 without its hold it goes home', () => {
  const item = anItem({ state: 'on-hold-shelf', currentBranch: 'birch.east', hold });
  const claim = aHold({ state: 'targeted', targetItemId: 'itm_1' });
  const sent = checkedIn({ item, claim, branchId: 'birch.east' });
  expect(sent.after).toMatchObject({
    ...{
      state: 'in-transit',
      hold,
      transit: { from: 'birch.east', to: 'cedar.main', purpose: 'hold', sentAt: monday },
    },
  });
  expect([sent.because, sent.names]).toEqual(['for-hold', ['hold-in-transit', 'item-sent', 'item-checked-in']]);
  const over = checkedIn({ item, branchId: 'birch.east' });
  expect([over.after.state, over.after.transit?.to, over.after.hold]).toEqual(['in-transit', 'ash.main', undefined]);
  const shelved = checkedIn({ item, branchId: 'ash.main' });
  expect([shelved.after.state, shelved.after.hold, shelved.because]).toEqual(['available', undefined, 'at-home']);
});

test('C8 on its way for a cancelled hold it has arrived only at its destination or in that building; elsewhere its way ends', () => {
  const { item } = aCopyTravellingForAHold();
  const names = (branchId: string, policies = moving({})) => checkedIn({ item, branchId, policies }).names[0];
  expect([names('cedar.main'), names('elm.main')]).toEqual(['item-received', 'transit-cancelled']);
  expect([names('birch.east', together(true)), names('birch.east', together(false))]).toEqual([
    ...['item-received', 'transit-cancelled'],
  ]);
  const passed = checkedIn({ item, branchId: 'elm.main' });
  expect(passed.after.transit).toEqual({ from: 'elm.main', to: 'ash.main', purpose: 'home', sentAt: monday });
});

test('C14 an item for another errand arrives in the building that is one for that errand', () => {
  const item = travelling({ from: 'ash.main', to: 'cedar.main', purpose: 'display' });
  const names = (holds: boolean) => checkedIn({ item, branchId: 'birch.east', policies: together(holds) }).names[0];
  expect([names(false), names(true)]).toEqual(['item-received', 'item-forwarded']);
});

test('C18 a transfer goes on through its home branch, stays where it was sent, and is at home when it was sent home', () => {
  const display = travelling({ from: 'elm.main', to: 'birch.east', purpose: 'display' });
  const passing = checkedIn({ item: display, branchId: 'ash.main' });
  expect([passing.because, passing.after.transit]).toEqual(['passing', display.transit]);
  const stays = checkedIn({ item: display, branchId: 'birch.east' });
  const placed = { branchId: 'birch.east', purpose: 'display' };
  expect([stays.because, stays.after.placed, stays.after.state]).toEqual(['put-here', placed, 'available']);
  const home = travelling({ from: 'elm.main', to: 'ash.main', purpose: 'display' });
  const back = checkedIn({ item: home, branchId: 'ash.main' });
  expect([back.because, back.after.placed]).toEqual(['at-home', undefined]);
});

test('C17 an item that returns to the branch that had it stays there, by the policy', () => {
  const item = travelling({ from: 'elm.main', to: 'birch.east', purpose: 'holding' });
  const { because, after } = checkedIn({ item, branchId: 'birch.east' });
  expect([because, after.state, after.currentBranch, after.placed]).toEqual([
    ...['stays-by-policy', 'available', 'birch.east', undefined],
  ]);
});

test('what was put somewhere is there no more when a hold takes it or it is scanned at home', () => {
  const placed = { branchId: 'birch.east', purpose: 'display' } as const;
  const item = anItem({ currentBranch: 'birch.east', placed });
  expect(checkedIn({ item, branchId: 'birch.east' }).after.placed).toEqual(placed);
  expect(checkedIn({ item, branchId: 'birch.east', waiting: [aHold()] }).after.placed).toBeUndefined();
  expect(checkedIn({ item, branchId: 'ash.main' }).after.placed).toBeUndefined();
  // A course awaits it at home, not where it was put.
  const reserve = { own: { branchId: 'ash.main', location: 'stacks', category: 'book' }, awaited: true as const };
  const shown = checkedIn({ item: { ...item, reserve }, branchId: 'birch.east' });
  expect([shown.decision.warnings, shown.after.reserve]).toEqual([[], reserve]);
});

test('an item of a library outside is set aside to be sent back, and one on its way there goes on', () => {
  const request = { requestId: 'req_1', borrowed: true as const };
  const ours = { memberId: 'cedar', branchId: 'cedar.main', request };
  const aside = checkedIn({ item: anItem({ ...ours, currentBranch: 'cedar.main' }), branchId: 'cedar.main' });
  expect([aside.because, aside.after.state]).toEqual(['back-outside', 'in-process']);
  const item = { ...travelling({ from: 'elm.main', to: 'cedar.main', purpose: 'home' }), ...ours };
  const passing = checkedIn({ item, branchId: 'birch.east' });
  expect([passing.because, passing.after.transit]).toEqual(['passing', item.transit]);
  expect(passing.decision.facts[0]).toMatchObject({ name: 'item-forwarded', detail: { to: 'cedar.main' } });
});
