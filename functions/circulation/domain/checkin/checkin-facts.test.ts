import {
  aCheckin,
  aCopyTravellingForAHold,
  aHold,
  aLentItem,
  aLoan,
  anItem,
  monday,
} from '../../../../test/builders/circulation.ts';
import { moving } from '../../../../test/builders/movement.ts';
import type { Fact } from '../../../items/public/facts.ts';
import { checkinResult, decideCheckin } from './checkin.ts';
import { letThroughAtScan, refuseScanOfJustSent } from './checkin-refusals.ts';
import type { CheckinRequest } from './checkin-request.ts';

const checkedIn = (over: Partial<CheckinRequest>) => {
  const decision = decideCheckin(aCheckin(over));
  const fact = (name: Fact['name']) => decision.facts.find((one) => one.name === name);
  return { decision, fact, after: decision.changes.item?.after ?? anItem(), changes: decision.changes };
};
const homeward = (over = {}) =>
  anItem({
    ...{ state: 'in-transit', currentBranch: 'birch.east' },
    transit: { from: 'birch.east', to: 'ash.main', purpose: 'home', sentAt: '2026-03-01T11:00:00.000Z' },
    ...over,
  });
const about = { at: monday, members: { owner: 'ash', desk: 'cedar' }, itemId: 'itm_1', branchId: 'cedar.main' };
const ofLoan = { loanId: 'lon_1', patronId: 'pat_1', members: { owner: 'ash', desk: 'cedar', patron: 'cedar' } };

test('the facts of a late return say whose item, whose loan, which fine, and where it goes', () => {
  const { decision, fact } = checkedIn({ branchId: 'cedar.main' });
  expect(fact('fine-charged')).toEqual({
    ...{ ...about, name: 'fine-charged', ...ofLoan, detail: { amount: 50, currency: 'EUR', days: 2 } },
  });
  expect(fact('loan-closed')).toEqual({ ...about, name: 'loan-closed', ...ofLoan });
  expect(fact('item-sent')).toEqual({ ...about, name: 'item-sent', detail: { to: 'ash.main', purpose: 'home' } });
  expect(fact('item-checked-in')).toEqual({ ...about, name: 'item-checked-in', detail: { state: 'in-transit' } });
  expect(decision.explain).toEqual({ checks: [], policyVersion: 1 });
  expect(decision.context).toEqual({ zone: 'Europe/Berlin', channel: 'system', equipment: false });
});

test('a transit that arrives, ends or is passed is reported with its way', () => {
  const way = { from: 'birch.east', to: 'ash.main', purpose: 'home' };
  expect(checkedIn({ item: homeward() }).fact('item-received')?.detail).toEqual(way);
  const passing = checkedIn({ item: homeward(), branchId: 'elm.main' });
  expect(passing.fact('item-forwarded')?.detail).toEqual({ to: 'ash.main' });
  expect(passing.decision.because).toBe('passing');
  const wanted = checkedIn({ item: homeward(), branchId: 'elm.main', waiting: [aHold()] });
  expect(wanted.fact('transit-cancelled')?.detail).toEqual(way);
  const forHold = checkedIn({ ...aCopyTravellingForAHold(), branchId: 'elm.main' });
  expect(forHold.fact('item-forwarded')).toMatchObject({ holdId: 'hld_1', detail: { to: 'cedar.main' } });
  expect(forHold.decision.because).toBe('for-hold');
});

test('C61 a copy on its way for a hold whose pickup branch changed is sent on from where it is scanned', () => {
  const { claim, item } = aCopyTravellingForAHold({ pickupBranch: 'elm.main' });
  const { after, fact } = checkedIn({ claim, item, branchId: 'birch.east' });
  expect(fact('transit-cancelled')?.detail).toMatchObject({ from: 'ash.main', to: 'cedar.main' });
  expect(after.transit).toMatchObject({ from: 'birch.east', to: 'elm.main', purpose: 'hold', sentAt: monday });
});

test('a corrected state is reported as it was and as it is', () => {
  const repaired = checkedIn({ item: anItem({ state: 'paged' }) });
  expect(repaired.fact('item-repaired')?.detail).toEqual({ from: 'paged', to: 'available' });
  const lent = checkedIn({ item: aLentItem({}, { state: 'available' }) });
  expect(lent.fact('item-repaired')?.detail).toEqual({ from: 'available', to: 'on-loan' });
  for (const state of ['on-hold-shelf', 'lost', 'lost-and-paid', 'claimed-returned', 'on-loan', 'in-transit'] as const)
    expect(checkedIn({ item: anItem({ state }) }).fact('item-repaired')?.detail).toEqual({
      from: state,
      to: 'available',
    });
  for (const state of ['lost', 'claimed-returned', 'on-loan'] as const)
    expect(checkedIn({ item: aLentItem({}, { state }) }).fact('item-repaired')).toBeUndefined();
});

