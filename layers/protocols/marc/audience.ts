import { control, fields } from './fields.ts';
import type { MarcRecord } from './record.ts';
import { subjectOf } from './subjects.ts';

/** The readers for whom a record is meant, as far as it tells. */
export type StatedAudience = 'children' | 'adults';

/** Returns whether 008/22 is the audience: of books, computer files, music and visual materials; elsewhere it has another meaning. */
const isCoded = ({ leader }: MarcRecord): boolean => /^.{6}([tmcdijgkor]|a[^bis])/.test(leader);
/** MARC 21 008/22: preschool, primary, pre-adolescent, juvenile. */
const CHILDREN = 'abcj';
/** Adult, and specialised readers. */
const ADULTS = 'ef';

/** The form subdivisions of works for children; "Juvenile delinquency" is a subject, not a form. */
const juvenileForms = new Set(
  ['fiction', 'literature', 'poetry', 'drama', 'humor', 'humour', 'films', 'software', 'sound recordings'].map(
    (form) => `juvenile ${form}`,
  ),
);

/** Returns whether the last part of a heading is a form of works for children: a work on their books has a further part. */
const isJuvenile = (heading: string): boolean => {
  const last = heading.split(' -- ').at(-1) ?? '';
  return juvenileForms.has(last.trim().replace(/\.$/, '').toLowerCase());
};

/**
 * Returns for whom a record is meant: by its code (008/22), else children when a subject says so (a juvenile form subdivision, or a heading
 * of the Library of Congress for children). Undefined when nothing tells.
 */
export const audienceOf = (record: MarcRecord): StatedAudience | undefined => {
  const code = isCoded(record) ? (control(record, '008')?.[22] ?? '') : '';
  if (code !== '' && CHILDREN.includes(code)) return 'children';
  if (code !== '' && ADULTS.includes(code)) return 'adults';
  const subjects = fields(record, '600', '610', '611', '630', '650', '651');
  return subjects.some((field) => field.ind2 === '1' || isJuvenile(subjectOf(field))) ? 'children' : undefined;
};
