import { rebuildIndex } from '../../../functions/catalogue/data/search-index/rebuild.ts';
import { sweepTombstones, TOMBSTONE_MS } from '../../../functions/catalogue/data/search-index/sweep.ts';
import { entranceOf, type IndexVersions } from '../../../functions/catalogue/data/search-index/versions.ts';
import { type IndexWrite, writerOn } from '../../../functions/catalogue/data/search-index/writer.ts';
import { type Engine, EngineUnavailable } from '../../../layers/platform/search/client.ts';
import { aDocument } from '../../builders/index-document.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { searchWith } from '../../builders/search-with.ts';

/** What the index must never do: accept an older write over a newer one, restore a deleted record, lose a document for another's error. */
let index: TestIndex;
beforeEach(() => {
  index = anIndex();
});
afterEach(() => index.drop());

const titled = (title: string, version: number, id = 'rec_1'): IndexWrite => ({
  id,
  version,
  document: aDocument({ recordId: id, title }),
});
const gone = (version: number, deletedAt = '2026-11-24T10:00:00.000Z', id = 'rec_1'): IndexWrite => ({
  id,
  version,
  deletedAt,
});
const found = async (q = ''): Promise<string[]> => {
  await index.refresh();
  return (await index.search(q, { sort: 'title' })).hits.map(({ title }) => title);
};
const write = async (...writes: IndexWrite[]): Promise<string[]> =>
  (await index.writer.write(writes)).map(({ outcome }) => outcome);

test('an index that was never written is empty, and searching does not create it', async () => {
  expect(await index.search('emma')).toMatchObject({ total: { count: 0, atLeast: false }, hits: [], relaxed: false });
  expect(await index.versions.searched()).toBeUndefined();
});

test('an older version never wins, in any order of writes', async () => {
  expect(await write(titled('Second', 2))).toEqual(['written']);
  expect(await write(titled('First', 1))).toEqual(['older']);
  expect(await write(titled('Second again', 2))).toEqual(['older']);
  expect(await found()).toEqual(['Second']);
  expect(await write(titled('Third', 3))).toEqual(['written']);
  expect(await found()).toEqual(['Third']);
});

test('a deleted document is not found and not restored by a late write; a newer version restores it', async () => {
  await write(titled('Emma', 1));
  expect(await write(gone(3))).toEqual(['written']);
  expect(await found()).toEqual([]);
  expect(await write(titled('Emma', 2))).toEqual(['older']);
  expect(await found('emma')).toEqual([]);
  expect(await write(titled('Emma', 4))).toEqual(['written']);
  expect(await found('emma')).toEqual(['Emma']);
});

test('tombstones are removed after 25 hours and not before', async () => {
  const deletedAt = Date.parse('2026-11-24T10:00:00.000Z');
  await write(titled('Emma', 1, 'rec_2'), gone(2));
  await index.refresh();
  expect(await sweepTombstones(index.engine, index.family, deletedAt + TOMBSTONE_MS - 1)).toBe(0);
  expect(await sweepTombstones(index.engine, index.family, deletedAt + TOMBSTONE_MS + 1)).toBe(1);
  await index.refresh();
  expect(await sweepTombstones(index.engine, index.family, deletedAt + 2 * TOMBSTONE_MS)).toBe(0);
  expect(await found()).toEqual(['Emma']);
});

test('one unindexable document is separated from the rest, which are written', async () => {
  const poisoned: IndexWrite = {
    id: 'rec_bad',
    version: 1,
    document: aDocument({ title: 'Bad', year: Number.MAX_SAFE_INTEGER }),
  };
  const outcomes = await index.writer.write([titled('One', 1, 'rec_1'), poisoned, titled('Two', 1, 'rec_2')]);
  expect(outcomes).toEqual([
    { id: 'rec_1', outcome: 'written' },
    { id: 'rec_bad', outcome: 'poison', reason: expect.stringContaining('year') },
    { id: 'rec_2', outcome: 'written' },
  ]);
  expect(await found()).toEqual(['One', 'Two']);
});

