import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../layers/kernel/identity/member-id.ts';
import type { Permission, Refusal } from '../../layers/platform/http/contract.ts';
import { changedRefusal } from '../circulation/public/changed-refusal.ts';
import { exampleLoan } from '../circulation/public/example-loan.ts';
import { loanViewSchema } from '../circulation/public/loan-view-schema.ts';
import { itemStateSchema } from '../items/public/item-state-schema.ts';
import { personNameSchema } from '../patrons/public/person-name-schema.ts';
import { courseBodySchema, termIdSchema, termSchema } from './domain/course.ts';
import { classIdSchema, schoolYearSchema } from './domain/school.ts';

/** The permission of reserve staff, at the branch that the request names. */
export const atReserve: Permission = {
  who: 'staff',
  roles: ['desk', 'desk-supervisor', 'cataloguer'],
  at: { branch: 'body.branchId' },
};

export const courseIdSchema = z.string().min(1).max(64);
export const courseParams = z.strictObject({ courseId: courseIdSchema });
export const termParams = z.strictObject({ memberId: memberIdSchema, termId: termIdSchema });
export const termViewSchema = termSchema;
export const setTermRefusals = {
  'unknown-member': { status: 404, meaning: 'There is no such member.' },
  'term-ended': { status: 409, meaning: 'The term has ended, and its reserves went back.' },
  ...changedRefusal,
} as const satisfies Record<string, Refusal>;

/** The public view of a course; instructors by name. */
export const courseViewSchema = z.strictObject({
  courseId: z.string(),
  memberId: z.string(),
  /** The branch of its reserve. */
  branchId: z.string(),
  termId: z.string(),
  code: z.string(),
  title: z.string(),
  department: z.string().optional(),
  sections: z.array(z.string()),
  instructors: z.array(z.string()),
  /** Its term is over, and its reserves were returned. */
  ended: z.boolean(),
});
export type CourseView = z.infer<typeof courseViewSchema>;

/** The public view of an entry of a course's list. An item has its current place and state; of a loan only the due date. */
export const materialViewSchema = z.strictObject({
  entryId: z.string(),
  kind: z.enum(['item', 'record', 'link']),
  title: z.string().optional(),
  recordId: z.string().optional(),
  url: z.string().optional(),
  note: z.string().optional(),
  copy: z
    .strictObject({
      barcode: z.string(),
      callNumber: z.string(),
      branchId: z.string(),
      location: z.string(),
      category: z.string(),
      state: itemStateSchema,
      due: z.string().optional(),
      /** It has not arrived at the reserve yet. */
      awaited: z.boolean(),
      /** An instructor's own copy. */
      personal: z.boolean(),
    })
    .optional(),
  /** When it was returned at the end of its term. */
  endedAt: z.string().optional(),
});
export type MaterialView = z.infer<typeof materialViewSchema>;

export const courseDescription = courseBodySchema.shape;

export const courseRefusals = {
  'unknown-course': { status: 404, meaning: 'There is no such course.' },
  'not-your-course': { status: 403, meaning: 'The course belongs to another member.' },
} as const satisfies Record<string, Refusal>;
export const endedRefusal = {
  'course-ended': { status: 409, meaning: 'The term of the course is over: bring it forward to another.' },
} as const satisfies Record<string, Refusal>;
export const instructorRefusal = {
  'unknown-instructor': { status: 422, meaning: 'One of the instructors is named as a patron and is none.' },
} as const satisfies Record<string, Refusal>;
export const termRefusal = {
  'no-term': { status: 422, meaning: 'The member has no such term, or it is over.' },
} as const satisfies Record<string, Refusal>;
export const createCourseRefusals = {
  ...termRefusal,
  ...instructorRefusal,
  'code-taken': { status: 409, meaning: 'The term has a course of this code already.' },
} as const satisfies Record<string, Refusal>;
export const copyCourseRefusals = {
  ...termRefusal,
  ...instructorRefusal,
  'code-taken': { status: 409, meaning: 'The term has another course of this code already.' },
} as const satisfies Record<string, Refusal>;
export const editCourseRefusals = { ...endedRefusal, ...instructorRefusal, ...changedRefusal } as const;
export const listedRefusal = {
  'listed-already': { status: 409, meaning: 'It is on the list of this course already.' },
} as const satisfies Record<string, Refusal>;
export const listMaterialRefusals = {
  ...endedRefusal,
  ...listedRefusal,
  'unknown-record': { status: 404, meaning: 'The catalogue has no such record.' },
} as const satisfies Record<string, Refusal>;
export const personalCopyRefusals = {
  ...endedRefusal,
  'unknown-record': { status: 404, meaning: 'The member contributed no such record.' },
  'barcode-taken': { status: 409, meaning: 'Another item of the consortium bears this barcode.' },
} as const satisfies Record<string, Refusal>;
export const personalOutRefusal = {
  'personal-out': { status: 409, meaning: 'An instructor’s own copy is taken off when it is in.' },
} as const satisfies Record<string, Refusal>;

