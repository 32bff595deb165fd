import * as z from 'zod';
import { labelOf, type Named } from './label.ts';
import { type FirstIssue, numbersOf, type Pattern } from './pattern.ts';
import {
  firstDay,
  isChangeBetween,
  likelyAnchor,
  needsAnchor,
  nextDay,
  type PublicationDay,
  stepNearest,
} from './publication-days.ts';

/** Where the prediction of a series is after an issue, or before its first one while `place` is 0. */
export const seriesStateSchema = z.strictObject({
  /** The day on which the pattern began, the steps of its spacing that were taken, and the day of the last issue. */
  ...{ anchor: z.iso.date(), step: z.int().min(0), on: z.iso.date() },
  /** How many issues the pattern predicted. */
  place: z.int().min(0),
  /** The last number of each level, and how many of a level the one above has so far. */
  numbers: z.array(z.int().min(0)).max(6),
  counted: z.array(z.int().min(0)).max(6),
});
export type SeriesState = z.infer<typeof seriesStateSchema>;

/** An issue that a pattern predicts. */
export type Predicted = Named & { label: string; isSkipped: boolean };

/** Returns how many of a level the one above has with a number: where numbers run on, the ones above are taken to be complete. */
const countedAt = (pattern: Pattern, at: number, number: number): number => {
  const level = pattern.levels[at];
  const published = numbersOf(pattern, 'published').flat();
  if (at === pattern.levels.length - 1 && published.length > 0) return published.indexOf(number) + 1;
  if (!level || level.restarts || level.units === undefined) return number;
  return ((Math.max(1, number) - 1) % level.units) + 1;
};

/** Returns the state before the first issue of a pattern. */
export const startOf = (pattern: Pattern, { on, numbers, anchor = on }: FirstIssue): SeriesState => ({
  ...{ anchor, step: stepNearest(pattern, anchor, on), on, place: 0, numbers },
  counted: numbers.map((number, at) => countedAt(pattern, at, number)),
});

/** Returns the state after an issue that did appear, with the last of its numbers: the next one is predicted from it. */
export const stateAfter = (pattern: Pattern, issue: FirstIssue): SeriesState => ({
  ...startOf(pattern, issue),
  place: 1,
});

const following = (pattern: Pattern, last: number): number => {
  const published = numbersOf(pattern, 'published').flat();
  if (published.length > 0) return published.find((number) => number > last) ?? published[0] ?? 1;
  const omitted = new Set(numbersOf(pattern, 'omitted').flat());
  let next = last + 1;
  while (omitted.has(next)) next += 1;
  return next;
};

const firstOf = (pattern: Pattern, at: number): number =>
  at === pattern.levels.length - 1 ? following(pattern, 0) : 1;

/** Returns the level that counts on with the next issue: the lowest one that is not complete. */
const countingLevel = ({ levels, calendarChange = [] }: Pattern, counted: readonly number[]): number => {
  // Where the calendar decides, the highest level does not follow from what is counted.
  const highest = calendarChange.length > 0 && levels.length > 1 ? 1 : 0;
  let at = levels.length - 1;
  while (at > highest && (counted[at] ?? 0) >= (levels[at]?.units ?? Number.POSITIVE_INFINITY)) at -= 1;
  return at;
};

type Numbers = Pick<SeriesState, 'numbers' | 'counted'>;

const nextNumbers = (pattern: Pattern, { numbers, counted }: Numbers, isChange: boolean): Numbers => {
  const lowest = pattern.levels.length - 1;
  const counting = isChange ? 0 : countingLevel(pattern, counted);
  const after: Numbers = { numbers: [...numbers], counted: [...counted] };
  for (const [at, level] of pattern.levels.entries()) {
    if (at < counting) continue;
    const last = numbers[at] ?? 0;
    const begins = at > counting && level.restarts;
    if (at > counting || at === lowest || at === counting)
      after.numbers[at] = begins ? firstOf(pattern, at) : at === lowest ? following(pattern, last) : last + 1;
    after.counted[at] = at > counting ? 1 : (counted[at] ?? 0) + 1;
  }
  return after;
};

/** Returns the issue of a day with its numbers, and the state after it: a combined issue takes all of its numbers. */
const issueAt = (
  pattern: Pattern,
  { cover, ...days }: PublicationDay,
  { numbers, counted }: Numbers,
  place: number,
): { issue: Predicted; state: SeriesState } => {
  const lowest = numbers.length - 1;
  const combined = numbersOf(pattern, 'combined').find(([first]) => first === numbers[lowest]);
  const through = combined?.at(-1);
  const named: Named = {
    ...{ on: days.on, numbers },
    ...(through !== undefined && { through }),
    ...(cover && { cover }),
  };
  const state: SeriesState = {
    ...{ ...days, place },
    numbers: numbers.map((number, at) => (at === lowest && through !== undefined ? through : number)),
    counted: counted.map((count, at) => (at === lowest && combined ? count + combined.length - 1 : count)),
  };
  return {
    issue: { ...named, label: labelOf(pattern, named), isSkipped: pattern.skipped?.includes(place) ?? false },
    state,
  };
};

const next = (pattern: Pattern, state: SeriesState): ReturnType<typeof issueAt> | undefined => {
  if (state.place === 0) return issueAt(pattern, firstDay(pattern, state), state, 1);
  const day = nextDay(pattern, state);
  if (!day) return undefined;
  const numbers = nextNumbers(pattern, state, isChangeBetween(pattern, state.on, day.on));
  return issueAt(pattern, day, numbers, state.place + 1);
};

/** Until when, and how many issues, are predicted. `until` is the last day. */
export type Bounds = { most: number; until?: string | undefined };

/** Predicts the next issues of a series. Returns them and the state after them, from which a later call continues. */
export const predict = (
  pattern: Pattern,
  from: SeriesState,
  { most, until }: Bounds,
): { issues: Predicted[]; state: SeriesState } => {
  const issues: Predicted[] = [];
  let state = from;
  while (issues.length < most) {
    const found = next(pattern, state);
    if (!found || (until !== undefined && found.issue.on > until)) break;
    issues.push(found.issue);
    state = found.state;
  }
  return { issues, state };
};

/** Returns the issue that follows the last one that is held, with which the prediction begins. */
export const firstAfter = (pattern: Pattern, last: FirstIssue): FirstIssue | undefined => {
  const from = stateAfter(pattern, { anchor: likelyAnchor(pattern, last.on), ...last });
  const { issues, state } = predict(pattern, from, { most: 1 });
  return (
    issues[0] && {
      on: state.on,
      numbers: issues[0].numbers,
      ...(needsAnchor(pattern, state) && { anchor: state.anchor }),
    }
  );
};
