import * as z from 'zod';

/**
 * A finding for a cataloguer, with a JSON pointer to its place in the record. A refusal is not stored; a warning is. `params` are the
 * values in the sentence: the tag, a code, the permitted values.
 */
export const findingSchema = z.strictObject({
  level: z.enum(['refusal', 'warning']),
  code: z.string(),
  pointer: z.string(),
  params: z.record(z.string(), z.string()),
  detail: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

type Words = (params: Readonly<Record<string, string>>) => string;

/** The sentence of each finding, in cataloguers' terms. */
const findingWords = {
  'leader-code': ({ at, found, allowed }) => `Leader/${at} holds "${found}"; it may hold: ${allowed}.`,
  'leader-deletes': () => 'Leader/05 "d" marks a deleted record: its library’s system withdraws it, not an edit.',
  'leader-malformed': () => 'A leader has 24 characters.',
  'number-changed': () => 'The record number (001) is how its library knows the record: it stays.',
  'control-length': ({ tag, length, found }) => `Field ${tag} has ${length} characters; this one has ${found}.`,
  'fixed-code': ({ at, found, allowed }) => `008/${at} holds "${found}"; it may hold: ${allowed}.`,
  'date-unlike': ({ found }) => `008/07-10 says ${found}, which the imprint (260, 264 $c) does not.`,
  'title-missing': () => 'The title (245) is missing, or says nothing in $a or $k.',
  'field-missing': ({ tag }) => `Field ${tag} is missing.`,
  'main-entry-repeated': () => 'A record has one main entry: only one of 100, 110, 111 and 130.',
  'field-repeated': ({ tag }) => `Field ${tag} stands once.`,
  'field-unknown': ({ tag }) => `Field ${tag} is not one that is known here: it is not looked at.`,
  'indicator-undefined': ({ tag, place, found, allowed }) =>
    `Indicator ${place} of ${tag} is "${found}"; it may be: ${allowed}.`,
  'subfield-undefined': ({ tag, subfield }) => `Field ${tag} has no subfield ${subfield}.`,
  'subfield-repeated': ({ tag, subfield }) => `Subfield ${subfield} of ${tag} stands once.`,
  'subfield-missing': ({ tag }) => `Field ${tag} has no subfield.`,
  'subfield-empty': ({ tag, subfield }) => `Subfield ${subfield} of ${tag} says nothing.`,
  'isbn-wrong': ({ found }) => `"${found}" is no ISBN: its digits do not add up. A wrong one goes into $z.`,
  'issn-wrong': ({ found }) => `"${found}" is no ISSN: its digits do not add up. A wrong one goes into $y.`,
  'link-missing': ({ tag }) => `Field ${tag} needs $6 with the field that it writes in another script.`,
  'not-writable': ({ why }) => why ?? '',
} satisfies Readonly<Record<string, Words>>;

/** The codes of findings. */
export type FindingCode = keyof typeof findingWords;

/** Returns a finding: its level, code, place in the record and the values of its sentence. */
export const finding = (
  level: Finding['level'],
  code: FindingCode,
  pointer: string,
  params: Record<string, string> = {},
): Finding => {
  const words: Words = findingWords[code];
  return { level, code, pointer, params, detail: words(params) };
};
