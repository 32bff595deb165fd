import type { IndexDocument } from '../../../functions/catalogue/public/index-document.ts';
import { shelvedAs } from '../../../functions/catalogue/public/shelved-as.ts';
import { findRecords } from '../../../functions/discovery/data/search-index/find-records.ts';
import type { FoundRecord } from '../../../functions/discovery/data/search-index/search.ts';
import { behind } from '../../../functions/discovery/domain/query/cursor.ts';
import type { After } from '../../../functions/discovery/domain/query/query.ts';
import { plainSearch, type SearchParameters } from '../../../functions/discovery/domain/query/search-parameters.ts';
import { aDocument } from '../../builders/index-document.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** A search sorted by call number: whose number counts, where those without one are, and that paging neither repeats nor skips. */
const numbered = (title: string, shelf: NonNullable<IndexDocument['shelf']>): IndexDocument =>
  aDocument({ title, shelf, heldBy: [...new Set(shelf.map(({ member }) => member)), 'cedar'] });
const ash = (callNumber: string) => ({ member: 'ash', callNumber });
const birch = (callNumber: string) => ({ member: 'birch', callNumber });

// Ash shelves by Library of Congress, birch by Dewey; there the titles have the opposite order.
const shelf = [
  numbered('Wells A', [ash('QA9'), birch('900')]),
  numbered('Wells B', [ash('QA76.9'), birch('--')]),
  numbered('Wells C', [ash('QA100'), birch('100')]),
  numbered('Wells D', [birch('050 WEL')]),
  numbered('Wells E', [ash('GIANT WEL')]),
  numbered('Wells F', [ash('QA9')]),
  numbered('Wells Y', []),
  numbered('Wells Z', [ash('--')]),
];

let index: TestIndex;
beforeEach(() => {
  index = anIndex();
});
afterEach(() => index.drop());

const inOrder = async (more: Partial<SearchParameters> = {}, q = 'wells'): Promise<FoundRecord[]> => {
  const parameters = plainSearch(q, { sort: 'callNumber', limit: 3, ...more });
  const all: FoundRecord[] = [];
  let after: After | undefined;
  do {
    const later = after && { after, relaxed: false };
    const { hits } = await findRecords(index.engine, index.family, parameters, { kind: 'anonymous' }, later);
    all.push(...hits);
    after = behind(parameters, hits, after);
  } while (after);
  return all;
};
const letters = (hits: readonly FoundRecord[]): string => hits.map(({ title }) => title.at(-1)).join('');
const numbers = (hits: readonly FoundRecord[]) => hits.map(({ sort }) => shelvedAs(sort[0])?.callNumber);

test('the first number of any library counts, scheme by scheme; records without one come last, page by page', async () => {
  await index.hold(shelf);
  const hits = await inOrder();
  expect(letters(hits)).toBe('AFBCDEYZ');
  expect(numbers(hits)).toEqual(['QA9', 'QA9', 'QA76.9', 'QA100', '050 WEL', 'GIANT WEL', undefined, undefined]);
  expect(letters(await inOrder({}, ''))).toBe('AFBCDEYZ');
  expect(letters(await inOrder({ limit: 1 }))).toBe('AFBCDEYZ');
  expect(letters(await inOrder({ asWorks: true }))).toBe('AFBCDEYZ');
});

test('within a library, or chosen among the hits, only its own number counts', async () => {
  await index.hold(shelf);
  const chosen = (member: string[]) => ({ facets: { format: [], language: [], member } });
  const [atBirch, within] = [await inOrder(chosen(['birch'])), await inOrder({ within: ['birch'] })];
  expect([letters(atBirch), letters(within)]).toEqual(['DCAB', 'DCAB']);
  expect(within.map(({ sort }) => shelvedAs(sort[0])?.memberId)).toEqual(['birch', 'birch', 'birch', undefined]);
  // A group: the first number that any member of it has.
  expect(letters(await inOrder({ within: ['ash', 'birch'] }))).toBe('AFBCDEZ');
  // A library selected within a group takes precedence.
  expect(letters(await inOrder({ within: ['ash', 'birch'], ...chosen(['birch']) }))).toBe('DCAB');
  // Cedar has all of them, without a number.
  expect(letters(await inOrder({ within: ['cedar'] }))).toBe('ABCDEFYZ');
});

test('an index older than the order can be searched in it, and orders what was written since', async () => {
  await index.makeWithout('shelf_first', 'shelf_places');
  // In the form that the earlier release wrote.
  await index.hold(shelf.map((one) => ({ ...one, shelf: [] })));
  expect([letters(await inOrder()), letters(await inOrder({ within: ['birch'] }))]).toEqual(['ABCDEFYZ', 'ABCD']);
  const again = shelf.slice(1, 3).map((document) => ({ id: document.recordId, version: 2, document }));
  expect(await index.writer.write(again)).toEqual(again.map(({ id }) => ({ id, outcome: 'written' })));
  await index.refresh();
  expect([letters(await inOrder()), letters(await inOrder({ within: ['birch'] }))]).toEqual(['BCADEFYZ', 'CABD']);
});
