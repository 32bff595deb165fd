import { Readable } from 'node:stream';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as finishImport } from '../../../functions/catalogue/consumers/finish-import/handler.ts';
import { handler as importPart } from '../../../functions/catalogue/consumers/import-part/handler.ts';
import { fileKey, importStore } from '../../../functions/catalogue/data/import-store.ts';
import { nextNumber } from '../../../functions/catalogue/data/index-number.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { recordsBearing } from '../../../functions/catalogue/data/records-bearing.ts';
import { authorityKey } from '../../../functions/catalogue/domain/index/references.ts';
import { handler as findAuthority } from '../../../functions/catalogue/operations/find-authority/handler.ts';
import { handler as getImport } from '../../../functions/catalogue/operations/get-import/handler.ts';
import { handler as listChanged } from '../../../functions/catalogue/operations/list-changed-headings/handler.ts';
import { handler as startImport } from '../../../functions/catalogue/operations/start-import/handler.ts';
import { loadAuthorities } from '../../../functions/catalogue/use-cases/load-authorities.ts';
import { prepareImport } from '../../../functions/catalogue/use-cases/prepare-import.ts';
import type { BrowseView } from '../../../functions/discovery/domain/browse/browse-views.ts';
import type { SearchParameters } from '../../../functions/discovery/domain/query/search-parameters.ts';
import { handler as browse } from '../../../functions/discovery/operations/browse-headings/handler.ts';
import { handler as listRecords } from '../../../functions/discovery/operations/list-heading-records/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { MarcRecord } from '../../../layers/protocols/marc/record.ts';
import { writeIso2709 } from '../../../layers/protocols/marc/write-iso2709.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { type FollowedIndex, followedIndex } from '../../builders/followed-index.ts';
import { type Book, loadBytes, marcOf } from '../../builders/loads.ts';
import { aRecord, datafield } from '../../builders/marc-records.ts';
import { staffAt } from '../../builders/people.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** Unused forms of headings lead to the records that have the heading: in searches, in lists, and when authorities change. */
let table: Table & { name: string };
let index: TestIndex;
let followed: FollowedIndex;

const bytesOf = (records: readonly MarcRecord[]): Uint8Array =>
  Buffer.concat(
    records.map((record) => {
      const written = writeIso2709(record);
      if ('refused' in written) throw new Error(JSON.stringify(written.refused));
      return written.bytes;
    }),
  );
const titled = (book: Book, subjects: string[]): MarcRecord => {
  const record = marcOf(book);
  return { ...record, data: [...record.data, ...subjects.map((one) => datafield('650', ' 0', one))] };
};
const authority = (
  number: string,
  tag: string,
  heading: string,
  from: string[],
  status = 'n',
  also: string[] = [],
): MarcRecord => ({
  ...aRecord(
    [
      datafield(tag, '  ', heading),
      ...from.map((one) => datafield(`4${tag.slice(1)}`, '  ', one)),
      ...also.map((one) => datafield(`5${tag.slice(1)}`, '  ', one)),
    ],
    {
      '001': number,
      '008': '980101n| azannaabn          |n aaa      ',
    },
  ),
  leader: `00000${status}z  a2200000n  4500`,
});
const twain = (...from: string[]) => authority('n1', '100', '$aTwain, Mark', from);
const cooking = authority('s1', '150', '$aCooking', ['$aCookery', '$aCuisine']);

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  index = anIndex();
  followed = await followedIndex(table, index);
  const books = [
    titled({ id: 'b1', title: 'Tom Sawyer', author: 'Twain, Mark' }, ['$aBoys']),
    titled({ id: 'b2', title: 'The river table', author: 'Lind, Per', pages: 88 }, ['$aCooking$zFrance']),
    titled({ id: 'b3', title: 'Bread', author: 'Orrell, Ada', pages: 61 }, ['$aCooking', '$aCuisine']),
  ];
  await loadBytes(table, 'ash', bytesOf(books));
  await follow();
}, 60_000);
afterAll(async () => {
  await followed.stop();
  await index.drop();
});

/** Brings all writes to the index: by the stream, the heading's message, then a message for each record. */
const follow = async (): Promise<void> => {
  await followed.deliver(await followed.changes());
  for (let i = 0; i < 2; i += 1) {
    followed.clock.ms += 60_000;
    await followed.retry();
  }
  await index.refresh();
};
let loads = 0;
const partOf = async (importId: string, offset: number, ...records: MarcRecord[]) =>
  loadAuthorities(
    table,
    { memberId: 'ash', importId },
    { chunks: [bytesOf(records)], form: 'iso2709' as const, offset },
  );
