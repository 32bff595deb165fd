import { bucketInMemory } from '../../../test/builders/bucket-in-memory.ts';
import { aDecision } from '../../../test/builders/decision-facts.ts';
import type { DecisionFact } from '../../circulation/public/decision-fact.ts';
import { factArchive } from '../data/fact-archive.ts';
import { FACT_FOLDER, fileOf, keyOf } from '../data/fact-keys.ts';
import { fromParquet, toParquet } from '../data/parquet.ts';
import { factColumns } from '../domain/fact-columns.ts';
import { groupsToJoin } from '../domain/fact-file.ts';
import { compactFacts } from './compact-facts.ts';
import { writeFacts } from './write-facts.ts';

const now = Date.parse('2026-04-02T03:00:00.000Z');
const record = (fact: DecisionFact) => ({
  messageId: fact.eventId,
  body: JSON.stringify({ fact, cause: fact.member }),
});

const anArchive = () => {
  const bucket = bucketInMemory();
  const archive = factArchive(bucket);
  const ids = async () => {
    const rows = await Promise.all((await archive.files()).map((file) => archive.read(file)));
    return rows.map((facts) => (facts ?? []).map(({ eventId }) => eventId));
  };
  return { bucket, archive, ids, deps: { archive } };
};

test('facts survive Parquet, with texts, numbers and what is unknown', async () => {
  const facts = [aDecision('a', { codes: 'too-many-loans', owner: null }), aDecision('b', { daysLate: 3 })];
  expect(await fromParquet(toParquet(facts))).toEqual(facts);
});

test('the table’s columns follow from the schema, each with its meaning', () => {
  expect(factColumns.find(({ field }) => field === 'monthsSinceLoanHere')).toMatchObject({
    ...{ name: 'months_since_loan_here', sql: 'int', parquet: 'INT32', nullable: true },
  });
  for (const { meaning } of factColumns) expect(meaning).not.toBe('');
});

test('N13 a batch is written as a file for each local month, sorted by member and day; a late fact gets its own month', async () => {
  const { deps, archive, bucket } = anArchive();
  const late = aDecision('late', { localDay: '2026-02-28', utcHour: '2026-03-01T04' });
  const facts = [aDecision('b', { member: 'elm' }), aDecision('a', { member: 'ash' }), late];
  expect(await writeFacts(deps, facts.map(record))).toEqual({ batchItemFailures: [] });
  expect((await archive.files()).map(({ month, rows }) => [month, rows])).toEqual([
    ['2026-02', 1],
    ['2026-03', 2],
  ]);
  const [, march] = [...bucket.objects.keys()].toSorted();
  expect(march).toMatch(/^facts\/fact=decision\/month=2026-03\/part-2-[\w-]{22}\.parquet$/);
  const [, file] = await archive.files();
  expect((file && (await archive.read(file)))?.map(({ member }) => member)).toEqual(['ash', 'elm']);
});

test('a message that is no fact is reported alone, and the others are written', async () => {
  const { deps, ids } = anArchive();
  const named = {
    messageId: 'bad',
    body: JSON.stringify({ fact: { ...aDecision('x'), patronId: 'pat_1' }, cause: '' }),
  };
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const batch = [record(aDecision('a')), named, { messageId: 'worse', body: '{' }];
  expect(await writeFacts(deps, batch)).toEqual({
    batchItemFailures: [{ itemIdentifier: 'bad' }, { itemIdentifier: 'worse' }],
  });
  expect(await ids()).toEqual([['a']]);
});

test('N17, N18 a batch that is delivered again replaces its file; in another composition each fact is in one file after joining', async () => {
  const { deps, archive, ids } = anArchive();
  const [a, b, c] = [aDecision('a'), aDecision('b'), aDecision('c')];
  await writeFacts(deps, [a, b].map(record));
  await writeFacts(deps, [b, a, a].map(record));
  expect(await ids()).toEqual([['a', 'b']]);
  await writeFacts(deps, [b, c].map(record));
  expect((await ids()).flat().toSorted()).toEqual(['a', 'b', 'b', 'c']);
  expect(await compactFacts(deps, now)).toEqual({ months: ['2026-03'] });
  expect(await ids()).toEqual([['a', 'b', 'c']]);
  const [file] = await archive.files();
  expect(await archive.manifest('2026-03')).toMatchObject({
    ...{ fact: 'decision', month: '2026-03', schemaVersion: 1, at: '2026-04-02T03:00:00.000Z', rows: 3 },
    ...{ minEventId: 'a', maxEventId: 'c', watermark: '2026-03-02T11', files: [{ key: file?.key, rows: 3 }] },
  });
});

