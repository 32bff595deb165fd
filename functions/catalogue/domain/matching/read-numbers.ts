import { isbn13Of, issnOf, lccnOf, oclcOf } from '../../../../layers/kernel/citation/standard-numbers.ts';
import { fold } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { fields, subfields } from '../../../../layers/protocols/marc/fields.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { allValues, unique } from './read-values.ts';

const plain = (text: string): string => fold(text).replace(/ /g, '');

const firstOf = (values: (string | undefined)[]): string | undefined => values.find((one) => one !== undefined);

/** The most ISBNs and publisher numbers stored of a record; a record with this many may have more, including one in common. */
export const MOST_NUMBERS = 4;

// First indicator of 028: issue number, matrix, plate, other music, video, other, distributor. Of 024: UPC, ISMN, EAN.
const KINDS_028: Readonly<Record<string, string>> = {
  0: 'issue',
  1: 'matrix',
  2: 'plate',
  3: 'music',
  4: 'video',
  6: 'distributor',
};
const KINDS_024: Readonly<Record<string, string>> = { 1: 'ean', 2: 'ismn', 3: 'ean' };

/** Returns a code for comparison: a UPC is an EAN without its leading zeros. */
const codeOf = (text: string): string => plain(text).replace(/^0+/, '');

/** Returns publisher numbers (028) and codes of music and recordings (024), each with its kind as prefix. */
const publisherNumbers = (record: MarcRecord): string[] =>
  unique(
    fields(record, '028', '024').flatMap((field) => {
      const values = subfields(field, 'a');
      if (field.tag === '024') return values.map((text) => `${KINDS_024[field.ind1] ?? 'other'}:${codeOf(text)}`);
      return values.map((text) => `${KINDS_028[field.ind1] ?? 'other'}:${plain(text)}`);
    }),
    MOST_NUMBERS,
  );

/**
 * Returns the scales of a map as denominators (255 $a `Scale 1:24,000`, 034 $b). Leaves out measured scales, which the map does not state
 * and which differ between libraries (`[ca. 1:63,000]`).
 */
export const scalesOf = (record: MarcRecord): number[] => {
  const statements = allValues(record, ['255'], 'a');
  if (statements.some((text) => /\bca\b|approx|\[/i.test(text))) return [];
  const coded = allValues(record, ['034'], 'b').filter((text) => /^\d{1,12}$/.test(text.trim()));
  const worded = statements.flatMap((text) => /\b1 ?: ?(\d{1,3}(?:[,. ]\d{3})+|\d+)/.exec(text)?.[1] ?? []);
  const numbers = [...coded, ...worded].map((text) => Number(text.replace(/\D/g, '')));
  return [...new Set(numbers)]
    .filter((number) => number > 0)
    .sort((a, b) => a - b)
    .slice(0, 3);
};

/** Returns number, opus and catalogue number of a musical work (240 $n): `no. 5, op. 67` is `5` and `67`. */
export const workNumbersOf = (record: MarcRecord): string[] => {
  const isMusic = 'cdij'.includes(record.leader[6] ?? 'a');
  return isMusic
    ? unique(
        allValues(record, ['240'], 'n').flatMap((text) => text.match(/\d+/g) ?? []),
        4,
      )
    : [];
};

/**
 * Returns standard numbers in normal form: ISBN, ISSN, OCLC, LCCN, government document numbers (086), publisher and other numbers (028,
 * 024).
 */
export const identifiers = (record: MarcRecord) => ({
  isbn: unique(allValues(record, ['020'], 'a').map(isbn13Of), MOST_NUMBERS),
  issn: firstOf(allValues(record, ['022'], 'a').map(issnOf)),
  oclc: unique(allValues(record, ['035'], 'a').map(oclcOf), 2),
  lccn: firstOf(allValues(record, ['010'], 'a').map(lccnOf)),
  govdoc: unique(allValues(record, ['086'], 'a').map(plain), 2),
  music: publisherNumbers(record),
});

const named = (kind: string, number: string | undefined): string | undefined =>
  number === undefined ? undefined : `${kind}:${number}`;

const controlNumber = (text: string): string | undefined =>
  named('oclc', oclcOf(text)) ??
  (/^\s*\(DLC\)/i.test(text) ? named('lccn', lccnOf(text.replace(/^\s*\(DLC\)/i, ''))) : undefined);

/** Returns the numbers of other resources that a record links: other edition (775), other form (776), earlier (780), later (785). */
export const linkedNumbers = (record: MarcRecord): string[] =>
  unique(
    fields(record, '775', '776', '780', '785').flatMap((field) => [
      ...subfields(field, 'w').map(controlNumber),
      ...subfields(field, 'x').map((text) => named('issn', issnOf(text))),
      ...subfields(field, 'z').map((text) => named('isbn', isbn13Of(text))),
    ]),
    8,
  );
