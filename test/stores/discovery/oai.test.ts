import * as fc from 'fast-check';
import type { IndexWriter } from '../../../functions/catalogue/data/search-index/writer.ts';
import { secondOf } from '../../../functions/catalogue/public/datestamps.ts';
import { deflated } from '../../../functions/catalogue/public/deflated-source.ts';
import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
import { readSource } from '../../../functions/catalogue/public/read-source.ts';
import { sourceStore } from '../../../functions/catalogue/public/source-store.ts';
import { harvestList } from '../../../functions/discovery/data/harvest-list.ts';
import type { ListPlace } from '../../../functions/discovery/domain/oai-pmh/oai-request.ts';
import { handler as oai } from '../../../functions/discovery/operations/harvest/handler.ts';
import { handler as posted } from '../../../functions/discovery/operations/harvest-posted/handler.ts';
import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { tools } from '../../../local/tools.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { program, serveHandlers } from '../../builders/handler-server.ts';
import { datestampOf, type HarvestNote, noteForHarvest, noteOfRebuild } from '../../builders/harvest-notes.ts';
import { indexTitles } from '../../builders/index-titles.ts';
import { at } from '../../builders/lending.ts';
import { type Book, fileOf, loadBytes } from '../../builders/loads.ts';
import { note } from '../../builders/note.ts';
import { faultsOfAnswers } from '../../builders/oai-schemas.ts';
import { describeWithRealData } from '../../builders/real-data.ts';
import { aSite } from '../../builders/site.ts';

let table: Table & { name: string };
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  aSite();
  table = await aTable();
});

/** An index that accepts all documents: harvesters do not read from the index. */
const noIndex: IndexWriter = { write: async (writes) => writes.map(({ id }) => ({ id, outcome: 'written' as const })) };

const recordOf = async (sourceId: string): Promise<string> =>
  readSource(await table.get(catalogueKeys.key('source', { sourceId }), { strong: true })).recordId;

const reindex = async (...sourceIds: string[]): Promise<string[]> => {
  const ids = await Promise.all(sourceIds.map(recordOf));
  const indexing = { table, sources: sourceStore(table, bucketInMemory()), index: noIndex, now: 0 };
  expect(await indexTitles(indexing, ids)).toEqual([]);
  return ids;
};

const emma: Book = {
  id: 'e1',
  title: 'Emma & <friends>',
  author: 'Austen, Jane',
  isbn: '9780141439587',
  items: ['$aMAIN$p1'],
};
const plague: Book = { id: 'p1', title: 'The plague', author: 'Camus, Albert', year: '1947', pages: 308 };

/** Returns a response, by default one hour from now, when all changes are visible. */
const ask = async (query: string, now = Date.now() + 3_600_000): Promise<string> => {
  const { status, headers, body } = await call(oai.using(at(new Date(now).toISOString())), { query });
  expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
  return String(body);
};
const error = (xml: string): string | undefined => /<error code="(\w+)"/.exec(xml)?.[1];
const identifiers = (xml: string): string[] =>
  [...xml.matchAll(/<identifier>oai:library.test:(\w+)</g)].map(([, id = '']) => id);
const datestamps = (xml: string): string[] => [...xml.matchAll(/<datestamp>([^<]+)</g)].map(([, stamp = '']) => stamp);
const tokenIn = (xml: string): string | undefined => /<resumptionToken[^>]*>([^<]+)</.exec(xml)?.[1];

