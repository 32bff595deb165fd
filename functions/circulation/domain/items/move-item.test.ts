import { aHold, aLentItem, anItem, monday } from '../../../../test/builders/circulation.ts';
import {
  asked,
  checkedIn,
  homeward,
  itemOf,
  later,
  notLate,
  onItsWayHome,
  outcome,
} from '../../../../test/builders/moved.ts';
import { decideCancelTransit, decideSendItem } from './move-item.ts';

describe('transfers by hand', () => {
  test('C15 an item on loan is not transferred', () => {
    expect(outcome(decideSendItem(asked({ item: aLentItem() })))).toContain('item-on-loan');
  });

  test('C15 the check-in of an item on loan receives no transit: loan and transit end', () => {
    const item = aLentItem(notLate, { transit: { ...homeward, to: 'ash.main' } });
    const { names } = checkedIn({ item });
    expect(names).toContain('loan-closed');
    expect(names).toContain('transit-cancelled');
    expect(names).not.toContain('item-received');
  });

  test('C9 an item in transit or requested is not sent again; one reserved for a hold is not sent at all', () => {
    const requested = itemOf(decideSendItem(asked({ inHand: false })));
    expect(outcome(decideSendItem(asked({ item: requested })))).toEqual(['transit-open']);
    expect(outcome(decideSendItem(asked({ item: onItsWayHome })))).toEqual(['transit-open']);
    expect(outcome(decideSendItem(asked({ item: anItem({ state: 'paged' }) })))).toEqual(['item-held-for-another']);
    expect(outcome(decideSendItem(asked({ item: anItem({ state: 'withdrawn' }) })))).toEqual(['item-wrong-state']);
    expect(outcome(decideSendItem(asked({ to: 'ash.main' })))).toEqual(['same-branch']);
  });

  test('only its owner moves an item, but any desk sends home an item that it has at hand', () => {
    expect(outcome(decideSendItem(asked({ branchId: 'elm.main' })))).toEqual(['not-your-item']);
    expect(itemOf(decideSendItem(asked({ branchId: 'elm.main', to: 'ash.main' }))).transit).toEqual({
      ...{ from: 'elm.main', to: 'ash.main', purpose: 'display', sentAt: monday },
    });
    expect(outcome(decideSendItem(asked({ branchId: 'elm.main', to: 'ash.main', inHand: false })))).toContain(
      'not-your-item',
    );
  });

  test('C16 it is in transit only between sent and arrived', () => {
    const requested = decideSendItem(asked({ inHand: false, branchId: 'ash.north' }));
    const way = { from: 'ash.main', to: 'birch.east', purpose: 'display' as const, requestedAt: monday };
    expect(itemOf(requested)).toEqual(anItem({ transit: way, v: 8 }));
    expect(itemOf(decideSendItem(asked({ item: anItem({ state: 'cancelled-transit' }) }))).state).toBe('in-transit');
    expect(outcome(requested)).toMatchObject({ item: { state: 'available' }, facts: [{ name: 'transit-requested' }] });
    const sent = checkedIn({ item: itemOf(requested), at: later });
    const transit = { from: 'ash.main', to: 'birch.east', purpose: 'display', requestedAt: monday, sentAt: later };
    expect([sent.after.state, sent.after.transit, sent.because]).toEqual(['in-transit', transit, 'transfer']);
    const arrived = checkedIn({ item: sent.after, branchId: 'birch.east', at: later });
    expect([arrived.after.state, arrived.after.transit]).toEqual(['available', undefined]);
  });

  test('C16 cancelling a transfer: a requested one ends without force, a sent one is refused unless forced', () => {
    const cancel = { branchId: 'ash.main', reason: 'wanted-here' as const, forced: false, at: later };
    const requested = itemOf(decideSendItem(asked({ inHand: false })));
    expect(itemOf(decideCancelTransit({ ...cancel, item: requested }))).toEqual(anItem({ v: 9 }));
    const sent = itemOf(decideSendItem(asked()));
    expect(outcome(decideCancelTransit({ ...cancel, item: sent }))).toEqual(['transit-sent']);
    expect(itemOf(decideCancelTransit({ ...cancel, item: sent, forced: true })).state).toBe('cancelled-transit');
    expect(outcome(decideCancelTransit({ ...cancel, item: anItem() }))).toEqual(['not-in-transit']);
  });

  test('C16 a library that is not part of the transfer cannot cancel it', () => {
    const cancel = { item: onItsWayHome, reason: 'other' as const, forced: true, at: later };
    expect(outcome(decideCancelTransit({ ...cancel, branchId: 'elm.main' }))).toEqual(['not-your-item']);
    for (const branchId of ['ash.main', 'birch.east'])
      expect(itemOf(decideCancelTransit({ ...cancel, branchId })).state).toBe('cancelled-transit');
  });

  test('C18 an item sent for display stays where it arrives, also when it is scanned again', () => {
    const sent = itemOf(decideSendItem(asked()));
    const placed = { branchId: 'birch.east', purpose: 'display' };
    const arrived = checkedIn({ item: sent, branchId: 'birch.east' });
    expect([arrived.after.state, arrived.after.placed, arrived.because]).toEqual(['available', placed, 'put-here']);
    const again = checkedIn({ item: arrived.after, branchId: 'birch.east' });
    expect([again.after.placed, again.next.step]).toEqual([placed, 'shelve']);
    const elsewhere = checkedIn({ item: arrived.after, branchId: 'elm.main' });
    expect([elsewhere.after.placed, elsewhere.next]).toEqual([undefined, { step: 'send', branchId: 'ash.main' }]);
  });

  test('C18 a hold takes it from its display, and a transfer passes an intermediate library without change', () => {
    const sent = itemOf(decideSendItem(asked()));
    const passing = checkedIn({ item: sent, branchId: 'elm.main' });
    expect([passing.after.transit, passing.because]).toEqual([sent.transit, 'passing']);
    const taken = checkedIn({ item: sent, branchId: 'birch.east', waiting: [aHold()] });
    expect([taken.after.placed, taken.next]).toMatchObject([undefined, { step: 'send', branchId: 'cedar.main' }]);
  });
});
