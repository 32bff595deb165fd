import { isMeant, mayBeMeant, type RecordFacts, surnameOf } from './cited-record.ts';

const dune: RecordFacts = {
  titles: ['Dune : a novel', 'Dune'],
  names: ['Herbert, Frank', 'Frank Herbert'],
  year: 1965,
  kind: 'book',
};
const cited = { kind: 'book', title: 'Dune', author: 'Herbert' } as const;
const judged = (record: RecordFacts, citation: Parameters<typeof isMeant>[1]) => [
  isMeant(record, citation),
  mayBeMeant(record, citation),
];

test.each([
  ['title and author', cited, [true, true]],
  ['another form of the name, and an article', { ...cited, title: 'The dune', author: 'F. Herbert' }, [true, true]],
  ['its year', { ...cited, date: 'c1965' }, [true, true]],
  ['another year: another edition', { ...cited, date: '1984' }, [false, true]],
  ['another subtitle', { ...cited, title: 'Dune : the epic' }, [false, true]],
  ['a misspelt author', { ...cited, author: 'Herbet' }, [false, true]],
  ['another author', { ...cited, author: 'Villeneuve' }, [false, false]],
  ['another title', { ...cited, title: 'Dune messiah' }, [false, false]],
  ['no title', { kind: 'book', author: 'Herbert' }, [false, false]],
  ['a journal of the title', { kind: 'journal', title: 'Dune' }, [false, true]],
  ['a chapter, whose author is not that of the book', { ...cited, kind: 'chapter', partAuthor: 'X' }, [true, true]],
] as const)('finding I1: a record against a citation by %s', (_, citation, expected) => {
  expect(judged(dune, citation)).toEqual(expected);
});

test('finding I1: a recording is not the cited book, and a record without names may be by anybody', () => {
  expect(judged({ ...dune, kind: 'other' }, cited)).toEqual([false, true]);
  expect(judged({ ...dune, names: ['', ''] }, cited)).toEqual([false, true]);
});

test.each([
  ['Austen, Jane', 'Austen'],
  ['Jane Austen', 'Austen'],
  ['Li, Bai', 'Li'],
  ['Frank Herbert Jr.', 'Herbert'],
  ['夏目漱石', '夏目漱石'],
  ['Xu Li', 'Xu Li'],
  [' ', undefined],
])('finding I1: the name to search for of “%s” is %s', (author, surname) => {
  expect(surnameOf({ kind: 'book', title: 'Poems', author })).toBe(surname);
  expect(surnameOf({ kind: 'chapter', title: 'Poems', author })).toBeUndefined();
});
