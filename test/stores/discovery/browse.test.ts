import { headingKey } from '../../../functions/catalogue/public/heading-key.ts';
import type { IndexDocument } from '../../../functions/catalogue/public/index-document.ts';
import type { BrowseView } from '../../../functions/discovery/domain/browse/browse-views.ts';
import { handler as browse } from '../../../functions/discovery/operations/browse-headings/handler.ts';
import { handler as recordsUnder } from '../../../functions/discovery/operations/list-heading-records/handler.ts';
import { handler as suggest } from '../../../functions/discovery/operations/suggest-headings/handler.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { shelfPlace } from '../../../layers/protocols/call-numbers/shelf-order.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aDocument } from '../../builders/index-document.ts';
import { staffAt } from '../../builders/people.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

let index: TestIndex;

const shelved = (title: string, numbers: Record<string, string[]>, over: Partial<IndexDocument> = {}): IndexDocument =>
  aDocument({
    title,
    heldBy: Object.keys(numbers),
    shelf: Object.entries(numbers).flatMap(([member, all]) => all.map((callNumber) => ({ member, callNumber }))),
    ...over,
  });

const austen = 'Austen, Jane, 1775-1817';
const books: IndexDocument[] = [
  shelved('Emma', { ash: ['823.7 AUS'], birch: ['PR4034 .E5 2003'] }, { author: austen, subjects: ['Art'] }),
  shelved(
    'The Watsons',
    { birch: ['PR4034 .W2'] },
    { author: 'AUSTEN, Jane, 1775-1817.', subjects: ['Art -- History'] },
  ),
  shelved(
    'Études',
    { ash: ['786.2 CHO v.2', '786.2 CHO v.10'] },
    { author: 'Chopin, Frédéric', subjects: ['Art history'] },
  ),
  shelved(
    'A tramp abroad',
    { ash: ['818 TWA'] },
    {
      author: 'Twain, Mark, 1835-1910',
      seeReferences: [{ list: 'author', from: 'Clemens, Samuel Langhorne', to: 'Twain, Mark, 1835-1910' }],
    },
  ),
  shelved('Zones of war', { cedar: ['94(410)"19"', '94(410)', '94(41+44)', '94(44)'] }),
  shelved('Los Angeles noir', { ash: ['813.6 LOS'] }, { titleWithoutArticle: 'Los Angeles noir' }),
  shelved('Secret papers', { ash: ['823.7 SEC'] }, { author: 'Austin, Ada', visibleTo: ['staff'] }),
];
/** Many more headings, so that a list has distant parts: names with common beginnings and others. */
const crowd = Array.from({ length: 240 }, (_, i) => {
  const name = ['Mann', 'Mannheim', 'Márquez', 'Nabokov', 'Ōe', 'Zweig', '村上'][i % 7] ?? '';
  const author = `${name}, ${String.fromCharCode(65 + (i % 26))}. ${Math.floor(i / 26)}`;
  return shelved(`Book ${i}`, { [i % 3 === 0 ? 'ash' : 'birch']: [`QA${(i * 37) % 500} .B${i + 1}`] }, { author });
});

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  await aTable();
  index = anIndex();
  await index.hold([...books, ...crowd]);
});
afterAll(() => index.drop());

const page = async (list: string, query: Record<string, string>, actor?: Actor): Promise<BrowseView> => {
  const { status, body } = await call(browse, { path: { list }, query, ...(actor ? { actor } : {}) });
  expect([status, body]).toEqual([200, body]);
  return body as BrowseView;
};
const headings = ({ headings: all }: BrowseView): string[] => all.map(({ heading }) => heading);

test('authors open where the name would be: spellings are one heading, counted, with the entries before', async () => {
  const opened = await page('author', { from: 'austen', before: '2', after: '2' });
  expect(opened).toMatchObject({ position: 0, first: true, last: false });
  expect(opened.headings[0]).toMatchObject({ count: 2, record: { title: 'Emma' } });
  expect(headings(opened)[1]).toBe('Chopin, Frédéric');
  const between = await page('author', { from: 'Bach', before: '1', after: '1' });
  expect(between.position).toBe(1);
  expect(between.headings.map(({ count }) => count)).toEqual([2, 1]);
});