test('C12 an item that is lent and paged for a hold keeps no claim when its loan ends a transit', () => {
  const hold = { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' };
  const { after } = checkedIn({ item: homeward({ state: 'on-loan', loan: aLoan(), hold }) });
  expect([after.hold, after.transit]).toEqual([undefined, undefined]);
});

test('C54 a paged copy that the desk does not let its hold take leaves the hold in the queue, with the reason', () => {
  const claim = aHold({ state: 'targeted', targetItemId: 'itm_1', targetedAt: monday, v: 2 });
  const item = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
  const no = checkedIn({ item, claim, capture: 'no' });
  expect(no.changes.holds).toMatchObject([{ after: { state: 'placed', v: 3 }, expect: 2 }]);
  expect(no.changes.resets).toEqual([
    {
      ...{ holdId: 'hld_1', at: monday, v: 3, reason: 'not-fit', branchId: 'ash.main' },
      ...{ itemId: 'itm_1', copyBranch: 'ash.main' },
    },
  ]);
  expect(no.after.hold).toBeUndefined();
});

test('a paged copy that an earlier hold takes leaves its own hold in the queue, with the reason', () => {
  const claim = aHold({ state: 'targeted', targetItemId: 'itm_1', targetedAt: monday, v: 2 });
  const item = anItem({ state: 'paged', hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' } });
  const first = aHold({ holdId: 'hld_0', patronId: 'pat_9', placedAt: '2026-02-01T11:00:00.000Z', priority: -1 });
  const { changes, after } = checkedIn({ item, claim, waiting: [first, claim] });
  expect(changes.resets).toMatchObject([{ holdId: 'hld_1', reason: 'gave-way', v: 3 }]);
  expect(after.hold?.holdId).toBe('hld_0');
  const stopped = checkedIn({ item, claim, stopped: new Set(['hld_1']) });
  expect(stopped.changes.resets).toMatchObject([{ holdId: 'hld_1', reason: 'not-allowed' }]);
  expect(stopped.after).toMatchObject({ state: 'available' });
});

test('C13 an item may not be scanned within minutes of being sent, at any branch, unless a supervisor overrides', () => {
  const policies = moving({ minimumTransitMinutes: 5 });
  const sent = (sentAt: string, over = {}) =>
    homeward({ transit: { from: 'birch.east', to: 'ash.main', purpose: 'home', sentAt, ...over } });
  const asked = (sentAt: string, over = {}) => ({ item: sent(sentAt, over), at: monday, policies });
  const soon = asked('2026-03-02T10:55:30.000Z');
  expect(refuseScanOfJustSent(soon)).toMatchObject([{ code: 'transit-just-sent', detail: 'Sent 4 minutes ago' }]);
  expect(refuseScanOfJustSent(asked('2026-03-02T10:55:00.000Z'))).toEqual([]);
  expect(refuseScanOfJustSent(asked('2026-03-02T10:59:00.000Z', { to: 'birch.east' }))).toEqual([]);
  expect(refuseScanOfJustSent({ ...soon, item: anItem() })).toEqual([]);
  const override = { by: 'stf_1', comment: 'It came back with the van' };
  expect(refuseScanOfJustSent({ ...soon, override })).toEqual([]);
  expect(letThroughAtScan({ ...soon, override })).toEqual(['transit-just-sent']);
  const { fact } = checkedIn({ ...soon, override });
  expect(fact('refusals-overridden')?.detail).toEqual({ by: 'stf_1', codes: 'transit-just-sent' });
  expect(checkedIn({ override }).fact('refusals-overridden')).toBeUndefined();
});

test('a return whose delay the lender asked for stays aside, unless a supervisor overrides', () => {
  const item = aLentItem({ due: '2026-03-27T22:59:59.000Z' }, { request: { requestId: 'req_1' } });
  const held = checkedIn({ item, branchId: 'birch.east', returnHeld: true });
  expect([held.decision.because, held.after.state]).toEqual(['return-held', 'in-process']);
  const override = { by: 'stf_1', comment: 'The lender agreed by phone' };
  expect(checkedIn({ item, branchId: 'birch.east', returnHeld: true, override }).decision.because).not.toBe(
    'return-held',
  );
  expect(checkedIn({ item, branchId: 'birch.east' }).decision.because).not.toBe('return-held');
});

test('C20 a return is dated back to the very start of the loan at most, and never after the scan', () => {
  const owed = (returnedAt: string) => checkedIn({ returnedAt }).changes.patrons[0]?.add.owed ?? 0;
  expect([owed(monday), owed('2026-02-02T11:00:00.000Z'), owed('2026-02-02T10:59:59.000Z')]).toEqual([50, 0, 50]);
});

test('the answer of a check-in sums up its facts: where to, whether a loan ended, what it cost and gave back', () => {
  const { decision, after } = checkedIn({ branchId: 'cedar.main' });
  expect(checkinResult(decision, after)).toEqual({
    next: { step: 'send', branchId: 'ash.main', forHold: false, because: 'going-home' },
    ...{ loanClosed: true, fine: 50, refund: 0, warnings: [] },
  });
  const lost = { at: '2026-03-01T11:00:00.000Z', billId: 'bil_0', amount: 3000 };
  const found = checkedIn({ item: aLentItem({ lost, costCentre: 'K-100' }, { state: 'lost' }) });
  expect(checkinResult(found.decision, found.after)).toMatchObject({ loanClosed: true, fine: 25, refund: 3000 });
  expect(found.fact('lost-refunded')).toMatchObject({ loanId: 'lon_1', detail: { amount: 3000, currency: 'EUR' } });
  expect(found.decision.postings.map(({ costCentre }) => costCentre)).toEqual(['K-100', 'K-100']);
  const forHold = checkedIn({ item: anItem(), waiting: [aHold()] });
  expect(checkinResult(forHold.decision, forHold.after)).toMatchObject({
    ...{ next: { step: 'send', branchId: 'cedar.main', forHold: true }, loanClosed: false, fine: 0 },
  });
});

test('a check-in that a desk without a network made counts from its time, and keeps its key', () => {
  const key = { key: 'k-1', hash: 'h' } as unknown as NonNullable<CheckinRequest['key']>;
  const madeAt = '2026-03-01T09:00:00.000Z';
  const { after, decision } = checkedIn({ madeAt, key, channel: 'desk' });
  expect(after.lastCheckin).toEqual({ at: madeAt, branchId: 'ash.main' });
  expect(decision.context).toMatchObject({ madeAt, channel: 'desk' });
  expect(JSON.stringify(after)).toContain('k-1');
});

test('a damaged copy keeps the reason for which it was set aside, any other loses it; so does one that moved on', () => {
  const aside = { at: monday, reason: 'torn' };
  expect(checkedIn({ item: anItem({ state: 'damaged', aside }) }).after).toMatchObject({ state: 'damaged', aside });
  expect(checkedIn({ item: anItem({ state: 'missing', aside }) }).after.aside).toBeUndefined();
  const placed = { branchId: 'birch.east', purpose: 'manual' } as unknown as NonNullable<
    ReturnType<typeof anItem>['placed']
  >;
  const here = checkedIn({ item: anItem({ placed, currentBranch: 'birch.east' }), branchId: 'birch.east' });
  expect([here.after.placed, here.decision.because, here.after.state]).toEqual([placed, 'put-here', 'available']);
  const away = checkedIn({ item: anItem({ placed, currentBranch: 'birch.east' }), branchId: 'cedar.main' });
  expect(away.after.placed).toBeUndefined();
});

test('an item that a course awaits is announced once, where it is shelved', () => {
  const reserve = { own: { location: 'stacks', category: 'book' }, awaited: true } as unknown as NonNullable<
    ReturnType<typeof anItem>['reserve']
  >;
  const came = checkedIn({ item: anItem({ reserve }) });
  expect(came.decision.warnings).toEqual(['put-on-reserve']);
  expect(came.after.reserve).toEqual({ own: reserve.own });
  expect(checkedIn({ item: came.after }).decision.warnings).toEqual([]);
  expect(checkedIn({ item: anItem({ reserve }), branchId: 'cedar.main' }).decision.warnings).toEqual([]);
  expect(checkedIn({ item: anItem({ reserve }), waiting: [aHold()] }).decision.warnings).toEqual([]);
});