test('a version created before a field existed gets it from the first document that has it', async () => {
  const version = await index.makeWithout('own_words');
  const plain = aDocument({ recordId: 'rec_1', title: 'Emma' });
  const own = { ...plain, recordId: 'rec_2', ownWords: [{ token: 'member:ash', texts: ['donated'] }] };
  const documents = [plain, own, { ...own, recordId: 'rec_3' }];
  expect(await write(...documents.map((document) => ({ id: document.recordId, version: 1, document })))).toEqual([
    ...['written', 'written', 'written'],
  ]);
  const { body } = await index.engine({ method: 'GET', path: `/${version}/_mapping` });
  expect(JSON.stringify(body)).toContain('"own_words"');
  expect(await found()).toHaveLength(3);
});

test('text that cannot be folded is unindexable too', async () => {
  const document = { ...aDocument({ title: 'x' }), titleVariants: undefined } as never;
  expect(await write({ id: 'rec_1', version: 1, document }, titled('One', 1, 'rec_2'))).toEqual(['poison', 'written']);
});

test('very long text can be indexed', async () => {
  const long = aDocument({
    recordId: 'rec_long',
    title: 'word '.repeat(20_000),
    author: 'x'.repeat(50_000),
    contents: Array.from({ length: 600 }, () => 'chapter '.repeat(100)),
    otherIds: ['9'.repeat(40_000)],
  });
  expect(await write({ id: 'rec_long', version: 1, document: long })).toEqual(['written']);
});

test('many documents are sent in several portions', async () => {
  const many = Array.from({ length: 1200 }, (_, i) => titled(`Number ${i}`, 1, `rec_${i}`));
  expect(new Set(await write(...many))).toEqual(new Set(['written']));
  await index.refresh();
  expect((await index.search('number')).total).toEqual({ count: 1200, atLeast: false });
});

describe('when the engine is unavailable or too busy', () => {
  const versions = (engine: Engine): IndexVersions => ({
    ...index.versions,
    targets: async () => {
      await engine({ method: 'GET', path: '/' });
      return ['union-v1'];
    },
  });
  const outcomesOn = (engine: Engine): Promise<unknown> =>
    writerOn(engine, versions(engine), () => 0).write([titled('One', 1), gone(2)]);

  test.each([
    ['no connection', () => Promise.reject(new EngineUnavailable('connect ECONNREFUSED'))],
    ['429', () => Promise.resolve({ status: 429, body: {} })],
    ['503', () => Promise.resolve({ status: 503, body: {} })],
    ['a refused signature', () => Promise.resolve({ status: 403, body: {} })],
  ])('%s: later, for every document', async (_, engine: () => ReturnType<Engine>) => {
    expect(await outcomesOn(engine)).toMatchObject([
      { id: 'rec_1', outcome: 'later' },
      { id: 'rec_1', outcome: 'later' },
    ]);
  });

  test('a body that is too large is halved until the faulty document is alone', async () => {
    const engine: Engine = async ({ lines = '' }) =>
      lines.includes('Heavy')
        ? { status: 413, body: {} }
        : {
            status: 200,
            body: {
              items: lines
                .split('\n')
                .filter((line) => line.includes('version_type'))
                .map(() => ({ index: { status: 201 } })),
            },
          };
    const writer = writerOn(engine, { ...index.versions, targets: async () => ['union-v1'] }, () => 0);
    const outcomes = await writer.write(['a', 'b', 'Heavy', 'c', 'd'].map((title) => titled(title, 1, title)));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['written', 'written', 'poison', 'written', 'written']);
  });

  test('a search is refused rather than answered in part', async () => {
    const busy: Engine = async () => ({ status: 503, body: {} });
    await expect(searchWith(busy, index.family)).rejects.toThrow(EngineUnavailable);
  });
});