test('a hidden record is in no list for the viewer, and is for staff', async () => {
  expect(headings(await page('author', { from: 'austin', before: '0', after: '1' }))).toEqual(['Chopin, Frédéric']);
  const seen = await page('author', { from: 'austin', before: '0', after: '1' }, staffAt('birch', 'cataloguer'));
  expect(headings(seen)).toEqual(['Austin, Ada']);
  expect(headings(await page('dewey', { from: '823.7', before: '0', after: '2' }))).toEqual(['823.7 AUS']);
});

test('a reference leads to the heading that is used', async () => {
  const { headings: found } = await page('author', { from: 'clemens', before: '0', after: '1' });
  expect(found).toMatchObject([
    { heading: 'Clemens, Samuel Langhorne', count: 0, see: { heading: 'Twain, Mark, 1835-1910' } },
  ]);
  const there = await page('author', { at: found[0]?.see?.at ?? '', before: '0', after: '1' });
  expect(there.headings).toMatchObject([{ heading: 'Twain, Mark, 1835-1910', count: 1 }]);
});

test('a title is found as typed, with its first word or without its article, whichever sorts', async () => {
  const at = async (from: string) => headings(await page('title', { from, before: '0', after: '1' }));
  expect(await Promise.all(['Los Angeles', 'los angeles noir', 'A tramp', 'The Watsons', 'watsons'].map(at))).toEqual([
    ['Los Angeles noir'],
    ['Los Angeles noir'],
    ['A tramp abroad'],
    ['The Watsons'],
    ['The Watsons'],
  ]);
});

test('titles sort without their article, subjects with their subdivisions first', async () => {
  expect(headings(await page('title', { from: 'the watsons', before: '1', after: '1' }))).toEqual([
    'A tramp abroad',
    'The Watsons',
  ]);
  expect(headings(await page('subject', { from: 'art', after: '3' }))).toEqual([
    'Art',
    'Art -- History',
    'Art history',
  ]);
});

test('a list is complete, in either direction and with any page size', async () => {
  const keys = [
    ...new Set(
      [...books.filter(({ visibleTo }) => visibleTo.includes('public')), ...crowd].flatMap(
        ({ author }) => author ?? [],
      ),
    ),
  ]
    .map((author) => headingKey('author', author))
    .concat(headingKey('author', 'Clemens, Samuel Langhorne'));
  const wanted = [...new Set(keys)].sort();
  const onwards: string[] = [];
  for (let from = ''; ; ) {
    const { headings: found, last } = await page('author', { at: from, before: '0', after: '30' });
    // A page begins with the heading at which it was opened, the last one of the page before.
    onwards.push(...found.map(({ at }) => at).filter((at) => at !== from));
    from = found.at(-1)?.at ?? '';
    if (last) break;
  }
  const read = (places: string[]) => places.map((place) => Buffer.from(place, 'base64url').toString());
  expect(read(onwards)).toEqual(wanted);
  const back: string[] = [];
  for (let from = onwards.at(-1) ?? ''; ; ) {
    const { headings: found, first } = await page('author', { at: from, before: '23', after: '0' });
    back.unshift(...found.map(({ at }) => at));
    from = found[0]?.at ?? '';
    if (first) break;
  }
  expect(read(back)).toEqual(wanted.slice(0, -1));
});

test('call numbers sort in shelf order, and each library has its own', async () => {
  expect(headings(await page('dewey', { from: '786', before: '0', after: '2' }))).toEqual([
    '786.2 CHO v.2',
    '786.2 CHO v.10',
  ]);
  expect(headings(await page('udc', { from: '94(4', before: '0', after: '4' }))).toEqual([
    '94(41+44)',
    '94(410)',
    '94(410)"19"',
    '94(44)',
  ]);
  const all = crowd.flatMap(({ shelf = [] }) => shelf);
  const inOrder = (members: string[]) =>
    all
      .filter(({ member }) => members.includes(member))
      .map(({ callNumber }) => callNumber)
      .sort((a, b) => ((shelfPlace(a)?.key ?? '') < (shelfPlace(b)?.key ?? '') ? -1 : 1))
      .slice(0, 30);
  for (const member of ['ash', 'birch', 'ash,birch'])
    expect(headings(await page('lc', { from: 'Q', before: '0', after: '30', member }))).toEqual(
      inOrder(member.split(',')),
    );
  expect(headings(await page('lc', { from: 'PR', before: '0', after: '1', member: 'ash' }))[0]).toMatch(/^QA/);
});