export const exampleTerm = {
  memberId: 'harcourt',
  termId: '2026-fall',
  name: 'Fall 2026',
  startsOn: '2026-08-24',
  endsOn: '2026-12-18',
};
export const exampleCourse: CourseView = {
  courseId: 'crs_01kb0000000000000000000000',
  memberId: 'harcourt',
  branchId: 'harcourt.main',
  termId: '2026-fall',
  code: 'HIST 204',
  title: 'The Atlantic World',
  department: 'History',
  sections: ['01', '02'],
  instructors: ['Ines Moreau'],
  ended: false,
};
export const exampleMaterial: MaterialView = {
  entryId: 'itm_01kb0000000000000000000000',
  kind: 'item',
  title: 'The Black Atlantic',
  recordId: 'rec_01kb0000000000000000000000',
  copy: {
    barcode: '31234000123456',
    callNumber: 'CB235 .G55',
    branchId: 'harcourt.main',
    location: 'Reserve desk',
    category: 'reserve-2h',
    state: 'on-loan',
    due: '2026-11-24T19:00:00.000Z',
    awaited: false,
    personal: false,
  },
};

const roles = ['desk', 'desk-supervisor'] as const;

/** The permission of a school library's staff, at the branch in the path. */
export const atSchoolDesk: Permission = { who: 'staff', roles, at: { branch: 'path.branchId' } };
/** The permission to set up a school and start its years. */
export const atSchool: Permission = {
  who: 'staff',
  roles: ['member-admin', 'desk-supervisor'],
  at: { member: 'path.memberId' },
};

export const schoolParams = z.strictObject({ memberId: memberIdSchema });
export const yearParams = z.strictObject({ memberId: memberIdSchema, year: schoolYearSchema });
export const deskParams = z.strictObject({ branchId: branchIdSchema });
export const classParams = z.strictObject({ branchId: branchIdSchema, classId: classIdSchema });

/** The staff's view of a class in a list. */
export const classViewSchema = z.strictObject({
  classId: z.string(),
  grade: z.string(),
  /** The ids of its teachers, who are patrons. */
  teachers: z.array(z.string()),
});

/** The view of a pupil for the school's own staff, with loans, as at the home library. */
export const pupilViewSchema = z.strictObject({
  patronId: z.string(),
  localId: z.string(),
  name: personNameSchema,
  card: z.string(),
  /** The patron's debt, in minor units. */
  owed: z.number().int(),
  loans: z.array(loanViewSchema),
});
export type PupilView = z.infer<typeof pupilViewSchema>;

/** A teacher's view of a pupil: loans and amounts only as far as the policy permits. */
export const taughtPupilSchema = z.strictObject({
  name: personNameSchema,
  sight: z.enum(['nothing', 'amounts-and-dates', 'titles']),
  loans: z.array(z.strictObject({ due: z.string(), title: z.string().optional() })),
  owed: z.number().int().optional(),
});

/** A school year: its first day and its state. */
export const yearViewSchema = z.strictObject({
  memberId: z.string(),
  year: z.string(),
  on: z.string(),
  state: z.enum(['planned', 'begun', 'undoing', 'undone']),
  movedUp: z.number().int().optional(),
  left: z.number().int().optional(),
});

export const schoolRefusals = {
  'no-school': { status: 404, meaning: 'The member has not set its grades.' },
} as const satisfies Record<string, Refusal>;
export const classRefusals = {
  'unknown-class': { status: 404, meaning: 'The school has no such class.' },
} as const satisfies Record<string, Refusal>;
export const classSetRefusals = {
  'too-many-items': { status: 422, meaning: 'There are more items than pupils to lend them to.' },
  'item-twice': { status: 422, meaning: 'The set names an item twice.' },
  'not-in-class': { status: 422, meaning: 'The pupil to begin with is not in this class.' },
} as const satisfies Record<string, Refusal>;
export const teacherRefusals = {
  'unknown-patron': { status: 422, meaning: 'One of them is no patron.' },
  'not-of-this-school': { status: 422, meaning: 'One of them is a pupil, or a patron of another library.' },
  ...changedRefusal,
} as const satisfies Record<string, Refusal>;
export const loadRosterRefusals = {
  ...schoolRefusals,
  'branch-unknown': { status: 404, meaning: 'The school’s home branch is no branch any more.' },
} as const satisfies Record<string, Refusal>;
export const planYearRefusals = {
  ...schoolRefusals,
  'year-begun': { status: 409, meaning: 'This school year has begun, or is being taken back.' },
  ...changedRefusal,
} as const satisfies Record<string, Refusal>;
export const yearRefusals = {
  'unknown-year': { status: 404, meaning: 'Nobody planned this school year.' },
} as const satisfies Record<string, Refusal>;
export const undoYearRefusals = {
  ...yearRefusals,
  'too-late': { status: 409, meaning: 'The days in which the year could be taken back are over.' },
  ...changedRefusal,
} as const satisfies Record<string, Refusal>;

export const exampleClass = { classId: '5b', grade: '5', teachers: ['pat_01kaw5v7n0000000000000000t'] };
export const examplePupil: PupilView = {
  patronId: 'pat_01kaw5v7n0000000000000000z',
  localId: '10234',
  name: { family: 'Okafor', given: 'Amara' },
  card: '21101000000016',
  owed: 0,
  loans: [exampleLoan],
};
export const exampleYear = {
  memberId: 'oakwood',
  year: '2027-28',
  on: '2027-08-01',
  state: 'planned' as const,
};
export const exampleScheme = {
  branchId: 'oakwood.library',
  grades: [
    { grade: '5', category: 'child' },
    { grade: '6', category: 'young-adult' },
  ],
  leavers: { become: 'category' as const, category: 'adult' },
  undoDays: 14,
};
