import * as z from 'zod';
import { scannedSchema } from '../../../layers/kernel/identity/card-number.ts';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { personNameSchema } from '../../patrons/public/person-name-schema.ts';
import { rosterGuardianSchema } from './guardians.ts';

const category = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/);
const grade = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,9}$/)
  .describe('Name in the school: K, 5, Year-7');

/** A class by its name in the school: 5b. */
export const classIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/, 'A class is named by letters, digits, points, hyphens, at most 20.');

/** A school year by its first calendar year, or both: 2027, 2027-28. */
export const schoolYearSchema = z.string().regex(/^\d{4}(-\d{2})?$/, 'A school year is named 2027 or 2027-28.');

const distinct = (grades: { grade: string }[]): boolean =>
  new Set(grades.map(({ grade: name }) => name)).size === grades.length;

/**
 * A school's grades, lowest first, with the patron category of each, and what happens to leavers' cards: expiry, or another category (one
 * card stays valid everywhere).
 */
export const schoolSchemeSchema = z.strictObject({
  /** The home branch of its pupils. */
  branchId: branchIdSchema,
  grades: z
    .array(z.strictObject({ grade, category }))
    .min(1)
    .max(20)
    .refine(distinct, 'Two grades bear the same name.'),
  leavers: z.discriminatedUnion('become', [
    z.strictObject({ become: z.literal('expired') }),
    z.strictObject({ become: z.literal('category'), category }),
  ]),
  undoDays: z.int().min(0).max(60).default(14).describe('How long a roll-over of the year may be taken back'),
});
export type SchoolScheme = z.infer<typeof schoolSchemeSchema>;

/** The number of a pupil in the school's own register. */
export const localIdSchema = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,39}$/u, 'A number of the register has at most 40 letters and digits.');

/** The state of a pupil and the card before a year began, for undo. */
const beforeSchema = z.object({
  grade: z.string(),
  classId: z.string().exactOptional(),
  year: z.string().exactOptional(),
  left: z.string().exactOptional(),
  category: z.string(),
  expiresOn: z.string(),
});

/** A patron as a pupil of a school. `year` is the last school year begun; `left` the day on which the pupil left. */
export const pupilSchema = z.object({
  patronId: z.string(),
  memberId: z.string(),
  localId: z.string(),
  /** The name used to sort a class. */
  nameKey: z.string(),
  grade: z.string(),
  classId: z.string().exactOptional(),
  left: z.string().exactOptional(),
  year: z.string().exactOptional(),
  before: beforeSchema.exactOptional(),
  v: z.number(),
});
export type Pupil = z.infer<typeof pupilSchema>;

/** A line of a class list from the school's register; `card` for a new patron, or one known by the card only. */
export const rosterLineSchema = z.strictObject({
  id: localIdSchema,
  name: personNameSchema,
  birthDate: z.iso.date().exactOptional(),
  card: scannedSchema.exactOptional(),
  grade,
  class: classIdSchema,
  guardians: z.array(rosterGuardianSchema).max(4).exactOptional(),
});
export type RosterLine = z.infer<typeof rosterLineSchema>;
