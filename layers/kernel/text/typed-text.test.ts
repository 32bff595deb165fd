import * as fc from 'fast-check';
import { inLines, inOneLine, oneLine, someLines } from './typed-text.ts';

describe('finding S14: a typed text of one line', () => {
  it.each([
    ['Nguyễn\r\nThị Minh ', 'Nguyễn Thị Minh'],
    ['Ada\u202e ecalevoL', 'Ada ecalevoL'],
    ['\u2067عمر\u2069', 'عمر'],
    ['A\u0000\u0007\u0085\u2028B', 'A B'],
    ['\ufeffAnn\u200b', 'Ann'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['Zoe\u0308', 'Zoë'],
    ["O'Brien–Núñez (de la) 3rd", "O'Brien–Núñez (de la) 3rd"],
  ])('%j is stored as %j', (typed, stored) => {
    expect(oneLine(200).parse(typed)).toBe(stored);
  });

  it('is refused when nothing is left, or too much', () => {
    expect(oneLine(5).safeParse('\u202e\n ').success).toBe(false);
    expect(oneLine(5, 0).parse('\u202e\n ')).toBe('');
    expect(oneLine(5).safeParse('123456').success).toBe(false);
    expect(oneLine(5).parse(' 12345\r\n')).toBe('12345');
  });

  it('never holds a control character, a line break or a direction mark, and stays as it is when stored again', () => {
    const forbidden = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
    const unit = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\r',
      '\t',
      '\u0000',
      '\u009f',
      '\u202e',
      '\u2066',
      '\u2028',
      '\u0308',
      '漢',
    );
    fc.assert(
      fc.property(fc.string({ unit }), (typed) => {
        expect(inOneLine(typed)).not.toMatch(forbidden);
        expect(inOneLine(inOneLine(typed))).toBe(inOneLine(typed));
        expect(inLines(inLines(typed))).toBe(inLines(typed));
        expect(inLines(typed).replaceAll('\n', '')).not.toMatch(forbidden);
      }),
    );
  });

  it('keeps the lines of a note and of an address', () => {
    expect(someLines(500).parse(' 1 Main St\r\nRiverton\u202e\r\n\r\n\r\n12345 ')).toBe('1 Main St\nRiverton\n\n12345');
  });
});
