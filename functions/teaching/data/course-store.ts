import * as z from 'zod';
import {
  absent,
  and,
  type Condition,
  equals,
  lacks,
  present,
  unchanged,
} from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as membershipKeys } from '../../membership/public/keys.ts';
import { fullName } from '../../patrons/public/full-name.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { shownName } from '../../patrons/public/shown-name.ts';
import { storedPerson } from '../../patrons/public/stored-person.ts';
import {
  answersTo,
  type Course,
  courseSchema,
  courseTerms,
  headOf,
  type Instructor,
  type ListedMaterial,
  materialSchema,
  searchTerms,
  type Term,
  termSchema,
} from '../domain/course.ts';
import { gsi2, key, sortPrefix } from './keys.ts';

const counted = z.object({ v: z.number() });
const storedTerm = z.object({ ...termSchema.shape, ...counted.shape });
const storedCourse = z.object({ ...courseSchema.shape, clearedAt: z.string().exactOptional(), ...counted.shape });
const storedMaterial = z.object({
  entryId: z.string(),
  addedAt: z.string(),
  endedAt: z.string().exactOptional(),
  material: materialSchema,
});

export type StoredTerm = Term & { v: number };
/** `clearedAt`: when all its reserves had been returned. */
export type StoredCourse = Course & { clearedAt?: string; v: number };

/** A course with the current names of its instructors. */
export type NamedCourse = { course: StoredCourse; names: string[] };

const DAY_MS = 86_400_000;
/** How long after the end of its term a search term expires at the latest; closing the term deletes it earlier. */
const TERM_RETENTION_DAYS = 400;
const NAME_TERMS = 4;
/** The most rows read for a search term; a user who finds too many types more. */
const MOST_ROWS = 500;

/** The terms, courses and their lists. */
export type CourseStore = {
  term(memberId: string, termId: string): Promise<StoredTerm | undefined>;
  terms(memberId: string): Promise<StoredTerm[]>;
  /** Creates a term or changes its name and days. Refuses one that has ended. */
  setTerm(term: Omit<Term, 'endedAt'>): Promise<'saved' | 'term-ended' | 'changed-meanwhile'>;
  get(courseId: string, reading?: { strong?: boolean }): Promise<StoredCourse | undefined>;
  /** Returns the course of a term by its code. */
  byCode(memberId: string, termId: string, code: string): Promise<StoredCourse | undefined>;
  /** Creates a course in a term that has not ended and claims its code there. */
  create(course: Course): Promise<'created' | 'code-taken' | 'no-term' | 'unknown-instructor'>;
  /** Changes a course, provided that it is unchanged since it was read and has not ended. */
  change(before: StoredCourse, after: Course): Promise<'saved' | 'unknown-instructor' | 'changed-meanwhile'>;
  /** Adds the names of its instructors: the current names of patrons, without erased ones. */
  named(course: StoredCourse): Promise<NamedCourse>;
  /** Returns the courses of a term by code. */
  ofTerm(memberId: string, termId: string, pageRequest: PageRequest): Promise<CursorPage<StoredCourse> | 'bad-cursor'>;
  /** Finds the running courses that match all typed words, of one member or of all; `more` when there may be others. */
  find(typed: string, memberId: string | undefined, limit: number): Promise<{ courses: NamedCourse[]; more: boolean }>;
  materials(courseId: string, reading?: { strong?: boolean }): Promise<ListedMaterial[]>;
};

const termRow = (term: StoredTerm) => ({
  ...key('term', term),
  ...gsi2('term', term),
  ...stamp('term', term.v),
  ...term,
});

const courseRow = (course: StoredCourse) => ({ ...key('course', course), ...stamp('course', course.v), ...course });

/** Checks that a course exists and its term has not ended, so that its list may grow. */
export const courseOpen = (courseId: string): Write => ({
  check: key('course', { courseId }),
  when: and(present(), lacks('endedAt')),
});

/** Builds the write of an entry of a course's list, unless it exists. */
export const materialWrite = (courseId: string, listed: ListedMaterial): Write => ({
  put: { ...key('courseMaterial', { courseId, ...listed }), ...stamp('courseMaterial', 1), ...listed },
  when: absent(),
});

type SearchTerm = { term: string; courseId: string; patronId: string };

const NOBODY = '-';
const patronsOf = (instructors: readonly Instructor[]): string[] =>
  instructors.flatMap((one) => ('patronId' in one ? [one.patronId] : []));

