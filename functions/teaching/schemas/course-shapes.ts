import * as z from 'zod';
import { memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import type { Permission, Refusal } from '../../../layers/platform/http/contract.ts';
import { changedRefusal } from '../../circulation/public/changed-refusal.ts';
import { itemStateSchema } from '../../items/public/item-state-schema.ts';
import { courseBodySchema, termIdSchema, termSchema } from '../domain/course.ts';

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
