import { keys as catalogueKeys } from '../../../functions/catalogue/public/keys.ts';
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

/** The answer to a request of SRU 2.0, which has no version and no operation, and its media type. */
const ask = async (given: Record<string, string>): Promise<{ xml: string; type: string | undefined }> => {
  const { status, headers, body } = await call(sru, { query: String(new URLSearchParams(given)) });
  expect(status).toBe(200);
  return { xml: String(body), type: headers['content-type'] };
};
type Term = { value: string; records: number; shown: string | undefined; where: string | undefined };
const scan = async (scanClause: string, more: Record<string, string> = {}): Promise<Term[]> => {
  const { xml } = await ask({ scanClause, ...more });
  expect([scanClause, diagnostic(xml)]).toEqual([scanClause, undefined]);
  return [...xml.matchAll(/<term>(.*?)<\/term>/g)].map(([, term = '']) => {
    const part = (name: string) => new RegExp(`<${name}>([^<]*)<`).exec(term)?.[1];
    return {
      value: part('value') ?? '',
      records: Number(part('numberOfRecords')),
      ...{ shown: part('displayTerm'), where: part('whereInList') },
    };
  });
};

test('finding I5: SRU 2.0 answers without a version, in its own namespaces, as the media type that is accepted', async () => {
  const oasis = 'http://docs.oasis-open.org/ns/search-ws';
  const found = await ask({ query: 'dc.title=emma', recordSchema: 'dc', httpAccept: 'application/sru+xml' });
  expect(found.type).toBe('application/sru+xml; charset=utf-8');
  const data = `<recordData><srw_dc:dc xmlns:srw_dc="info:srw/schema/1/dc-schema" xmlns:dc="http://purl.org/dc/elements/1.1/">`;
  expect(found.xml.replace(/(?<=srw_dc:dc xmlns[^>]*>).*?<\/srw_dc:dc>/, '')).toBe(
    [
      `<?xml version="1.0" encoding="UTF-8"?>\n<searchRetrieveResponse xmlns="${oasis}/sruResponse">`,
      '<numberOfRecords>1</numberOfRecords><records><record><recordSchema>info:srw/schema/1/dc-v1.1</recordSchema>',
      `<recordXMLEscaping>xml</recordXMLEscaping>${data}</recordData><recordPosition>1</recordPosition></record></records>`,
      '<echoedSearchRetrieveRequest><queryType>cql</queryType><query>dc.title=emma</query><startRecord>1</startRecord>',
      '<maximumRecords>10</maximumRecords><recordXMLEscaping>xml</recordXMLEscaping>',
      '<recordSchema>info:srw/schema/1/dc-v1.1</recordSchema></echoedSearchRetrieveRequest>',
      '<resultCountPrecision>info:srw/vocabulary/resultCountPrecision/1/exact</resultCountPrecision>',
      '</searchRetrieveResponse>\n',
    ].join(''),
  );
  const wrong = `<diagnostics><diagnostic xmlns="${oasis}/diagnostic"><uri>info:srw/diagnostic/1/16</uri>`;
  expect((await ask({ query: 'dc.smell=emma' })).xml).toContain(wrong);
  const scanned = await ask({ scanClause: 'dc.smell=emma' });
  expect(scanned).toMatchObject({ type: 'text/xml; charset=utf-8' });
  expect(scanned.xml).toContain(`<scanResponse xmlns="${oasis}/scan">${wrong}`);
  const explained = await ask({ recordXMLEscaping: 'json' });
  expect(explained.xml).toContain(`<explainResponse xmlns="${oasis}/sruResponse"><record>`);
  expect(explained.xml).toContain('<uri>info:srw/diagnostic/1/6</uri>');
});