const namesOf = async (table: Table, instructors: readonly Instructor[]): Promise<Map<string, string>> => {
  const rows = await table.getMany(
    patronsOf(instructors).map((patronId) => patronsKeys.key('patronPerson', { patronId })),
  );
  const people = rows.flatMap((row) => (row ? [storedPerson.parse(row)] : []));
  return new Map(people.map(({ patronId, person }) => [patronId, fullName(shownName(person))]));
};

// Search terms from a patron's name have the patron's id in their key, so that an erasure deletes them.
const searchTermsOf = (course: Course, names: ReadonlyMap<string, string>): SearchTerm[] => {
  const own = courseTerms(course).map((term) => ({ term, patronId: NOBODY }));
  const taught = course.instructors.flatMap((one) => {
    const [name, patronId] = 'name' in one ? [one.name, NOBODY] : [names.get(one.patronId) ?? '', one.patronId];
    return searchTerms(name)
      .slice(0, NAME_TERMS)
      .map((term) => ({ term, patronId }));
  });
  const all = [...own, ...taught].map((term) => ({ ...term, courseId: course.courseId }));
  return [...new Map(all.map((term) => [`${term.term}\n${term.patronId}`, term])).values()];
};

const searchTermKey = (term: SearchTerm) => key('courseTerm', { ...term, head: headOf(term.term) });

const searchTermWrite = (term: SearchTerm, memberId: string, endsOn: string): Write => ({
  put: {
    ...searchTermKey(term),
    ...stamp('courseTerm', 1),
    ...{ courseId: term.courseId, memberId },
    expiresAt: Math.floor((Date.parse(endsOn) + TERM_RETENTION_DAYS * DAY_MS) / 1000),
  },
});

/** Deletes the search terms of a course whose term is over. */
export const deleteSearchTerms = async (table: Table, course: Course): Promise<void> => {
  for (const term of searchTermsOf(course, await namesOf(table, course.instructors))) {
    await table.write([{ delete: searchTermKey(term) }]);
  }
};

const instructorChecks = (instructors: readonly Instructor[]): Write[] =>
  [...new Set(patronsOf(instructors))].map((patronId) => ({
    check: patronsKeys.key('patronStatus', { patronId }),
    when: present(),
  }));

const runningTerm = ({ memberId, termId }: Course): Write => ({
  check: key('term', { memberId, termId }),
  when: and(present(), lacks('endedAt')),
});

