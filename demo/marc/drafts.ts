import type { DataField, Subfield } from '../../layers/protocols/marc/record.ts';
import type { Scripted } from '../works/work.ts';

/** A subfield draft: a code and a text, optionally in two scripts. It is omitted without a text. */
export type Part = readonly [code: string, value: string | Scripted | undefined];

/** A field and, for a work in another script, its linked field, not yet linked. */
export type Draft = { field: DataField; twin?: DataField };

const inLatin = (value: string | Scripted | undefined): string | undefined =>
  typeof value === 'object' ? value.romanised : value;
const inOriginal = (value: string | Scripted | undefined): string | undefined =>
  typeof value === 'object' ? value.original : value;

const subfields = (parts: readonly Part[], read: typeof inLatin): Subfield[] =>
  parts.flatMap(([code, value]) => {
    const text = read(value);
    return text === undefined ? [] : [{ code, value: text }];
  });

/** Returns a field with a tag, two indicators in one text and its parts, and a linked field when a part has an original script. */
export function draft(tag: string, indicators: string, ...parts: readonly Part[]): Draft {
  const made = (read: typeof inLatin): DataField => ({
    tag,
    ind1: indicators.charAt(0),
    ind2: indicators.charAt(1),
    subfields: subfields(parts, read),
  });
  const hasOriginal = parts.some(([, value]) => typeof value === 'object' && value.original !== undefined);
  return hasOriginal ? { field: made(inLatin), twin: made(inOriginal) } : { field: made(inLatin) };
}

const HEBREW = /\p{Script=Hebrew}/u;
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u, '$1'],
  [/\p{Script=Cyrillic}/u, '(N'],
  [/\p{Script=Greek}/u, '(S'],
  [/\p{Script=Arabic}/u, '(3/r'],
  [HEBREW, '(2/r'],
  [/\p{Script=Devanagari}/u, 'Deva'],
];

const scriptOf = (field: DataField): string => {
  const text = field.subfields.map(({ value }) => value).join(' ');
  return scripts.find(([script]) => script.test(text))?.[1] ?? '(B';
};

const withLink = (field: DataField, link: string, tag = field.tag): DataField => ({
  ...field,
  tag,
  subfields: [{ code: '6', value: link }, ...field.subfields],
});

/**
 * Returns the fields of drafts in record order, each original script as a linked 880 at the end (MARC 21, appendix A), or without
 * them.
 */
export function linked(drafts: readonly Draft[], originalScript: boolean): DataField[] {
  const twins: DataField[] = [];
  const fields = drafts.map(({ field, twin }) => {
    if (twin === undefined || !originalScript) return field;
    const occurrence = String(twins.length + 1).padStart(2, '0');
    twins.push(withLink(twin, `${field.tag}-${occurrence}/${scriptOf(twin)}`, '880'));
    return withLink(field, `880-${occurrence}`);
  });
  return [...fields, ...twins];
}