test('a month whose manifest lists its files is left alone; a later fact changes it again', async () => {
  const { deps, archive } = anArchive();
  await writeFacts(deps, [record(aDecision('a'))]);
  expect(await compactFacts(deps, now)).toEqual({ months: ['2026-03'] });
  expect(await compactFacts(deps, now)).toEqual({ months: [] });
  await writeFacts(deps, [record(aDecision('b'))]);
  expect(await compactFacts(deps, now)).toEqual({ months: ['2026-03'] });
  expect(await archive.manifest('2026-03')).toMatchObject({ rows: 2 });
});

test('N18 joining that stops anywhere loses no fact, and the next run ends it', async () => {
  const facts = ['a', 'b', 'c'].map((id) => aDecision(id));
  for (let steps = 0; steps < 12; steps += 1) {
    const { deps, archive, bucket, ids } = anArchive();
    for (const fact of facts) await writeFacts(deps, [record(fact)]);
    let left = steps;
    const stops =
      <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
      async (...args: A): Promise<T> => {
        if (left === 0) throw new Error('stopped');
        left -= 1;
        return work(...args);
      };
    const { put, get, list, forget } = bucket;
    const failing = factArchive({ put: stops(put), get: stops(get), list: stops(list), forget: stops(forget) });
    await compactFacts({ archive: failing }, now).catch(() => undefined);
    expect([...new Set((await ids()).flat())].toSorted()).toEqual(['a', 'b', 'c']);
    await compactFacts(deps, now);
    expect(await ids()).toEqual([['a', 'b', 'c']]);
    expect(await archive.manifest('2026-03')).toMatchObject({ rows: 3 });
  }
});

test('two runs at once lose no fact: who misses a file that the other removed leaves the month to it', async () => {
  const { deps, archive, bucket, ids } = anArchive();
  for (const id of ['a', 'b', 'c']) await writeFacts(deps, [record(aDecision(id))]);
  const stale = await archive.files();
  const other = { ...archive, files: async () => stale };
  await compactFacts(deps, now);
  await compactFacts({ archive: other }, now);
  expect(await ids()).toEqual([['a', 'b', 'c']]);
  expect([...bucket.objects.keys()].filter((key) => key.startsWith(FACT_FOLDER))).toHaveLength(1);
});

test('N19 a file that was written before a column existed has null in it, and is joined with later ones', async () => {
  const { bucket, deps, archive } = anArchive();
  const { daysLate: _, ...earlier } = aDecision('a');
  const old = await fromParquet(toParquet([earlier as DecisionFact]));
  expect(old).toMatchObject([{ eventId: 'a', daysLate: null }]);
  await bucket.put(keyOf('2026-03', old), toParquet([earlier as DecisionFact]));
  await writeFacts(deps, [record(aDecision('b', { daysLate: 2 }))]);
  await compactFacts(deps, now);
  const [file] = await archive.files();
  expect((file && (await archive.read(file)))?.map(({ daysLate }) => daysLate)).toEqual([null, 2]);
});

test('a file without some columns is read with null in them, and joined with rows that have them', async () => {
  const { bucket, deps, archive } = anArchive();
  const {
    overdueBefore: _1,
    accruedBefore: _2,
    groupsBefore: _3,
    residence: _4,
    itemPrice: _5,
    ...known
  } = aDecision('a');
  // As if a later version of the schema had added them.
  const earlier = known as DecisionFact;
  await bucket.put(keyOf('2026-03', [earlier]), toParquet([earlier]));
  const met = { overdueBefore: 1, accruedBefore: 75, groupsBefore: '{"media@birch":2}', residence: 'not-in' } as const;
  const later = aDecision('b', { ...met, itemPrice: 2495 });
  await writeFacts(deps, [record(later)]);
  await compactFacts(deps, now);
  const [file] = await archive.files();
  const none = { overdueBefore: null, accruedBefore: null, groupsBefore: null, residence: null, itemPrice: null };
  expect(file && (await archive.read(file))).toEqual([{ ...earlier, ...none }, later]);
  expect(
    factColumns.filter(({ field }) => field in none).map(({ name, sql, nullable }) => [name, sql, nullable]),
  ).toEqual([
    ['item_price', 'int', true],
    ['residence', 'string', true],
    ['overdue_before', 'int', true],
    ['accrued_before', 'int', true],
    ['groups_before', 'string', true],
  ]);
});

test('files are joined in groups that a container can hold; a full file, and one alone, stays as it is', () => {
  const file = (rows: number) => ({ key: `k${rows}`, month: '2026-03', rows });
  const rows = (groups: { rows: number }[][]) => groups.map((group) => group.map((one) => one.rows));
  expect(rows(groupsToJoin([100, 60, 50, 40, 30, 5].map(file), 100))).toEqual([
    [50, 40],
    [30, 5],
  ]);
  expect(groupsToJoin([file(100), file(99)], 100)).toEqual([]);
  expect(fileOf(`${FACT_FOLDER}month=2026-03/notes.txt`)).toBeUndefined();
});
