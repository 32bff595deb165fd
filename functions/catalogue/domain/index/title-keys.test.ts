import fc from 'fast-check';
import { callNumberKey, identifierKey, keyOf, nameKeys, startsOf, withoutArticle } from './title-keys.ts';

test.each([
  ['The Nation.', 'the nation'],
  ['Science!', 'science'],
  ["Can't / cant", 'cant cant'],
  ['War & peace', 'war and peace'],
  ['红楼梦 : 上', '红楼梦上'],
  ['고려의 후삼국', '고려의후삼국'],
  ['...', ''],
])('%s has the key %s', (title, key) => expect(keyOf(title)).toBe(key));

test.each([
  ['the nation', 'nation'],
  ['das kapital', 'kapital'],
  ['a', 'a'],
  ['theory', 'theory'],
])('%s is sorted under %s', (key, filed) => expect(withoutArticle(key)).toBe(filed));

test.each([
  ['Austen, Jane, 1775-1817', ['austen jane', 'jane austen']],
  ['King, Martin Luther, Jr., 1929-1968', ['king martin luther', 'martin luther king']],
  ['Forster, E. M. (Edward Morgan), 1879-1970', ['forster e m', 'e m forster']],
  ['United States. Congress', ['united states congress']],
  ['((((', []],
])('%s is displayed as %j', (name, called) => expect(nameKeys(name)).toEqual(called));

test.each([
  ['QA76.73 .C153 S77 1997.', 'qa76.73c153s771997'],
  ['QA76.73 C153 S77 1997', 'qa76.73c153s771997'],
  ['QA76.73.C153', 'qa76.73c153'],
  ['813 .54 R', '813.54r'],
  ['A 13.28:K 61/2', 'a13.28:k61/2'],
])('call number %s has the key %s', (given, key) => expect(callNumberKey(given)).toBe(key));

test('a title key consists of the first words, or of letters in CJK, up to six', () => {
  expect(startsOf('war and peace')).toEqual(['war', 'war and']);
  expect(startsOf('a b c d e f g h').at(-1)).toBe('a b c d e f');
  expect(startsOf('红楼梦')).toEqual(['红', '红楼']);
});

test('an identifier consists of its letters and digits', () => {
  expect(identifierKey(' B-1000 42x ')).toBe('b100042x');
});

test('a key is short, has no spaces at its ends and is its own key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
      const key = keyOf(text);
      expect(key.length).toBeLessThanOrEqual(300);
      expect(key).toBe(key.trim());
    }),
  );
});
