import type { Person } from '../../patrons/public/person.ts';
import type { Row } from './files/file-kinds.ts';
import type { Mapping } from './files/mapping.ts';

/** The columns of personal data, and those of a patron's status, that a later file may change. */
const personColumns = ['family', 'given', 'born', 'email', 'phone', 'address', 'language'] as const;
const statusColumns = ['category', 'branch', 'expires', 'class1', 'class2', 'class3'] as const;
const fedColumns = [...personColumns, ...statusColumns, 'card'] as const;
type FedColumn = (typeof fedColumns)[number];
const isFed = (name: string): name is FedColumn => fedColumns.some((known) => known === name);

/** The values of a patron by the columns of the file. */
export type Fields = Partial<Record<FedColumn, string>>;

type Known = {
  person: Person;
  card: string;
  category: string;
  homeBranch: string;
  expiresOn: string;
  classes?: Record<string, string> | undefined;
};

/** Expresses a patron in the columns of a file. */
export const fieldsOf = (
  { person, card, category, homeBranch, expiresOn, classes = {} }: Known,
  mapping: Mapping,
): Fields => {
  const { name, birthDate, email, phone, address, language } = person;
  const all: Record<FedColumn, string | undefined> = {
    ...{ family: name.family, given: name.given, born: birthDate, email, phone, address, language },
    ...{ category, branch: homeBranch, expires: expiresOn, card, ...classValues(classes, mapping) },
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};

const classNames = ['class1', 'class2', 'class3'] as const;
const classValues = (classes: Record<string, string>, { classes: names }: Mapping) => {
  const of = (column: (typeof classNames)[number]): string | undefined => {
    const name = names[column];
    return name !== undefined && Object.hasOwn(classes, name) ? classes[name] : undefined;
  };
  return { class1: of('class1'), class2: of('class2'), class3: of('class3') };
};

/** Builds a person from fields, for validation by the schema of persons. */
export const personOf = (fields: Fields): unknown => {
  const { family, given, born: birthDate, email, phone, address, language } = fields;
  const more = Object.entries({ birthDate, email, phone, address, language }).filter(
    ([, value]) => value !== undefined,
  );
  return { name: { family, ...(given !== undefined && { given }) }, ...Object.fromEntries(more) };
};

/** Merges the classes of fields with those that no column is mapped to. */
export const classesOf = (
  fields: Fields,
  mapping: Mapping,
  before: Record<string, string> = {},
): Record<string, string> | undefined => {
  const after = { ...before };
  for (const column of classNames) {
    const [name, value] = [mapping.classes[column], fields[column]];
    if (name === undefined) continue;
    if (value === undefined) delete after[name];
    else after[name] = value;
  }
  return Object.keys(after).length > 0 ? after : undefined;
};

/** Returns the patron columns that a heading has. */
export const fedColumnsOf = (heading: readonly (string | undefined)[]): FedColumn[] =>
  heading.flatMap((name) => (name !== undefined && isFed(name) ? [name] : []));

/** Returns the values of a patron in a row, by the columns of the file. */
export const fieldsOfRow = (row: Row<'patrons'>): Fields =>
  Object.fromEntries(Object.entries(row).filter(([name]) => isFed(name))) as Fields;

/** The values of the last file as digests by column: sufficient to detect changes by the file or by staff. */
export type Fed = Record<string, string>;

type Asked = {
  current: Fields;
  fed: Fed | undefined;
  file: Fields;
  columns: readonly FedColumn[];
  mapping: Pick<Mapping, 'owns' | 'keepStaffEdits'>;
  /** A digest of one column's value for this patron. */
  digest: (column: string, value: string | undefined) => string;
};

/**
 * Applies a feed to an existing patron: only columns that the file has and owns, only where the value differs from the last
 * feed, and, where staff edits have precedence, only where the patron is as the last feed left it. `staffEdits` names the others.
 */
export const applyFeed = ({ current, fed, file, columns, mapping, digest }: Asked) => {
  const [next, nextFed]: [Fields, Fed] = [{ ...current }, { ...fed }];
  const [changed, staffEdits]: [FedColumn[], FedColumn[]] = [[], []];
  for (const column of columns.filter((name) => mapping.owns?.includes(name) ?? true)) {
    const [value, before, now] = [file[column], fed?.[column], digest(column, file[column])];
    if (now === before) continue;
    nextFed[column] = now;
    if (value === current[column]) continue;
    if (mapping.keepStaffEdits && before !== undefined && before !== digest(column, current[column])) {
      staffEdits.push(column);
      continue;
    }
    if (value === undefined) delete next[column];
    else next[column] = value;
    changed.push(column);
  }
  return { next, changed, staffEdits, fed: nextFed };
};

/** Judges whether too many patrons are missing from a feed to trust it: a truncated file must not shut out a school. */
export const tooManyMissing = (missing: number, of: number, mostPercent: number): boolean =>
  missing * 100 > of * mostPercent;
