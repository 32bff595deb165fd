import {
  aCheckin,
  aCopyTravellingForAHold,
  aHold,
  aLentItem,
  anItem,
  monday,
} from '../../../../test/builders/circulation.ts';
import { decideCheckin } from '../checkin/checkin.ts';
import { decideDamage } from './damage.ts';
import { countInHouseUse, type MarkRequest, markItem } from './mark-item.ts';

const mark = (over: Partial<MarkRequest> = {}) =>
  markItem({ item: anItem(), to: 'missing', branchId: 'ash.main', at: monday, ...over });
const codes = (decision: object): string[] =>
  'refused' in decision ? (decision.refused as { code: string }[]).map(({ code }) => code) : [];

test('staff mark items that are not on loan, as the table allows, with time and reason', () => {
  const aside = { at: monday, reason: 'not-found' };
  expect(mark()).toMatchObject({ changes: { item: { after: anItem({ state: 'missing', aside, v: 8 }), expect: 7 } } });
  expect(codes(mark({ item: aLentItem(), to: 'available' }))).toEqual(['item-wrong-state']);
  expect(codes(mark({ item: anItem({ state: 'withdrawn' }), to: 'available' }))).toEqual(['item-wrong-state']);
  expect(codes(mark({ item: anItem({ state: 'on-order' }) }))).toEqual(['item-wrong-state']);
  expect(codes(mark({ item: anItem({ state: 'on-order' }), to: 'in-process' }))).toEqual([]);
  const { item: travelling } = aCopyTravellingForAHold();
  expect(codes(mark({ item: travelling, to: 'available' }))).toEqual(['item-wrong-state']);
  const found = mark({ item: anItem({ state: 'missing', aside }), to: 'available' });
  expect(found).toMatchObject({ changes: { item: { after: anItem({ v: 8 }) } } });
  expect('changes' in found && found.changes.item?.after).not.toHaveProperty('aside');
});

test('lost in transit: the transit ends, the hold waits again at its place, and the last known place is reported', () => {
  const { item, claim } = aCopyTravellingForAHold();
  const lost = mark({ item, claim, branchId: 'cedar.main' });
  expect(lost).toMatchObject({
    changes: {
      item: { after: { state: 'missing', aside: { at: monday, reason: 'lost-in-transit' } } },
      holds: [{ after: { holdId: 'hld_1', state: 'placed', placedAt: claim.placedAt }, expect: 1 }],
      resets: [{ holdId: 'hld_1', reason: 'not-on-shelf' }],
    },
    facts: [{ name: 'transit-lost', detail: { from: 'ash.main', to: 'cedar.main' } }, { name: 'item-marked' }],
  });
  const after = 'changes' in lost ? lost.changes.item?.after : undefined;
  expect([after?.transit, after?.hold]).toEqual([undefined, undefined]);
  // Found again: the next scan continues its transit.
  const again = decideCheckin(aCheckin({ item: after ?? anItem(), branchId: 'ash.main', waiting: [aHold()] }));
  expect(again.changes.item?.after.transit?.to).toBe('cedar.main');
});

test('not found on the pull list or the hold shelf: the hold returns to the queue without its shelf day', () => {
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
  const shelved = aHold({ state: 'on-shelf', targetItemId: 'itm_1', shelfExpiresAt: monday });
  const gone = mark({ item: anItem({ state: 'on-hold-shelf', hold }), claim: shelved });
  expect('changes' in gone && gone.changes.holds.map(({ after }) => [after.state, after.shelfExpiresAt])).toEqual([
    ['placed', undefined],
  ]);
  const paged = mark({
    item: anItem({ state: 'paged', hold }),
    claim: aHold({ state: 'targeted', targetItemId: 'itm_1' }),
    to: 'damaged',
  });
  expect(paged).toMatchObject({ changes: { resets: [{ reason: 'not-fit' }] } });
  // An ended claim is not binding.
  expect(mark({ item: anItem({ state: 'paged', hold }), claim: aHold({ state: 'cancelled' }) })).toMatchObject({
    changes: { holds: [] },
  });
});

