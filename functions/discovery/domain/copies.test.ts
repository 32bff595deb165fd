import { aLentItem, aLoan, anItem } from '../../../test/builders/circulation.ts';
import type { ItemDescription } from '../../catalogue/public/views.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import { summariseCopies, visibleCopies } from './copies-summary.ts';
import { type HeldCopies, holdingsView, visibleItems } from './holdings-view.ts';

const anybody: Viewer = { kind: 'anonymous' };
const staffOf = (...members: string[]): Viewer => ({ kind: 'staff', members });

const aCopy = (over: Partial<ItemDescription> = {}): ItemDescription => ({
  itemId: 'itm_1',
  sourceId: 'ash:1',
  memberId: 'ash',
  barcode: '300001',
  branchId: 'ash.main',
  location: 'stacks',
  callNumber: 'FIC AUS',
  category: 'book',
  copyNumber: '1',
  volume: '',
  hiddenFrom: [],
  ...over,
});

test('copies are counted by member; withdrawn copies and copies that the table does not contain are not counted', () => {
  const copies = ['itm_1', 'itm_2', 'itm_3', 'itm_4'].map((itemId) => ({ itemId, member: 'birch' }));
  const states = { itm_1: 'available', itm_2: 'on-loan', itm_3: 'withdrawn', itm_5: 'available' } as const;
  const stateOf = (itemId: string) => states[itemId as keyof typeof states];
  expect(summariseCopies([...copies, { itemId: 'itm_5', member: 'ash' }], stateOf)).toEqual([
    { memberId: 'ash', copies: 1, available: 1 },
    { memberId: 'birch', copies: 2, available: 1 },
  ]);
});

test('a hidden copy is listed for those from whom it is not hidden', () => {
  const copies = [
    { itemId: 'itm_1', member: 'ash' },
    { itemId: 'itm_2', member: 'ash', hiddenFrom: ['public' as const] },
    { itemId: 'itm_3', member: 'ash', hiddenFrom: ['other-members' as const] },
  ];
  const seen = (viewer: Viewer): string[] => visibleCopies(copies, viewer).map(({ itemId }) => itemId);
  expect(seen(anybody)).toEqual(['itm_1']);
  expect(seen(staffOf('birch'))).toEqual(['itm_1', 'itm_2']);
  expect(seen({ kind: 'patron', member: 'ash' })).toEqual(['itm_1', 'itm_3']);
  expect(seen(staffOf('ash'))).toEqual(['itm_1', 'itm_2', 'itm_3']);
});

test('record, holding and item each hide a copy', () => {
  const source: HeldCopies = { memberId: 'ash', hiddenFrom: [], hiddenHoldings: {}, items: [aCopy()] };
  expect(visibleItems([source], anybody)).toHaveLength(1);
  expect(visibleItems([{ ...source, hiddenFrom: ['public'] }], anybody)).toEqual([]);
  expect(visibleItems([{ ...source, hiddenHoldings: { 'ash.main': ['union'] } }], anybody)).toEqual([]);
  expect(visibleItems([{ ...source, items: [aCopy({ hiddenFrom: ['public'] })] }], anybody)).toEqual([]);
  expect(visibleItems([{ ...source, hiddenHoldings: { 'ash.west': ['public'] } }], anybody)).toHaveLength(1);
});

test('a page shows copies by member and branch, due dates and destinations of transits, and never who has it', () => {
  const items = [
    aCopy({ itemId: 'itm_2', barcode: '300002', copyNumber: '2' }),
    aCopy(),
    aCopy({ itemId: 'itm_3', memberId: 'birch', branchId: 'birch.east' }),
    aCopy({ itemId: 'itm_4' }),
  ];
  const now = new Map([
    ['itm_1', aLentItem({}, { itemId: 'itm_1' })],
    ['itm_2', anItem({ itemId: 'itm_2' })],
    [
      'itm_3',
      anItem({
        itemId: 'itm_3',
        branchId: 'birch.east',
        state: 'in-transit',
        currentBranch: 'birch.east',
        transit: {
          from: 'birch.east',
          to: 'ash.main',
          purpose: 'hold',
          holdId: 'hld_1',
          sentAt: '2026-03-01T10:00:00.000Z',
        },
      }),
    ],
    ['itm_4', anItem({ itemId: 'itm_4', state: 'withdrawn' })],
  ]);
  const view = holdingsView(items, (itemId) => now.get(itemId));
  expect(view.map(({ memberId, branches }) => [memberId, branches.map(({ branchId }) => branchId)])).toEqual([
    ['ash', ['ash.main']],
    ['birch', ['birch.east']],
  ]);
  const copies = view.flatMap(({ branches }) => branches.flatMap((branch) => branch.copies));
  expect(copies.map(({ itemId, state, due, elsewhere }) => ({ itemId, state, due, elsewhere }))).toEqual([
    { itemId: 'itm_1', state: 'on-loan', due: aLoan().due, elsewhere: undefined },
    { itemId: 'itm_2', state: 'available', due: undefined, elsewhere: undefined },
    { itemId: 'itm_3', state: 'in-transit', due: undefined, elsewhere: 'ash.main' },
  ]);
  expect(JSON.stringify(view)).not.toMatch(/pat_|lon_|hld_/);
});
