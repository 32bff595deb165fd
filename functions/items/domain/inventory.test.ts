import { aLoan, anItem } from '../../../test/builders/circulation.ts';
import { findingOf, meantHere, passedDesk, shouldStand } from './inventory.ts';

const openedAt = '2026-03-02T08:00:00.000Z';
const place = { branchId: 'ash.main', openedAt };
const reading = { ...place, location: 'reading room' };

test('a copy on its shelf is correct and expected; in an inventory of another location it is misplaced and not expected', () => {
  expect([findingOf(anItem(), place), shouldStand(anItem(), place)]).toEqual(['right', true]);
  expect([findingOf(anItem(), reading), shouldStand(anItem(), reading)]).toEqual(['out-of-place', false]);
});

test.each([
  ['paged: it stands there until it is fetched', anItem({ state: 'paged' }), 'right'],
  ['lent', anItem({ state: 'on-loan', loan: aLoan() }), 'on-loan'],
  ['lost, and the loan still counts', anItem({ state: 'lost', loan: aLoan() }), 'on-loan'],
  ['missing', anItem({ state: 'missing' }), 'not-on-shelf'],
  ['seen last elsewhere', anItem({ currentBranch: 'birch.east' }), 'out-of-place'],
  ['unknown', undefined, 'unknown'],
] as const)('%s: found in this state on a shelf, and not expected there', (_, item, finding) => {
  expect(findingOf(item, place)).toBe(finding);
  if (item) expect(shouldStand(item, place)).toBe(false);
});

test('a copy that its owner or a reserve wants elsewhere is not expected; a guest that may stay is', () => {
  const asked = { from: 'ash.main', to: 'birch.east', purpose: 'home', requestedAt: openedAt } as const;
  expect(shouldStand(anItem({ transit: asked }), place)).toBe(false);
  const reserve = { own: { branchId: 'ash.main', location: 'stacks', category: 'book' }, awaited: true } as const;
  expect(shouldStand(anItem({ branchId: 'birch.east', reserve }), place)).toBe(false);
  expect(shouldStand(anItem({ branchId: 'birch.east' }), place)).toBe(true);
});

test('a return at a desk of the branch since the inventory began counts as seen; an earlier one, or one elsewhere, does not', () => {
  const back = (branchId: string, at: string) => passedDesk(anItem({ lastCheckin: { branchId, at } }), place);
  expect(back('ash.main', openedAt)).toBe(true);
  expect(back('ash.main', '2026-03-02T07:59:59.999Z')).toBe(false);
  expect(back('birch.east', '2026-03-02T09:00:00.000Z')).toBe(false);
});

test('of two copies with one old number the one seen here is meant, otherwise the one at home here', () => {
  const [theirs, ours] = [anItem({ branchId: 'elm.main', currentBranch: 'elm.main' }), anItem({ itemId: 'itm_2' })];
  expect(meantHere([theirs, ours], place)).toBe(ours);
  const away = { ...ours, currentBranch: 'birch.east' };
  expect(meantHere([theirs, away], place)).toBe(away);
  expect(meantHere([], place)).toBeUndefined();
});
