import * as fc from 'fast-check';
import { withoutControlCharacters } from './clean-text.ts';
import { eaccCharacter } from './eacc.ts';
import { asMarc8Says, encodeMarc8 } from './encode-marc8.ts';
import { decodeMarc8 } from './marc8.ts';
import { marc8Sets } from './marc8-tables.ts';

const decoded = (binary: string) => decodeMarc8(Buffer.from(binary, 'latin1'));

describe('decoding MARC-8', () => {
  it.each([
    ['plain ASCII', 'Plain text.', 'Plain text.'],
    ['a mark, which stands before its letter', 'S\u00e4ao Paulo', 'São Paulo'],
    ['two marks on one letter', '\u00f2\u00e3a', 'ậ'],
    ['extended Latin letters', '\u00b1\u00e2z \u00a2', 'łź Ø'],
    ['the sharp s, the euro and the music sharp', '\u00c7\u00c8\u00c4', 'ß€♯'],
    ['a mark over two letters', '\u00ebt\u00ecs', 't\u0361s'],
    ['superscript and back', 'm\u001bp2\u001bs.', 'm².'],
    ['subscript and back', 'H\u001bb2\u001bsO', 'H₂O'],
    ['the old Greek letters', '\u001bga\u001bs-ray', 'α-ray'],
    ['Cyrillic', '\u001b(NwOJNA\u001b(B, 1812', 'Война, 1812'],
    ['Cyrillic in the second graphic set', '\u001b)N\u00d7\u00cf\u00ca\u00ce\u00c1 A', 'война A'],
    ['extended Cyrillic', '\u001b(QFG\u001b(B', 'ії'],
    ['Hebrew', '\u001b(2ylem\u001b(B', 'שלום'],
    ['a Hebrew point after its letter', '\u001b(2\u0047a\u001b(B', '\u05d1\u05b0'],
    ['Arabic', '\u001b(3cJGH, 12\u001b(B', 'كتاب، ١٢'],
    ['extended Arabic', '\u001b(4)\u001b(B', 'پ'],
    ['Greek', '\u001b(Snrdrw\u001b(B', 'λογος'],
    ['a Greek accent after its letter', '\u001b(S"a\u001b(B', 'ά'],
    ['a set named with an intermediate mark', '\u001b)!E\u00b2', 'ø'],
    ['marks of characters not to be sorted', '\u0088The \u0089end', '\u0098The \u009cend'],
  ])('reads %s', (_name, binary, text) => {
    expect(decoded(binary)).toEqual({ text: text.normalize('NFC'), unmapped: 0 });
  });

  it.each([
    ['East Asian characters', '\u001b$1!0!!0"\u001b(B end', '一丁 end'],
    ['kana and hangul', '\u001b$1i$No\\e\u001b(B', 'の한'],
    ['the ideographic space, whose third byte is a blank', '\u001b$1!0!!# !0"\u001b(B', '一\u3000丁'],
    ['East Asian in the second graphic set', '\u001b$)1\u00a1\u00b0\u00a1 a', '一 a'],
    ['the superscript alef, which stands behind its letter', '\u001b(3Gt\u001b(B', '\u0627\u0670'],
    ['the short vowels of extended Arabic', '\u001b(4}8\u001b(B', '\u068c\u0306'],
    ['a numeric character reference', 'a &#x0E01; b', 'a ก b'],
    ['a mark by its reference, behind its letter', '\u00e2e&#x0331;', 'e\u0331\u0301'],
    ['what is no reference', '&#xD800; &#x; &#x1F &amp; \u00c3', '&#xD800; &#x; &#x1F &amp; ©'],
  ])('reads %s', (_name, binary, text) => {
    expect(decoded(binary)).toEqual({ text: text.normalize('NFC'), unmapped: 0 });
  });

  it('marks an East Asian code that is unknown or truncated, and continues after it', () => {
    expect(decoded('\u001b$1!0!~~~ !0\u001b(B end')).toEqual({ text: '一\ufffd \ufffd end', unmapped: 2 });
  });

  it('marks unknown codes, and never stops', () => {
    expect(decoded('a\u001b(Zb\u00ffc')).toEqual({ text: 'a\ufffd(Zb\ufffdc', unmapped: 2 });
    expect(decoded('ends in escape \u001b')).toEqual({ text: 'ends in escape \ufffd', unmapped: 1 });
  });

  it('keeps a combining mark that has no letter', () => {
    expect(decoded('\u00e2')).toEqual({ text: '\u0301', unmapped: 0 });
  });

  it('never throws on any bytes', () => {
    const byte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x1b, 0x24, 0x28, 0x31, 0x26));
    fc.assert(fc.property(fc.array(byte, { maxLength: 40 }), (bytes) => void decodeMarc8(Uint8Array.from(bytes))));
  });
});

