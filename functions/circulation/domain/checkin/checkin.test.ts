import fc from 'fast-check';
import { aCalendar } from '../../../../test/builders/calendar.ts';
import {
  aCheckin,
  aCopyTravellingForAHold,
  aHold,
  aLentItem,
  aLoan,
  anItem,
  monday,
  policies,
} from '../../../../test/builders/circulation.ts';
import { aRule } from '../../../../test/builders/policies.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { holdStates } from '../../../items/public/hold-states.ts';
import { itemStates } from '../../../items/public/item-states.ts';
import { allows } from '../../../items/public/state-allows.ts';
import { nextStep } from '../decisions/next-step.ts';
import { decideCheckin } from './checkin.ts';
import type { CheckinRequest } from './checkin-request.ts';

const checkedIn = (over: Partial<CheckinRequest>) => {
  const decision = decideCheckin(aCheckin(over));
  const { item, holds, patrons, bills } = decision.changes;
  const after = item?.after ?? anItem();
  const names = decision.facts.map(({ name }) => name);
  return { decision, after, holds, patrons, bills, names, next: nextStep(after) };
};

const notLate = { due: '2026-03-27T22:59:59.000Z' };
const homeward = (over = {}) =>
  anItem({
    state: 'in-transit',
    currentBranch: 'birch.east',
    transit: { from: 'birch.east', to: 'ash.main', purpose: 'home', sentAt: '2026-03-01T11:00:00.000Z' },
    ...over,
  });

test('C2 away from home with no hold it goes in transit home; at home it is available', () => {
  const away = checkedIn({ item: aLentItem(notLate), branchId: 'cedar.main' });
  expect(away.after).toEqual(
    anItem({
      ...{
        state: 'in-transit',
        currentBranch: 'cedar.main',
        away: monday.slice(0, 10),
        lastCheckin: { at: monday, branchId: 'cedar.main' },
        v: 8,
      },
      transit: { from: 'cedar.main', to: 'ash.main', purpose: 'home', sentAt: monday },
    }),
  );
  expect(away.next).toEqual({ step: 'send', branchId: 'ash.main' });
  expect(away.patrons).toEqual([{ patronId: 'pat_1', add: { loans: -1 }, limits: [] }]);
  expect(away.names).toEqual(['loan-closed', 'item-sent', 'item-checked-in']);
  const home = checkedIn({ item: away.after });
  expect([home.after.state, home.after.transit, home.names]).toEqual([
    'available',
    undefined,
    ['item-received', 'item-checked-in'],
  ]);
});

test('C1 the steps are taken in order: repaired, closed, received, held', () => {
  const item = anItem({
    state: 'available',
    loan: aLoan(notLate),
    transit: homeward().transit ?? { from: '', to: '', purpose: 'home', sentAt: '' },
  });
  expect(checkedIn({ item, waiting: [aHold()] }).names).toEqual([
    ...['transit-cancelled', 'item-repaired', 'loan-closed', 'hold-in-transit', 'item-sent', 'item-checked-in'],
  ]);
});

test('C3 an item scanned at a third library is in passing: no new transit, same destination, the scan is logged', () => {
  const { after, names, decision } = checkedIn({ item: homeward(), branchId: 'elm.main' });
  expect([after.transit, after.currentBranch, names]).toEqual([
    homeward().transit,
    'elm.main',
    ['item-forwarded', 'item-checked-in'],
  ]);
  expect(decision.changes.holds).toEqual([]);
  const travelling = checkedIn({ ...aCopyTravellingForAHold(), branchId: 'elm.main' });
  expect([travelling.after.transit?.to, travelling.names]).toEqual([
    'cedar.main',
    ['item-forwarded', 'item-checked-in'],
  ]);
});

test('C4 a copy taken off its shelf to another library goes home, and no loan is made of it', () => {
  const { after, patrons, names } = checkedIn({ item: anItem(), branchId: 'birch.east' });
  expect([after.state, after.transit?.to, after.loan, patrons]).toEqual(['in-transit', 'ash.main', undefined, []]);
  expect(names).toEqual(['item-sent', 'item-checked-in']);
});

test('C2 in transit to a former home branch, it is home where it belongs now', () => {
  const { after, names } = checkedIn({ item: homeward({ branchId: 'elm.main' }), branchId: 'elm.main' });
  expect([after.state, after.transit, names]).toEqual([
    'available',
    undefined,
    ['transit-cancelled', 'item-checked-in'],
  ]);
});

