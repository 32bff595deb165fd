import fc from 'fast-check';
import { identifierKey, keyOf, withoutArticle } from './title-keys.ts';

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
])('%s files under %s', (key, filed) => expect(withoutArticle(key)).toBe(filed));

test('an identifier is its letters and digits', () => {
  expect(identifierKey(' B-1000 42x ')).toBe('b100042x');
});

test('a key is short, has no blank at its ends and is its own key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
      const key = keyOf(text);
      expect(key.length).toBeLessThanOrEqual(300);
      expect(key).toBe(key.trim());
    }),
  );
});
