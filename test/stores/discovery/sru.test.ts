import { keys as catalogueKeys } from '../../../functions/catalogue/data/keys.ts';
import { handler as sru } from '../../../functions/discovery/operations/search-sru/handler.ts';
import { handler as posted } from '../../../functions/discovery/operations/search-sru-posted/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { program, serveHandlers } from '../../builders/handler-server.ts';
import type { Book } from '../../builders/loads.ts';
import { note } from '../../builders/note.ts';
import { catalogued } from '../../builders/request-options.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { aSite } from '../../builders/site.ts';

/** A small catalogue, searched by SRU: in process, and over HTTP by the clients of YAZ. */
let table: Table & { name: string };
let index: TestIndex;
let ids: string[];

const books: Book[] = [
  { id: 'e1', title: 'Emma', author: 'Austen, Jane', year: '2003', isbn: '9780141439587' },
  { id: 'p1', title: 'The plague', author: 'Camus, Albert', year: '1947', pages: 308 },
  { id: 'w1', title: 'Blue whales & other giants', author: 'Holm, Ida', year: '1988', pages: 77 },
  { id: 'w2', title: 'The whale hunt in blue water', author: 'Okri, Ben', year: '1999', pages: 91 },
  { id: 'h1', title: 'A whale that nobody may see', author: 'Okri, Ben', year: '1999', pages: 412 },
];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  aSite();
  table = await aTable();
  index = anIndex();
  ids = await catalogued(table, index, 'ash', books);
  await table.write([{ update: catalogueKeys.key('source', { sourceId: 'ash:h1' }), set: { hiddenFrom: ['public'] } }]);
  await catalogued(table, index, 'ash', books.slice(4));
});
afterAll(() => index.drop());

const search = async (query: string, more: Record<string, string> = {}): Promise<string> => {
  const given = { version: '1.2', operation: 'searchRetrieve', query, recordSchema: 'dc', ...more };
  const { status, headers, body } = await call(sru, { query: String(new URLSearchParams(given)) });
  expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
  return String(body);
};
const counted = (xml: string): number => Number(/<numberOfRecords>(\d+)</.exec(xml)?.[1]);
const titles = (xml: string): string[] => [...xml.matchAll(/<dc:title>([^<]*)</g)].map(([, title = '']) => title);
const diagnostic = (xml: string): string | undefined => /diagnostic\/1\/(\d+)</.exec(xml)?.[1];

test.each([
  ['emma', ['Emma']],
  // The index stores words with their stems.
  ['whales sortby dc.date', ['Blue whales &amp; other giants', 'The whale hunt in blue water']],
  ['dc.title =/stem whale sortby dc.date', ['Blue whales &amp; other giants', 'The whale hunt in blue water']],
  ['dc.title any "emma plague" sortby dc.title', ['Emma', 'The plague']],
  ['dc.title all "blue whale" sortby dc.date', ['Blue whales &amp; other giants', 'The whale hunt in blue water']],
  ['dc.title adj "blue whales"', ['Blue whales &amp; other giants']],
  ['dc.title adj "whales blue"', []],
  ['dc.title == "the plague"', ['The plague']],
  ['dc.title == "plague"', ['The plague']],
  ['dc.title = "^blue"', ['Blue whales &amp; other giants']],
  ['dc.title = wha*  sortby dc.date', ['Blue whales &amp; other giants', 'The whale hunt in blue water']],
  ['dc.title = wh?les', ['Blue whales &amp; other giants']],
  ['dc.creator = "jane austen"', ['Emma']],
  ['dc.creator = "^camus"', ['The plague']],
  ['"camus plague"', ['The plague']],
  ['dc.date > 1990 not dc.creator = okri', ['Emma']],
  ['dc.date within "1940 1990" sortby dc.date/sort.descending', ['Blue whales &amp; other giants', 'The plague']],
  ['bath.isbn = 0141439580', ['Emma']],
  ['dc.title = whale prox/distance<=4 dc.title = water', ['The whale hunt in blue water']],
  ['dc.title = whale prox/distance<=3 dc.title = water', []],
  ['emma or (plague and dc.date = 1947) sortby dc.date', ['The plague', 'Emma']],
  ['"nobody may see"', []],
  ['bath.possessingInstitution = birch', []],
])('%s', async (query, found) => {
  const xml = await search(query);
  expect(diagnostic(xml)).toBeUndefined();
  expect([counted(xml), titles(xml)]).toEqual([found.length, found]);
});

test('pages: positions, the next one, and none beyond the last', async () => {
  const all = await search('cql.allRecords=1 sortby dc.date');
  expect(counted(all)).toBe(4);
  const page = await search('cql.allRecords=1 sortby dc.date', { startRecord: '2', maximumRecords: '2' });
  expect(titles(page)).toEqual(titles(all).slice(1, 3));
  expect(page).toContain('<recordPosition>3</recordPosition>');
  expect(page).toContain('<nextRecordPosition>4</nextRecordPosition>');
  expect(all).not.toContain('nextRecordPosition');
  expect(diagnostic(await search('cql.allRecords=1', { startRecord: '5' }))).toBe('61');
  expect(diagnostic(await search('nothinglikethat', { startRecord: '1' }))).toBeUndefined();
  expect(counted(await search('cql.allRecords=1', { maximumRecords: '0' }))).toBe(4);
});

