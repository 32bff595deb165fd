import type { IndexDocument } from '../../../functions/catalogue/public/index-document.ts';
import { relatedTitles } from '../../../functions/discovery/data/search-index/related.ts';
import { handler } from '../../../functions/discovery/operations/list-related/handler.ts';
import { call } from '../../builders/call.ts';
import { aDocument } from '../../builders/index-document.ts';
import { anIndex, type TestIndex } from '../../builders/search-engine.ts';

/** The titles related to a record: editions of its work, similar titles, neighbours on the shelf. */
const novel = (title: string, callNumber: string, over: Partial<IndexDocument> = {}): IndexDocument =>
  aDocument({
    ...{ title, titleProper: title, recordId: title.toLowerCase().replaceAll(' ', '-'), heldBy: ['ash'] },
    shelf: [{ member: 'ash', callNumber }],
    ...over,
  });

const orrell = { author: 'Orrell, Tamsin, 1950-' };
const documents: IndexDocument[] = [
  novel('Harbour lights', 'FIC ORR', {
    ...orrell,
    subjects: ['Harbours -- Fiction', 'Fishers -- Fiction'],
    year: 2001,
  }),
  novel('Harbour lights', 'FIC ORR L', {
    ...orrell,
    recordId: 'large-print',
    subjects: ['Fishers -- Fiction'],
    year: 2009,
  }),
  novel('The fishers', 'FIC PAR', { author: 'Park, Min', subjects: ['Fishers -- Fiction'] }),
  novel('The pilots', 'FIC NOR', { author: 'North, Ada', subjects: ['Harbours -- Fiction', 'Fishers -- Fiction'] }),
  novel('Inland', 'FIC ORS', { ...orrell, subjects: ['Mountains'] }),
  novel('Secret fishers', 'FIC ORT', { subjects: ['Fishers -- Fiction'], visibleTo: ['staff:ash'], heldBy: [] }),
  novel('Field guide', '598 FIE', { author: 'Hale, Jo', subjects: ['Birds'] }),
  novel('At birch', 'FIC ORT', {
    subjects: ['Boats'],
    heldBy: ['birch'],
    shelf: [{ member: 'birch', callNumber: 'FIC ORT' }],
  }),
];

let index: TestIndex;
beforeAll(async () => {
  index = anIndex();
  await index.hold(documents);
}, 60_000);
afterAll(() => index.drop());

const related = (recordId: string, members: string[] = []) =>
  relatedTitles(index.engine, index.family, recordId, members, { kind: 'anonymous' });
const titles = (list: readonly { title: string }[]) => list.map(({ title }) => title);

test('editions are those of the same work; similar titles share headings or the author, more shared headings first', async () => {
  const { editions, similar } = await related('harbour-lights');
  expect(editions.map(({ recordId, year }) => [recordId, year])).toEqual([['large-print', 2009]]);
  expect(titles(similar)[0]).toBe('The pilots');
  expect(titles(similar).sort()).toEqual(['Inland', 'The fishers', 'The pilots']);
});

test('neighbours stand in shelf order around the record, of the libraries asked for and visible to the reader', async () => {
  const order = ['Field guide', 'The pilots', 'Harbour lights', 'Harbour lights', 'Inland', 'The fishers'];
  expect(titles((await related('harbour-lights', ['ash'])).shelf)).toEqual(order);
  expect((await related('harbour-lights', ['ash'])).shelf.map(({ callNumber }) => callNumber)).toContain('FIC ORR L');
  expect(titles((await related('harbour-lights')).shelf)).toContain('At birch');
  // It has no call number at birch.
  expect((await related('harbour-lights', ['birch'])).shelf).toEqual([]);
});

test('nothing is related to a record that the reader may not see or that does not exist', async () => {
  const nothing = { editions: [], similar: [], shelf: [] };
  expect(await related('secret-fishers')).toEqual(nothing);
  expect(await call(handler, { path: { recordId: 'rec_none' } })).toMatchObject({ status: 200, body: nothing });
});
