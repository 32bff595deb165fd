import { indexedText, neighboursAsOne, queryWords } from './indexed-text.ts';

test.each([
  ['The theory of the avant-garde', 'the theory of the avant garde avantgarde'],
  ['Rowling, J. K., 1965-', 'rowling j k 1965 jk'],
  ['U.S. history', 'u s history us'],
  ["L'opéra de l'Élysée", 'lopera de lelysee opera elysee'],
  ["O'Brien's", 'obriens'],
  ['고려의 후삼국', '고려의후삼국'],
  ['3.5 million : 1,000 ways', '3 5 million 1 000 ways'],
  ['红楼梦 : 上', '红楼梦 上'],
  ['...', ''],
])('%s is indexed as %s', (text, words) => expect(indexedText(text)).toBe(words));

test.each([
  ["l'opéra", ['lopera']],
  ["l' opera", ['lopera']],
  ["can't", ['cant']],
  ['avant-garde', ['avant', 'garde']],
  ['C++11', ['cplusplus', '11']],
  ['[silence] / lectures ...', ['silence', 'lectures']],
  ['?!', []],
])('%s is searched as %j', (q, words) => expect(queryWords(q)).toEqual(words));

test('adjacent words of a title can be searched as one word', () => {
  expect(neighboursAsOne('Sea grass of a world')).toEqual(['seagrass', 'grassof']);
});

test.each([
  ['hyphens', '-'.repeat(20_000)],
  ['letters and a hyphen', `${'a'.repeat(20_000)}-`],
  ['hyphened letters', 'aa-'.repeat(7_000)],
  ['initials', 'a.'.repeat(10_000)],
  ['apostrophes', "l' ".repeat(7_000)],
  ['plus signs', 'c+'.repeat(10_000)],
  ['marks on one letter', `a${'\u0301'.repeat(20_000)}-b`],
])('endless %s are read in one go', (_, text) => {
  expect(indexedText(text).length).toBeLessThanOrEqual(2 * text.length);
});
