import { cut, fold, withoutArticle } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { fields, subfields } from '../../../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { publisherWords } from './read-description.ts';
import { valuesOf } from './read-values.ts';

/** A description in the original script, linked to the romanised one (880 $6): what it states of title, names and publisher. */
export type Original = { title: string } & {
  [K in 'rest' | 'partTitle' | 'by' | 'author' | 'publisher' | 'place']?: string;
};

/** Returns the first 880 that is linked to one of these tags (`$6 245-01/$1`). */
const linkedTo = (record: MarcRecord, ...tags: readonly string[]): DataField | undefined =>
  fields(record, '880').find((field) => tags.includes((subfields(field, '6')[0] ?? '').slice(0, 3)));

const textOf = (field: DataField | undefined, codes: string, limit: number): string =>
  cut(fold(valuesOf(field, codes).join(' ')), limit);

/** Returns the description in the original script; undefined when no 880 has the title. */
export const originalOf = (record: MarcRecord): Original | undefined => {
  const title = linkedTo(record, '245');
  const folded = withoutArticle(textOf(title, 'a', 140));
  if (folded === '') return undefined;
  const imprint = linkedTo(record, '260', '264');
  const stated = {
    rest: textOf(title, 'bfgks', 100),
    partTitle: textOf(title, 'p', 120),
    by: textOf(title, 'c', 80),
    author: textOf(linkedTo(record, '100', '110', '111'), 'a', 40),
    publisher: cut(publisherWords(valuesOf(imprint, 'b').slice(0, 2).join(' ')), 32),
    place: cut(fold(valuesOf(imprint, 'a')[0] ?? ''), 16),
  };
  return { title: folded, ...Object.fromEntries(Object.entries(stated).filter(([, text]) => text !== '')) };
};