const load = async (...records: MarcRecord[]) => {
  loads += 1;
  const loaded = await partOf(`imp_${loads}`, 0, ...records);
  await follow();
  return loaded;
};
const titles = async (q: string, scope: SearchParameters['scope'] = 'any'): Promise<string[]> => {
  const { hits, relaxed } = await index.search(q, { scope });
  return relaxed ? [] : hits.map(({ title }) => title).sort();
};
const listed = async (list: string, from: string, after = '1') => {
  const { status, body } = await call(browse, { path: { list }, query: { from, before: '0', after } });
  expect(status).toBe(200);
  return (body as BrowseView).headings.map(({ heading, see }) => [heading, see?.heading]);
};
const found = async (list: string, heading: string) =>
  (await call(findAuthority, { actor: staffAt('ash', 'cataloguer'), path: { list }, query: { heading } })).body;

test('a search by a variant form finds the record, and the list refers to the heading', async () => {
  expect(await titles('clemens samuel')).toEqual([]);
  const { counts, rejects } = await load(twain('$aClemens, Samuel Langhorne'), cooking);
  expect([counts, rejects]).toMatchObject([{ read: 2, accepted: 2, created: 2 }, []]);
  for (const scope of ['any', 'author'] as const) expect(await titles('clemens samuel', scope)).toEqual(['Tom Sawyer']);
  expect(await listed('author', 'clemens')).toEqual([['Clemens, Samuel Langhorne', 'Twain, Mark']]);
  for (const scope of ['any', 'subject'] as const)
    expect(await titles('cookery', scope)).toEqual(['Bread', 'The river table']);
  expect(await listed('subject', 'cookery')).toEqual([['Cookery', 'Cooking']]);
  // A form that a record has as its heading is no reference there.
  expect(await listed('subject', 'cuisine', '2')).toContainEqual(['Cuisine', undefined]);
  expect(await found('author', 'TWAIN, Mark.')).toMatchObject({
    heading: 'Twain, Mark',
    field: { tag: '100', number: 'n1', subfields: [{ code: 'a', value: 'Twain, Mark' }] },
    from: ['Clemens, Samuel Langhorne'],
  });
  expect(await found('author', 'Nobody')).toMatchObject({ code: 'unknown-authority' });
  expect(await followed.held()).toEqual(await followed.wanted());
});

test('loaded again it changes nothing; when it is changed or deleted, the records with the heading follow', async () => {
  const before = await followed.changes();
  expect(before).toEqual([]);
  expect((await load(twain('$aClemens, Samuel Langhorne'), cooking)).counts).toMatchObject({
    unchanged: 2,
    changed: 0,
  });
  expect((await load(twain('$aTouen, Makuu'))).counts).toMatchObject({ changed: 1 });
  expect([await titles('touen makuu'), await titles('clemens samuel')]).toEqual([['Tom Sawyer'], []]);
  // The heading itself changed: no record has the new one yet, and no reference leads to the old one.
  expect((await load(authority('n1', '100', '$aTwain, M.', ['$aTouen, Makuu']))).counts).toMatchObject({ changed: 1 });
  expect(await titles('touen makuu')).toEqual([]);
  expect((await load(authority('s1', '150', '$aCooking', [], 'd'))).counts).toMatchObject({ withdrawn: 1 });
  expect(await titles('cookery')).toEqual([]);
  expect(await found('subject', 'Cooking')).toMatchObject({ code: 'unknown-authority' });
  expect(await followed.held()).toEqual(await followed.wanted());
  expect(followed.blamed).toEqual([]);
});

test('the headings that a load changed are listed with the records that have the old one; what the load takes back is not', async () => {
  const boys = (heading: string) => authority('s7', '150', `$a${heading}`, []);
  await memberStore(table).create(
    { memberId: 'ash', name: 'ash', type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false },
    '2026-01-01T00:00:00.000Z',
  );
  const opened = { memberId: 'ash', fileName: 'names.mrc', bytes: 1, createdAt: '2026-03-02T10:00:00.000Z' };
  const [first, second] = ['imp_headings_1', 'imp_headings_2'];
  for (const importId of [first, second]) await importStore(table).create({ ...opened, importId });
  const changed = async (importId: string, member = 'ash') => {
    const actor = staffAt(member, 'cataloguer');
    return (await call(listChanged, { actor, path: { memberId: member, importId }, query: {} })).body;
  };
  await partOf(first, 0, boys('Boys'));
  expect(await changed(first)).toEqual({ headings: [] });
  await partOf(second, 0, boys('Boys and youths'));
  const row = { authorityId: 'ash:s7', list: 'subject', before: 'Boys', after: 'Boys and youths', records: 1 };
  expect(await changed(second)).toMatchObject({
    headings: [{ ...row, field: { tag: '150', number: 's7' } }],
  });
  await partOf(second, 0, boys('Boys and youths'));
  expect(await changed(second)).toMatchObject({ headings: [row] });
  expect(await changed(second, 'elm')).toMatchObject({ code: 'unknown-import' });
  await partOf(second, 900, boys('Boys'));
  expect(await changed(second)).toEqual({ headings: [] });
  await follow();
});

