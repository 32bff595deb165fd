import { searchByCql } from '../../../functions/discovery/data/search-index/search-by-cql.ts';
import { engineClause, ordersOf } from '../../../functions/discovery/domain/cql/cql-to-engine.ts';
import { parseCql } from '../../../layers/protocols/cql/parse-cql.ts';
import { aDocument } from '../../builders/index-document.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** CQL features that only the engine can prove: masks, sort orders and indexes. */
let index: TestIndex;
const nothingElse = { titles: [], related: [], series: [], callNumbers: [], numbers: [] };
const shelf = [
  aDocument({ title: 'The avant-garde', author: 'Zola, Émile', publishers: ['Penguin Books'] }),
  aDocument({ title: 'Avant gardes of old', author: 'Adler, Ada', contents: ['The whale hunt', 'Other giants'] }),
  aDocument({ title: 'Avant all gardens', summaries: ['Of a garden by the sea'] }),
  aDocument({ title: 'Self-helpers', foundBy: { ...nothingElse, callNumbers: ['QA76.73 .C15', '005.133'] } }),
  aDocument({
    title: '日本文学史',
    author: '\u{20bb7}田, 一',
    foundBy: { ...nothingElse, callNumbers: ['QA769 .B2'] },
  }),
  aDocument({ title: '日本文化 ABCnews', author: '---' }),
  aDocument({ title: '文日本', foundBy: { ...nothingElse, callNumbers: ['QA76 .D1', 'QA769 .X'] } }),
  // More words with one beginning than the engine expands.
  aDocument({
    title: 'A long list',
    contents: Array.from({ length: 11 }, (_, i) =>
      Array.from({ length: 100 }, (__, j) => `pre-zebra${String.fromCharCode(97 + i)}${j}`).join(' '),
    ),
  }),
];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  index = anIndex();
  await index.hold(shelf);
}, 60_000);
afterAll(() => index.drop());

const asked = async (text: string) => {
  const query = parseCql(text);
  const page = { clause: engineClause(query), orders: ordersOf(query.sortBy), startRecord: 1, maximumRecords: 50 };
  return searchByCql(index.engine, index.family, page);
};
const found = async (text: string): Promise<string[]> => {
  const answer = await asked(text);
  if (answer === 'too-much') throw new Error(`Too much: ${text}`);
  return answer.recordIds;
};

test.each([
  ['dc.title = "avant-garde"', ['Avant gardes of old', 'The avant-garde']],
  ['dc.title = "avant-gard*"', ['Avant gardes of old', 'The avant-garde']],
  ['dc.title any "avant-gard* self-help*"', ['Avant gardes of old', 'Self-helpers', 'The avant-garde']],
  ['cql.anywhere all "self-help*"', ['Self-helpers']],
  ['"self-help*"', ['Self-helpers']],
  ['dc.title = "av?nt-gard*"', ['Avant gardes of old', 'The avant-garde']],
  ['dc.title = 日本文*', ['日本文化 ABCnews', '日本文学史']],
  ['dc.title = 日*', ['文日本', '日本文化 ABCnews', '日本文学史']],
  ['dc.title = 文化*', ['日本文化 ABCnews']],
  ['dc.title = 本日*', []],
  ['dc.title = "文化ABC*"', ['日本文化 ABCnews']],
  ['dc.publisher = penguin', ['The avant-garde']],
  ['dc.publisher = "books penguin"', []],
  ['dc.description = "whale hunt"', ['Avant gardes of old']],
  ['dc.description = garden', ['Avant all gardens']],
  ['local.callNumber = "QA 76.73 .C15"', ['Self-helpers']],
  ['local.callNumber = QA76', []],
  ['local.callNumber = "QA76*"', ['Self-helpers', '文日本', '日本文学史']],
  ['local.callNumber = "QA76.*"', ['Self-helpers', '文日本']],
  ['local.callNumber = "QA76.73.*"', ['Self-helpers']],
  ['local.callNumber = "QA76.73 .C*"', ['Self-helpers']],
])('%s', async (query, titles) => {
  expect((await found(query)).sort()).toEqual(titles);
});

test('a term that the engine would expand too often is refused with a diagnostic', async () => {
  expect(await asked('dc.description = "pre-zebra*"')).toBe('too-much');
  expect(await found('dc.description = "pre-zebraa*"')).toEqual(['A long list']);
});

test('a record without an author comes last in either direction', async () => {
  const sought = 'dc.title any "avant self 日本"';
  const [rising, falling] = [
    await found(`${sought} sortby dc.creator`),
    await found(`${sought} sortby dc.creator/sort.descending`),
  ];
  const named = ['Avant gardes of old', 'The avant-garde', '日本文学史'];
  expect(rising.slice(0, 3)).toEqual(named);
  expect(falling.slice(0, 3)).toEqual(named.toReversed());
  const unnamed = ['Avant all gardens', 'Self-helpers', '文日本', '日本文化 ABCnews'];
  expect(rising.slice(3)).toEqual(unnamed);
  expect(falling.slice(3)).toEqual(unnamed);
});

test('so does a record without an author among those of one year', async () => {
  const falling = await found('dc.title any "avant self 日本" sortby dc.date dc.creator/sort.descending');
  expect(falling.slice(0, 3)).toEqual(['日本文学史', 'The avant-garde', 'Avant gardes of old']);
});