test('a scan lists the terms of an index around one, in order, and what to show for them', async () => {
  const [emma, giants, hunt, plague] = await scan('dc.title=""');
  expect([emma, giants, hunt, plague]).toEqual([
    { value: 'blue whales and other giants', records: 1, shown: 'Blue whales &amp; other giants', where: 'first' },
    { value: 'emma', records: 1, shown: 'Emma', where: undefined },
    { value: 'plague', records: 1, shown: 'The plague', where: undefined },
    { value: 'whale hunt in blue water', records: 1, shown: 'The whale hunt in blue water', where: 'last' },
  ]);
  const values = async (clause: string, more: Record<string, string>) =>
    (await scan(clause, more)).map(({ value }) => value);
  expect(await values('dc.title=em', { maximumTerms: '2' })).toEqual(['emma', 'plague']);
  expect(await values('dc.title="The Plague"', { maximumTerms: '2', responsePosition: '2' })).toEqual([
    'emma',
    'plague',
  ]);
  expect(await values('dc.title=emma', { maximumTerms: '1', responsePosition: '0' })).toEqual(['plague']);
  expect(await values('dc.title=emma', { maximumTerms: '1', responsePosition: '2' })).toEqual([
    'blue whales and other giants',
  ]);
  expect(await values('dc.title=zebra', {})).toEqual([]);
  expect(await values('bath.isbn=0141439580', {})).toEqual(['9780141439587']);
  expect(await scan('dc.date=1950', { responsePosition: '2', maximumTerms: '2' })).toEqual([
    { value: '1947', records: 1, shown: undefined, where: 'first' },
    { value: '1988', records: 1, shown: undefined, where: undefined },
  ]);
  // What is hidden from the public is neither listed nor counted.
  expect(await scan('dc.creator="okri"')).toEqual([
    { value: 'okri ben', records: 1, shown: 'Okri, Ben', where: 'last' },
  ]);
});

test('every term of every index that can be scanned is found by a search, as often as the scan says', async () => {
  const { xml } = await ask({});
  const named = [...xml.matchAll(/scan="true"[^>]*>.*?<name set="(\w+)">(\w+)</g)].map(
    ([, set, name]) => `${set}.${name}`,
  );
  expect(named).toEqual(expect.arrayContaining(['dc.title', 'dc.creator', 'dc.subject', 'dc.publisher', 'bath.isbn']));
  for (const name of named) {
    const all = await scan(`${name}=""`);
    const byOne: Term[] = [];
    for (let last = ''; byOne.length <= all.length; ) {
      const [next] = await scan(`${name}="${last}"`, { maximumTerms: '1', responsePosition: last === '' ? '1' : '0' });
      if (next === undefined) break;
      byOne.push(next);
      last = next.value;
    }
    expect([name, byOne.map(({ value }) => value)]).toEqual([name, all.map(({ value }) => value)]);
    for (const { value, records } of all) {
      const relation = /publisher/.test(name) ? '=' : '==';
      expect([name, value, counted(await search(`${name} ${relation} "${value}"`))]).toEqual([name, value, records]);
    }
  }
});

test.each([
  ['fish', '16'],
  ['dc.description=fish', '16'],
  ['foo.bar=fish', '15'],
  ['dc.title=fish and dc.title=cat', '37'],
  ['dc.title any fish', '19'],
  ['dc.title=/stem fish', '20'],
  ['dc.title=fi*', '28'],
  ['dc.title="^fish"', '31'],
  ['dc.date=soon', '36'],
  ['dc.title=', '10'],
])('a scan for %s is answered with diagnostic %s, in any version', async (scanClause, code) => {
  for (const version of ['1.1', '1.2', '2.0'])
    expect(diagnostic((await ask({ version, operation: 'scan', scanClause })).xml)).toBe(code);
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
    for (const way of ['get 1.1', 'get 1.2', 'post 1.2', 'get 2.0', 'post 2.0']) {
      const commands = `open ${address}\nsru ${way}\nfind dc.title=plague\nshow 1\nfind foo.bar=1\nfind bath.isbn=014*\nscan dc.title=em\nquit\n`;
      const output = await program('yaz-client', [], commands);
      if (output === undefined) {
        note('skipped: SRU is not asked by yaz-client and zoomsh, which are not installed (Debian package yaz)');
        return;
      }
      expect(output).toContain('Number of hits: 1');
      expect(output).toMatch(/<subfield code="a">The plague/);
      expect(output).toContain('info:srw/diagnostic/1/15');
      expect(output).toContain('info:srw/diagnostic/1/28');
      expect(output).toMatch(/Emma: 1 emma\s+The plague: 1 plague/);
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