describe('a rebuild', () => {
  const run = (documents: () => AsyncIterable<IndexWrite[]>) =>
    rebuildIndex(
      index.runtime,
      async function* () {
        for await (const writes of documents()) yield { writes };
      },
      { settleMs: 0 },
    );

  test('replaces the old version by a new one, while the old one is searched and changes continue', async () => {
    await index.hold([
      aDocument({ recordId: 'rec_1', title: 'Emma' }),
      aDocument({ recordId: 'rec_2', title: 'Ghost' }),
    ]);
    const seen: string[][] = [];
    const rebuilt = await run(async function* () {
      seen.push(await found());
      // A change during the rebuild: its number is higher than the rebuild's.
      const writer = writerOn(index.engine, index.versions, () => 0);
      await writer.write([titled('Emma, changed', 9)]);
      yield [titled('Emma', 5)];
      yield [titled('Persuasion', 1, 'rec_3')];
    });
    expect(seen).toEqual([['Emma', 'Ghost']]);
    expect(rebuilt).toEqual({ version: `${index.family}-v2`, written: 1, older: 1, failed: [] });
    expect(await found()).toEqual(['Emma, changed', 'Persuasion']);
    expect(await index.versions.targets()).toEqual([`${index.family}-v2`]);
  });

  test('that is interrupted leaves the old version in use; the next one removes its remains', async () => {
    await index.hold([aDocument({ recordId: 'rec_1', title: 'Emma' })]);
    const breaking = run(async function* () {
      yield [titled('Emma', 5)];
      throw new Error('the table went away');
    });
    await expect(breaking).rejects.toThrow('the table went away');
    expect(await found()).toEqual(['Emma']);
    expect(await index.versions.targets()).toHaveLength(2);
    expect(
      (
        await run(async function* () {
          yield [titled('Emma', 6)];
        })
      ).version,
    ).toBe(`${index.family}-v3`);
    expect(await index.versions.targets()).toEqual([`${index.family}-v3`]);
    expect(await found()).toEqual(['Emma']);
  });

  test('that runs out of time continues where it was, in the same version, which is searched only afterwards', async () => {
    await index.hold([aDocument({ recordId: 'rec_1', title: 'Emma' })]);
    const all = ['Emma', 'Persuasion', 'Lady Susan'];
    async function* from(at = 0) {
      for (let i = at; i < all.length; i += 1)
        yield { writes: [titled(all[i] ?? '', 5, `rec_${i + 1}`)], behind: i + 1 };
    }
    const first = await rebuildIndex(index.runtime, from, { settleMs: 0, isTimeUp: () => true });
    expect(first).toMatchObject({ written: 1, next: { from: 1 } });
    expect(await found()).toEqual(['Emma']);
    const position = first.next;
    if (!position) throw new Error('it went on to the end');
    expect(await rebuildIndex(index.runtime, from, { settleMs: 0, position })).toEqual({
      version: first.version,
      written: 2,
      older: 0,
      failed: [],
    });
    expect((await found()).sort()).toEqual([...all].sort());
  });

  test('merges the segments that it was written in', async () => {
    const version = `${index.family}-v1`;
    const piecesOf = async (): Promise<number> => {
      await index.engine({ method: 'POST', path: `/${version}/_refresh` });
      const { body } = await index.engine({ method: 'GET', path: `/${version}/_stats/segments` });
      return (body as { _all: { primaries: { segments: { count: number } } } })._all.primaries.segments.count;
    };
    const seen: number[] = [];
    await run(async function* () {
      for (let i = 0; i < 7; i += 1) {
        seen.push(await piecesOf());
        yield [titled(`Volume ${i}`, 1, `rec_${i}`)];
      }
    });
    expect(Math.max(...seen)).toBeGreaterThan(2);
    expect(await piecesOf()).toBeLessThanOrEqual(2);
    expect(await found()).toHaveLength(7);
  });

  test('reports failed documents, and a position only behind written ones', async () => {
    const failed = [{ id: 'rec_9', reason: 'a damaged row' }];
    const from = async function* (at = 0) {
      for (let i = at; i < 3; i += 1)
        yield { writes: [titled(`Volume ${i}`, 1, `rec_${i}`)], ...(i === 1 && { failed }), behind: i + 1 };
    };
    let asked = 0;
    const first = await rebuildIndex(index.runtime, from, { settleMs: 0, isTimeUp: () => ++asked === 2 });
    expect(first).toMatchObject({ written: 2, failed, next: { from: 2 } });
  });

  test('of an index that never existed creates it', async () => {
    await run(async function* () {
      yield [titled('Emma', 1)];
    });
    expect(await found('emma')).toEqual(['Emma']);
  });

  test('a writer that still knows a removed version cannot restore it', async () => {
    await index.hold([aDocument({ recordId: 'rec_1', title: 'Emma' })]);
    const [old = ''] = await index.versions.targets();
    await run(async function* () {
      yield [titled('Emma', 2)];
    });
    expect(await index.writer.write([titled('Emma, late', 3)], old)).toMatchObject([{ outcome: 'later' }]);
    expect((await index.engine({ method: 'HEAD', path: `/${old}` })).status).toBe(404);
    expect((await index.engine({ method: 'HEAD', path: `/_alias/${entranceOf(old)}` })).status).toBe(404);
  });
});
