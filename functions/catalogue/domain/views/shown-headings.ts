import * as z from 'zod';
import { fold, wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';
import type { IndexDocument } from '../index/index-document.ts';

const keyOf = (heading: string): string => wordsOf(fold(heading)).join(' ');

/**
 * The subject headings that the consortium shows differently from what its members' records contain. They are replaced where titles are
 * shown and found; no record changes.
 */
export const headingsSchema = z.strictObject({
  subjects: z
    .array(z.strictObject({ heading: oneLine(200), shown: oneLine(200) }))
    .max(500)
    .refine((subjects) => new Set(subjects.map(({ heading }) => keyOf(heading))).size === subjects.length, {
      message: 'Each heading is shown in one form.',
    }),
});
export type Headings = z.infer<typeof headingsSchema>;

/** Returns the form in which a subject heading is shown. */
export type ShowSubject = (subject: string) => string;

const BETWEEN = ' -- ';

/** Returns the forms of the policy in force: of a heading as a whole, else of its main part, with its subdivisions. */
export const showSubjectBy = (policy: Headings | undefined): ShowSubject => {
  if (policy === undefined || policy.subjects.length === 0) return (subject) => subject;
  const shown = new Map(policy.subjects.map((one) => [keyOf(one.heading), one.shown]));
  return (subject) => {
    const [main = '', ...divisions] = subject.split(BETWEEN);
    const whole = shown.get(keyOf(subject));
    const part = shown.get(keyOf(main));
    return whole ?? (part === undefined ? subject : [part, ...divisions].join(BETWEEN));
  };
};

/** Returns subject headings as they are shown, each once. */
export const shownSubjects = (subjects: readonly string[], show: ShowSubject): string[] => [
  ...new Set(subjects.map(show)),
];

type Reference = NonNullable<IndexDocument['seeReferences']>[number];

/**
 * Returns the document of a record with the headings that are shown. A replaced heading leads to its shown form, so that both find the
 * record.
 */
export const withShownSubjects = (document: IndexDocument, show: ShowSubject): IndexDocument => {
  const { subjects, seeReferences = [], seeAlso, ...rest } = document;
  const replaced = subjects.filter((subject) => show(subject) !== subject);
  if (replaced.length === 0) return document;
  const led = (one: Reference): Reference => (one.list === 'subject' ? { ...one, to: show(one.to) } : one);
  const references = replaced.map((from): Reference => ({ list: 'subject', from, to: show(from) }));
  return {
    ...rest,
    subjects: shownSubjects(subjects, show),
    seeReferences: [...seeReferences.map(led), ...references],
    ...(seeAlso && { seeAlso: seeAlso.map(led) }),
  };
};

export const headingsKind = policyKind('headings', headingsSchema);
