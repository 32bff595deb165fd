import { control, fields, subfields } from '../marc/fields.ts';
import type { DataField, MarcRecord } from '../marc/record.ts';
import { isbn13Of, issnOf, lccnOf, oclcOf } from '../marc/standard-numbers.ts';
import { type Carrier, carrierOf } from './carrier.ts';
import { editionOf } from './edition.ts';
import { extentOf } from './extent.ts';
import { cut, fold, withoutArticle, wordsOf } from './fold.ts';

/**
 * All that a pair decision needs to know of one record: plain JSON, about 400 bytes, to be kept beside the record.
 * Texts are folded; what a record does not say is left out.
 */
export type MatchFeatures = {
  /** 245 $a without leading article; '' when the record has no title (it then matches nothing). */
  title: string;
  /** 245 $b, and all that follows of $n and $p read apart. */
  rest?: string;
  part?: string;
  partTitle?: string;
  /** The last words of a long title that was cut: congress hearings and censuses differ only there. */
  titleEnd?: string;
  /** 245 $c: who is said to be responsible. */
  by?: string;
  /** Main entry, 100, 110 or 111. */
  author?: string;
  /** First words of the added entries 700, 710, 711. */
  others?: string;
  /** Leader/06, leader/07. */
  type: string;
  level: string;
  carrier: Carrier;
  /** 008/06, 008/07-10, 008/11-14; `u` stands for an unknown digit. */
  dateType?: string;
  date1?: string;
  date2?: string;
  /** Years printed in 260 or 264 $c. */
  years?: number[];
  pages?: number;
  volumes?: number;
  open?: true;
  numbers?: number[];
  /** Height in centimetres, 300 $c. */
  height?: number;
  edition?: number;
  editionWords?: string;
  publisher?: string;
  place?: string;
  country?: string;
  language?: string;
  series?: string;
  seriesNumber?: string;
  isbn?: string[];
  issn?: string;
  oclc?: string[];
  lccn?: string;
  govdoc?: string[];
  /** Publisher number and other standard numbers of music and recordings, 028 $a and 024 $a. */
  music?: string[];
  /** 533: the record describes a reproduction of the original. */
  reproduction?: true;
};

const SILENT_PUBLISHER = new Set(
  'company co inc incorporated ltd limited corp and the of publishing publishers publisher pub pubs publications press sons verlag for sale by supt docs'.split(
    ' ',
  ),
);

const valuesOf = (field: DataField | undefined, codes: string): string[] => (field ? subfields(field, codes) : []);

const allValues = (record: MarcRecord, tag: string, codes: string): string[] =>
  fields(record, tag).flatMap((field) => subfields(field, codes));

const firstFolded = (record: MarcRecord, tag: string, codes: string): string =>
  fold(valuesOf(fields(record, tag)[0], codes).join(' '));

const unique = (values: (string | undefined)[], limit: number): string[] =>
  [...new Set(values.filter((value) => value !== undefined))].sort().slice(0, limit);

/** Volume and part designations with the words for "part" taken off: `Vol. II` and `v. 2` are both `2`. */
const partNumber = (text: string): string =>
  wordsOf(fold(text))
    .filter(
      (word) => !/^(?:v|vol|vols|volume|no|nr|number|pt|part|book|bk|bd|band|t|tome|tomo|teil|ser|series)$/.test(word),
    )
    .map((word) => (/^[ivx]+$/.test(word) ? String(romanPart(word)) : word.replace(/^0+(?=\d)/, '')))
    .join(' ');

const romanPart = (word: string): number => {
  const value: Record<string, number> = { i: 1, v: 5, x: 10 };
  return [...word].reduce((sum, sign, i) => {
    const one = value[sign] ?? 0;
    return one < (value[word[i + 1] ?? ''] ?? 0) ? sum - one : sum + one;
  }, 0);
};

/** The end of a text that is longer than what is kept of it. */
const lostEnd = (text: string, limit: number): string => (text.length > limit ? text.slice(-24) : '');

const titleParts = (record: MarcRecord) => {
  const field = fields(record, '245')[0];
  const title = withoutArticle(fold(valuesOf(field, 'a').join(' ')));
  const rest = fold(valuesOf(field, 'bfgks').join(' '));
  return {
    title: cut(title, 140),
    rest: cut(rest, 100),
    titleEnd: lostEnd(rest, 100) || lostEnd(title, 140),
    part: cut(partNumber(valuesOf(field, 'n').join(' ')), 24),
    partTitle: cut(fold(valuesOf(field, 'p').join(' ')), 120),
    by: cut(fold(valuesOf(field, 'c').join(' ')), 50),
  };
};