test('any library involved may report an item missing or damaged; other marks are for its owner only', () => {
  const { item } = aCopyTravellingForAHold();
  expect(codes(mark({ item, branchId: 'cedar.main' }))).toEqual([]);
  expect(codes(mark({ item, branchId: 'elm.main' }))).toEqual(['not-your-item']);
  const guest = anItem({ currentBranch: 'birch.east' });
  expect(codes(mark({ item: guest, branchId: 'birch.east', to: 'damaged' }))).toEqual([]);
  expect(codes(mark({ item: guest, branchId: 'birch.east', to: 'withdrawn' }))).toEqual(['not-your-item']);
  expect(codes(mark({ item: guest, to: 'withdrawn' }))).toEqual([]);
});

test('a withdrawn guest item frees a place for another', () => {
  const item = anItem({ currentBranch: 'birch.east', floated: 'birch.east novels' });
  expect(mark({ item, to: 'withdrawn' })).toMatchObject({
    changes: { guests: [{ branchId: 'birch.east', group: 'novels', add: -1 }] },
  });
  expect(mark({ item })).toMatchObject({ changes: { item: { after: { floated: 'birch.east novels' } } } });
});

test('in-house use is counted and closes nothing, in any state of the item', () => {
  for (const item of [anItem(), aLentItem(), aCopyTravellingForAHold().item]) {
    const { changes, facts } = countInHouseUse({ ...item, usedInHouse: 4 }, 'birch.east', monday);
    expect(changes.item?.after).toEqual({ ...item, usedInHouse: 5, v: item.v + 1 });
    expect(facts).toEqual([
      {
        ...{ name: 'item-used-in-house', at: monday, itemId: 'itm_1', branchId: 'birch.east' },
        members: { owner: 'ash', desk: 'birch' },
      },
    ]);
  }
});

test('C48 a copy found damaged on the hold shelf releases its hold without its shelf day, with the reason in its log', () => {
  const shelfExpiresAt = '2026-03-09T22:59:59.000Z';
  const claim = aHold({ state: 'on-shelf', targetItemId: 'itm_1', shelfExpiresAt });
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main', shelfExpiresAt };
  const item = anItem({ state: 'on-hold-shelf', currentBranch: 'cedar.main', hold });
  const damageIds = { bill: 'bil_2', entry: 'ent_3' };
  const damaged = decideDamage({ ...aCheckin({ item, claim, branchId: 'cedar.main' }), damageIds, amount: 0 });
  expect('changes' in damaged && damaged.changes.holds).toEqual([{ after: aHold({ v: 2 }), expect: 1 }]);
  expect(damaged).toMatchObject({
    changes: {
      item: { after: { state: 'damaged', aside: { at: monday, reason: 'damaged' } } },
      resets: [{ holdId: 'hld_1', reason: 'not-fit', branchId: 'cedar.main', itemId: 'itm_1' }],
    },
  });
});

test('its owner withdraws a lost copy: the loan and its guest place end, the open amount remains', () => {
  const lost = { at: monday, billId: 'bil_1', amount: 3000 };
  const floated = 'birch.east novels';
  const unpaid = aLentItem({ lost, groups: ['dvds'] }, { state: 'lost', floated });
  expect(mark({ item: unpaid, to: 'withdrawn' })).toMatchObject({
    changes: {
      item: { after: anItem({ state: 'withdrawn', currentBranch: 'birch.east', v: 8 }) },
      patrons: [{ patronId: 'pat_1', add: { loans: -1, 'group:dvds': -1 } }],
      guests: [{ branchId: 'birch.east', group: 'novels', add: -1 }],
      bills: [],
    },
    facts: [{ name: 'item-marked', detail: { from: 'lost', to: 'withdrawn' } }, { name: 'loan-closed' }],
  });
  const paid = aLentItem({ lost: { ...lost, paid: true } }, { state: 'lost-and-paid', floated });
  const gone = mark({ item: paid, to: 'withdrawn' });
  expect(gone).toMatchObject({ changes: { patrons: [], guests: [{ add: -1 }] }, facts: [{ name: 'item-marked' }] });
  const after = 'changes' in gone ? gone.changes.item?.after : undefined;
  expect([after?.loan, after?.floated]).toEqual([undefined, undefined]);
  expect(codes(mark({ item: paid, to: 'withdrawn', branchId: 'birch.east' }))).toEqual(['not-your-item']);
  expect(codes(mark({ item: paid, to: 'missing' }))).toEqual(['item-wrong-state']);
});

