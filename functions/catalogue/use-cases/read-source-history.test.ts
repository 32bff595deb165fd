import type { Query, Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from '../data/keys.ts';
import type { SourceRecord } from '../data/source-record.ts';
import type { SourceAct } from '../domain/history/source-act.ts';
import { sourceHistory } from './read-source-history.ts';

const sourceId = 'ash:b1';
const source = { sourceId, importId: '' } as SourceRecord;
const acts = key('sourceAct', { sourceId, actId: '-' }).pk;

/** Returns a table of the acts on one source, the newest first, that records how many rows each query returned. */
const tableOf = (rows: readonly SourceAct[]) => {
  const given: number[] = [];
  const query = async ({ partition, limit = rows.length, after }: Query) => {
    if (partition !== acts) return { items: [] };
    const from = Number(after?.from ?? 0);
    const items = rows.slice(from, from + limit);
    given.push(items.length);
    return { items, ...(from + limit < rows.length && { next: { from: from + limit } }) };
  };
  return { given, table: { query, getMany: async () => [] } as unknown as Table };
};
// One minute apart, the newest first.
const made = (i: number) => ({
  ...{ actId: `act_${i}`, sourceId, by: 'staff:stf_1', reason: 'The wing is closed.' },
  at: new Date(Date.UTC(2026, 2, 1) - i * 60_000).toISOString(),
});
const hidden = (batchId: string, from: number, count: number): SourceAct[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ did: 'hide', ...made(from + i), batchId, itemId: `itm_${from + i}`, before: [], after: ['public'] },
  }));
const relabelled = (from: number, count: number): SourceAct[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ did: 'relabel', ...made(from + i), itemId: `itm_${i}`, before: '1', after: '2' },
  }));
const takenBack = (from: number): SourceAct => ({
  ...{ did: 'withdraw-offer', ...made(from), itemId: 'itm_1', barcode: '4711' },
});

test('a change that hid more copies than one page contains lists all of them, and displaces no other act', async () => {
  const { table } = tableOf([...hidden('bat_1', 0, 1_200), ...relabelled(1_200, 3)]);
  const entries = await sourceHistory(table, [source], ['ash']);
  expect(entries.filter(({ kind }) => kind === 'relabel')).toHaveLength(3);
  const [batch] = entries.filter(({ kind }) => kind === 'batch');
  expect(batch).toMatchObject({ batchId: 'bat_1', count: 1_200 });
  expect(batch).not.toHaveProperty('more');
});

test('a change that exceeds every limit reports a minimum number of copies', async () => {
  const { table, given } = tableOf([...hidden('bat_2', 0, 2), ...hidden('bat_1', 2, 6_000), ...relabelled(6_002, 1)]);
  const entries = await sourceHistory(table, [source], ['ash']);
  expect(entries).toMatchObject([
    { batchId: 'bat_2', count: 2 },
    { batchId: 'bat_1', count: 4_998, more: true },
  ]);
  expect(entries[0]).not.toHaveProperty('more');
  expect(given).toEqual(Array(10).fill(500));
});

test('reading stops once enough other acts are found and no change continues', async () => {
  const { table, given } = tableOf([...hidden('bat_1', 0, 700), ...relabelled(700, 3_000)]);
  const entries = await sourceHistory(table, [source], ['ash']);
  expect(given).toEqual([500, 500, 500]);
  expect(entries.find(({ kind }) => kind === 'batch')).toMatchObject({ count: 700 });
});

test('public acts are found behind acts that are not public', async () => {
  const { table } = tableOf([...hidden('bat_1', 0, 700), ...relabelled(700, 60), takenBack(760)]);
  expect(await sourceHistory(table, [source], ['oak'])).toMatchObject([{ kind: 'withdraw-offer', barcode: '4711' }]);
});
