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

// How many parts there are (`In three parts`), or which years a set covers (`Vols. 1660-`), is no part.
const NO_PART = /^\W*in \w+ (?:parts?|vol(?:ume)?s?|books?)\b|(?<!\d)1\d{3}\s*-\W*$/i;

/** Returns a volume or part designation without the words for "part": `Vol. II` and `v. 2` are both `2`. Empty where it names no part. */
export const partNumber = (text: string): string => (NO_PART.test(text) ? '' : partWords(text));

const partWords = (text: string): string =>
  wordsOf(fold(text))
    .filter(
      (word) =>
        !/^(?:v|vol|vols|volume|no|nr|number|pt|part|parts|pts|books?|bk|bd|band|t|tome|tomo|teil|ser|series)$/.test(
          word,
        ),
    )
    .map((word) => spelledOut(word)?.toString() ?? word)
    .map((word) => (/^[ivx]+$/.test(word) ? String(romanSum(word)) : word.replace(/^0+(?=\d)/, '')))
    .join(' ');