/** The store of courses in the table. */
export const courseStore = (table: Table): CourseStore => {
  const term: CourseStore['term'] = async (memberId, termId) => {
    const row = await table.get(key('term', { memberId, termId }), { strong: true });
    return row && storedTerm.parse(row);
  };
  const get: CourseStore['get'] = async (courseId, reading) => {
    const row = await table.get(key('course', { courseId }), reading);
    return row && storedCourse.parse(row);
  };
  const getMany = async (courseIds: readonly string[]): Promise<StoredCourse[]> => {
    const rows = await table.getMany(courseIds.map((courseId) => key('course', { courseId })));
    return rows.flatMap((row) => (row ? [storedCourse.parse(row)] : []));
  };
  const withNames = async (courses: readonly StoredCourse[]): Promise<NamedCourse[]> => {
    const names = await namesOf(
      table,
      courses.flatMap(({ instructors }) => instructors),
    );
    return courses.map((course) => ({
      course,
      names: course.instructors.flatMap((one) => ('name' in one ? one.name : (names.get(one.patronId) ?? []))),
    }));
  };
  /** Returns the writes besides the course itself: the checks of its instructors and its search terms. */
  const around = async (course: Course, endsOn: string): Promise<{ checks: Write[]; terms: Write[] }> => ({
    checks: instructorChecks(course.instructors),
    terms: searchTermsOf(course, await namesOf(table, course.instructors)).map((term) =>
      searchTermWrite(term, course.memberId, endsOn),
    ),
  });
  return {
    term,
    get,
    terms: async (memberId) => {
      const { pk: partition } = membershipKeys.key('member', { memberId });
      const rows = await table.queryAll({ partition, begins: sortPrefix('term') });
      return rows.map((row) => storedTerm.parse(row)).sort((one, other) => (one.startsOn < other.startsOn ? 1 : -1));
    },
    setTerm: async (wanted) => {
      const before = await term(wanted.memberId, wanted.termId);
      if (before?.endedAt !== undefined) return 'term-ended';
      const put = termRow({ ...wanted, v: (before?.v ?? 0) + 1 });
      const when = before ? unchanged(before.v) : absent();
      return (await table.write([{ put, when }])) ? 'changed-meanwhile' : 'saved';
    },
    byCode: async (memberId, termId, code) => {
      const row = await table.get(key('courseOfTerm', { memberId, termId, code }), { strong: true });
      return row && get(String(row.courseId), { strong: true });
    },
    create: async (course) => {
      const running = await term(course.memberId, course.termId);
      if (running === undefined || running.endedAt !== undefined) return 'no-term';
      const { checks, terms } = await around(course, running.endsOn);
      const conflict = await table.write([
        runningTerm(course),
        {
          put: { ...key('courseOfTerm', course), ...stamp('courseOfTerm', 1), courseId: course.courseId },
          when: absent(),
        },
        { put: courseRow({ ...course, v: 1 }), when: absent() },
        ...checks,
        ...terms,
      ]);
      const failed = conflict?.conflict[0]?.index;
      if (failed === undefined) return 'created';
      return failed === 0 ? 'no-term' : failed < 3 ? 'code-taken' : 'unknown-instructor';
    },
    change: async (before, after) => {
      const running = await term(before.memberId, before.termId);
      if (running === undefined || running.endedAt !== undefined) return 'changed-meanwhile';
      const { checks, terms } = await around(after, running.endsOn);
      const put = courseRow({ ...after, v: before.v + 1 });
      const expected: Condition = and(unchanged(before.v), lacks('endedAt'));
      const conflict = await table.write([{ put, when: expected }, ...checks, ...terms]);
      if (conflict)
        return conflict.conflict.some(({ index }) => index === 0) ? 'changed-meanwhile' : 'unknown-instructor';
      // Deletes obsolete search terms. One left by a crash does no harm, because found courses are checked again.
      const remaining = new Set(terms.flatMap((write) => ('put' in write ? [`${write.put.pk}\n${write.put.sk}`] : [])));
      for (const term of searchTermsOf(before, await namesOf(table, before.instructors))) {
        const at = searchTermKey(term);
        if (!remaining.has(`${at.pk}\n${at.sk}`)) await table.write([{ delete: at }]);
      }
      return 'saved';
    },
    named: async (course) => (await withNames([course]))[0] ?? { course, names: [] },
    ofTerm: async (memberId, termId, pageRequest) => {
      const { pk: partition } = key('courseOfTerm', { memberId, termId, code: NOBODY });
      const page = await readPage(table, { partition }, pageRequest, ({ courseId }) => String(courseId));
      return page === 'bad-cursor' ? page : { ...page, rows: await getMany(page.rows) };
    },
    find: async (typed, memberId, limit) => {
      const terms = searchTerms(typed);
      // The longest term selects best; its results are then filtered by the others.
      const longest = terms.toSorted((one, other) => other.length - one.length)[0];
      if (longest === undefined) return { courses: [], more: false };
      const { pk: partition } = key('courseTerm', {
        ...{ head: headOf(longest), term: longest },
        ...{ courseId: NOBODY, patronId: NOBODY },
      });
      const { items, next } = await table.query({ partition, begins: longest, limit: MOST_ROWS });
      const rows = items.filter((row) => memberId === undefined || row.memberId === memberId);
      const ids = [...new Set(rows.map(({ courseId }) => String(courseId)))];
      const running = (await getMany(ids)).filter(({ endedAt }) => endedAt === undefined);
      const answering = (await withNames(running)).filter(({ course, names }) =>
        answersTo(terms, [...courseTerms(course), ...names.flatMap(searchTerms)]),
      );
      const inOrder = answering.sort((one, other) => (one.course.code < other.course.code ? -1 : 1));
      return { courses: inOrder.slice(0, limit), more: inOrder.length > limit || next !== undefined };
    },
    materials: async (courseId, { strong = false } = {}) => {
      const { pk: partition } = key('course', { courseId });
      const rows = await table.queryAll({ partition, begins: sortPrefix('courseMaterial'), strong });
      return rows.map((row) => storedMaterial.parse(row));
    },
  };
};

/** Builds the write that ends a term, provided that its last day is unchanged; on an ended term it has no further effect. */
export const endTermWrite = (term: StoredTerm, at: string): Write => ({
  update: key('term', term),
  set: { endedAt: at },
  when: and(equals('endsOn', term.endsOn), lacks('endedAt')),
});
