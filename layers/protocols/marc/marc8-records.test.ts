import * as fc from 'fast-check';
import { aRecord, datafield, essence } from '../../../test/builders/marc-records.ts';
import { eaccCharacter } from './eacc.ts';
import { asMarc8Says } from './encode-marc8.ts';
import { marc8Sets, TRAILING_MARK } from './marc8-tables.ts';
import { readIso2709 } from './read-iso2709.ts';
import type { MarcRecord } from './record.ts';
import { writeIso2709 } from './write-iso2709.ts';

const charactersOf = (set: string): string[] => (marc8Sets[set] ?? []).filter((one) => one !== undefined);
const isMark = (character: string): boolean => /^\p{M}$/u.test(character);

/** Returns the letters and signs of a set; an ampersand could begin a reference, which is counted. */
const signsOf = (set: string): string[] => charactersOf(set).filter((one) => !isMark(one) && one !== '&');

const anselMarks = charactersOf('E').filter(isMark);
const eastAsian = Array.from({ length: 94 * 94 }, (_, i) =>
  eaccCharacter(0x210000 + (0x21 + Math.floor(i / 94)) * 0x100 + 0x21 + (i % 94)),
).filter((one) => one !== undefined);

/** A piece of text that begins with a letter or sign, and the number of its characters that MARC-8 lacks. */
type Part = { text: string; lacks: number };

const has = (text: fc.Arbitrary<string>): fc.Arbitrary<Part> => text.map((each) => ({ text: each, lacks: 0 }));

const letterWithMarks = fc
  .tuple(fc.constantFrom(...signsOf('B'), ...signsOf('E')), fc.array(fc.constantFrom(...anselMarks), { maxLength: 3 }))
  .map(([letter, marks]) => letter + marks.join(''));
/** Points and vowels go on letters of their own script. */
const pointed = fc
  .constantFrom('2', '3', 'S')
  .chain((set) =>
    fc
      .tuple(
        fc.constantFrom(...signsOf(set).filter((one) => /\p{L}/u.test(one))),
        fc.constantFrom(...charactersOf(set).filter((one) => isMark(one) && one !== TRAILING_MARK)),
      )
      .map((two) => two.join('')),
  );
const lacking = fc.constantFrom('ก', 'ა', '😀', '\u200b', 'e\u0331', 'ɓ').map((text) => ({ text, lacks: 1 }));

const part = fc.oneof(
  has(letterWithMarks),
  has(fc.constantFrom(...['N', 'Q', '2', '3', '4', 'S', 'b', 'p'].flatMap(signsOf))),
  has(pointed),
  has(fc.constantFrom(...eastAsian)),
  has(fc.constantFrom(' ', 't\u0361s', 'i\ufe20a\ufe21', 'n\u0360g', '\u0098The \u009c', '\u3000')),
  lacking,
);

const field = fc
  .tuple(fc.constantFrom('100', '245', '505', '880'), fc.array(fc.array(part, { maxLength: 12 }), { minLength: 1 }))
  .map(([tag, subfields]) => ({
    lacks: subfields.flat().reduce((sum, { lacks }) => sum + lacks, 0),
    field: {
      ...datafield(tag, '1 ', '$a'),
      subfields: subfields.map((parts) => ({ code: 'a', value: parts.map(({ text }) => text).join('') })),
    },
  }));

const records = fc.array(field, { minLength: 1, maxLength: 4 }).map((fields) => ({
  record: aRecord(
    fields.map((one) => one.field),
    { '001': 'm8' },
  ),
  lacks: fields.reduce((sum, { lacks }) => sum + lacks, 0),
}));

const written = (record: MarcRecord): { bytes: Uint8Array; references?: number } => {
  const result = writeIso2709(record, 'marc-8');
  if ('refused' in result) throw new Error(JSON.stringify(result.refused));
  return result;
};

const read = (bytes: Uint8Array): MarcRecord => {
  const result = readIso2709(bytes);
  if ('rejected' in result) throw new Error(result.rejected);
  expect(result.warnings).toEqual([]);
  return result.record;
};

test('records in every set of MARC-8 are read back, are byte-identical once written, and missing characters are counted', () => {
  fc.assert(
    fc.property(records, ({ record, lacks }) => {
      const first = written(record);
      const back = read(first.bytes);
      expect(essence(back).data).toEqual(JSON.parse(asMarc8Says(JSON.stringify(record.data))));
      expect(first.references ?? 0).toBe(lacks);
      expect(written(back)).toEqual(first);
    }),
    { numRuns: 200 },
  );
});

/** Returns a record with the bytes of a title as another system wrote them. */
const withTitle = (bytes: string): Buffer => {
  const data = `m8\u001e00\u001fa${bytes}\u001e\u001d`;
  const directory = `001000300000245${String(bytes.length + 5).padStart(4, '0')}00003\u001e`;
  const leader = `${String(24 + directory.length + data.length).padStart(5, '0')}nam  2200049 a 4500`;
  return Buffer.from(leader + directory + data, 'latin1');
};

/** All known differences between our MARC-8 and equivalent MARC-8 of other systems. */
test.each([
  ['an escape that changes nothing', '\u001b(BThe end', 'The end'],
  ['a set that is left at every blank', 'a \u001b(Nwo\u001b(B \u001b(NJN\u001b(B', 'a \u001b(Nwo JN\u001b(B'],
  ['no return to ASCII at the end', '\u001b(NwOJNA', '\u001b(NwOJNA\u001b(B'],
  ['a blank within EACC', '\u001b$1!0! !0"\u001b(B', '\u001b$1!0!\u001b(B \u001b$1!0"\u001b(B'],
  ['a set in G1', '\u001b)N\u00d7\u00cf', '\u001b(NWO\u001b(B'],
  ['another form of the same East Asian character', '\u001b$1!lk\u001b(B', '\u001b$1!4B\u001b(B'],
  ['two marks in another order', '\u00e3\u00f2a', '\u00f2\u00e3a'],
  ['a letter by its reference that a set has', '&#x0416; &#x4E00;', '\u001b(Nv \u001b$1!0!\u001b(B'],
  ['a right half that no left half opens', 'a\u00ecs \u001b(NW\u001b(B', 'as \u001b(NW\u001b(B'],
])('our bytes for %s differ, and have the same meaning', (_, theirs, ours) => {
  const result = readIso2709(withTitle(theirs));
  if ('rejected' in result) throw new Error(result.rejected);
  const again = written(result.record).bytes;
  expect(Buffer.from(again).toString('latin1')).toContain(`\u001fa${ours}\u001e`);
  expect(read(again).data).toEqual(result.record.data);
});
