import { handler as oai } from '../../../functions/discovery/operations/harvest/handler.ts';
import { handler as sru } from '../../../functions/discovery/operations/search-sru/handler.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aLoan, anItem } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { hide } from '../../builders/hiding.ts';
import { at } from '../../builders/lending.ts';
import type { Book } from '../../builders/loads.ts';
import { withSymbols } from '../../builders/partners.ts';
import { withBranch } from '../../builders/people.ts';
import { aSharingConsortium, catalogued } from '../../builders/request-options.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';
import { aSite } from '../../builders/site.ts';

/** One title of two members: ash has an ISIL and three copies, birch has neither more than its id nor more than one copy. */
let table: Table & { name: string };
let index: TestIndex;
let recordId = '';
const of = (items: string[]): Book[] => [
  { id: 'l1', title: 'The lantern', author: 'Okri, Ben', isbn: '9780141439587', items },
];
const ofAsh = of(['$aMAIN$cStacks$pA1$oFIC OKR$yBK', '$aMAIN$pA2$oFIC OKR$yBK', '$aMAIN$pA3$oSECRET$yBK']);
const ofBirch = of(['$aMAIN$pB1$oF 12$yBK']);

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  aSite();
  table = await aTable();
  index = anIndex();
  await aSharingConsortium(table);
  await withSymbols(table, 'ash');
  await catalogued(table, index, 'ash', ofAsh);
  [recordId = ''] = await catalogued(table, index, 'birch', ofBirch);
});
afterAll(() => index.drop());

const itemOf = async (barcode: string): Promise<{ itemId: string }> => {
  const found = (await scanAll(table.name)).find((row) => row.entity === 'item' && row.barcode === barcode);
  if (typeof found?.itemId !== 'string') throw new Error(`There is no ${barcode}.`);
  return { itemId: found.itemId };
};

type Holding = Record<string, string>;
const holdingsIn = (xml: string): Holding[] =>
  [...xml.matchAll(/<datafield tag="852"[^>]*>(.*?)<\/datafield>/g)].map(([, field = '']) => {
    const parts: Holding = {};
    for (const [, code = '', value = ''] of field.matchAll(/<subfield code="(.)">([^<]*)</g))
      parts[code] = parts[code] === undefined ? value : `${parts[code]}; ${value}`;
    return parts;
  });
const bySru = async (query = 'query=dc.title%3Dlantern'): Promise<string> => String((await call(sru, { query })).body);
const byOai = async (query: string): Promise<string> =>
  String((await call(oai.using(at(new Date(Date.now() + 3_600_000).toISOString())), { query })).body);

/** The holdings by every way that gives MARC; they are the same by all. */
const holdings = async (): Promise<Holding[]> => {
  const first = holdingsIn(await bySru());
  const identifier = `oai:library.test:${recordId}`;
  for (const query of [
    `verb=GetRecord&metadataPrefix=marc21&identifier=${identifier}`,
    'verb=ListRecords&metadataPrefix=marc21',
  ])
    expect([query, holdingsIn(await byOai(query))]).toEqual([query, first]);
  return first;
};

test('finding I5: SRU and OAI-PMH name ISIL, branch, location, call number, barcode and state of each copy', async () => {
  const { itemId } = await itemOf('A2');
  // The end of 20 March in New York, where the branch is.
  await withBranch(table, 'birch.main');
  const loan = aLoan({ patronId: 'pat_secret', checkoutBranch: 'birch.main', due: '2026-03-21T03:59:59.999Z' });
  await table.write([
    { update: itemsKeys.key('item', { itemId }), set: { state: 'on-loan', loan: itemRecord(anItem({ loan })).loan } },
  ]);
  expect(await holdings()).toEqual([
    { a: 'US-ASH', b: 'ash.main', c: 'Stacks', h: 'FIC OKR', p: 'A1', z: 'available' },
    { a: 'US-ASH', b: 'ash.main', h: 'FIC OKR', p: 'A2', z: 'on-loan; due 2026-03-20' },
    { a: 'US-ASH', b: 'ash.main', h: 'SECRET', p: 'A3', z: 'available' },
    { a: 'birch', b: 'birch.main', h: 'F 12', p: 'B1', z: 'available' },
  ]);
  expect(await bySru()).not.toContain('pat_secret');
  // Dublin Core and lists of identifiers name no copies.
  expect(await byOai('verb=ListIdentifiers&metadataPrefix=marc21')).not.toContain('852');
  expect(await bySru('query=dc.title%3Dlantern&recordSchema=dc')).not.toContain('FIC OKR');
});

test('finding I5: a loan moves no datestamp; a new call number does', async () => {
  const stampIn = (xml: string) => /<datestamp>([^<]+)</.exec(xml)?.[1];
  const listed = () => byOai('verb=ListRecords&metadataPrefix=marc21');
  const before = stampIn(await listed());
  const { itemId } = await itemOf('B1');
  await table.write([{ update: itemsKeys.key('item', { itemId }), set: { state: 'missing' } }]);
  expect(holdingsIn(await listed()).at(-1)).toMatchObject({ p: 'B1', z: 'missing' });
  expect(stampIn(await listed())).toBe(before);
});

test('finding I5: a withdrawn copy, and a copy or holding that is hidden from the public, is in neither', async () => {
  const { itemId } = await itemOf('A1');
  await table.write([{ update: itemsKeys.key('item', { itemId }), set: { state: 'withdrawn' } }]);
  expect((await holdings()).map(({ p }) => p)).toEqual(['A2', 'A3', 'B1']);
  await hide(table, 'ash:l1', ['public'], 'ash.main');
  await catalogued(table, index, 'birch', ofBirch);
  const left = await holdings();
  expect(left.map(({ a, p }) => [a, p])).toEqual([['birch', 'B1']]);
  expect(await bySru()).not.toContain('SECRET');
});
