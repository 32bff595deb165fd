import type { ItemDescription } from '../views/views.ts';
import { type ItemChange, isChosen, plannedChange } from './item-batch.ts';

const item = (over: Partial<ItemDescription> = {}): ItemDescription => ({
  ...{ itemId: 'itm_1', sourceId: 'ash:b1', memberId: 'ash', barcode: '3111', branchId: 'ash.main', hiddenFrom: [] },
  ...{ location: 'Stacks', callNumber: '823.7 AUS', category: 'book', copyNumber: '1', volume: '' },
  ...over,
});
const plan = (change: ItemChange, over: Partial<ItemDescription> = {}) =>
  plannedChange(item(over), { state: 'available' }, change);

test('only differences are set, with the old and the new value', () => {
  expect(plan({ location: 'Stacks', category: 'reference' })).toEqual({
    ...{ state: 'planned', from: { category: 'book' }, to: { category: 'reference' } },
  });
  expect(plan({ location: 'Stacks', note: '' })).toEqual({ state: 'unchanged' });
  expect(plan({ hiddenFrom: ['union', 'public'] }, { hiddenFrom: ['public', 'union'] })).toEqual({
    state: 'unchanged',
  });
  expect(plan({ hiddenFrom: [] }, { hiddenFrom: ['public'] })).toMatchObject({
    ...{ from: { hiddenFrom: ['public'] }, to: { hiddenFrom: [] } },
  });
});

test('withdrawn items and items of outside libraries are left unchanged; items on reserve keep their location and type', () => {
  expect(plannedChange(item(), { state: 'withdrawn' }, { note: 'x' })).toMatchObject({ reason: 'withdrawn' });
  const own = { branchId: 'ash.main', location: 'Stacks', category: 'book' };
  const reserved = (change: ItemChange) => plannedChange(item(), { state: 'available', reserve: { own } }, change);
  expect(reserved({ category: 'dvd' })).toMatchObject({ reason: 'on-reserve' });
  expect(reserved({ note: 'spine torn' })).toMatchObject({ state: 'planned' });
});

test.each([
  ['823', '823', true],
  ['823.8', undefined, false],
  [undefined, '823.7', true],
  [undefined, '822', false],
  ['800', '899', true],
  ['PR1', 'PR9', false],
])('call numbers from %s to %s: %s', (callNumberFrom, callNumberTo, chosen) => {
  const query = {
    branchId: 'ash.main',
    ...(callNumberFrom !== undefined && { callNumberFrom }),
    ...(callNumberTo !== undefined && { callNumberTo }),
  };
  expect(isChosen(item(), query)).toBe(chosen);
});

test.each([
  ['QA', 'QA99', ['QA9', 'QA76.9 .D3', 'QA99.5']],
  ['Q', 'Q', ['Q162 .D53']],
  ['QA76', 'QB', ['QA76.9 .D3', 'QA99.5', 'QA100', 'QB43']],
  ['B', 'BZ', ['BF121']],
  ['BIO', 'BIO', ['BIO LIN']],
  ['Ref. QA', 'Ref. QA99', ['Ref. QA76.9']],
  ['DVD 1', undefined, ['Ref. QA76.9', 'DVD 12']],
])('call numbers from %s to %s are those of that shelf', (callNumberFrom, callNumberTo, chosen) => {
  const shelf = [
    'Q162 .D53',
    'QA9',
    'QA76.9 .D3',
    'QA99.5',
    'QA100',
    'QB43',
    'Ref. QA76.9',
    'DVD 12',
    '823.7 AUS',
    'BF121',
    'BIO LIN',
  ];
  const query = { branchId: 'ash.main', callNumberFrom, ...(callNumberTo !== undefined && { callNumberTo }) };
  expect(shelf.filter((callNumber) => isChosen(item({ callNumber }), query))).toEqual(chosen);
});

test('a query selects by branch, location and type', () => {
  const query = { branchId: 'ash.main', location: 'Stacks', category: 'book' };
  expect(isChosen(item(), query)).toBe(true);
  expect(isChosen(item({ branchId: 'ash.east' }), query)).toBe(false);
  expect(isChosen(item({ location: 'Attic' }), query)).toBe(false);
  expect(isChosen(item({ category: 'dvd' }), query)).toBe(false);
});
