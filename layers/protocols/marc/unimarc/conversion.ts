import type { DataField, Subfield } from '../record.ts';

/** The MARC 21 fields made from one UNIMARC field, and the codes of its subfields that have no counterpart. */
export type Converted = { fields: DataField[]; left: string[] };

/** Converts one UNIMARC field. */
export type Convert = (field: DataField) => Converted;

// Numbers of other systems, links and scripts: read elsewhere, or without meaning in another catalogue.
const TECHNICAL = '1367';

/** Returns the codes of subfields that have no counterpart, without those that no MARC 21 field has. */
export const leftOver = (field: DataField, known: string): string[] =>
  field.subfields.map(({ code }) => code).filter((code) => !known.includes(code) && !TECHNICAL.includes(code));

/** Returns a data field of MARC 21, or nothing when it would have no subfields. */
export const fieldOf = (tag: string, indicators: string, subfields: readonly Subfield[]): DataField[] => {
  const given = subfields.filter(({ value }) => value.trim() !== '');
  if (given.length === 0) return [];
  return [{ tag, ind1: indicators.charAt(0), ind2: indicators.charAt(1), subfields: given }];
};

/**
 * Returns a conversion of a field by its subfield codes alone. `codes` pairs the UNIMARC code with that of MARC 21: `ab dc` makes $b of
 * $a, and $c of $d. `#` in the indicators is a blank.
 */
export const byCodes = (tag: string, indicators: string, codes: string): Convert => {
  const pairs = new Map(codes.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));
  const known = [...pairs.keys()].join('');
  return (field) => ({
    fields: fieldOf(
      tag,
      indicators.replaceAll('#', ' '),
      field.subfields.flatMap(({ code, value }) => {
        const to = pairs.get(code);
        return to === undefined ? [] : [{ code: to, value }];
      }),
    ),
    left: leftOver(field, known),
  });
};

/** A subfield to be assembled: its code, the ISBD mark before it, and its text. */
export type Part = { code: string; mark: string; value: string };

const endingIn = (text: string, mark: string): string => {
  const bare = text.trimEnd();
  return mark === '' || bare.endsWith(mark.trim()) ? bare : `${bare}${mark}`;
};

/**
 * Returns subfields with the punctuation between them that UNIMARC leaves out and MARC 21 writes at the end of the one before (ISBD).
 * Parts with one of the codes in `single` in a row become one subfield.
 */
export const punctuated = (parts: readonly Part[], single: string): Subfield[] => {
  const made: Subfield[] = [];
  for (const { code, mark, value } of parts) {
    const last = made.at(-1);
    if (last !== undefined) last.value = endingIn(last.value, mark);
    if (last?.code === code && single.includes(code)) last.value = `${last.value} ${value}`;
    else made.push({ code, value });
  }
  return made;
};

/**
 * Returns a conversion that assembles a field with ISBD punctuation. `rules`: by UNIMARC code, the MARC 21 code and the mark before it;
 * `single`: codes that occur once in the MARC 21 field.
 */
export const byIsbd =
  (tag: string, indicators: string, rules: Readonly<Record<string, readonly [string, string]>>, single = ''): Convert =>
  (field) => {
    const parts = field.subfields.flatMap(({ code, value }): Part[] => {
      const [to, mark] = rules[code] ?? [];
      return to === undefined || mark === undefined ? [] : [{ code: to, mark, value }];
    });
    return {
      fields: fieldOf(tag, indicators.replaceAll('#', ' '), punctuated(parts, single)),
      left: leftOver(field, Object.keys(rules).join('')),
    };
  };
