import * as z from 'zod';
import { daySchema, timeOfDaySchema } from '../../../../layers/kernel/calendar/branch-calendar.ts';
import { branchIdSchema } from '../../../../layers/kernel/identity/member-id.ts';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';

/** The most titles that a library recommends at a time, and the most events that it announces: both are in one row. */
const MOST_PICKS = 12;
const MOST_EVENTS = 40;

/** A title that the staff of a library recommend, with the reason in one sentence. */
export const staffPickSchema = z.strictObject({
  recordId: z.string().regex(/^[\w-]{1,64}$/),
  sentence: oneLine(300, 3),
});
export type StaffPick = z.infer<typeof staffPickSchema>;

/** An event at a branch; its day and times are those of the branch’s time zone. */
export const branchEventSchema = z
  .strictObject({
    branchId: branchIdSchema,
    title: oneLine(120, 2),
    day: daySchema,
    from: timeOfDaySchema,
    until: timeOfDaySchema.exactOptional(),
    /** The room, or the place outside the branch. */
    place: oneLine(120).exactOptional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .exactOptional(),
  })
  .refine(({ from, until }) => until === undefined || from < until, {
    path: ['until'],
    message: 'An event ends after it begins, on the same day.',
  });
export type BranchEvent = z.infer<typeof branchEventSchema>;

const isOnce = (picks: readonly StaffPick[]): boolean =>
  new Set(picks.map(({ recordId }) => recordId)).size === picks.length;

/** What a library shows on the home page: the titles that its staff recommend, in their order, and its events. */
export const homeContentSchema = z.strictObject({
  picks: z.array(staffPickSchema).max(MOST_PICKS).refine(isOnce, 'Each title is recommended once.'),
  events: z.array(branchEventSchema).max(MOST_EVENTS),
  /** Whether the home page leads to the page for children; absent when it does not. */
  childrensPage: z.literal(true).exactOptional(),
});
export type HomeContent = z.infer<typeof homeContentSchema>;

/** The home content of one library, as stored; `v` counts its changes and is 0 before the first. */
export type LibraryContent = HomeContent & { memberId: string; v: number };

/** A moment on the clock of a branch: `YYYY-MM-DD` and `HH:MM`. */
export type LocalMoment = { day: string; time: string };

/** Returns whether an event is over at a moment of its branch; one without an end is shown until its day ends. */
export const isOver = ({ day, until }: BranchEvent, now: LocalMoment): boolean =>
  day < now.day || (day === now.day && until !== undefined && until <= now.time);

const startOf = ({ day, from, title }: BranchEvent): string => `${day} ${from} ${title}`;

/** Returns the events that are not over, the next one first. `nowAt` returns the moment at a branch, undefined for one that is gone. */
export const comingEvents = (
  contents: readonly LibraryContent[],
  nowAt: (branchId: string) => LocalMoment | undefined,
): BranchEvent[] =>
  contents
    .flatMap(({ events }) => events)
    .filter((event) => {
      const now = nowAt(event.branchId);
      return now !== undefined && !isOver(event, now);
    })
    .toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1));

/** A recommended title with the library that recommends it. */
export type LibraryPick = StaffPick & { memberId: string };

/** Returns the recommended titles of libraries in turn, the first of each library first, so that no library fills the page. */
export const picksInTurn = (contents: readonly LibraryContent[]): LibraryPick[] =>
  Array.from({ length: MOST_PICKS }, (_, place) => place).flatMap((place) =>
    contents.flatMap(({ memberId, picks }) => {
      const pick = picks[place];
      return pick ? [{ ...pick, memberId }] : [];
    }),
  );
