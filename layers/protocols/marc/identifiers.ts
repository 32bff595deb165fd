import { isbn13Of, issnOf, lccnOf, oclcOf } from '../../kernel/citation/standard-numbers.ts';
import { control, fields, subfield, subfields } from './fields.ts';
import { distinct } from './isbd.ts';
import type { MarcRecord } from './record.ts';

/** The numbers of a record, each once. */
export type Identifiers = {
  /** Valid ISBNs as ISBN-13 (020 $a). */
  isbn13: string[];
  /** Valid ISBNs in 020 $z: of another form or volume, or cancelled. They relate records, but do not identify them. */
  relatedIsbn13: string[];
  /** Invalid ISBNs in 020 $a or $z, unchanged: never used for matching. */
  invalidIsbn: string[];
  /** Valid ISSNs (022 $a), with hyphen. */
  issn: string[];
  /** The linking ISSN (022 $l), shared by all media of a serial. */
  issnL: string[];
  /** OCLC numbers (035 $a (OCoLC), 001 with 003 OCoLC or with an OCLC prefix), digits only. */
  oclc: string[];
  /** Library of Congress control numbers (010 $a), normalised. */
  lccn: string[];
  /** Every other system number (035 $a), with its prefix. */
  otherSystem: string[];
};

const values = (record: MarcRecord, tag: string, codes: string): string[] =>
  fields(record, tag).flatMap((field) => subfields(field, codes));

const found = (texts: string[], read: (text: string) => string | undefined): string[] =>
  distinct(texts.map((text) => read(text) ?? ''));

/** 001 is an OCLC number when 003 says so, or when it has OCLC's own prefix. */
const controlNumberAsOclc = (record: MarcRecord): string[] => {
  const number = control(record, '001') ?? '';
  return control(record, '003')?.trim() === 'OCoLC' && /^\s*(oc[mn]|on)?\d+\s*$/i.test(number)
    ? [`(OCoLC)${number.trim()}`]
    : [number];
};

/** Returns the identifiers of a record (010, 020, 022, 035, 001 with 003). Never throws; invalid numbers are listed separately. */
export const identifiersOf = (record: MarcRecord): Identifiers => {
  const isbnTexts = values(record, '020', 'a');
  const system = values(record, '035', 'a');
  const otherIsbnTexts = values(record, '020', 'z');
  const wrong = [...isbnTexts, ...otherIsbnTexts].filter((text) => isbn13Of(text) === undefined);
  return {
    isbn13: found(isbnTexts, isbn13Of),
    relatedIsbn13: found(otherIsbnTexts, isbn13Of),
    invalidIsbn: distinct(wrong.map((text) => text.trim())),
    issn: found(values(record, '022', 'a'), issnOf),
    issnL: found(values(record, '022', 'l'), issnOf),
    oclc: found([...system, ...controlNumberAsOclc(record)], oclcOf),
    lccn: found(
      fields(record, '010').map((field) => subfield(field, 'a') ?? ''),
      lccnOf,
    ),
    otherSystem: distinct(system.filter((text) => oclcOf(text) === undefined).map((text) => text.trim())),
  };
};
