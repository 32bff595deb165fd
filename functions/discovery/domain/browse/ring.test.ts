import * as fc from 'fast-check';
import { ringsOf } from './ring.ts';

/** Orders as the engine does: by code points. */
const below = (a: string, b: string): boolean => {
  const [one, other] = [[...a], [...b]].map((points) => points.map((point) => point.codePointAt(0) ?? 0)) as [
    number[],
    number[],
  ];
  for (let i = 0; i < Math.min(one.length, other.length); i++)
    if (one[i] !== other[i]) return (one[i] ?? 0) < (other[i] ?? 0);
  return one.length < other.length;
};

// The hyphen is escaped for the engine; JavaScript allows that within brackets only.
const asRegExp = (pattern: string): RegExp => new RegExp(`^(?:${pattern.replaceAll('\\-', '\\x2d')})$`, 'su');

// Index values continue after the characters of a position, so none is only a prefix of one. The first and the last code point, and those
// beside the surrogates, occur in positions that a client invents.
const letters = [...'ab yzé文\u{20000}.-0\u0000\ud7ff\ue000\u{10ffff}'];
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 0, maxLength: 9 });
const value = word.map((text) => `${text}\u0001x`);

test('the rings of a position contain, together and each once, what is on their side of it', () => {
  fc.assert(
    fc.property(word, value, (position, other) => {
      for (const way of ['onwards', 'back'] as const) {
        const rings = ringsOf(position, way);
        const isThere = way === 'onwards' ? !below(other, position) : below(other, position);
        const inPattern = rings.filter(({ pattern }) => asRegExp(pattern).test(other));
        const inBounds = rings.filter(
          ({ from, below: to }) =>
            (from === undefined || !below(other, from)) && (to === undefined || below(other, to)),
        );
        expect([way, inPattern.length]).toEqual([way, isThere ? 1 : 0]);
        expect(inBounds).toEqual(inPattern);
      }
    }),
    { numRuns: 200 },
  );
});

test('a long position makes no long pattern: the engine accepts 4,000 characters', () => {
  for (const way of ['onwards', 'back'] as const)
    for (const { pattern } of ringsOf('.é'.repeat(200), way)) expect(pattern.length).toBeLessThan(2500);
});

test('there is nothing behind the last code point and before the first', () => {
  expect(ringsOf('\u0000', 'back')).toEqual([]);
  expect(ringsOf('\u{10ffff}', 'onwards')).toEqual([{ from: '\u{10ffff}', pattern: '\u{10ffff}.*' }]);
  expect(ringsOf('a\u{10ffff}', 'onwards').at(0)).toMatchObject({ from: 'a\u{10ffff}', below: 'b' });
});
