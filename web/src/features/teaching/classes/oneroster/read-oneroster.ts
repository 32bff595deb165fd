import { type CsvTable, csvTable } from './csv-table.ts';

/** The columns that a file must have; `roles` is a file of version 1.2. */
const required = {
  users: ['sourcedId', 'givenName', 'familyName'],
  classes: ['sourcedId', 'title', 'schoolSourcedId'],
  enrollments: ['sourcedId', 'classSourcedId', 'userSourcedId', 'role'],
  orgs: ['sourcedId', 'name', 'type'],
  roles: ['userSourcedId', 'role', 'orgSourcedId'],
  academicSessions: ['sourcedId', 'endDate'],
  courses: ['sourcedId', 'title'],
  demographics: ['sourcedId', 'birthDate'],
  manifest: ['propertyName', 'value'],
} as const;
type FileName = keyof typeof required;
const needed: readonly FileName[] = ['users', 'classes', 'enrollments'];

/** The fault of a row: the number of its cells, its own id, its status, or an id to which it refers. */
export type RowProblem = {
  file: string;
  line: number;
  what: 'uneven' | 'no-id' | 'id-twice' | 'status' | 'unknown-user' | 'unknown-class';
};

type Status = 'active' | 'tobedeleted';
export type OneRosterUser = {
  id: string;
  status: Status;
  given: string;
  family: string;
  identifier: string;
  email: string;
  /** The users who act for this one, or for whom this one acts: files have the relation at either. */
  agents: string[];
  grade: string;
  birthDate: string;
  /** The roles by school; an ended one was the user's before. */
  roles: { role: string; school: string; status: Status }[];
};
export type OneRosterClass = {
  id: string;
  status: Status;
  name: string;
  grade: string;
  isHomeroom: boolean;
  school: string;
  /** The last day of the latest term, where it is known. */
  until: string | undefined;
};
export type Enrollment = { user: string; class: string; status: Status; from: string; until: string };

/** The content of the files of a OneRoster export. */
export type OneRoster = {
  version: string;
  /** Only what changed is in the files: a missing person has not left. */
  isDelta: boolean;
  schools: { id: string; name: string }[];
  users: OneRosterUser[];
  classes: Map<string, OneRosterClass>;
  enrollments: Enrollment[];
  problems: RowProblem[];
};

export type ReadOneRoster = { oneRoster: OneRoster } | { lackingFiles: string[] } | { lackingColumns: string[] };

