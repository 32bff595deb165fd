import { illFormedPaths, isIllFormed } from './ill-formed.ts';
import { readOpaque, writeOpaque } from './opaque-json.ts';

describe('finding S10: ill-formed text', () => {
  it.each(['\ud800', 'a\udc00', '\udc00\ud800', '\0', 'a\0b'])('recognises %j', (text) => {
    expect(isIllFormed(text)).toBe(true);
  });

  it.each(['', 'a', '\ud83d\ude00', '\ufffd', '漢字', '\u202e'])('lets %j pass', (text) => {
    expect(isIllFormed(text)).toBe(false);
  });

  it('is found anywhere in a value, also in a key, with its path', () => {
    const value = { a: 'fine', b: [{ c: '\ud800' }, 1, null, 'x\0'], '\ud800': true };
    expect(illFormedPaths(value)).toEqual(expect.arrayContaining([['b', 0, 'c'], ['b', 3], ['\ud800']]));
    expect(illFormedPaths(value)).toHaveLength(3);
    expect(illFormedPaths('\ud800')).toEqual([[]]);
  });

  it('is found in a value of any depth and size, and not reported without end', () => {
    const deep = JSON.parse(`${'['.repeat(200_000)}"\\ud800"${']'.repeat(200_000)}`);
    expect(illFormedPaths(deep)[0]).toHaveLength(50);
    expect(illFormedPaths(Array.from({ length: 100_000 }, () => '\0'))).toHaveLength(20);
  });
});

describe('Opaque JSON', () => {
  it('is read as it was written', () => {
    const value = ['2026', { a: 'é漢' }];
    expect(readOpaque(writeOpaque(value))).toEqual(value);
  });

  it('finding S10: is refused when it is no JSON, or holds ill-formed text', () => {
    expect(readOpaque('!')).toBeUndefined();
    expect(readOpaque(Buffer.from('{"pk":"\\ud800"}').toString('base64url'))).toBeUndefined();
  });
});
