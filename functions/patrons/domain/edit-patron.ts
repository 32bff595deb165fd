import type { PatronsPolicy } from '../../../layers/records/policies/domain/patrons.ts';
import { refusedDescription } from './category.ts';
import type { PatronStatus } from './patron-status.ts';
import { isMinorOn, type Person } from './person.ts';

/** The changes that a desk may make to a patron; omitted fields stay. `person` is complete, so that a field can be removed. */
export type PatronEdit = {
  person?: Person | undefined;
  category?: string | undefined;
  homeBranch?: string | undefined;
  expiresOn?: string | undefined;
  classes?: Record<string, string> | undefined;
  /** A department's code; null removes the patron from it. */
  department?: string | null | undefined;
};

type Described = Pick<PatronStatus, 'category' | 'homeBranch' | 'expiresOn' | 'classes' | 'minor' | 'department'>;

/** A patron after an edit, and the names of the changed fields, which a log may contain. */
export type EditedPatron = { status: Described; person: Person; changed: string[] };

const personFields = ['name', 'birthDate', 'email', 'phone', 'address', 'language'] as const;
const statusFields = ['category', 'homeBranch', 'expiresOn', 'classes', 'department'] as const;

const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  );
const differ = (one: unknown, other: unknown): boolean => written(one) !== written(other);

const departmentOf = ({ department: before }: Described, { department }: PatronEdit): { department?: string } => {
  const now = department === undefined ? before : department;
  return now === undefined || now === null ? {} : { department: now };
};

/** Returns a patron edited on a date. Whether somebody is a minor follows from the birth date and is never entered. */
export const editedPatron = (
  { status, person }: { status: Described; person: Person },
  edit: PatronEdit,
  today: string,
): EditedPatron => {
  const after = edit.person ?? person;
  const { category, homeBranch, expiresOn, classes, minor } = status;
  const next = {
    category: edit.category ?? category,
    homeBranch: edit.homeBranch ?? homeBranch,
    expiresOn: edit.expiresOn ?? expiresOn,
    ...((edit.classes ?? classes) !== undefined && { classes: edit.classes ?? classes ?? {} }),
    ...departmentOf(status, edit),
    minor: after.birthDate === undefined ? minor : isMinorOn(after.birthDate, today),
  };
  const changed = [
    ...personFields.filter((field) => differ(person[field], after[field])),
    ...statusFields.filter((field) => differ(status[field], next[field])),
  ];
  return { status: next, person: after, changed };
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
  const described = { category: status.category, birthDate: person.birthDate, classes };
  return refusedDescription(policy, described, today).filter(({ code }) => ages || code === 'class-unknown');
};