test('C5 in transit home when a hold wants it elsewhere: that transit ends, another starts where it was scanned', () => {
  const { after, names } = checkedIn({ item: homeward(), branchId: 'elm.main', waiting: [aHold()] });
  expect(after.transit).toEqual({
    from: 'elm.main',
    to: 'cedar.main',
    purpose: 'hold',
    holdId: 'hld_1',
    sentAt: monday,
  });
  expect(names).toEqual(['transit-cancelled', 'hold-in-transit', 'item-sent', 'item-checked-in']);
});

test('C6 in transit home and scanned at the pickup branch of a hold it goes to the shelf there', () => {
  const { after, next } = checkedIn({ item: homeward(), branchId: 'cedar.main', waiting: [aHold()] });
  expect([after.state, after.transit, next]).toEqual([
    'on-hold-shelf',
    undefined,
    { step: 'hold-shelf', branchId: 'cedar.main' },
  ]);
});

test('C7 the shelf expiry is set on arrival, on an open day, and not on the way', () => {
  const closed = aCalendar({ closures: [{ from: '2026-03-09', to: '2026-03-10', reason: 'moving' }] });
  const sent = checkedIn({ item: anItem(), waiting: [aHold()] });
  expect([sent.after.hold?.shelfExpiresAt, sent.holds[0]?.after.shelfExpiresAt, sent.holds[0]?.after.state]).toEqual([
    undefined,
    undefined,
    'in-transit',
  ]);
  const claim = sent.holds[0]?.after ?? aHold();
  const arrived = checkedIn({ item: sent.after, claim, branchId: 'cedar.main', calendarOf: () => closed });
  const shelfExpiresAt = '2026-03-11T22:59:59.000Z';
  expect(arrived.holds).toEqual([{ after: { ...claim, state: 'on-shelf', shelfExpiresAt, v: 3 }, expect: 2 }]);
  expect(arrived.after.hold).toEqual({
    holdId: 'hld_1',
    patronId: 'pat_2',
    pickupBranch: 'cedar.main',
    shelfExpiresAt,
  });
  const again = checkedIn({ item: arrived.after, claim: arrived.holds[0]?.after ?? claim, branchId: 'cedar.main' });
  expect([again.after.hold, again.holds]).toEqual([arrived.after.hold, []]);
});

test('C8 a hold cancelled during transit is not shelved: the next hold gets the copy, or it goes home', () => {
  const cancelled = { ...aCopyTravellingForAHold({ state: 'cancelled' }), branchId: 'cedar.main' };
  const home = checkedIn(cancelled);
  expect([home.next, home.after.hold, home.names]).toEqual([
    { step: 'send', branchId: 'ash.main' },
    undefined,
    ['item-received', 'item-sent', 'item-checked-in'],
  ]);
  const next = checkedIn({ ...cancelled, waiting: [aHold({ holdId: 'hld_2', patronId: 'pat_3' })] });
  expect([next.next.step, next.after.hold?.holdId]).toEqual(['hold-shelf', 'hld_2']);
});

test('C11 a state that contradicts the record is corrected, with a warning', () => {
  const lonely = checkedIn({ item: anItem({ state: 'in-transit' }) });
  expect([lonely.after.state, lonely.decision.warnings]).toEqual(['available', ['state-repaired']]);
  const wrong = checkedIn({ item: homeward({ state: 'available' }) });
  expect([wrong.after.state, wrong.after.transit, wrong.names]).toEqual([
    'available',
    undefined,
    ['item-repaired', 'item-received', 'item-checked-in'],
  ]);
  const { claim } = aCopyTravellingForAHold();
  const captured = anItem({
    state: 'in-transit',
    hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' },
  });
  expect(checkedIn({ item: captured, claim }).next).toEqual({ step: 'send', branchId: 'cedar.main', holdId: 'hld_1' });
});

test('C12 an item both lent and in transit: the loan is closed and the transit ends', () => {
  const item = homeward({ state: 'on-loan', loan: aLoan(notLate) });
  const { after, names, decision } = checkedIn({ item, branchId: 'elm.main' });
  expect([after.loan, after.transit?.from]).toEqual([undefined, 'elm.main']);
  expect(names.slice(0, 2)).toEqual(['transit-cancelled', 'loan-closed']);
  expect(decision.warnings).toEqual(['transit-ended-by-loan']);
});

test('C19 never lent, or scanned twice: no error, and time and place are recorded', () => {
  const once = checkedIn({ item: anItem() });
  const twice = checkedIn({ item: once.after, at: '2026-03-02T12:00:00.000Z' });
  expect(twice.after).toEqual(anItem({ lastCheckin: { at: '2026-03-02T12:00:00.000Z', branchId: 'ash.main' }, v: 9 }));
  expect([twice.names, twice.patrons, twice.decision.postings]).toEqual([['item-checked-in'], [], []]);
});

