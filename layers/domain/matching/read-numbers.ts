import { fields, subfields } from '../marc/fields.ts';
import type { MarcRecord } from '../marc/record.ts';
import { isbn13Of, issnOf, lccnOf, oclcOf } from '../marc/standard-numbers.ts';
import { fold } from './fold.ts';
import { allValues, unique } from './read-values.ts';

const plain = (text: string): string => fold(text).replace(/ /g, '');

const firstOf = (values: (string | undefined)[]): string | undefined => values.find((one) => one !== undefined);

/** Standard numbers in normal form: ISBN, ISSN, OCLC, LCCN, government document numbers (086), publisher and other numbers (028, 024). */
export const identifiers = (record: MarcRecord) => ({
  isbn: unique(allValues(record, ['020'], 'a').map(isbn13Of), 4),
  issn: firstOf(allValues(record, ['022'], 'a').map(issnOf)),
  oclc: unique(allValues(record, ['035'], 'a').map(oclcOf), 2),
  lccn: firstOf(allValues(record, ['010'], 'a').map(lccnOf)),
  govdoc: unique(allValues(record, ['086'], 'a').map(plain), 2),
  music: unique(allValues(record, ['028', '024'], 'a').map(plain), 3),
});

const named = (kind: string, number: string | undefined): string | undefined =>
  number === undefined ? undefined : `${kind}:${number}`;

const controlNumber = (text: string): string | undefined =>
  named('oclc', oclcOf(text)) ??
  (/^\s*\(DLC\)/i.test(text) ? named('lccn', lccnOf(text.replace(/^\s*\(DLC\)/i, ''))) : undefined);

/** Numbers of what a record names as another: other edition (775), other form (776), earlier (780), later (785). */
export const linkedNumbers = (record: MarcRecord): string[] =>
  unique(
    fields(record, '775', '776', '780', '785').flatMap((field) => [
      ...subfields(field, 'w').map(controlNumber),
      ...subfields(field, 'x').map((text) => named('issn', issnOf(text))),
      ...subfields(field, 'z').map((text) => named('isbn', isbn13Of(text))),
    ]),
    8,
  );
