import * as fc from 'fast-check';
import type { DataField, MarcRecord } from '../../layers/protocols/marc/record.ts';

/** Writes a data field as cataloguers do: `datafield('245', '14', '$aThe tempest /$cWilliam Shakespeare.')`. */
export const datafield = (tag: string, indicators: string, text: string): DataField => ({
  tag,
  ind1: indicators.charAt(0),
  ind2: indicators.charAt(1),
  subfields: text
    .split('$')
    .slice(1)
    .map((part) => ({ code: part.charAt(0), value: part.slice(1) })),
});

/** A record of a printed book with the given data fields and, by tag, control fields. */
export const aRecord = (
  data: DataField[],
  control: Record<string, string> = {},
  leader = '00000nam a2200000 a 4500',
): MarcRecord => ({
  leader,
  control: Object.entries(control).map(([tag, value]) => ({ tag, value })),
  data,
});

const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((value) => [...value].filter((character) => character >= ' ' && !'\ufffe\uffff'.includes(character)).join(''));
const oneOf = (characters: string): fc.Arbitrary<string> => fc.constantFrom(...characters);
const tagOf = fc.tuple(oneOf('123456789'), oneOf('0123456789'), oneOf('0123456789')).map((three) => three.join(''));
const subfieldOf = fc.record({ code: oneOf('abcdefghijklmnopqrstuvwxyz0123456789'), value: text });

/** Generates any valid record: control fields, data fields with text in every script. */
export const anyRecord: fc.Arbitrary<MarcRecord> = fc.record({
  leader: fc
    .tuple(oneOf('acdnp'), oneOf('acdefgijkmoprt'), oneOf('abcdims'), oneOf(' a'))
    .map(([status, type, level, control]) => `00000${status}${type}${level}${control}a2200000 a 4500`),
  control: fc.array(fc.record({ tag: oneOf('123456789').map((digit) => `00${digit}`), value: text }), {
    minLength: 1,
    maxLength: 4,
  }),
  data: fc.array(
    fc.record({
      tag: tagOf,
      ind1: oneOf(' 0123456789'),
      ind2: oneOf(' 0123456789'),
      subfields: fc.array(subfieldOf, { minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 12 },
  ),
});

/** Returns a record without the parts that a writer recomputes (lengths, base address, encoding), for comparisons. */
export const essence = (record: MarcRecord): MarcRecord => ({
  ...record,
  leader: record.leader.slice(5, 9) + record.leader.slice(17, 20),
});
