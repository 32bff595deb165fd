import * as z from 'zod';
import { fold, wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';
import type { Description } from '../../../../layers/protocols/marc/description.ts';
import type { Name } from '../../../../layers/protocols/marc/names.ts';
import { policyKind } from '../../../../layers/records/policies/domain/policy-kind.ts';
import type { IndexDocument } from '../index/index-document.ts';

const keyOf = (heading: string): string => wordsOf(fold(heading)).join(' ');

const forms = z
  .array(z.strictObject({ heading: oneLine(200), shown: oneLine(200) }))
  .max(500)
  .refine((all) => new Set(all.map(({ heading }) => keyOf(heading))).size === all.length, {
    message: 'Each heading is shown in one form.',
  });

/**
 * The headings that the consortium shows differently from what its members' records contain. They are replaced where titles are shown and
 * found; no record changes. Versions from before names were part of it have none.
 */
export const headingsSchema = z.strictObject({ subjects: forms, names: forms.exactOptional() });
export type Headings = z.infer<typeof headingsSchema>;

/** Returns the form in which a heading is shown: of a subject, and of the name of a person, body or meeting. */
export type ShowHeadings = { subject: (heading: string) => string; name: (heading: string) => string };

const BETWEEN = ' -- ';

const byKey = (all: Headings['subjects'] = []): ReadonlyMap<string, string> =>
  new Map(all.map(({ heading, shown }) => [keyOf(heading), shown]));

const asInRecords: ShowHeadings = { subject: (heading) => heading, name: (heading) => heading };

/**
 * Returns the forms of the policy in force: of a name as a whole; of a subject as a whole, else of its main part, with its subdivisions. A
 * name that is a subject is shown as the subjects of the policy say.
 */
export const showHeadingsBy = (policy: Headings | undefined): ShowHeadings => {
  if (policy === undefined) return asInRecords;
  const [subjects, names] = [byKey(policy.subjects), byKey(policy.names)];
  return {
    subject: (heading) => {
      const [main = '', ...divisions] = heading.split(BETWEEN);
      const whole = subjects.get(keyOf(heading));
      const part = subjects.get(keyOf(main));
      return whole ?? (part === undefined ? heading : [part, ...divisions].join(BETWEEN));
    },
    name: (heading) => (names.size === 0 ? heading : (names.get(keyOf(heading)) ?? heading)),
  };
};

const distinct = (headings: readonly string[]): string[] => [...new Set(headings)];

const shownName = (one: Name, { name: show }: ShowHeadings): Name => {
  const name = show(one.name);
  if (name === one.name) return one;
  if (one.kind !== 'person') return { ...one, name };
  return { ...one, name, parts: { enteredUnder: one.parts.enteredUnder, heading: name, titles: [] } };
};

/** Returns a description with the headings that are shown, each subject once. */
export const withShownHeadings = (description: Description, show: ShowHeadings): Description => ({
  ...description,
  subjects: distinct(description.subjects.map(show.subject)),
  ...(description.mainName && { mainName: shownName(description.mainName, show) }),
  addedNames: description.addedNames.map((name) => shownName(name, show)),
});

type Reference = NonNullable<IndexDocument['seeReferences']>[number];

/** Returns references from replaced headings to their shown forms. */
const replacedIn = (list: Reference['list'], headings: readonly string[], show: (one: string) => string): Reference[] =>
  headings.filter((one) => show(one) !== one).map((from) => ({ list, from, to: show(from) }));

/**
 * Returns the document of a record with the headings that are shown. A replaced heading leads to its shown form, so that both find the
 * record.
 */
export const documentWithShownHeadings = (document: IndexDocument, show: ShowHeadings): IndexDocument => {
  const { subjects, author, authorsAdded, seeReferences = [], seeAlso, ...rest } = document;
  const names = distinct([...(author === undefined ? [] : [author]), ...authorsAdded]);
  const references = [...replacedIn('subject', subjects, show.subject), ...replacedIn('author', names, show.name)];
  if (references.length === 0) return document;
  const led = (one: Reference): Reference => ({
    ...one,
    to: (one.list === 'subject' ? show.subject : show.name)(one.to),
  });
  return {
    ...rest,
    subjects: distinct(subjects.map(show.subject)),
    ...(author !== undefined && { author: show.name(author) }),
    authorsAdded: distinct(authorsAdded.map(show.name)),
    seeReferences: [...seeReferences.map(led), ...references],
    ...(seeAlso && { seeAlso: seeAlso.map(led) }),
  };
};

export const headingsKind = policyKind('headings', headingsSchema);
