import { fold, wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { fields, subfields } from '../../../../layers/protocols/marc/fields.ts';
import type { DataField, MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { romanSum, spelledOut } from './read-designations.ts';

/** Returns the values of a field's subfields in record order; empty for no field. */
export const valuesOf = (field: DataField | undefined, codes: string): string[] =>
  field ? subfields(field, codes) : [];

/** Returns the values of these subfields in all fields with these tags, in record order. */
export const allValues = (record: MarcRecord, tags: readonly string[], codes: string): string[] =>
  fields(record, ...tags).flatMap((field) => subfields(field, codes));

/** Returns the defined values, each once, sorted, at most `limit`. */
export const unique = (values: (string | undefined)[], limit: number): string[] =>
  [...new Set(values.filter((value) => value !== undefined))].sort().slice(0, limit);

/** Returns a volume or part designation without the words for "part": `Vol. II` and `v. 2` are both `2`. */
export const partNumber = (text: string): string =>
  wordsOf(fold(text))
    .filter(
      (word) => !/^(?:v|vol|vols|volume|no|nr|number|pt|part|book|bk|bd|band|t|tome|tomo|teil|ser|series)$/.test(word),
    )
    .map((word) => spelledOut(word)?.toString() ?? word)
    .map((word) => (/^[ivx]+$/.test(word) ? String(romanSum(word)) : word.replace(/^0+(?=\d)/, '')))
    .join(' ');
