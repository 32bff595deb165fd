import { control, fields, subfield } from './fields.ts';
import { distinct } from './isbd.ts';
import { nameText } from './names.ts';
import type { DataField, MarcRecord } from './record.ts';
import { subjectOf } from './subjects.ts';

/** The lists that headings belong to. */
export type AuthorityList = 'author' | 'subject';

/**
 * A heading of an authority record, as in bibliographic records, its variant forms (4XX), and the related headings that refer to it
 * (5XX).
 */
export type AuthorityHeading = { list: AuthorityList; heading: string; from: string[]; also: string[] };

/**
 * The heading field (1XX) of an authority record for bibliographic fields: its subfields, the value of their $0, and the vocabulary of a
 * subject field: its second indicator, and $2 where that is 7.
 */
export type AuthorityField = DataField & { number: string; vocabulary: string; source?: string };

/** The maximum number of forms; the longest lists have hundreds of transcriptions that nobody searches for. */
const MOST_FORMS = 60;
/** The stored length of a form, and the maximum length of a number. */
const [LONGEST_FORM, LONGEST_NUMBER] = [300, 100];

const established = ['100', '110', '111', '130', '147', '148', '150', '151', '155'];
const isName = ({ tag }: DataField): boolean => /^.(00|10|11)$/.test(tag);
/** A name with a title is the heading of a work: a subject, not an author. */
const isWork = (field: DataField): boolean => subfield(field, 't') !== undefined;
/** $w, fourth position: a reference that is not displayed in a catalogue. */
const isShown = (field: DataField): boolean => !/^...[abcd]/.test(subfield(field, 'w') ?? '');

const textIn = (list: AuthorityList, field: DataField): string =>
  list === 'author' ? (isName(field) && !isWork(field) ? nameText(field) : '') : subjectOf(field);

const headingIn = (
  list: AuthorityList,
  one: DataField,
  { seen, related }: { seen: readonly DataField[]; related: readonly DataField[] },
): AuthorityHeading | undefined => {
  const heading = textIn(list, one);
  if (heading === '') return undefined;
  const textsOf = (references: readonly DataField[]): string[] =>
    distinct(references.map((field) => textIn(list, field).slice(0, LONGEST_FORM)))
      .filter((form) => form !== heading)
      .slice(0, MOST_FORMS);
  return { list, heading, from: textsOf(seen), also: textsOf(related) };
};

/** The content of an authority record, or why it is not usable: another kind of record, no number or a very long one, no heading. */
export type ReadAuthority =
  | { number: string; deletes: boolean; headings: AuthorityHeading[]; field?: AuthorityField }
  | { rejected: 'not-authority' | 'no-number' | 'number-too-long' | 'no-heading' };

/** The subfields of a heading; links and notes of the authority record are left out. */
const HEADING_CODES = 'abcdefghjklmnopqrstvxyz';
/** The second indicator of 6XX by 008/11 of the authority record; other vocabularies are named in $2. */
const vocabularies: Readonly<Record<string, string>> = { a: '0', b: '1', c: '2', d: '3', k: '5', v: '6' };

const fieldFor = (record: MarcRecord, one: DataField, number: string): AuthorityField => {
  const organisation = control(record, '003')?.trim();
  const code = fields(record, '040')[0];
  const source = code && subfield(code, 'f')?.trim();
  const known = vocabularies[control(record, '008')?.[11] ?? ''];
  const own = one.subfields.filter(({ code: letter }) => HEADING_CODES.includes(letter));
  return {
    ...{ tag: one.tag, ind1: one.ind1, ind2: one.ind2 },
    subfields: own.map(({ code: letter, value }) => ({ code: letter, value: value.trim() })),
    number: organisation ? `(${organisation})${number}` : number,
    vocabulary: known ?? (source ? '7' : '4'),
    ...(known === undefined && source && { source }),
  };
};

/**
 * Parses a MARC 21 authority record (leader/06 `z`): its heading (1XX) in each list where bibliographic records use it, with its variant
 * or earlier forms (4XX). A 5XX is a heading that refers to this one as well. A name is a subject too. Of obsolete and deleted records
 * (leader/05 d, o, s, x) only the number is used.
 */
export const readAuthority = (record: MarcRecord): ReadAuthority => {
  if (record.leader[6] !== 'z') return { rejected: 'not-authority' };
  const number = control(record, '001')?.trim() ?? '';
  if (number === '') return { rejected: 'no-number' };
  if (number.length > LONGEST_NUMBER) return { rejected: 'number-too-long' };
  if (/[dosx]/.test(record.leader[5] ?? '')) return { number, deletes: true, headings: [] };
  const one = fields(record, ...established)[0];
  if (one === undefined) return { rejected: 'no-heading' };
  const references = (first: string) =>
    fields(record, ...established.map((tag) => first + tag.slice(1))).filter(isShown);
  const led = { seen: references('4'), related: references('5') };
  const headings = (['author', 'subject'] as const).flatMap((list) => headingIn(list, one, led) ?? []);
  if (headings.length === 0) return { rejected: 'no-heading' };
  return { number, deletes: false, headings, field: fieldFor(record, one, number) };
};