test('a heading lists related headings that a record has; its own records only are listed under it', async () => {
  const bread = authority('s5', '150', '$aBread', [], 'n', ['$aCuisine', '$aBoys']);
  const boys = authority('s6', '150', '$aBoys', [], 'n', ['$aCuisine']);
  expect((await load(bread, boys)).counts).toMatchObject({ created: 2 });
  const at = async (from: string, after = '3') => {
    const { body } = await call(browse, { path: { list: 'subject' }, query: { from, before: '0', after } });
    return (body as BrowseView).headings.map(({ heading, count, seeAlso, see }) => [
      ...[heading, count],
      ...(seeAlso ? [seeAlso.heading] : []),
      ...(see ? ['instead'] : []),
    ]);
  };
  // No record has "Bread" as a subject, so no reference leads to it.
  expect(await at('cuisine', '2')).toEqual([
    ['Cuisine', 1],
    ['Cuisine', 0, 'Boys'],
  ]);
  const [cuisine] = (
    (await call(browse, { path: { list: 'subject' }, query: { from: 'cuisine', before: '0', after: '1' } }))
      .body as BrowseView
  ).headings;
  const under = await call(listRecords, { path: { list: 'subject' }, query: { at: cuisine?.at ?? '' } });
  expect((under.body as { hits: { title: string }[] }).hits.map(({ title }) => title)).toEqual(['Bread']);
  // Without a used form, a search finds only the records that have the heading.
  expect(await titles('cuisine', 'subject')).toEqual(['Bread']);
  expect((await load(authority('s6', '150', '$aBoys', []))).counts).toMatchObject({ changed: 1 });
  expect(await at('cuisine', '1')).toEqual([['Cuisine', 1]]);
  expect(await at('cuisine', '2')).not.toContainEqual(['Cuisine', 0, 'Boys']);
  expect(await followed.held()).toEqual(await followed.wanted());
});

test('a load of authorities runs like every load: opened, cut, done, its counts reported', async () => {
  const bytes = bytesOf([authority('n8', '150', '$aMosses', ['$aBryophytes']), authority('n9', '150', '$aFerns', [])]);
  const path = { memberId: 'ash' };
  const body = { fileName: 'names.mrc', bytes: bytes.length, kind: 'authorities' };
  const opened = await call(startImport, { actor: staffAt('ash', 'cataloguer'), path, body });
  const { importId } = opened.body as { importId: string };
  const bucket = bucketInMemory(new Map([[fileKey(importId), bytes]]));
  const imports = importStore(table);
  const { parts } = await prepareImport({ imports, bucket }, importId, 'run-1', '2026-03-02T10:00:00.000Z');
  const s3 = mockClient(S3Client);
  // The part needs only a stream of bytes from the bucket.
  s3.on(GetObjectCommand).resolves({ Body: Readable.from([bytes]) } as never);
  await importPart({ importId, part: parts[0] ?? '' } as never, { awsRequestId: 'lambda-1' });
  await finishImport({ input: { importId }, failed: false } as never, { awsRequestId: 'lambda-2' });
  s3.restore();
  const shown = await call(getImport, { actor: staffAt('ash', 'cataloguer'), path: { ...path, importId } });
  expect(shown.body).toMatchObject({
    import: { kind: 'authorities', state: 'done', counts: { read: 2, accepted: 2, created: 1, unchanged: 1 } },
  });
  expect(await found('subject', 'mosses')).toMatchObject({ heading: 'Mosses', from: ['Bryophytes'] });
});

test('a record that is not an authority record is rejected with its place, and the rest is loaded', async () => {
  const notOne = marcOf({ id: 'b9', title: 'A book' });
  const { counts, rejects } = await load(authority('n7', '110', '$aNorthern Society', ['$aN.S.']), notOne);
  expect(counts).toMatchObject({ read: 2, accepted: 1, rejected: 1, created: 1 });
  expect(rejects).toMatchObject([{ what: 'record', reason: 'not-authority' }]);
});

