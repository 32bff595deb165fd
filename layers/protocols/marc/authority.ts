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
  | { number: string; deletes: boolean; headings: AuthorityHeading[] }
  | { rejected: 'not-authority' | 'no-number' | 'number-too-long' | 'no-heading' };

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
  return headings.length === 0 ? { rejected: 'no-heading' } : { number, deletes: false, headings };
};
