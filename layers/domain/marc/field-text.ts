import type { ReadWarning } from './reasons.ts';
import type { DataField } from './record.ts';

/** Stands for a subfield code that cannot be read; the text behind it is kept. */
export const UNKNOWN_CODE = '?';

const isCode = (character: string): boolean => character >= '!' && character <= '~' && character.length === 1;

const indicatorOf = (character: string | undefined): string =>
  character !== undefined && /^[0-9A-Za-z ]$/.test(character) ? character : ' ';

/**
 * Takes the tag of a data field and its pieces between delimiters, the first being the indicators; gives the field, and
 * adds a warning for each repair. Undefined (and a warning) when nothing is left of the field.
 */
export const dataFieldOf = (tag: string, pieces: readonly string[], warnings: ReadWarning[]): DataField | undefined => {
  const head = pieces[0] ?? '';
  const field: DataField = { tag, ind1: indicatorOf(head[0]), ind2: indicatorOf(head[1]), subfields: [] };
  if (head !== field.ind1 + field.ind2) warnings.push({ code: 'indicator-repaired', detail: tag });
  // Text where only indicators should stand came without its delimiter and code.
  if (head.length > 2) field.subfields.push({ code: 'a', value: head.slice(2) });
  for (let i = 1; i < pieces.length; i++) {
    const piece = pieces[i] ?? '';
    const code = piece.charAt(0);
    if (isCode(code)) field.subfields.push({ code, value: piece.slice(1) });
    else {
      warnings.push({ code: 'subfield-repaired', detail: tag });
      if (piece.trim() !== '') field.subfields.push({ code: UNKNOWN_CODE, value: piece.trim() });
    }
  }
  if (field.subfields.length > 0) return field;
  warnings.push({ code: 'field-dropped', detail: tag });
  return undefined;
};
