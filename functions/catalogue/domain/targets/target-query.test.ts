import { cqlOf, searchAddress } from './target-query.ts';
import { copyTargetSchema } from './targets.ts';

test('a search becomes CQL in which quotes cannot end a term', () => {
  expect(cqlOf({ title: 'Say "hi" \\ bye', author: 'Okri' })).toBe(
    'dc.title="Say \\"hi\\" \\\\ bye" and dc.creator="Okri"',
  );
  expect(cqlOf({ isbn: '978-0-14-143958-7' })).toBe('bath.isbn="9780141439587"');
  expect(cqlOf({})).toBeUndefined();
});

test('the address of a search has the database of the target and the parameters of its version', () => {
  const target = { name: 'National library', address: 'https://sru.example.org/sru/' };
  const one = searchAddress(copyTargetSchema.parse({ ...target, database: 'books' }), 'emma', 11);
  expect(one).toBe(
    'https://sru.example.org/sru/books?version=1.2&operation=searchRetrieve&recordPacking=xml&query=emma&startRecord=11&maximumRecords=10&recordSchema=marcxml',
  );
  const two = new URL(searchAddress(copyTargetSchema.parse({ ...target, version: '2.0' }), 'emma', 1));
  expect([two.searchParams.has('version'), two.searchParams.get('recordXMLEscaping')]).toEqual([false, 'xml']);
});

test.each(['http://sru.example.org/', 'https://me:secret@sru.example.org/', 'https://sru.example.org/?x=1', 'sru'])(
  'the address %s is refused',
  (address) => {
    expect(copyTargetSchema.safeParse({ name: 'A', address }).success).toBe(false);
  },
);
