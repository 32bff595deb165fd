import { answersTo, courseTerms, headOf, lastDayOver, searchTerms, termBodySchema } from './course.ts';

const course = { code: 'HIST-204', title: 'Überseegeschichte: the Atlantic World', department: 'History' };

test.each([
  ['its code as written', 'hist 204'],
  ['its code in one', 'HIST204'],
  ['the beginnings of words in any order', 'wor atl'],
  ['a word without its marks', 'ubersee'],
  ['its department', 'history'],
])('a course is found by %s', (_how, typed) => {
  expect(answersTo(searchTerms(typed), courseTerms(course))).toBe(true);
});

test.each(['pacific', 'hist 205', 'antic'])('a course is not found by %s', (typed) => {
  expect(answersTo(searchTerms(typed), courseTerms(course))).toBe(false);
});

test('a term is looked up by its first two letters', () => {
  expect(['atlantic', 'ma', 'x', '大西洋'].map(headOf)).toEqual(['at', 'ma', 'x', '大西']);
});

test.each([
  ['2026-12-19T11:59:59.000Z', '2026-12-17'],
  ['2026-12-19T12:00:00.000Z', '2026-12-18'],
])('at %s the last day that has ended everywhere on earth is %s', (at, day) => {
  expect(lastDayOver(Date.parse(at))).toBe(day);
});

test('a term does not end before it begins', () => {
  expect(termBodySchema.safeParse({ name: 'Fall', startsOn: '2026-12-18', endsOn: '2026-08-24' }).success).toBe(false);
});
