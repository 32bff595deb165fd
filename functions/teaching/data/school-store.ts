import * as z from 'zod';
import { absent, and, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, mapRows, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { PatronChange } from '../../patrons/public/change.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { changeWrite } from '../../patrons/public/patron-change-store.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { type Pupil, pupilSchema, type SchoolScheme, schoolSchemeSchema } from '../domain/school.ts';
import { gsi1, gsi2, indexPartition, key, sortPrefix } from './keys.ts';

const storedScheme = z.object({ ...schoolSchemeSchema.shape, memberId: z.string(), v: z.number() });
const storedClass = z.object({
  memberId: z.string(),
  classId: z.string(),
  grade: z.string(),
  teachers: z.array(z.string()),
  v: z.number(),
});

/** A class of a school; `teachers` are patrons, by id. */
export type SchoolClass = z.infer<typeof storedClass>;

/** The card fields that a change of school sets. */
export type CardAfter = Pick<PatronStatus, 'category' | 'expiresOn'>;

/** A pupil after a change; `before` as read (absent for a new pupil), and the patron's status as read. */
export type PupilChange = {
  before: Pupil | undefined;
  after: Pupil;
  status: PatronStatus;
  card: CardAfter;
  /** An entry for the patron's log, where the card changes. */
  noted?: PatronChange | undefined;
};

/** Schools: their scheme, classes and pupils. */
export type SchoolStore = {
  scheme(memberId: string): Promise<SchoolScheme | undefined>;
  setScheme(memberId: string, scheme: SchoolScheme): Promise<void>;
  classes(memberId: string): Promise<SchoolClass[]>;
  classOf(memberId: string, classId: string): Promise<SchoolClass | undefined>;
  /** Creates a class unless one with the name exists. */
  ensureClass(made: Pick<SchoolClass, 'memberId' | 'classId' | 'grade'>): Promise<void>;
  /** Sets the teachers of a class, provided that it is unchanged. Refuses ids that are not patrons. */
  setTeachers(before: SchoolClass, teachers: string[]): Promise<'saved' | 'unknown-patron' | 'changed-meanwhile'>;
  /** Returns the classes that a patron currently teaches. */
  taughtBy(patronId: string): Promise<SchoolClass[]>;
  /** Returns the pupils of a class by name. */
  pupilsIn(memberId: string, classId: string): Promise<Pupil[]>;
  pupil(patronId: string): Promise<Pupil | undefined>;
  pupils(patronIds: readonly string[]): Promise<Map<string, Pupil>>;
  /** Returns the patrons with these register numbers, by number. */
  byNumber(memberId: string, localIds: readonly string[]): Promise<Map<string, string>>;
  /** Pages through all patrons with a register number, in the order of the numbers. */
  numbered(memberId: string, pageRequest: PageRequest): Promise<CursorPage<string> | 'bad-cursor'>;
  /** Writes a pupil, the claim of the number and the card in one transaction. False on a conflict. */
  save(change: PupilChange): Promise<boolean>;
};

const pupilRow = (pupil: Pupil) => ({
  ...key('pupil', pupil),
  ...(pupil.classId !== undefined && gsi2('pupil', { ...pupil, classId: pupil.classId })),
  ...stamp('pupil', pupil.v),
  ...pupil,
});

// Writes only changed fields, provided that the old values are unchanged: loans increase the status's `v` often.
const cardWrite = (status: PatronStatus, card: CardAfter, { classId }: Pupil): Write => {
  const fields = (['category', 'expiresOn'] as const).filter((field) => status[field] !== card[field]);
  const expected = fields.map((field) => equals(field, status[field]));
  const at = patronsKeys.key('patronStatus', status);
  const isInClass = status.classId === classId;
  if (fields.length === 0 && isInClass) return { check: at, when: present() };
  return {
    update: at,
    set: {
      ...Object.fromEntries(fields.map((field) => [field, card[field]])),
      ...(!isInClass && classId !== undefined && { classId }),
    },
    ...(!isInClass && classId === undefined && { remove: ['classId'] }),
    when: and(present(), ...expected),
  };
};

const classRow = (row: SchoolClass) => ({
  ...key('schoolClass', row),
  ...(row.teachers.length === 0 && gsi1('schoolClass', row)),
  ...stamp('schoolClass', row.v),
  ...row,
});

/** The store of schools in the table. */
export const schoolStore = (table: Table): SchoolStore => {
  const classOf: SchoolStore['classOf'] = async (memberId, classId) => {
    const row = await table.get(key('schoolClass', { memberId, classId }), { strong: true });
    return row && storedClass.parse(row);
  };
  const pupils: SchoolStore['pupils'] = async (patronIds) => {
    const rows = await table.getMany(
      patronIds.map((patronId) => key('pupil', { patronId })),
      { strong: true },
    );
    return new Map(rows.flatMap((row) => (row ? [[String(row.patronId), pupilSchema.parse(row)] as const] : [])));
  };
  return {
    classOf,
    pupils,
    pupil: async (patronId) => (await pupils([patronId])).get(patronId),
    scheme: async (memberId) => {
      const row = await table.get(key('schoolScheme', { memberId }), { strong: true });
      if (!row) return undefined;
      const { memberId: _, v: __, ...scheme } = storedScheme.parse(row);
      return scheme;
    },
    setScheme: async (memberId, scheme) => {
      const at = key('schoolScheme', { memberId });
      await table.write([{ put: { ...at, ...stamp('schoolScheme', 1), memberId, ...scheme } }]);
    },
    classes: async (memberId) => {
      const { pk: partition } = key('schoolClass', { memberId, classId: '-' });
      const rows = await table.queryAll({ partition, begins: sortPrefix('schoolClass') });
      return rows.map((row) => storedClass.parse(row));
    },
    ensureClass: async (made) => {
      await table.write([{ put: classRow({ ...made, teachers: [], v: 1 }), when: absent() }]);
    },
    setTeachers: async (before, teachers) => {
      const { memberId, classId, v } = before;
      const gone = before.teachers.filter((one) => !teachers.includes(one));
      const conflict = await table.write([
        { put: classRow({ ...before, teachers, v: v + 1 }), when: unchanged(v) },
        ...teachers.map((patronId) => ({ check: patronsKeys.key('patronStatus', { patronId }), when: present() })),
        ...teachers.map((patronId) => ({
          put: {
            ...key('classTeacher', { patronId, memberId, classId }),
            ...stamp('classTeacher', 1),
            ...{ memberId, classId },
          },
        })),
        ...gone.map((patronId) => ({ delete: key('classTeacher', { patronId, memberId, classId }) })),
      ]);
      if (!conflict) return 'saved';
      return conflict.conflict.some(({ index }) => index === 0) ? 'changed-meanwhile' : 'unknown-patron';
    },
    taughtBy: async (patronId) => {
      const { pk: partition } = key('pupil', { patronId });
      const rows = await table.queryAll({ partition, begins: sortPrefix('classTeacher') });
      const classes = await Promise.all(
        rows.map(({ memberId, classId }) => classOf(String(memberId), String(classId))),
      );
      return classes.filter((one) => one !== undefined).filter(({ teachers }) => teachers.includes(patronId));
    },
    pupilsIn: async (memberId, classId) => {
      const partition = indexPartition('pupil', 'gsi2', { memberId, classId });
      return (await table.queryAll({ index: 'gsi2', partition })).map((row) => pupilSchema.parse(row));
    },
    byNumber: async (memberId, localIds) => {
      const rows = await table.getMany(
        localIds.map((localId) => key('pupilNumber', { memberId, localId })),
        { strong: true },
      );
      return new Map(rows.flatMap((row) => (row ? [[String(row.localId), String(row.patronId)] as const] : [])));
    },
    numbered: async (memberId, pageRequest) => {
      const { pk: partition } = key('pupilNumber', { memberId, localId: '-' });
      const page = await readPage(
        table,
        { partition, begins: sortPrefix('pupilNumber'), strong: true },
        pageRequest,
        (row) => row,
      );
      return mapRows(page, ({ patronId }) => String(patronId));
    },
    save: async ({ before, after, status, card, noted }) => {
      const { patronId, memberId, localId } = after;
      const claim: Write[] = before
        ? []
        : [
            {
              put: { ...key('pupilNumber', after), ...stamp('pupilNumber', 1), memberId, localId, patronId },
              when: absent(),
            },
          ];
      const conflict = await table.write([
        { put: pupilRow({ ...after, v: (before?.v ?? 0) + 1 }), when: before ? unchanged(before.v) : absent() },
        cardWrite(status, card, after),
        ...claim,
        ...(noted ? [changeWrite(patronId, noted)] : []),
      ]);
      return conflict === undefined;
    },
  };
};
