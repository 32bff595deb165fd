import { cut, fold, withoutArticle } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { fields } from '../../../../layers/protocols/marc/fields.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { occasionsIn } from './read-designations.ts';
import { allValues, partNumber, unique, valuesOf } from './read-values.ts';

/** Returns the end of a text that is longer than the stored part. */
const lostEnd = (text: string, limit: number): string => (text.length > limit ? text.slice(-60) : '');

/** Returns title proper, other title information, part, and statement of responsibility (245), folded. */
export const titleParts = (record: MarcRecord) => {
  const field = fields(record, '245')[0];
  const title = withoutArticle(fold(valuesOf(field, 'a').join(' ')));
  const rest = fold(valuesOf(field, 'bfgks').join(' '));
  return {
    title: cut(title, 140),
    rest: cut(rest, 100),
    titleEnd: lostEnd(rest, 100) || lostEnd(title, 140),
    part: cut(partNumber(valuesOf(field, 'n').join(' ')), 24),
    partTitle: cut(fold(valuesOf(field, 'p').join(' ')), 120),
    by: cut(fold(valuesOf(field, 'c').join(' ')), 80),
    occasions: unique(occasionsIn(fold(valuesOf(field, 'abnp').join(' '))), 6),
  };
};

const yearIn = (text: string | undefined): number | undefined => {
  const year = /\d{4}/.exec(text ?? '')?.[0];
  return year === undefined ? undefined : Number(year);
};

/** Returns the main entry with year of birth (100 $d), and the first added entries. */
export const names = (record: MarcRecord) => {
  const main = fields(record, '100', '110', '111')[0];
  const added = fields(record, '700', '710', '711').map((field) => cut(fold(valuesOf(field, 'a')[0] ?? ''), 16));
  return {
    author: cut(fold(valuesOf(main, main?.tag === '100' ? 'a' : 'ab').join(' ')), 40),
    born: main?.tag === '100' ? yearIn(valuesOf(main, 'd')[0]) : undefined,
    others: cut(added.slice(0, 3).join(' '), 44),
  };
};

/** Returns the beginnings of up to five subject headings, sorted. */
export const subjectsOf = (record: MarcRecord): string =>
  cut(
    unique(
      allValues(record, ['600', '610', '650', '651'], 'a').map((text) => fold(text).slice(0, 10).trim()),
      5,
    ).join(' '),
    48,
  );
