import { type HistoryEntry, newestFirst } from './history.ts';

const moment = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString();
const of = { sourceId: 'ash:b1', memberId: 'ash' };
const load = (minute: number): HistoryEntry => ({
  ...{ kind: 'load', at: moment(minute), ...of, importId: `imp_${minute}` },
  ...{ kept: [], lost: [], fields: [] },
});
const hide = (minute: number): HistoryEntry => ({
  ...{ kind: 'hide', at: moment(minute), ...of, by: 'staff:stf_1', reason: 'Torn.', before: [], after: ['public'] },
});

test('the newest come first, whatever they are', () => {
  const all = [load(1), hide(2), load(3), hide(4)];
  expect(newestFirst(all)).toEqual([hide(4), load(3), hide(2), load(1)]);
});

test('many copies hidden at once push out no load, edit or decision', () => {
  const told = newestFirst([load(1), ...Array.from({ length: 150 }, (_, i) => hide(10 + i)), load(2)]);
  expect(told.filter(({ kind }) => kind === 'load')).toEqual([load(2), load(1)]);
  expect(told).toHaveLength(52);
  expect(told[0]).toEqual(hide(159));
});