test.each([{ holdable: false }, { lendable: false }, { requestOnly: true }])(
  'C55 a copy that fills no hold of a title is not linked to one: %j',
  (values) => {
    const barred = policies([aRule({ setBy: 'ash', values })]);
    const { after, holds } = checkedIn({ item: anItem(), waiting: [aHold()], policies: barred });
    expect([after.state, after.hold, holds]).toEqual(['available', undefined, []]);
    expect(checkedIn({ item: anItem(), waiting: [aHold()] }).after.hold?.holdId).toBe('hld_1');
  },
);

test('C21 a withdrawn copy is captured for no hold', () => {
  const withdrawn = checkedIn({ item: anItem({ state: 'withdrawn' }), waiting: [aHold()] });
  expect([withdrawn.after.state, withdrawn.holds, withdrawn.decision.warnings]).toEqual([
    'withdrawn',
    [],
    ['item-withdrawn'],
  ]);
});

test('C56 the first in the queue gets the first copy scanned; the copy paged for it elsewhere is freed', () => {
  const first = aHold({ state: 'targeted', targetItemId: 'itm_2' });
  const second = aHold({ holdId: 'hld_2', placedAt: '2026-03-01T12:00:00.000Z' });
  const { after, decision } = checkedIn({ item: anItem(), waiting: [second, first] });
  expect([after.hold?.holdId, decision.changes.pageToRelease]).toEqual(['hld_1', { itemId: 'itm_2', holdId: 'hld_1' }]);
});

test('C56 a copy paged for one hold and taken by an earlier one puts the other back in the queue', () => {
  const claim = aHold({
    holdId: 'hld_2',
    state: 'targeted',
    targetItemId: 'itm_1',
    placedAt: '2026-03-01T12:00:00.000Z',
  });
  const item = anItem({ state: 'paged', hold: { holdId: 'hld_2', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
  const { after, holds } = checkedIn({ item, claim, waiting: [claim, aHold()] });
  expect(after.hold?.holdId).toBe('hld_1');
  expect(holds.map((change) => [change.after.holdId, change.after.state, change.after.targetItemId])).toEqual([
    ['hld_2', 'placed', undefined],
    ['hld_1', 'in-transit', 'itm_1'],
  ]);
});

test('C22 every record is written only if unchanged since it was read', () => {
  const { decision } = checkedIn({ ...aCopyTravellingForAHold(), branchId: 'cedar.main' });
  expect([decision.changes.item?.expect, decision.changes.holds[0]?.expect]).toEqual([7, 1]);
});

const aSoundItem = fc.constantFrom(
  ...[
    anItem(),
    homeward(),
    aLentItem(),
    aLentItem({}, { state: 'lost' }),
    aLentItem({}, { state: 'claimed-returned' }),
  ],
  ...(['on-order', 'in-process', 'missing', 'damaged', 'withdrawn'] as const).map((state) => anItem({ state })),
  aCopyTravellingForAHold().item,
);

test('C9 any scan at any place: a step of the tables, one transit at most, and the record agrees with its state', () => {
  const branches = fc.constantFrom('ash.main', 'birch.east', 'cedar.main');
  const queue: fc.Arbitrary<Hold[]> = fc.constantFrom(
    [],
    [aHold({ holdId: 'hld_2' })],
    [aHold({ holdId: 'hld_2', pickupBranch: 'ash.main' })],
  );
  const claims = fc.constantFrom(
    undefined,
    aCopyTravellingForAHold().claim,
    aCopyTravellingForAHold({ state: 'cancelled' }).claim,
  );
  fc.assert(
    fc.property(aSoundItem, branches, queue, claims, (item, branchId, waiting, known) => {
      const claim = item.hold ? known : undefined;
      const { after, holds, decision } = checkedIn({ item, branchId, waiting, ...(claim && { claim }) });
      expect(decision.warnings.filter((warning) => warning === 'state-repaired')).toEqual([]);
      expect(allows(itemStates, item.state, after.state)).toBe(true);
      expect([after.loan, after.state === 'in-transit']).toEqual([undefined, after.transit !== undefined]);
      expect(after.state === 'on-hold-shelf').toBe(after.hold?.shelfExpiresAt !== undefined);
      for (const change of holds) {
        const before = [...waiting, ...(claim ? [claim] : [])].find(({ holdId }) => holdId === change.after.holdId);
        expect(before && allows(holdStates, before.state, change.after.state)).toBe(true);
      }
    }),
  );
});
