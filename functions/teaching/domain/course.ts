import * as z from 'zod';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { foldText } from '../../../layers/kernel/text/fold.ts';

const line = z.string().trim().min(1).max(200);

/** A term's short name within its member: `2026-fall`. */
export const termIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and hyphens.')
  .max(32);

const days = { startsOn: z.iso.date(), endsOn: z.iso.date() };

/** What is said of a term: its name and days, both included. What is on reserve in it goes back after the last. */
export const termBodySchema = z
  .strictObject({ name: line, ...days })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, 'A term ends on or after the day on which it begins.');

/** A term of a member; `endedAt` once its reserves went back. */
export const termSchema = z.strictObject({
  memberId: z.string(),
  termId: z.string(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  endedAt: z.string().exactOptional(),
});
export type Term = z.infer<typeof termSchema>;

/** Who teaches a course: a patron of the consortium, whose name is read where it is shown, or somebody by name. */
export const instructorSchema = z.union([
  z.strictObject({ patronId: z.string().min(1).max(64) }),
  z.strictObject({ name: line }),
]);
export type Instructor = z.infer<typeof instructorSchema>;

const described = {
  code: z.string().trim().min(1).max(40).describe('Once in a term, as the timetable has it: HIST 204'),
  title: line,
  department: line.exactOptional(),
  sections: z.array(z.string().trim().min(1).max(20)).max(50),
  instructors: z.array(instructorSchema).max(10),
};

/** What is said of a course, and may be said anew. */
export const courseBodySchema = z.strictObject({
  ...described,
  sections: described.sections.default([]),
  instructors: described.instructors.default([]),
});

/** A course of a term. `branchId` is the branch whose reserve it has; `endedAt`: since when nothing more is put on reserve for it. */
export const courseSchema = z.strictObject({
  courseId: z.string(),
  memberId: z.string(),
  branchId: branchIdSchema,
  termId: z.string(),
  ...described,
  copiedFrom: z.string().exactOptional(),
  endedAt: z.string().exactOptional(),
});
export type Course = z.infer<typeof courseSchema>;

const note = z.string().trim().min(1).max(500);
const placed = {
  /** The shelf of the reserve, as the rule matrix knows it. */
  location: z.string().trim().min(1).max(40),
  /** The item category by which the rule matrix lends what is on reserve: for two hours, without holds. */
  category: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
};
export const reservePlaceSchema = z.strictObject({ branchId: branchIdSchema, ...placed });

/** What is on the list of a course: a copy on reserve, a record of the catalogue without any copy, or a link. */
export const materialSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('item'),
    itemId: z.string(),
    sourceId: z.string(),
    ...reservePlaceSchema.shape,
    note: note.exactOptional(),
    personal: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('record'), recordId: z.string().min(1).max(64), note: note.exactOptional() }),
  z.strictObject({
    kind: z.literal('link'),
    url: z.url({ protocol: /^https?$/ }).max(2000),
    title: line,
    note: note.exactOptional(),
  }),
]);
export type Material = z.infer<typeof materialSchema>;

/** A line of a course's list. A copy's is named by the item's id, so that a course has it once; `endedAt`: when it went back. */
export type ListedMaterial = { entryId: string; addedAt: string; endedAt?: string; material: Material };

/** The words of a text as they are looked up: folded, apart at every sign. */
const termsIn = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((term) => term !== '');

// A key holds 1,024 bytes; a word of more letters is found by its beginning.
const LONGEST = 40;
const MAX_TERMS = 24;

/** The words by which a name or a course's own description is found; its code also without its blanks (hist204). */
export const courseTerms = ({
  code,
  title,
  department = '',
}: Pick<Course, 'code' | 'title' | 'department'>): string[] =>
  searchTerms(`${code} ${code.replaceAll(/[^\p{L}\p{N}]+/gu, '')} ${title} ${department}`);

/** The words of what somebody typed, or of a name, each once. */
export const searchTerms = (text: string): string[] =>
  [...new Set(termsIn(text).map((term) => [...term].slice(0, LONGEST).join('')))].slice(0, MAX_TERMS);

/** Whether each typed word begins one of these words. */
export const answersTo = (typed: readonly string[], terms: readonly string[]): boolean =>
  typed.every((one) => terms.some((term) => term.startsWith(one)));

/** The first letters of a word: the partition in which it is looked up. */
export const headOf = (term: string): string => [...term].slice(0, 2).join('');

// A day has ended everywhere on earth twelve hours after it ended in UTC: no reserve goes back on an evening of its last day.
const EVERYWHERE_MS = 12 * 3_600_000;

/** The last day (`YYYY-MM-DD`) that is over everywhere at an instant (epoch ms): terms that end on it or before are over. */
export const lastDayOver = (now: number): string =>
  new Date(now - EVERYWHERE_MS - 86_400_000).toISOString().slice(0, 10);
