import { isbn13Of, issnOf, lccnOf } from '../../kernel/citation/standard-numbers.ts';
import { fields, originalScript, subfield, subfields } from './fields.ts';
import { distinct, trimIsbd } from './isbd.ts';
import type { DataField, MarcRecord } from './record.ts';

/** Additional search data of a record, besides its description. Lists contain each text once. */
export type FoundBy = {
  /** Titles that are only part of a title field but name the whole: 245 $b, 246 $a, 210, 222, 242, 247. */
  titles: string[];
  /** Titles of works that it belongs to, continues or accompanies (76X to 78X $t, $s). */
  related: string[];
  /** Series as stated and as traced, without their numbering. */
  series: string[];
  /** Class marks and call numbers of the record itself: 050, 055, 060, 070, 080, 082, 086, 090, 092, 096, 099. */
  callNumbers: string[];
  /**
   * Numbers that lead to it without being its own: ISBN of another form or wrongly printed (020 $z, as ISBN-13 when valid), cancelled
   * ISSN and LCCN, publisher's and report numbers.
   */
  numbers: string[];
};

const joined = (field: DataField, codes: string): string =>
  trimIsbd(
    subfields(field, codes)
      .map((value) => value.trim())
      .join(' '),
  );

const joinedIn = (record: MarcRecord, tags: string[], codes: string): string[] =>
  fields(record, ...tags).map((field) => joined(field, codes));

const eachIn = (record: MarcRecord, tag: string, codes: string): string[] =>
  fields(record, tag).flatMap((field) => subfields(field, codes).map((value) => value.trim()));

const titlesIn = (record: MarcRecord): string[] => [
  ...joinedIn(record, ['245'], 'b'),
  ...joinedIn(record, ['245'], 'ab'),
  ...joinedIn(record, ['246', '247', '242'], 'a'),
  ...joinedIn(record, ['246', '247', '242'], 'ab'),
  ...joinedIn(record, ['247', '242'], 'abnp'),
  ...joinedIn(record, ['210', '222'], 'a'),
  ...joinedIn(record, ['130', '240', '730'], 'a'),
  ...originalScript(record, '245', '246', '240', '130', '730', '740').flatMap((field) => [
    joined(field, 'a'),
    joined(field, 'ab'),
  ]),
];

const linking = [
  '760',
  '762',
  '765',
  '767',
  '770',
  '772',
  '773',
  '774',
  '775',
  '776',
  '777',
  '780',
  '785',
  '786',
  '787',
];

const seriesIn = (record: MarcRecord): string[] => [
  ...joinedIn(record, ['440', '490', '830'], 'anp'),
  ...joinedIn(record, ['490'], 'a'),
  ...joinedIn(record, ['800', '810', '811'], 'tnp'),
  ...originalScript(record, '440', '490', '830').map((field) => joined(field, 'a')),
];

const otherClasses: Readonly<Record<string, string>> = {
  '080': 'ab',
  '082': 'ab',
  '086': 'a',
  '092': 'ab',
  '096': 'ab',
};

const callNumbersIn = (record: MarcRecord): string[] => [
  ...joinedIn(record, ['050', '055', '060', '070', '090', '099'], 'ab'),
  // Dewey numbers contain marks where they may be truncated.
  ...Object.entries(otherClasses).flatMap(([tag, codes]) =>
    joinedIn(record, [tag], codes).map((mark) => mark.replaceAll('/', tag === '082' ? '' : '/')),
  ),
];

/** Returns a number as printed, without its qualifiers: "0-8044-2957-X (pbk.) : $5.95". */
const unqualified = (text: string): string => {
  const [number = ''] = text.split(/[(:]/, 1);
  return number === text ? text : number.trimEnd();
};

const numbersIn = (record: MarcRecord): string[] => [
  ...eachIn(record, '020', 'az').map((text) => isbn13Of(text) ?? unqualified(text)),
  ...eachIn(record, '022', 'lmyz').map((text) => issnOf(text) ?? text),
  ...eachIn(record, '010', 'abz').map((text) => lccnOf(text) ?? text),
  ...['024', '027', '028', '030', '088'].flatMap((tag) => eachIn(record, tag, 'az')),
  ...fields(record, '776', '775', '780', '785').flatMap((field) => [
    ...subfields(field, 'z').map((text) => isbn13Of(text) ?? ''),
    issnOf(subfield(field, 'x') ?? '') ?? '',
  ]),
];

/** Returns the additional search data of a record. Never throws. */
export const foundBy = (record: MarcRecord): FoundBy => ({
  titles: distinct(titlesIn(record)),
  related: distinct(fields(record, ...linking).flatMap((field) => subfields(field, 'st').map(trimIsbd))),
  series: distinct(seriesIn(record)),
  callNumbers: distinct(callNumbersIn(record)),
  numbers: distinct(numbersIn(record)),
});
