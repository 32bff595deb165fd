import { fold, wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { fields, subfields } from '../../../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { romanSum, spelledOut } from './read-designations.ts';

/** Values of a field's subfields in record order; none for no field. */
export const valuesOf = (field: DataField | undefined, codes: string): string[] =>
  field ? subfields(field, codes) : [];

/** Values of these subfields in all fields with these tags, in record order. */
export const allValues = (record: MarcRecord, tags: readonly string[], codes: string): string[] =>
  fields(record, ...tags).flatMap((field) => subfields(field, codes));

/** The values that are stated, each once, sorted, at most `limit`. */
export const unique = (values: (string | undefined)[], limit: number): string[] =>
  [...new Set(values.filter((value) => value !== undefined))].sort().slice(0, limit);

/** Volume and part designations with the words for "part" taken off: `Vol. II` and `v. 2` are both `2`. */
export const partNumber = (text: string): string =>
  wordsOf(fold(text))
    .filter(
      (word) => !/^(?:v|vol|vols|volume|no|nr|number|pt|part|book|bk|bd|band|t|tome|tomo|teil|ser|series)$/.test(word),
    )
    .map((word) => spelledOut(word)?.toString() ?? word)
    .map((word) => (/^[ivx]+$/.test(word) ? String(romanSum(word)) : word.replace(/^0+(?=\d)/, '')))
    .join(' ');
