import { actorsIn, type HistoryEntry, inBatches, newestFirst } from './history.ts';

const moment = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString();
const of = { sourceId: 'ash:b1', memberId: 'ash' };
const load = (minute: number): HistoryEntry => ({
  ...{ kind: 'load', at: moment(minute), ...of, importId: `imp_${minute}` },
  ...{ preserved: [], lost: [], fields: [] },
});
const hide = (minute: number): HistoryEntry => ({
  ...{ kind: 'hide', at: moment(minute), ...of, by: 'staff:stf_1', reason: 'Torn.', before: [], after: ['public'] },
});

test('the newest come first, of any kind', () => {
  const all = [load(1), hide(2), load(3), hide(4)];
  expect(newestFirst(all)).toEqual([hide(4), load(3), hide(2), load(1)]);
});

test('many copies hidden at once displace no load, edit or decision', () => {
  const entries = newestFirst([load(1), ...Array.from({ length: 150 }, (_, i) => hide(10 + i)), load(2)]);
  expect(entries.filter(({ kind }) => kind === 'load')).toEqual([load(2), load(1)]);
  expect(entries).toHaveLength(52);
  expect(entries[0]).toEqual(hide(159));
});

const inBatch = (minute: number, batchId: string, back = false): HistoryEntry => ({
  ...{
    kind: 'hide',
    at: moment(minute),
    ...of,
    by: 'staff:stf_1',
    reason: 'Weeding.',
    batchId,
    itemId: `itm_${minute}`,
  },
  ...(back ? { before: ['public' as const], after: [] } : { before: [], after: ['public' as const] }),
});

test('many copies hidden by one change are one entry with a count; undoing it is another', () => {
  const hidden = [5, 4, 3].map((minute) => inBatch(minute, 'bat_1'));
  const shown = [9, 8].map((minute) => inBatch(minute, 'bat_1', true));
  const common = { ...of, by: 'staff:stf_1', reason: 'Weeding.', batchId: 'bat_1' };
  const copy = (minute: number) => ({ itemId: `itm_${minute}`, before: [], after: ['public'] });
  const back = (minute: number) => ({ itemId: `itm_${minute}`, before: ['public'], after: [] });
  expect(newestFirst(inBatches([...shown, ...hidden, hide(2)]))).toEqual([
    { kind: 'batch', at: moment(9), ...common, count: 2, copies: [back(9), back(8)] },
    { kind: 'batch', at: moment(5), ...common, count: 3, copies: [copy(5), copy(4), copy(3)] },
    hide(2),
  ]);
});

test('a single copy is listed as it is; of very many copies the first are listed, with the total', () => {
  expect(inBatches([inBatch(3, 'bat_1'), inBatch(2, 'bat_2')])).toEqual([inBatch(3, 'bat_1'), inBatch(2, 'bat_2')]);
  const [entry] = inBatches(Array.from({ length: 200 }, (_, i) => inBatch(i, 'bat_1')));
  expect(entry).toMatchObject({ kind: 'batch', count: 200 });
  expect(entry?.kind === 'batch' && entry.copies).toHaveLength(20);
});

test('a change that continues beyond the part that was read reports a minimum number of copies', () => {
  const read = [5, 4, 3].map((minute) => inBatch(minute, 'bat_1'));
  const other = [9, 8].map((minute) => inBatch(minute, 'bat_2'));
  const [one, two] = inBatches([...other, ...read], read.slice(-1));
  expect([one, two]).toEqual([
    expect.not.objectContaining({ more: true }),
    expect.objectContaining({ batchId: 'bat_1', count: 3, more: true }),
  ]);
});

const decision = (decisionId: string, by: string, undoneBy?: string): HistoryEntry => ({
  ...{ kind: 'decision', at: moment(1) },
  decision: {
    ...{ decisionId, did: 'merge', before: [], after: [], one: [], two: [], at: moment(1), by, reason: 'One book.' },
    because: [],
    ...(undoneBy !== undefined && { undone: { at: moment(2), by: undoneBy, reason: 'A slip.' } }),
  },
});

test('names the people who acted or undid an act; decisions for another member name no one', () => {
  const entries = [
    ...[hide(1), load(1)],
    ...[decision('dcs_1', 'staff:stf_2', 'staff:stf_3'), decision('dcs_2', 'staff:stf_4', 'staff:stf_5')],
  ];
  expect(entries.flatMap(actorsIn(new Set(['dcs_1'])))).toEqual(['staff:stf_1', 'staff:stf_2', 'staff:stf_3']);
  expect(entries.flatMap(actorsIn(new Set()))).toEqual(['staff:stf_1']);
});