test('two parts of a load in either order give the same result: the later record of a number wins', async () => {
  const parts = (at: number) => {
    const one = (number: string, ...from: string[]) => authority(`${number}-${at}`, '150', `$a${number} ${at}`, from);
    const deleted = (number: string) => authority(`${number}-${at}`, '150', `$a${number} ${at}`, [], 'd');
    const before = [one('Kept', '$aFirst'), one('Gone', '$aWent'), one('Bare', '$aOnce'), one('Back', '$aStood')];
    const [early, late] = [
      [...before.slice(0, 3), one('Back', '$aAside')],
      [one('Kept', '$aSecond'), deleted('Gone'), one('Bare'), one('Back', '$aStood')],
    ];
    return { before, early, late };
  };
  const stands = async (at: number) => {
    const each = ['Kept', 'Gone', 'Bare', 'Back'].map(
      async (name) => ((await found('subject', `${name} ${at}`)) as { from?: string[] }).from,
    );
    return Promise.all(each);
  };
  for (const [at, isLateFirst] of [false, true].entries()) {
    const { before, early, late } = parts(at);
    // Only this one was known before; the same bytes come again, late in the file.
    await load(...before.slice(3));
    const importId = `imp_parts_${at}`;
    const order = [() => partOf(importId, 0, ...early), () => partOf(importId, 10_000, ...late)];
    for (const part of isLateFirst ? order.toReversed() : order) await part();
    expect(await stands(at)).toEqual([['Second'], undefined, undefined, ['Stood']]);
    // A part that is processed again gives the same result.
    expect((await partOf(importId, 0, ...early)).counts).toMatchObject({ read: 4, accepted: 4, unchanged: 4 });
    expect(await stands(at)).toEqual([['Second'], undefined, undefined, ['Stood']]);
    // The next load has its own order: a deleted authority may return.
    expect((await load(...early)).counts).toMatchObject({ created: 2, changed: 2 });
    expect(await stands(at)).toEqual([['First'], ['Went'], ['Once'], ['Aside']]);
  }
});

test('many records of one heading are stored side by side, in two concurrent parts', async () => {
  const many = (from: number) =>
    Array.from({ length: 10 }, (_, i) => authority(`m${from + i}`, '150', '$aLichens', [`$aForm ${from + i}`]));
  const both = await Promise.all([partOf('imp_many', 0, ...many(10)), partOf('imp_many', 9_000, ...many(20))]);
  expect(both.map(({ counts }) => counts.created)).toEqual([10, 10]);
  expect(((await found('subject', 'Lichens')) as { from: string[] }).from).toHaveLength(20);
});

test('headings are looked up once there are authorities, and while that is unknown', async () => {
  const fresh = await aTable();
  const asks = async (): Promise<boolean> => (await nextNumber(fresh)).hasAuthorities;
  // The first number finds nothing recorded.
  expect([await asks(), await asks(), await asks()]).toEqual([true, false, false]);
  const load = { memberId: 'ash', importId: 'imp_1' };
  await loadAuthorities(fresh, load, { chunks: [bytesOf([cooking])], form: 'iso2709', offset: 0 });
  expect([await asks(), await asks()]).toEqual([true, true]);
  // A catalogue whose numbers were assigned before authorities were recorded.
  const old = await aTable();
  await old.write([
    { update: catalogueKeys.key('indexNumber', {}), set: { entity: 'indexNumber', schema: 1, number: 41 } },
  ]);
  expect(await nextNumber(old)).toEqual({ number: 1_000_000_042, hasAuthorities: true });
  expect((await nextNumber(old)).hasAuthorities).toBe(true);
});

test('the records with a heading are found page by page, each once, in order', async () => {
  const name = { list: 'subject', heading: authorityKey('subject', 'Cooking') } as const;
  const whole = await recordsBearing(index.engine, index.family, [name]);
  expect(whole.next).toBeUndefined();
  expect(whole.ids.length).toBeGreaterThan(1);
  const paged: string[] = [];
  for (let after: string | undefined, page = 0; page === 0 || after !== undefined; page += 1) {
    const { ids, next } = await recordsBearing(index.engine, index.family, [name], { after, most: 1 });
    paged.push(...ids);
    after = next;
  }
  expect(paged).toEqual(whole.ids);
  expect(paged).toEqual([...paged].sort());
});