test('MARCXML in the record or as text, with the number of the union record', async () => {
  const xml = await search('emma', { recordSchema: 'marcxml' });
  expect(xml).toContain('<recordSchema>info:srw/schema/1/marcxml-v1.1</recordSchema>');
  expect(xml).toContain(`<controlfield tag="001">${ids[0]}</controlfield>`);
  expect(xml).toContain('<subfield code="a">(ash)e1</subfield>');
  const packed = await search('emma', { recordSchema: 'marcxml', recordPacking: 'string' });
  expect(packed).toContain('&lt;controlfield tag=&quot;001&quot;&gt;');
});

test('finding I8: each record in Dublin Core has an identifier that leads to its page, also one without ISBN', async () => {
  const identified = async (query: string) =>
    [...(await search(query)).matchAll(/<dc:identifier>([^<]*)</g)].map(([, identifier]) => identifier);
  expect(await identified('dc.title = emma')).toEqual([
    'urn:isbn:9780141439587',
    `https://library.test/record/${ids[0]}`,
  ]);
  expect(await identified('dc.title = plague')).toEqual([`https://library.test/record/${ids[1]}`]);
});

test('a record that was just hidden is not returned', async () => {
  await table.write([{ delete: catalogueKeys.key('harvest', { recordId: ids[1] ?? '', set: 'all' }) }]);
  const xml = await search('dc.title == "the plague"');
  expect([counted(xml), titles(xml), diagnostic(xml)]).toEqual([1, [], '64']);
  await catalogued(table, index, 'ash', books.slice(1, 2));
  expect(titles(await search('dc.title == "the plague"'))).toEqual(['The plague']);
});

test('malicious queries end with a diagnostic, quickly and without a failure of the engine', async () => {
  const words = (count: number): string => Array.from({ length: count }, (_, i) => `w${i}`).join(' ');
  const began = performance.now();
  const answers = await Promise.all(
    [
      words(10_000).replaceAll(' ', ' or '),
      `dc.title any "${words(30)}"`,
      Array.from({ length: 13 }, () => `dc.title any "${words(11)}"`).join(' or '),
      Array.from({ length: 13 }, () => 'dc.subject any "violin cello tv govt univ dept intl assn"').join(' or '),
      `${'('.repeat(5000)}a${')'.repeat(5000)}`,
      '*a',
      'dc.title = *',
      `dc.title any "${Array.from({ length: 30 }, () => 'ab*').join(' ')}"`,
      '<!DOCTYPE x [<!ENTITY a "b">]>',
      `"${'a'.repeat(7_000)}"`,
    ].map(async (query) =>
      diagnostic(
        String(
          (
            await call(posted, {
              rawBody: String(new URLSearchParams({ version: '1.2', operation: 'searchRetrieve', query })),
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
            })
          ).body,
        ),
      ),
    ),
  );
  expect(answers).toEqual(['12', undefined, undefined, undefined, '12', '49', '29', undefined, '10', '23']);
  expect(performance.now() - began).toBeLessThan(5000);
});

test('explain names every index, and each of them can be searched', async () => {
  const { body } = await call(sru, { query: '' });
  expect(body).toContain('<host>library.test</host><port>443</port><database>v1/discovery/sru</database>');
  const named = [...String(body).matchAll(/<name set="(\w+)">(\w+)</g)].map(([, set, name]) => `${set}.${name}`);
  expect(named).toContain('bath.personalname');
  for (const name of named) expect([name, diagnostic(await search(`${name} = 1999`))]).toEqual([name, undefined]);
});

test('yaz-client and zoomsh find and show records, by GET and POST', async () => {
  const path = '/v1/discovery/sru';
  const { port, stop } = await serveHandlers({ [`GET ${path}`]: sru, [`POST ${path}`]: posted });
  const address = `http://127.0.0.1:${port}${path}`;
  try {
    for (const way of ['get 1.1', 'get 1.2', 'post 1.2']) {
      const commands = `open ${address}\nsru ${way}\nfind dc.title=plague\nshow 1\nfind foo.bar=1\nfind bath.isbn=014*\nquit\n`;
      const output = await program('yaz-client', [], commands);
      if (output === undefined) {
        note('skipped: SRU is not asked by yaz-client and zoomsh, which are not installed (Debian package yaz)');
        return;
      }
      expect(output).toContain('Number of hits: 1');
      expect(output).toMatch(/<subfield code="a">The plague/);
      expect(output).toContain('info:srw/diagnostic/1/15');
      expect(output).toContain('info:srw/diagnostic/1/28');
    }
    const shown = await program('zoomsh', [
      ...[
        'set sru get',
        'set sru_version 1.1',
        `connect ${address}`,
        'search cql:dc.creator=austen',
        'show 0 1',
        'quit',
      ],
    ]);
    expect(shown).toMatch(/1 hits/);
    expect(shown).toContain('Emma');
  } finally {
    await stop();
  }
});