test('a heading opens to its records, in the scope it was found in', async () => {
  const [heading] = (await page('author', { from: 'austen', before: '0', after: '1' })).headings;
  const at = heading?.at ?? '';
  const under = async (more: Record<string, string> = {}) =>
    (await call(recordsUnder, { path: { list: 'author' }, query: { at, ...more } })).body as {
      hits: { title: string }[];
    };
  expect((await under()).hits.map(({ title }) => title)).toEqual(['Emma', 'The Watsons']);
  expect((await under({ member: 'ash' })).hits.map(({ title }) => title)).toEqual(['Emma']);
  expect(await page('author', { from: 'austen', before: '0', after: '1', member: 'ash' })).toMatchObject({
    headings: [{ count: 1 }],
  });
});

test('the longest permitted terms open a list, and get suggestions', async () => {
  for (const from of ['é. '.repeat(66), '.*'.repeat(100), 'austen '.repeat(28)]) {
    for (const list of ['author', 'title', 'lc', 'other']) await page(list, { from });
    expect(await call(suggest, { query: { q: from.slice(0, 100) } })).toMatchObject({ status: 200 });
  }
});

test('an invalid position, and terms together with a position, are refused', async () => {
  expect(await call(browse, { path: { list: 'author' }, query: { at: '!!' } })).toMatchObject({
    status: 400,
    body: { code: 'unknown-place' },
  });
  expect(await call(browse, { path: { list: 'author' }, query: { at: '', from: 'a' } })).toMatchObject({ status: 400 });
  expect(await call(browse, { path: { list: 'colour' }, query: {} })).toMatchObject({ status: 400 });
});

describe('suggestions', () => {
  const suggested = async (q: string, more: Record<string, string> = {}): Promise<string[]> => {
    const { status, body } = await call(suggest, { query: { q, ...more } });
    expect(status).toBe(200);
    return (body as { suggestions: { list: string; text: string }[] }).suggestions.map(
      ({ list, text }) => `${list}: ${text}`,
    );
  };

  test.each([
    ['whatever the accents', 'etud', ['title: Études']],
    ['in either order of a name', 'frederic cho', ['author: Chopin, Frédéric']],
    ['behind a leading article', 'the wats', ['title: The Watsons']],
    ['by a word that only looks like one', 'los ang', ['title: Los Angeles noir']],
    ['with the article that it files without', 'a tramp ab', ['title: A tramp abroad']],
    ['in the middle of a title', 'abro', ['title: A tramp abroad']],
    ['by the heading that is used, where another form is typed', 'clemens', ['author: Twain, Mark, 1835-1910']],
    ['of subjects', 'art hi', ['subject: Art history', 'subject: Art -- History']],
    ['nothing for one letter', 'e', []],
    ['nothing of what is hidden', 'secret', []],
  ])('%s', async (_, typed, wanted) => {
    expect((await suggested(typed)).sort()).toEqual([...wanted].sort());
  });

  test('pattern characters of the engine are plain text here', async () => {
    for (const typed of ['.*', 'a|b', '(((', '[a-', 'a{99999}', '"<1-9>"', '\\', '~@#&'])
      expect(await suggested(typed)).toEqual(expect.any(Array));
  });

  test('with a chosen library, headings of others are not suggested', async () => {
    expect(await suggested('watsons', { member: 'ash' })).toEqual([]);
    expect(await suggested('watsons', { member: 'birch', list: 'title' })).toEqual(['title: The Watsons']);
  });
});
