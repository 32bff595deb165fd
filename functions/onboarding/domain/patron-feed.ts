import type { ConsentAnswers, ContactConsents } from '../../patrons/public/contact-consents.ts';
import type { Person } from '../../patrons/public/person.ts';
import type { Row } from './files/file-kinds.ts';
import type { Mapping } from './files/mapping.ts';

/** The columns of personal data, and those of a patron's status, that a later file may change. */
const nameColumns = ['family', 'given', 'usedFamily', 'usedGiven', 'born', 'language'] as const;
const phoneColumns = ['phone', 'phoneLabel', 'phone2', 'phone2Label'] as const;
const addressColumns = ['address', 'locality', 'region', 'postalCode', 'country'] as const;
const consentColumns = ['emailConsent', 'smsConsent', 'postConsent', 'phoneConsent'] as const;
const personColumns = [...nameColumns, 'email', ...phoneColumns, ...addressColumns, ...consentColumns] as const;
const statusColumns = ['residence', 'category', 'branch', 'expires', 'class1', 'class2', 'class3'] as const;
const fedColumns = [...personColumns, ...statusColumns, 'card'] as const;
type FedColumn = (typeof fedColumns)[number];
const isFed = (name: string): name is FedColumn => fedColumns.some((known) => known === name);

/** The values of a patron by the columns of the file. */
export type Fields = Partial<Record<FedColumn, string>>;

type Known = {
  person: Person;
  contactConsents?: ContactConsents | undefined;
  residence?: string | undefined;
  card: string;
  category: string;
  homeBranch: string;
  expiresOn: string;
  classes?: Record<string, string> | undefined;
};

/** Expresses a patron in the columns of a file. */
export const fieldsOf = (
  { person, contactConsents = {}, card, category, residence, homeBranch, expiresOn, classes = {} }: Known,
  mapping: Mapping,
): Fields => {
  const { name, usedName, birthDate, email, phones: [first, second] = [], address, language } = person;
  const agreed = (channel: keyof ContactConsents): string | undefined =>
    contactConsents[channel]?.given ? contactConsents[channel].at.slice(0, 10) : undefined;
  const all: Record<FedColumn, string | undefined> = {
    ...{ family: name.family, given: name.given, born: birthDate, email, language },
    ...{ usedFamily: usedName?.family, usedGiven: usedName?.given },
    ...{ phone: first?.number, phoneLabel: first?.label, phone2: second?.number, phone2Label: second?.label },
    ...{ address: address?.lines.join('\n'), locality: address?.locality, region: address?.region },
    ...{ postalCode: address?.postalCode, country: address?.country },
    ...{ emailConsent: agreed('email'), smsConsent: agreed('sms') },
    ...{ postConsent: agreed('post'), phoneConsent: agreed('phone') },
    ...{ residence, category, branch: homeBranch, expires: expiresOn, card, ...classValues(classes, mapping) },
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

const present = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const addressOf = ({ address, locality, region, postalCode, country }: Fields): unknown => {
  const lines = address?.split(/\r?\n/).filter((one) => one.trim() !== '');
  const parts = present({ lines, locality, region, postalCode, country: country?.toUpperCase() });
  return Object.keys(parts).length > 0 ? parts : undefined;
};

/** Builds a person from fields, for validation by the schema of persons. */
export const personOf = (fields: Fields): unknown => {
  const { family, given, usedFamily, usedGiven, born: birthDate, email, language } = fields;
  const phones = [
    { number: fields.phone, label: fields.phoneLabel ?? 'other' },
    { number: fields.phone2, label: fields.phone2Label ?? 'other' },
  ].filter(({ number }) => number !== undefined);
  return present({
    name: present({ family, given }),
    usedName:
      usedFamily === undefined && usedGiven === undefined
        ? undefined
        : present({ family: usedFamily, given: usedGiven }),
    ...{ birthDate, email, language, address: addressOf(fields) },
    phones: phones.length > 0 ? phones : undefined,
  });
};

/** Returns the answers by which a patron's consents become those of the fields; a channel that was never agreed to has none. */
export const consentAnswersOf = (fields: Fields, before: ContactConsents = {}): ConsentAnswers => {
  const answers: ConsentAnswers = {};
  for (const channel of ['email', 'sms', 'post', 'phone'] as const) {
    const day = fields[`${channel}Consent`];
    if (day !== undefined) answers[channel] = { given: true, at: `${day}T00:00:00.000Z` };
    else if (before[channel]?.given) answers[channel] = false;
  }
  return answers;
};

const columnsOfPerson: Record<string, FedColumn> = { name: 'family', usedName: 'usedFamily', birthDate: 'born' };

/** Returns the column of a value at a path in a person, for a report. */
export const columnOfPath = ([field = '', inner, part]: readonly PropertyKey[]): string => {
  if (field === 'phones') return `${inner === 1 ? 'phone2' : 'phone'}${part === 'label' ? 'Label' : ''}`;
  if (field === 'address') return inner === undefined || inner === 'lines' ? 'address' : String(inner);
  return columnsOfPerson[String(field)] ?? String(field);
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
