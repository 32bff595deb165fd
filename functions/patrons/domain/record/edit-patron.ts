import type { PatronsPolicy } from '../../../../layers/records/policies/domain/patrons.ts';
import { isMinorOn, type Person } from '../identity/person.ts';
import { refusedDescription } from './category.ts';
import { answeredConsents, type ConsentAnswers, type ContactConsents } from './contact-consents.ts';
import type { PatronStatus } from './patron-status.ts';

/** The changes that a desk may make to a patron; omitted fields stay. `person` is complete, so that a field can be removed. */
export type PatronEdit = {
  person?: Person | undefined;
  category?: string | undefined;
  homeBranch?: string | undefined;
  expiresOn?: string | undefined;
  classes?: Record<string, string> | undefined;
  /** A department's code; null removes the patron from it. */
  department?: string | null | undefined;
  /** The code of the place of residence; null removes it. */
  residence?: string | null | undefined;
  /** The guardian of the patron; null removes it. */
  guarantorId?: string | null | undefined;
  contactConsents?: ConsentAnswers | undefined;
};

type Described = Pick<
  PatronStatus,
  'category' | 'homeBranch' | 'expiresOn' | 'classes' | 'minor' | 'department' | 'residence' | 'guarantorId'
>;

/** A patron after an edit, and the names of the changed fields, which a log may contain. */
export type EditedPatron = {
  status: Described;
  person: Person;
  contactConsents?: ContactConsents | undefined;
  changed: string[];
};

const personFields = ['name', 'usedName', 'birthDate', 'email', 'phones', 'address', 'language'] as const;
const statusFields = [
  'category',
  'homeBranch',
  'expiresOn',
  'classes',
  'department',
  'residence',
  'guarantorId',
] as const;

const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
const differ = (one: unknown, other: unknown): boolean => written(one) !== written(other);

/** Returns a field that an edit sets, removes by null, or leaves as it is. */
const afterEdit = <K extends 'department' | 'residence' | 'guarantorId'>(
  field: K,
  status: Described,
  edit: PatronEdit,
): Partial<Record<K, string>> => {
  const now: string | null | undefined = edit[field] === undefined ? status[field] : edit[field];
  return now === undefined || now === null ? {} : ({ [field]: now } as Record<K, string>);
};

type Before = { status: Described; person: Person; contactConsents?: ContactConsents | undefined };

/** Returns a patron edited at an instant (ISO 8601). Whether somebody is a minor follows from the birth date and is never entered. */
export const editedPatron = (
  { status, person, contactConsents }: Before,
  edit: PatronEdit,
  at: string,
): EditedPatron => {
  const today = at.slice(0, 10);
  const consents = answeredConsents(contactConsents, edit.contactConsents, at);
  const after = edit.person ?? person;
  const { category, homeBranch, expiresOn, classes, minor } = status;
  const next = {
    category: edit.category ?? category,
    homeBranch: edit.homeBranch ?? homeBranch,
    expiresOn: edit.expiresOn ?? expiresOn,
    ...((edit.classes ?? classes) !== undefined && { classes: edit.classes ?? classes ?? {} }),
    ...afterEdit('department', status, edit),
    ...afterEdit('residence', status, edit),
    ...afterEdit('guarantorId', status, edit),
    minor: after.birthDate === undefined ? minor : isMinorOn(after.birthDate, today),
  };
  const changed = [
    ...personFields.filter((field) => differ(person[field], after[field])),
    ...statusFields.filter((field) => differ(status[field], next[field])),
    ...(differ(contactConsents ?? {}, consents) ? ['contactConsents'] : []),
  ];
  return {
    status: next,
    person: after,
    ...(Object.keys(consents).length > 0 && { contactConsents: consents }),
    changed,
  };
};

/**
 * Returns what forbids an edit on a date. Only what it changes is checked: older values may remain after the policy changed. A last day of
 * validity in the past ends a card, which a desk may do.
 */
export const refusedEdit = (
  policy: PatronsPolicy,
  { status, person, changed }: EditedPatron,
  classes: Record<string, string> | undefined,
  today: string,
) => {
  const ages = changed.some((field) => field === 'category' || field === 'birthDate');
  const residence = changed.includes('residence') ? status.residence : undefined;
  const described = { category: status.category, birthDate: person.birthDate, classes, residence };
  const always = ['class-unknown', 'residence-unknown'];
  return refusedDescription(policy, described, today).filter(({ code }) => ages || always.includes(code));
};