const list = (cell: string): string[] =>
  cell
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Reads the files of a OneRoster export (CSV binding 1.1 or 1.2), by name without extension or folder. */
export const readOneRoster = (texts: ReadonlyMap<string, string>): ReadOneRoster => {
  const tables = new Map<FileName, CsvTable>();
  for (const name of Object.keys(required) as FileName[]) {
    const text = texts.get(name.toLowerCase());
    if (text !== undefined) tables.set(name, csvTable(text));
  }
  const lackingFiles = needed.filter((name) => !tables.has(name)).map((name) => `${name}.csv`);
  if (lackingFiles.length > 0) return { lackingFiles };
  const hasRoles = tables.has('roles');
  const columnsOf = (name: FileName): readonly string[] =>
    name === 'users' && !hasRoles ? [...required.users, 'role', 'orgSourcedIds'] : required[name];
  const lackingColumns = [...tables].flatMap(([name, { columns }]) =>
    columnsOf(name)
      .filter((column) => !columns.includes(column.toLowerCase()))
      .map((column) => `${name}.csv: ${column}`),
  );
  if (lackingColumns.length > 0) return { lackingColumns };

  const problems: RowProblem[] = [];
  /** Returns the usable rows of a file with their status; rows of most files have an id of their own. */
  const rowsOf = (name: FileName, hasId = true) => {
    const table = tables.get(name);
    const file = `${name}.csv`;
    for (const line of table?.uneven ?? []) problems.push({ file, line, what: 'uneven' });
    const seen = new Set<string>();
    return (table?.rows ?? []).flatMap(({ line, of }) => {
      const [id, status] = [of('sourcedId'), of('status').toLowerCase() || 'active'];
      const isBad = status !== 'active' && status !== 'tobedeleted';
      const what = hasId && id === '' ? 'no-id' : hasId && seen.has(id) ? 'id-twice' : isBad ? 'status' : undefined;
      if (what !== undefined) {
        problems.push({ file, line, what });
        return [];
      }
      seen.add(id);
      return [{ id, status: status as Status, of, line }];
    });
  };
  const manifest = new Map(tables.get('manifest')?.rows.map(({ of }) => [of('propertyName'), of('value')]));
  const roles = new Map<string, OneRosterUser['roles']>();
  for (const { of, status } of rowsOf('roles', false)) {
    const one = { role: of('role').toLowerCase(), school: of('orgSourcedId'), status };
    roles.set(of('userSourcedId'), [...(roles.get(of('userSourcedId')) ?? []), one]);
  }
  const births = new Map(rowsOf('demographics').map(({ id, of }) => [id, of('birthDate')]));
  const ends = new Map(rowsOf('academicSessions').map(({ id, of }) => [id, of('endDate')]));
  const courses = new Map(rowsOf('courses').map(({ id, of }) => [id, of]));
  const users = rowsOf('users').map(({ id, status, of }): OneRosterUser => {
    const own = list(of('orgSourcedIds')).map((school) => ({ role: of('role').toLowerCase(), school, status }));
    return {
      ...{ id, status, given: of('givenName'), family: of('familyName'), identifier: of('identifier') },
      ...{ email: of('email'), agents: list(of('agentSourcedIds')) },
      ...{
        grade: list(of('grades'))[0] ?? '',
        birthDate: births.get(id) ?? '',
        roles: hasRoles ? (roles.get(id) ?? []) : own,
      },
    };
  });
  const classes = new Map(
    rowsOf('classes').map(({ id, status, of }): [string, OneRosterClass] => {
      const course = courses.get(of('courseSourcedId'));
      const terms = list(of('termSourcedIds') || of('termSourcedId')).flatMap((term) => ends.get(term) ?? []);
      const grade = list(of('grades') || (course?.('grades') ?? ''))[0] ?? '';
      const name = of('classCode') || of('title') || (course?.('title') ?? '');
      const isHomeroom = of('classType').toLowerCase() === 'homeroom';
      return [
        id,
        { id, status, name, grade, isHomeroom, school: of('schoolSourcedId'), until: terms.toSorted().at(-1) },
      ];
    }),
  );
  const known = new Set(users.map(({ id }) => id));
  const enrollments = rowsOf('enrollments').flatMap(({ status, of, line }): Enrollment[] => {
    if (of('role').toLowerCase() !== 'student') return [];
    const [user, inClass] = [of('userSourcedId'), of('classSourcedId')];
    const what = known.has(user) ? (classes.has(inClass) ? undefined : 'unknown-class') : 'unknown-user';
    if (what !== undefined) {
      problems.push({ file: 'enrollments.csv', line, what });
      return [];
    }
    return [{ user, class: inClass, status, from: of('beginDate'), until: of('endDate') }];
  });
  const named = rowsOf('orgs')
    .filter(({ of, status }) => of('type').toLowerCase() === 'school' && status === 'active')
    .map(({ id, of }) => ({ id, name: of('name') }));
  const taught = [...new Set([...classes.values()].map(({ school }) => school))];
  const schools = taught.map((id) => named.find((one) => one.id === id) ?? { id, name: id });
  const isDelta = ['file.users', 'file.enrollments'].some((name) => manifest.get(name)?.toLowerCase() === 'delta');
  const version = manifest.get('oneroster.version') ?? (hasRoles ? '1.2' : '1.1');
  return { oneRoster: { version, isDelta, schools, users, classes, enrollments, problems } };
};
