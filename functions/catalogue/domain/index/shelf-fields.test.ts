import { LAST, shelfFields, shelfKeys, shelvedAs } from './shelf-fields.ts';

const at = (member: string, ...callNumbers: string[]) => callNumbers.map((callNumber) => ({ member, callNumber }));

test('the first call number of each library counts, in any scheme', () => {
  const keys = shelfKeys({
    shelf: [...at('ash', '823.7 AUS', 'QA100', 'QA9'), ...at('birch', 'FIC AUS', '823.7 AUS')],
  });
  expect(keys.map(shelvedAs)).toEqual([
    { memberId: 'ash', callNumber: 'QA9' },
    { memberId: 'birch', callNumber: '823.7 AUS' },
  ]);
});

test('keys sort in shelf order: scheme by scheme, numbers by value, a shorter number before a longer one', () => {
  const inOrder = ['QA9', 'QA76.9', 'QA76.9 .D3', 'QA100', '005.1', '5', 'FIC AUS'];
  const keyOf = (callNumber: string): string => shelfKeys({ shelf: at('ash', callNumber) })[0] ?? '';
  expect(inOrder.toReversed().toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))).toEqual(inOrder);
  expect(inOrder.every((callNumber) => keyOf(callNumber) < LAST)).toBe(true);
});

test('the index contains the first of all, and all in their order', () => {
  const shelf = [...at('ash', '823.7 AUS'), ...at('birch', 'QA9'), ...at('cedar', 'FIC')];
  const { shelf_first: first, shelf_places: places } = shelfFields({ shelf });
  expect(shelvedAs(String(first))).toEqual({ memberId: 'birch', callNumber: 'QA9' });
  const all = Buffer.from(String(places), 'base64').toString('utf8').split('\n');
  expect(all.map((one) => shelvedAs(one)?.memberId)).toEqual(['birch', 'ash', 'cedar']);
  expect(shelfFields({ shelf: at('ash', '--') })).toEqual({});
});

test('a copy without a sortable number has no key, and a hit without a number shows none', () => {
  expect(shelfKeys({ shelf: at('ash', '--', '') })).toEqual([]);
  expect(shelfKeys({})).toEqual([]);
  expect(shelvedAs(LAST)).toBeUndefined();
  expect(shelvedAs(12.5)).toBeUndefined();
});