describe('writing MARC-8', () => {
  it.each([
    ['a mark before its letter', 'São Paulo', 'S\u00e4ao Paulo'],
    ['a letter with two marks', 'ờ', '\u00e1\u00bc'],
    ['both halves of a double mark', 't\u0361s', '\u00ebt\u00ecs'],
    ['halves as Unicode has them', 't\ufe20s\ufe21', '\u00ebt\u00ecs'],
    ['halves one after the other', 'i\ufe22t\ufe23s\ufe20i\ufe21', '\u00fai\u00fbt\u00ebs\u00eci'],
    ['a half without the other by reference', 's\ufe22 d\ufe21', 's&#xFE22; d&#xFE21;'],
    ['a short stay in another set', 'H₂O, m²', 'H\u001bb2\u001bsO, m\u001bp2\u001bs'],
    ['a stay over a blank and punctuation', 'Война, 1812', '\u001b(NwOJNA, 1812\u001b(B'],
    ['Greek with its accents in its own set', 'λόγος', '\u001b(Sn"rdrw\u001b(B'],
    ['East Asian, left at a blank', '日本 の本', '\u001b$1!Bs!Ci\u001b(B \u001b$1i$N!Ci\u001b(B'],
    ['what it lacks by reference', 'กé', '&#x0E01;\u00e2e'],
    ['a mark that it lacks behind its letter, and those after it', 'e\u0331\u0333', 'e&#x0331;&#x0333;'],
    ['a mark without a letter', '\u0301a', '&#x0301;a'],
    ['what would read as a reference', 'a&#x41;&b', 'a&#x0026;#x41;&b'],
  ])('writes %s', (_name, text, binary) => {
    expect(encodeMarc8(text).binary).toBe(binary);
  });

  it('writes every character of every set so that it reads back', () => {
    const sets = Object.values(marc8Sets).flatMap((set) => set.filter((each) => each !== undefined));
    const planes = Array.from({ length: 94 * 94 * 94 }, (_, i) => i);
    const code = (i: number): number =>
      (0x21 + Math.floor(i / 8836)) * 0x10000 + (0x21 + (Math.floor(i / 94) % 94)) * 0x100 + 0x21 + (i % 94);
    const eastAsian = planes.flatMap((i) => eaccCharacter(code(i)) ?? []);
    expect(eastAsian).toHaveLength(15_738);
    const wrong = [...sets, ...eastAsian].filter((character) => {
      const text = `${/\p{M}/u.test(character) ? 'a' : ''}${character}`.normalize('NFC');
      return decoded(encodeMarc8(text).binary).text !== text || encodeMarc8(text).binary.includes('&#x');
    });
    expect(wrong).toEqual([]);
  });

  it('reads back any text that it wrote', () => {
    const samples =
      'aé&#x41;;\u0301\u0361\ufe20\ufe21\ufe22\ufe23\u0670\u031b\u05b0\u0345\u0331ơøØ©ß שלוםαβγάйЖёكآ日本語한の\u3000²₂⁽ \t\u0098\u200dก😀';
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...samples), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
    });
    fc.assert(
      fc.property(text, (any) => {
        const clean = withoutControlCharacters(any);
        expect(decoded(encodeMarc8(clean).binary).text).toBe(asMarc8Says(clean));
      }),
      { numRuns: 2_000 },
    );
  });
});
