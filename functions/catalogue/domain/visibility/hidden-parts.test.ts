import { sharedEntry } from '../history/history.ts';
import type { SourceAct } from '../history/source-act.ts';
import { hiddenPartsOf, MOST_SHOWN } from './hidden-parts.ts';
import type { Audience } from './visibility.ts';

const sourceId = 'ash:b1';
const copy = (itemId: string, branchId: string, callNumber: string, hiddenFrom: Audience[] = []) => ({
  ...{ itemId, branchId, callNumber, hiddenFrom },
  ...{ barcode: `${itemId}00`, location: '', volume: '', copyNumber: '' },
});
const hid = (
  day: number,
  after: Audience[],
  part: { branchId?: string; itemId?: string } = {},
): Extract<SourceAct, { did: 'hide' }> => ({
  ...{ did: 'hide', actId: `chg_${day}`, sourceId, at: `2026-03-0${day}T10:00:00.000Z`, by: `staff:stf_${day}` },
  ...{ reason: `Day ${day}.`, before: [], after, ...part },
});

test('each part is listed with the last act on that part', () => {
  const acts = [
    hid(5, ['public'], { itemId: '2' }),
    { ...hid(4, []), did: 'relabel' as const, itemId: '1', before: '', after: '100' },
    hid(3, [], { branchId: 'ash.main' }),
    hid(2, ['union'], { branchId: 'ash.main' }),
    hid(1, ['public']),
  ];
  const source = {
    hiddenFrom: ['public' as const],
    hiddenHoldings: { 'ash.main': [], 'ash.vault': ['union' as const] },
  };
  const copies = [copy('1', 'ash.main', 'A'), copy('2', 'ash.west', 'B', ['public']), copy('3', 'ash.east', 'C')];
  const parts = hiddenPartsOf(source, copies, acts);
  expect(parts.record).toMatchObject({ hiddenFrom: ['public'], last: { by: 'staff:stf_1', reason: 'Day 1.' } });
  expect(
    parts.holdings.map(({ branchId, copies: count, hiddenFrom, last }) => [branchId, count, hiddenFrom, last?.by]),
  ).toEqual([
    ['ash.east', 1, [], undefined],
    ['ash.main', 1, [], 'staff:stf_3'],
    // The branch has no copy left: its hidden state is shown nevertheless.
    ['ash.vault', 0, ['union'], undefined],
    ['ash.west', 1, [], undefined],
  ]);
  expect(parts.items.map(({ itemId, last }) => [itemId, last?.by])).toEqual([
    ['2', 'staff:stf_5'],
    ['3', undefined],
    ['1', undefined],
  ]);
  expect(parts.isWhole).toBe(true);
});

test('of very many copies, the individually hidden ones are among those listed', () => {
  const many = Array.from({ length: MOST_SHOWN + 1 }, (_, i) => copy(`${i}`, 'ash.main', `A ${i}`));
  const source = { hiddenFrom: [], hiddenHoldings: {} };
  const { items, isWhole, holdings } = hiddenPartsOf(source, [...many, copy('last', 'ash.zoo', 'Z', ['union'])], []);
  expect([items.length, items[0]?.itemId, isWhole]).toEqual([MOST_SHOWN, 'last', false]);
  expect(holdings.map(({ copies }) => copies)).toEqual([MOST_SHOWN + 1, 1]);
});

test('no other library sees what a library hid, or its labels; a withdrawn offer is shown without a person', () => {
  const entry = { at: '2026-03-01T10:00:00.000Z', sourceId, memberId: 'ash', by: 'staff:stf_1', reason: 'So.' };
  expect(sharedEntry({ kind: 'hide', ...entry, before: [], after: ['public'] })).toEqual([]);
  expect(sharedEntry({ kind: 'relabel', ...entry, itemId: '1', before: '1', after: '2' })).toEqual([]);
  const { by: _, ...rest } = entry;
  const offer = { itemId: '1', barcode: '100' };
  expect(sharedEntry({ kind: 'withdraw-offer', ...entry, ...offer })).toEqual([
    { kind: 'withdraw-offer', ...rest, ...offer },
  ]);
});