const aMember = (memberId: string, name: string) => {
  const member = {
    memberId,
    name,
    type: 'public',
    fiscalYearStartsIn: 1,
    lendsOnRequest: false,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  const directory = { gsi2pk: 'DIRECTORY', gsi2sk: memberId };
  return table.write([
    { put: { ...membershipKeys.key('member', member), ...stamp('member', 1), ...directory, ...member } },
  ]);
};

test('the six verbs and their errors', async () => {
  await aMember('ash', 'Ash Library');
  await loadBytes(table, 'ash', fileOf([emma, plague]));
  const [id] = await reindex('ash:e1', 'ash:p1');
  const identify = await ask('verb=Identify');
  expect(identify).toContain('<baseURL>https://library.test/v1/discovery/oai</baseURL>');
  expect(identify).toContain('<deletedRecord>persistent</deletedRecord>');
  expect(await ask('verb=ListMetadataFormats')).toContain('<metadataPrefix>marc21</metadataPrefix>');
  expect(await ask('verb=ListSets')).toContain('<setSpec>member.ash</setSpec><setName>Ash Library</setName>');
  expect(identifiers(await ask('verb=ListIdentifiers&metadataPrefix=oai_dc'))).toHaveLength(2);
  const record = await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.test:${id}`);
  expect(record).toContain('<dc:title>Emma &amp; &lt;friends&gt;</dc:title>');
  expect(record).toContain('<setSpec>format.book</setSpec><setSpec>member.ash</setSpec>');
  expect(record).toContain(`<dc:identifier>https://library.test/record/${id}</dc:identifier>`);
  const marc = await ask('verb=ListRecords&metadataPrefix=marc21&set=member.ash');
  expect(marc).toContain(`<controlfield tag="001">${id}</controlfield>`);
  // Its barcode is visible to the member only.
  expect(marc).not.toContain('tag="952"');
  expect(error(await ask('verb=ListRecords&metadataPrefix=oai_dc&set=member.birch'))).toBe('noRecordsMatch');
  expect(error(await ask('verb=ListRecords&metadataPrefix=oai_dc&until=1990-01-01'))).toBe('noRecordsMatch');
  expect(error(await ask('verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.test:rec_0'))).toBe(
    'idDoesNotExist',
  );
  expect(error(await ask('verb=GetRecord&metadataPrefix=oai_dc&identifier=x'))).toBe('idDoesNotExist');
  expect(error(await ask('verb=ListMetadataFormats&identifier=x'))).toBe('idDoesNotExist');
  expect(error(await ask('verb=ListRecords&metadataPrefix=mods'))).toBe('cannotDisseminateFormat');
  expect(error(await ask('verb=Sing'))).toBe('badVerb');
  const byPost = await call(posted, {
    ...{ rawBody: 'verb=Identify', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  });
  expect(byPost.body).toContain('<protocolVersion>2.0</protocolVersion>');
});

test('a change with a later effect is not reported yet; once reported, it remains', async () => {
  await loadBytes(table, 'ash', fileOf([emma]));
  await reindex('ash:e1');
  const list = 'verb=ListIdentifiers&metadataPrefix=oai_dc';
  expect(error(await ask(list, Date.now()))).toBe('noRecordsMatch');
  const [newest = ''] = datestamps(await ask(list));
  expect(datestamps(await ask(`${list}&from=${newest}&until=${newest}`))).toEqual([newest]);
  expect(error(await ask(`${list}&until=${secondOf(Date.parse(newest) - 1000)}`))).toBe('noRecordsMatch');
  expect(error(await ask(`${list}&from=${secondOf(Date.parse(newest) + 1000)}`))).toBe('noRecordsMatch');
});

test('an unchanged load and a rebuild change no datestamp; a change does', async () => {
  await loadBytes(table, 'ash', fileOf([emma]));
  const [id = ''] = await reindex('ash:e1');
  const row = async () =>
    (await table.get(catalogueKeys.key('harvest', { recordId: id, set: 'all' }), { strong: true })) ?? {};
  const first = await row();
  await loadBytes(table, 'ash', fileOf([emma]));
  await reindex('ash:e1');
  const second = await row();
  expect([second.changedAt, second.digest]).toEqual([first.changedAt, first.digest]);
  expect(Number(second.number)).toBeGreaterThan(Number(first.number));
  await loadBytes(table, 'ash', fileOf([{ ...emma, note: 'Signed by the author.' }]));
  await reindex('ash:e1');
  expect((await row()).digest).not.toBe(first.digest);
});

test('hidden, withdrawn or merged: deleted in every list it was in; shown again it is live', async () => {
  await loadBytes(table, 'ash', fileOf([emma, plague]));
  await loadBytes(table, 'birch', fileOf([{ ...plague, id: 'x7' }]));
  const [id = ''] = await reindex('ash:e1', 'ash:p1');
  const hide = async (sourceId: string, hiddenFrom: string[]) => {
    await table.write([{ update: catalogueKeys.key('source', { sourceId }), set: { hiddenFrom } }]);
    await reindex(sourceId);
  };
  const header = `<header status="deleted"><identifier>oai:library.test:${id}</identifier>`;
  await hide('ash:e1', ['public']);
  for (const set of ['', '&set=member.ash', '&set=format.book']) {
    const list = await ask(`verb=ListRecords&metadataPrefix=marc21${set}`);
    expect(list).toContain(header);
    expect(list).not.toContain('Emma');
  }
  expect(await ask(`verb=GetRecord&metadataPrefix=marc21&identifier=oai:library.test:${id}`)).toContain(header);
  await hide('ash:e1', []);
  expect(await ask('verb=ListRecords&metadataPrefix=marc21')).toContain('Emma');
  // Ash hides its part of a record that birch holds too: the record remains, and leaves ash's set.
  await hide('ash:p1', ['public']);
  expect(await ask('verb=ListRecords&metadataPrefix=oai_dc&set=member.birch')).not.toContain('status="deleted"');
  const ash = await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&set=member.ash');
  expect(ash).toContain(`<header status="deleted"><identifier>oai:library.test:${await recordOf('ash:p1')}`);
});

test('a record that the public never saw is not reported, not even as deleted', async () => {
  await loadBytes(table, 'ash', fileOf([emma]));
  await table.write([{ update: catalogueKeys.key('source', { sourceId: 'ash:e1' }), set: { hiddenFrom: ['public'] } }]);
  const [id] = await reindex('ash:e1');
  expect(error(await ask('verb=ListRecords&metadataPrefix=oai_dc'))).toBe('noRecordsMatch');
  expect(error(await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:library.test:${id}`))).toBe(
    'idDoesNotExist',
  );
});

const marc =
  '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000uu 4500</leader><controlfield tag="001">1</controlfield></record>';

/** Returns a note as an indexer would write it, for a record with its own version. */
const noteOf = (recordId: string, number: number, sets: string[] | undefined): HarvestNote => ({
  ...{ recordId, number, digest: sets ? `${number} ${sets}` : '', sets: sets ?? [] },
  ...(sets && { forms: () => deflated(Buffer.from(`<dc:title>A title</dc:title>\u0000${marc}`)) }),
});

test('a rebuild that read earlier and writes later changes nothing', async () => {
  const state = async () => (await harvestList(table).get(['rec_1']))[0];
  await noteForHarvest(table, [noteOf('rec_1', 5, ['a'])]);
  await noteForHarvest(table, [noteOf('rec_1', 7, undefined)]);
  await noteForHarvest(table, [noteOf('rec_1', 6, ['a', 'b'])]);
  expect((await state())?.forms).toBeUndefined();
  // As it was read: only the number is stored, and what was read before is late all the same.
  await noteForHarvest(table, [noteOf('rec_2', 3, undefined)]);
  await noteForHarvest(table, [noteOf('rec_2', 2, ['a'])]);
  expect((await harvestList(table).get(['rec_2']))[0]).toBeUndefined();
  // A rebuild of everything leaves equal data as they are, number and all, and writes other data.
  const numberOf = async (recordId: string) =>
    (await table.get(catalogueKeys.key('harvest', { recordId, set: 'all' })))?.number;
  await noteForHarvest(table, [noteOf('rec_3', 1, ['a'])]);
  const rebuilt = (digest: number) => ({ ...noteOf('rec_3', digest, ['a']), number: 4 });
  await noteOfRebuild(table, [rebuilt(1)]);
  expect(await numberOf('rec_3')).toBe(1);
  await noteOfRebuild(table, [rebuilt(2)]);
  expect(await numberOf('rec_3')).toBe(4);
});

test('with any concurrent changes, a harvest and the next from its start miss nothing', async () => {
  const ids = Array.from({ length: 12 }, (_, i) => `rec_${i.toString(36)}`);
  const change = fc.record({
    id: fc.constantFrom(...ids),
    sets: fc.option(fc.subarray(['x', 'y']), { nil: undefined }),
  });
  const list = harvestList(table);
  let number = 0;
  let clock = Date.parse('2026-03-02T11:00:00.000Z');
  /** Reads a whole list by small pages, with changes between them; returns the last state of each record. */
  const harvest = async (from: string | undefined, set: string | undefined, between: () => Promise<void>) => {
    const seen = new Map<string, boolean>();
    let after: ListPlace | undefined;
    do {
      const selection = { prefix: 'oai_dc' as const, ...(from && { from }), ...(set && { set }) };
      const page = await list.page({ selection, after, now: clock, limit: 3 });
      for (const { recordId, forms } of page.records) seen.set(recordId, forms !== undefined);
      after = page.next;
      await between();
      clock += 700;
    } while (after);
    return seen;
  };
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 30 }),
      fc.constantFrom(undefined, 'x'),
      async (changes, set) => {
        const left = [...changes];
        const makeSome = async (): Promise<void> => {
          for (const { id, sets } of left.splice(0, 4)) {
            number += 1;
            await noteForHarvest(table, [noteOf(id, number, sets)], () => clock);
            clock += 300;
          }
        };
        await makeSome();
        const began = secondOf(clock);
        const known = await harvest(undefined, set, makeSome);
        while (left.length > 0) await makeSome();
        clock += 20_000;
        for (const [id, isThere] of await harvest(began, set, async () => {})) known.set(id, isThere);
        const now = await list.get(ids);
        for (const [i, id] of ids.entries()) {
          const isIn = now[i]?.forms !== undefined && (set === undefined || now[i].sets.includes(set));
          expect([id, known.get(id) ?? false]).toEqual([id, isIn]);
        }
      },
    ),
    { numRuns: 15 },
  );
});

test('a record that leaves its first set is reported there as deleted, as of that day, and may return', async () => {
  const list = harvestList(table);
  const seen = async (set: string, now: number) => {
    const { records } = await list.page({ selection: { prefix: 'oai_dc', set }, now });
    return records.map(({ changedAt, forms }) => [changedAt, forms !== undefined]);
  };
  const begins = Date.parse('2026-03-02T11:00:00.000Z');
  const after = (minutes: number) => begins + minutes * 60_000;
  const note = (number: number, sets: string[], minutes: number) =>
    noteForHarvest(table, [noteOf('rec_1', number, sets)], () => after(minutes));
  const [first, second, third, fourth] = [0, 1, 2, 3].map((minutes) => datestampOf(after(minutes)));
  await note(1, ['format.book', 'member.ash'], 0);
  await note(2, ['format.book', 'member.birch'], 1);
  await note(3, ['format.book', 'member.birch', 'member.cedar'], 2);
  const sets = ['format.book', 'member.ash', 'member.birch', 'member.cedar'];
  const all = () => Promise.all(sets.map((set) => seen(set, after(60))));
  expect(first).not.toBe(second);
  expect(await all()).toEqual([[[third, true]], [[second, false]], [[third, true]], [[third, true]]]);
  await note(4, ['format.book', 'member.ash'], 3);
  expect(await all()).toEqual([[[fourth, true]], [[fourth, true]], [[fourth, false]], [[fourth, false]]]);
});

test('tokens lead through the whole list once, and give the same page when repeated', async () => {
  const notes = Array.from({ length: 1100 }, (_, i) => noteOf(`rec_${i.toString(36).padStart(4, '0')}`, 1, ['x']));
  await noteForHarvest(table, notes);
  const pages = [await ask('verb=ListIdentifiers&metadataPrefix=oai_dc&set=x')];
  for (let token = tokenIn(pages[0] ?? ''); token !== undefined; token = tokenIn(pages.at(-1) ?? ''))
    pages.push(await ask(`verb=ListIdentifiers&resumptionToken=${token}`));
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.flatMap(identifiers).sort()).toEqual(notes.map(({ recordId }) => recordId));
  expect(pages.at(-1)).toMatch(/<resumptionToken cursor="\d+"><\/resumptionToken>/);
  const again = await ask(`verb=ListIdentifiers&resumptionToken=${tokenIn(pages[0] ?? '')}`);
  expect(identifiers(again)).toEqual(identifiers(pages[1] ?? ''));
});

test('a list whose rest changed meanwhile ends with its last record repeated', async () => {
  const ids = Array.from({ length: 501 }, (_, i) => `rec_${i.toString(36).padStart(4, '0')}`);
  await noteForHarvest(
    table,
    ids.map((id) => noteOf(id, 1, [])),
  );
  const first = await ask('verb=ListIdentifiers&metadataPrefix=oai_dc');
  await noteForHarvest(
    table,
    ids.map((id) => noteOf(id, 2, [])),
    () => Date.now() + 7_200_000,
  );
  const last = await ask(`verb=ListIdentifiers&resumptionToken=${tokenIn(first)}`);
  expect(identifiers(last)).toEqual(identifiers(first).slice(-1));
  expect(last).toContain('<resumptionToken cursor="500"></resumptionToken>');
});

test('a title held by 150 members is in all their sets', async () => {
  const sets = Array.from({ length: 150 }, (_, i) => `member.m${i}`);
  await noteForHarvest(table, [noteOf('rec_1', 1, sets)]);
  for (const set of ['member.m0', 'member.m149'])
    expect(identifiers(await ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&set=${set}`))).toEqual(['rec_1']);
});

test('Sickle harvests records, headers, sets and deletions', async () => {
  await aMember('ash', 'Ash Library');
  await loadBytes(table, 'ash', fileOf([emma, plague]));
  await reindex('ash:e1', 'ash:p1');
  await table.write([{ update: catalogueKeys.key('source', { sourceId: 'ash:e1' }), set: { hiddenFrom: ['public'] } }]);
  await reindex('ash:e1');
  await noteForHarvest(
    table,
    Array.from({ length: 700 }, (_, i) => noteOf(`rec_${i.toString(36)}`, 1, ['x'])),
  );
  const later = oai.using(at(new Date(Date.now() + 3_600_000).toISOString()));
  const { port, stop } = await serveHandlers({ 'GET /v1/discovery/oai': later });
  const script = [
    'import sys',
    'try:',
    '  from sickle import Sickle',
    '  from sickle.oaiexceptions import NoRecordsMatch',
    'except ImportError:',
    '  sys.exit(print("absent"))',
    `s = Sickle("http://127.0.0.1:${port}/v1/discovery/oai")`,
    'print(s.Identify().deletedRecord, len(list(s.ListMetadataFormats())), "member.ash" in [x.setSpec for x in s.ListSets()])',
    'print(len(list(s.ListIdentifiers(metadataPrefix="oai_dc"))), len(list(s.ListRecords(metadataPrefix="marc21", set="x"))))',
    'print(sorted((r.header.deleted, r.metadata["title"][0] if not r.header.deleted else "") for r in s.ListRecords(metadataPrefix="oai_dc", set="member.ash")))',
    'try: list(s.ListRecords(metadataPrefix="oai_dc", until="1990-01-01"))',
    'except NoRecordsMatch: print("none")',
  ].join('\n');
  try {
    const text =
      (await program(tools.python, ['-c', script])) ?? (await program('python3', ['-c', script])) ?? 'absent';
    if (text.trim() === 'absent')
      note('skipped: OAI-PMH is not harvested by Sickle, which is not in the Python environment');
    else expect(text).toBe("persistent 2 True\n702 700\n[(False, 'The plague'), (True, '')]\nnone\n");
  } finally {
    await stop();
  }
});

describeWithRealData('by the schemas of the protocol', (folder) => {
  test('every answer is valid', async () => {
    await aMember('ash', 'Ash Library');
    await loadBytes(table, 'ash', fileOf([emma, plague]));
    await reindex('ash:e1', 'ash:p1');
    await table.write([
      { update: catalogueKeys.key('source', { sourceId: 'ash:e1' }), set: { hiddenFrom: ['public'] } },
    ]);
    await reindex('ash:e1');
    const queries = [
      'Identify',
      'ListSets',
      'ListMetadataFormats',
      'ListIdentifiers&metadataPrefix=oai_dc',
      'ListRecords&metadataPrefix=oai_dc',
      'ListRecords&metadataPrefix=marc21',
      'ListRecords',
      'Sing',
      'ListRecords&resumptionToken=%00x',
      `GetRecord&metadataPrefix=oai_dc&identifier=x`,
    ];
    const answers = await Promise.all(queries.map((query) => ask(`verb=${query}`)));
    const known = identifiers(await ask('verb=ListIdentifiers&metadataPrefix=oai_dc'));
    expect(known).toHaveLength(2);
    // One that exists and one that is deleted, in both formats; then a list in two pages.
    for (const id of known)
      for (const form of ['oai_dc', 'marc21'])
        answers.push(await ask(`verb=GetRecord&metadataPrefix=${form}&identifier=oai:library.test:${id}`));
    await noteForHarvest(
      table,
      Array.from({ length: 600 }, (_, i) => noteOf(`rec_${i.toString(36)}`, 1, ['x'])),
    );
    const first = await ask('verb=ListIdentifiers&metadataPrefix=oai_dc');
    const second = await ask(`verb=ListIdentifiers&resumptionToken=${tokenIn(first)}`);
    expect([identifiers(first).length, identifiers(second).length]).toEqual([500, 102]);
    expect(faultsOfAnswers(folder, [...answers, first, second])).toEqual([]);
  });
});
