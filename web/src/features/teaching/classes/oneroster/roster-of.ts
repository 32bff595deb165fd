import type { RosterLine } from '../roster-csv.ts';
import type { OneRoster, OneRosterClass, OneRosterUser } from './read-oneroster.ts';

/** The choices of a school: the school of the files, the value that identifies pupils, and the card of new pupils. */
export type RosterChoice = {
  school: string;
  number: 'sourcedId' | 'identifier';
  card: 'identifier' | 'sourcedId' | 'none';
};

/** The reasons why a student of the files is not accepted. */
export const leftOutReasons = ['no-class', 'several-classes', 'no-grade', 'no-number', 'no-name'] as const;
export type LeftOut = { id: string; why: (typeof leftOutReasons)[number] };

/**
 * The lines of a class list, the numbers whose enrolment ended, the students who are not taken, and how many guardians of the school are not:
 * no pupil of a line names them, or they have no e-mail address by which a patron is found.
 */
export type RosterOfFiles = { lines: RosterLine[]; ended: string[]; leftOut: LeftOut[]; guardians: number };

const CLASS_LENGTH = 20;
const isNumber = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u.test(text);
const isGrade = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9-]{0,9}$/.test(text);

/** Returns a grade as the school calls it: 05 is its 5, KG its K. */
export const gradeOf = (grade: string, grades: readonly string[]): string => {
  const same = (other: string): string | undefined => grades.find((one) => one.toLowerCase() === other.toLowerCase());
  const short = grade.replace(/^0+(?=\d)/, '');
  return same(grade) ?? same(short) ?? (grade.toUpperCase() === 'KG' ? same('K') : undefined) ?? grade;
};

/** Returns the names of classes by id: their code or title in the characters that a class may have, distinct. */
const classNames = (classes: readonly OneRosterClass[]): Map<string, string> => {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, name } of classes) {
    const plain = (text: string): string =>
      text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .trim()
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[^A-Za-z0-9]+/, '')
        .slice(0, CLASS_LENGTH);
    const short = plain(name) || plain(id);
    const tail = plain(id).slice(-6);
    const one = taken.has(short) ? `${short.slice(0, CLASS_LENGTH - 1 - tail.length)}-${tail}` : short;
    taken.add(one);
    names.set(id, one);
  }
  return names;
};

const roleAt = ({ roles }: OneRosterUser, school: string) => roles.filter((one) => one.school === school);

const guardianRoles = ['guardian', 'parent', 'relative'];
const isGuardian = ({ status, roles }: OneRosterUser): boolean =>
  status === 'active' && roles.some((one) => one.status === 'active' && guardianRoles.includes(one.role));

/** The most guardians of a pupil that a line has. */
const MOST_GUARDIANS = 4;

/** Returns the guardians of each user, whichever of the two names the other; those without a name or an e-mail address find no patron. */
const guardiansIn = (users: readonly OneRosterUser[]): Map<string, OneRosterUser[]> => {
  const acting = users.filter((user) => isGuardian(user) && user.family !== '' && user.email.length > 2);
  const byId = new Map(acting.map((user) => [user.id, user]));
  const found = new Map<string, Map<string, OneRosterUser>>();
  const note = (pupil: string, guardian: OneRosterUser): void => {
    found.set(pupil, (found.get(pupil) ?? new Map()).set(guardian.id, guardian));
  };
  for (const user of users)
    for (const agent of user.agents) {
      const guardian = byId.get(agent);
      if (guardian) note(user.id, guardian);
    }
  for (const guardian of acting) for (const pupil of guardian.agents) note(pupil, guardian);
  return new Map([...found].map(([pupil, of]) => [pupil, [...of.values()].slice(0, MOST_GUARDIANS)]));
};

const asGuardian = ({ given, family, email }: OneRosterUser): NonNullable<RosterLine['guardians']>[number] => ({
  name: { family, ...(given && { given }) },
  email,
});

