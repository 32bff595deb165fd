import * as z from 'zod';
import { branchIdSchema } from '../../../layers/kernel/identity/member-id.ts';
import { foldText } from '../../../layers/kernel/text/fold.ts';
import { oneLine, someLines } from '../../../layers/kernel/text/typed-text.ts';

const line = oneLine(200);

/** A term's short name within its member: `2026-fall`. */
export const termIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use lower-case letters, digits and hyphens.')
  .max(32);

const days = { startsOn: z.iso.date(), endsOn: z.iso.date() };

/** The fields of a term: its name and days, both included. Its reserves are returned after the last day. */
export const termBodySchema = z
  .strictObject({ name: line, ...days })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, 'A term ends on or after the day on which it begins.');

/** A term of a member; `endedAt` once its reserves were returned. */
export const termSchema = z.strictObject({
  memberId: z.string(),
  termId: z.string(),
  name: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  endedAt: z.string().exactOptional(),
});
export type Term = z.infer<typeof termSchema>;

/** An instructor of a course: a patron, with the name read when displayed, or a person given by name. */
export const instructorSchema = z.union([
  z.strictObject({ patronId: z.string().min(1).max(64) }),
  z.strictObject({ name: line }),
]);
export type Instructor = z.infer<typeof instructorSchema>;

const described = {
  code: oneLine(40).describe('Unique in a term, as in the timetable: HIST 204'),
  title: line,
  department: line.exactOptional(),
  sections: z.array(oneLine(20)).max(50),
  instructors: z.array(instructorSchema).max(10),
};

/** The editable fields of a course. */
export const courseBodySchema = z.strictObject({
  ...described,
  sections: described.sections.default([]),
  instructors: described.instructors.default([]),
});

/** A course of a term. `branchId` is the branch of its reserve; after `endedAt` nothing more can be put on reserve for it. */
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

const note = someLines(500);
const placed = {
  /** The reserve location, as used by the rule matrix. */
  location: oneLine(40),
  /** The item category by which the rule matrix circulates reserves, for example for two hours without holds. */
  category: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
};
export const reservePlaceSchema = z.strictObject({ branchId: branchIdSchema, ...placed });

/** An entry of a course's list: an item on reserve, a bibliographic record without an item, or a link. */
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

/** An entry of a course's list. An item's entry has the item's id, so that a course has it once; `endedAt` is when it was returned. */
export type ListedMaterial = { entryId: string; addedAt: string; endedAt?: string; material: Material };

/** Splits a text into search terms: normalised and split at every sign. */
const termsIn = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((term) => term !== '');

// A key holds 1,024 bytes, so longer words are indexed by their beginning.
const LONGEST = 40;
const MAX_TERMS = 24;

/** Returns the search terms of a name or a course's own fields; its code also without blanks (hist204). */
export const courseTerms = ({
  code,
  title,
  department = '',
}: Pick<Course, 'code' | 'title' | 'department'>): string[] =>
  searchTerms(`${code} ${code.replaceAll(/[^\p{L}\p{N}]+/gu, '')} ${title} ${department}`);

/** Returns the distinct words of a query or a name. */
export const searchTerms = (text: string): string[] =>
  [...new Set(termsIn(text).map((term) => [...term].slice(0, LONGEST).join('')))].slice(0, MAX_TERMS);

/** Whether each typed word is the prefix of one of these words. */
export const answersTo = (typed: readonly string[], terms: readonly string[]): boolean =>
  typed.every((one) => terms.some((term) => term.startsWith(one)));

/** Returns the first letters of a word: its index partition. */
export const headOf = (term: string): string => [...term].slice(0, 2).join('');

// A day has ended everywhere on earth twelve hours after its end in UTC, so no reserve ends on the evening of its last day.
const EVERYWHERE_MS = 12 * 3_600_000;

/** Returns the last day (`YYYY-MM-DD`) that has ended everywhere at an instant (epoch ms): terms that end on or before it are over. */
export const lastDayOver = (now: number): string =>
  new Date(now - EVERYWHERE_MS - 86_400_000).toISOString().slice(0, 10);