const imprint = (record: MarcRecord) => {
  const all = fields(record, '260', '264');
  const published = all.filter((field) => field.tag === '260' || field.ind2 === '1' || field.ind2 === ' ');
  const words = wordsOf(
    fold(
      valuesOf(published[0] ?? all[0], 'b')
        .slice(0, 2)
        .join(' '),
    ),
  );
  const dates =
    all
      .flatMap((field) => valuesOf(field, 'cg'))
      .join(' ')
      .match(/\b1[4-9]\d\d|\b20\d\d/g) ?? [];
  return {
    publisher: cut(words.filter((word) => !SILENT_PUBLISHER.has(word)).join(' '), 32),
    place: cut(fold(valuesOf(published[0] ?? all[0], 'a')[0] ?? ''), 16),
    years: [...new Set(dates.map(Number))].slice(0, 3),
  };
};

const coded = (record: MarcRecord) => {
  const fixed = (control(record, '008') ?? '').padEnd(40, ' ');
  const date = (text: string) => (/^[0-9u]{4}$/.test(text) && text !== 'uuuu' && text !== '0000' ? text : undefined);
  const letters = (text: string) => (/^[a-z]{2,3}$/.test(text.trim()) ? text.trim() : undefined);
  return {
    dateType: /[a-z]/.test(fixed[6] ?? '') ? fixed[6] : undefined,
    date1: date(fixed.slice(7, 11)),
    date2: date(fixed.slice(11, 15)),
    country: letters(fixed.slice(15, 18)),
    language: letters(fixed.slice(35, 38)),
  };
};

const physical = (record: MarcRecord) => {
  const field = fields(record, '300')[0];
  const { numbers, ...extent } = extentOf(valuesOf(field, 'a').join(' '));
  // Old records measure in halves: 20 1/2 cm.
  const size = valuesOf(field, 'c')
    .join(' ')
    .replace(/\s*(?:1\/2|½)/g, '');
  const height = /(\d{1,3})(?:\s*(?:-|x)\s*\d+)?\s*cm/.exec(size)?.[1];
  return { ...extent, numbers: numbers.length > 1 ? numbers : undefined, height: height ? Number(height) : undefined };
};

const seriesOf = (record: MarcRecord) => {
  const field = fields(record, '490', '440', '830')[0];
  const number =
    valuesOf(
      fields(record, '490', '440', '830').find((one) => valuesOf(one, 'v').length > 0),
      'v',
    )[0] ?? '';
  return { series: cut(fold(valuesOf(field, 'a').join(' ')), 30), seriesNumber: cut(partNumber(number), 16) };
};

const identifiers = (record: MarcRecord) => ({
  isbn: unique(allValues(record, '020', 'a').map(isbn13Of), 4),
  issn: allValues(record, '022', 'a')
    .map(issnOf)
    .find((one) => one !== undefined),
  oclc: unique(allValues(record, '035', 'a').map(oclcOf), 2),
  lccn: allValues(record, '010', 'a')
    .map(lccnOf)
    .find((one) => one !== undefined),
  govdoc: unique(
    allValues(record, '086', 'a').map((text) => fold(text).replace(/ /g, '')),
    2,
  ),
  music: unique(
    [...allValues(record, '028', 'a'), ...allValues(record, '024', 'a')].map((text) => fold(text).replace(/ /g, '')),
    3,
  ),
});

const names = (record: MarcRecord) => {
  const main = fields(record, '100', '110', '111')[0];
  const added = fields(record, '700', '710', '711').map((field) => cut(fold(valuesOf(field, 'a')[0] ?? ''), 16));
  return {
    author: cut(fold(valuesOf(main, main?.tag === '100' ? 'a' : 'ab').join(' ')), 40),
    others: cut(added.slice(0, 3).join(' '), 44),
  };
};

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** Leaves out what the record does not say, so that the features stay small and equal records have equal JSON. */
const withoutSilence = <T extends object>(all: T) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => isSaid(value)));

/** The features of a record for duplicate detection. Pure: the same record always gives the same JSON; 001, 003, 005 and local fields are not looked at. */
export const matchFeatures = (record: MarcRecord): MatchFeatures => {
  const { title, ...parts } = titleParts(record);
  const statement = editionOf(firstFolded(record, '250', 'ab'));
  return {
    title,
    type: record.leader[6] ?? 'a',
    level: record.leader[7] ?? 'm',
    carrier: carrierOf(record),
    ...withoutSilence({
      ...parts,
      ...names(record),
      ...coded(record),
      ...imprint(record),
      ...physical(record),
      ...seriesOf(record),
      edition: statement.number,
      editionWords: statement.words,
      ...identifiers(record),
      reproduction: fields(record, '533').length > 0 ? true : undefined,
    }),
  };
};
