import { decodeMarc8 } from './marc8.ts';

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

  it('marks each East Asian character and goes on after it', () => {
    expect(decoded('\u001b$1!0!!0" !0#\u001b(B end')).toEqual({ text: '\ufffd\ufffd \ufffd end', unmapped: 3 });
  });

  it('marks what no table has, and never stops', () => {
    expect(decoded('a\u001b(Zb\u00ffc')).toEqual({ text: 'a\ufffd(Zb\ufffdc', unmapped: 2 });
    expect(decoded('ends in escape \u001b')).toEqual({ text: 'ends in escape \ufffd', unmapped: 1 });
  });

  it('keeps a mark that has no letter', () => {
    expect(decoded('\u00e2')).toEqual({ text: '\u0301', unmapped: 0 });
  });
});
