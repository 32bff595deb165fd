import * as z from 'zod';
import { branchIdSchema, memberIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import type { Permission, Refusal } from '../../../layers/platform/http/contract.ts';
import { changedRefusal } from '../../circulation/public/changed-refusal.ts';
import { exampleLoan } from '../../circulation/public/example-loan.ts';
import { loanViewSchema } from '../../circulation/public/loan-view-schema.ts';
import { personNameSchema } from '../../patrons/public/person-name-schema.ts';
import { classIdSchema, schoolYearSchema } from '../domain/school.ts';

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