/** Returns the class list of a school from the files of a OneRoster export, on a day (`YYYY-MM-DD`). */
export const rosterOf = (
  { users, classes, enrollments }: OneRoster,
  { school, number, card }: RosterChoice,
  { grades, today }: { grades: readonly string[]; today: string },
): RosterOfFiles => {
  const own = [...classes.values()].filter(
    (one) => one.school === school && one.status === 'active' && (one.until === undefined || one.until >= today),
  );
  const names = classNames(own);
  const result: RosterOfFiles = { lines: [], ended: [], leftOut: [], guardians: 0 };
  const guardians = guardiansIn(users);
  const taken = new Set<string>();
  const byUser = Map.groupBy(enrollments, ({ user }) => user);
  for (const user of users) {
    const roles = roleAt(user, school);
    const asStudent = roles.filter(({ role }) => role === 'student');
    if (asStudent.length === 0) continue;
    const id = number === 'identifier' ? user.identifier : user.id;
    const shown = user.identifier || user.id;
    const leaveOut = (why: LeftOut['why']): void => void result.leftOut.push({ id: shown, why });
    if (!isNumber(id)) {
      leaveOut('no-number');
      continue;
    }
    const all = (byUser.get(user.id) ?? []).filter((one) => classes.get(one.class)?.school === school);
    const current = all
      .filter(({ status, until }) => status === 'active' && (until === '' || until >= today))
      .flatMap((one) => own.find((taught) => taught.id === one.class) ?? []);
    const isGone = user.status === 'tobedeleted' || asStudent.every(({ status }) => status === 'tobedeleted');
    const isEnded = current.length === 0 && all.some(({ status }) => status === 'tobedeleted');
    if (isGone || isEnded) {
      result.ended.push(id);
      continue;
    }
    const homerooms = current.filter(({ isHomeroom }) => isHomeroom);
    const candidates = homerooms.length > 0 ? homerooms : current;
    const [inClass] = candidates;
    const grade = gradeOf(user.grade || (inClass?.grade ?? ''), grades);
    if (!inClass) leaveOut('no-class');
    else if (new Set(candidates.map((one) => one.id)).size > 1) leaveOut('several-classes');
    else if (!isGrade(grade)) leaveOut('no-grade');
    else if (user.family === '') leaveOut('no-name');
    else {
      const acting = guardians.get(user.id) ?? [];
      const cardNumber = card === 'none' ? '' : card === 'identifier' ? user.identifier : user.id;
      result.lines.push({
        ...{ id, name: { family: user.family, ...(user.given && { given: user.given }) }, grade },
        class: names.get(inClass.id) ?? inClass.id,
        ...(/^\d{4}-\d{2}-\d{2}$/.test(user.birthDate) && { birthDate: user.birthDate }),
        ...(cardNumber && { card: cardNumber }),
        ...(acting.length > 0 && { guardians: acting.map(asGuardian) }),
      });
      for (const one of acting) taken.add(one.id);
    }
  }
  const ofSchool = users.filter((user) => isGuardian(user) && roleAt(user, school).length > 0);
  result.guardians = ofSchool.filter(({ id }) => !taken.has(id)).length;
  return result;
};

/** Splits a class list into requests of at most so many lines, class by class; numbers that ended are in the first request. */
export const requestsOf = ({ lines, ended }: Pick<RosterOfFiles, 'lines' | 'ended'>, most: number) => {
  const sorted = lines.toSorted((one, other) => (one.class < other.class ? -1 : one.class > other.class ? 1 : 0));
  const parts: RosterLine[][] = [[]];
  for (const some of Map.groupBy(sorted, (line) => line.class).values()) {
    for (let at = 0; at < some.length; at += most) {
      const next = some.slice(at, at + most);
      const last = parts.at(-1) ?? [];
      if (last.length + next.length > most) parts.push(next);
      else last.push(...next);
    }
  }
  const count = Math.max(parts.length, Math.ceil(ended.length / most));
  return Array.from({ length: count }, (_, at) => ({
    lines: parts[at] ?? [],
    ended: ended.slice(at * most, (at + 1) * most),
  }));
};