test('a withdrawn copy is restored by its owner only, first into processing', () => {
  const item = anItem({ state: 'withdrawn' });
  expect(mark({ item, to: 'in-process' })).toMatchObject({ changes: { item: { after: { state: 'in-process' } } } });
  expect(codes(mark({ item, to: 'in-process', branchId: 'birch.east' }))).toEqual(['not-your-item']);
});

test('a requested transfer stays with an item that is available again, and ends with any other mark', () => {
  const transit = { from: 'ash.main', to: 'birch.east', purpose: 'display', requestedAt: monday } as const;
  const after = (to: MarkRequest['to'], state: 'available' | 'missing') => {
    const decision = mark({ item: anItem({ state, transit }), to });
    return 'changes' in decision ? decision.changes.item?.after : undefined;
  };
  expect(after('available', 'missing')).toEqual(anItem({ transit, v: 8 }));
  expect(after('damaged', 'available')).toEqual(
    anItem({ state: 'damaged', aside: { at: monday, reason: 'damaged' }, v: 8 }),
  );
  expect(after('missing', 'available')).toEqual(
    anItem({ state: 'missing', aside: { at: monday, reason: 'not-found' }, v: 8 }),
  );
});

test('C48 a hold whose copy is marked waits again, and its log says where, which copy and why', () => {
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
  const claim = aHold({ state: 'targeted', targetItemId: 'itm_1' });
  const marked = mark({ item: anItem({ state: 'paged', hold }), claim });
  expect('changes' in marked && marked.changes.resets).toStrictEqual([
    {
      ...{ holdId: 'hld_1', at: monday, v: 2, reason: 'not-on-shelf', branchId: 'ash.main' },
      ...{ itemId: 'itm_1', copyBranch: 'ash.main' },
    },
  ]);
});

test('an item of a library outside is reported missing or damaged only', () => {
  const item = anItem({ request: { requestId: 'req_1', borrowed: true } });
  expect((['missing', 'damaged', 'in-process', 'withdrawn'] as const).map((to) => codes(mark({ item, to })))).toEqual([
    ...[[], [], ['item-wrong-state'], ['item-wrong-state']],
  ]);
});

test('an item that somebody has is not marked, whatever state its record has', () => {
  expect(codes(mark({ item: aLentItem({}, { state: 'available' }) }))).toEqual(['item-wrong-state']);
});

test('a copy that is to be retained, or is the last of its title, is not withdrawn; it may be missing', () => {
  const item = anItem({ retained: '2027-01-01' });
  expect([codes(mark({ item, to: 'withdrawn' })), codes(mark({ item }))]).toEqual([['item-retained'], []]);
  expect([codes(mark({ to: 'withdrawn', lastCopy: {} })), codes(mark({ lastCopy: {} }))]).toEqual([['last-copy'], []]);
});

test('only a withdrawal frees the place of a guest; the end of a lost loan is a fact with its patron’s library', () => {
  const floated = 'birch.east novels';
  const missing = mark({ item: anItem({ floated }) });
  expect('changes' in missing && missing.changes.guests).toBeUndefined();
  const own = mark({ to: 'withdrawn' });
  expect('changes' in own && own.changes.guests).toBeUndefined();
  const lost = { at: monday, billId: 'bil_1', amount: 3000 };
  const gone = mark({ item: aLentItem({ lost }, { state: 'lost' }), to: 'withdrawn' });
  expect('facts' in gone && gone.facts[1]).toEqual({
    ...{ name: 'loan-closed', at: monday, members: { owner: 'ash', desk: 'ash', patron: 'cedar' } },
    ...{ itemId: 'itm_1', loanId: 'lon_1', patronId: 'pat_1', branchId: 'ash.main' },
  });
  expect('changes' in gone && gone.changes.patrons).toEqual([{ patronId: 'pat_1', add: { loans: -1 }, limits: [] }]);
});
