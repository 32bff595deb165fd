import type { ReadWarning } from './reasons.ts';
import type { DataField, Subfield } from './record.ts';

/** Replaces an unreadable subfield code; the text after it is preserved. */
export const UNKNOWN_CODE = '?';

const isCode = (character: string): boolean => character >= '!' && character <= '~' && character.length === 1;

const indicatorOf = (character: string | undefined): string =>
  character !== undefined && /^[0-9A-Za-z ]$/.test(character) ? character : ' ';

/**
 * Returns a data field from its raw parts (tag, indicator characters, subfields), and adds a warning for each repair. Undefined (with a
 * warning) when nothing is left of the field.
 */
export const dataFieldOf = (
  tag: string,
  indicators: string,
  read: readonly Subfield[],
  warnings: ReadWarning[],
): DataField | undefined => {
  // By characters, not code units: half of a surrogate pair is no text.
  const [first, second, ...rest] = indicators;
  const field: DataField = { tag, ind1: indicatorOf(first), ind2: indicatorOf(second), subfields: [] };
  if (indicators !== field.ind1 + field.ind2) warnings.push({ code: 'indicator-repaired', detail: tag });
  // Text in the place of the indicators has lost its delimiter and code.
  if (rest.length > 0) field.subfields.push({ code: 'a', value: rest.join('') });
  for (const subfield of read) {
    if (isCode(subfield.code)) field.subfields.push(subfield);
    else {
      warnings.push({ code: 'subfield-repaired', detail: tag });
      const value = (subfield.code + subfield.value).trim();
      if (value !== '') field.subfields.push({ code: UNKNOWN_CODE, value });
    }
  }
  if (field.subfields.length > 0) return field;
  warnings.push({ code: 'field-dropped', detail: tag });
  return undefined;
};
