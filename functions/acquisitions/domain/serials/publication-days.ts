import { daysIn, shiftedMonth } from '../../../../layers/kernel/calendar/month.ts';
import { codesOf, type Pattern, type Spacing, spacingOf } from './pattern.ts';

const DAY = 86_400_000;
const weekdays = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'];

/** How many days after an issue the next one is looked for: nothing that a library receives pauses for longer. */
const FARTHEST = 366 * 9;

/** How many days a pattern of a spacing is followed for one date at most. */
const MOST_STEPS = 800;

/** Returns the day some days later, or earlier. */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

const inMonth = (month: string, day: number): string =>
  `${month}-${String(Math.min(day, daysIn(month))).padStart(2, '0')}`;
const monthOf = (day: string): string => day.slice(0, 7);
const dayOf = (day: string): number => Number(day.slice(8));

/** The season of a day as MARC codes it: 21 spring to 24 winter, by months as in the north. */
export const seasonOf = (day: string): string => {
  const month = Number(day.slice(5, 7));
  return month < 3 ? '24' : String(20 + Math.floor(month / 3));
};

/** The first month of a season. */
const seasonMonth = (season: string): string => String((Number(season) - 20) * 3).padStart(2, '0');

const weekOf = (code: string): { month?: string; week: string; weekday?: string } => {
  const [, digits = '', weekday] = /^(\d+)([a-z]{2})?$/.exec(code) ?? [];
  const month = digits.length === 4 ? digits.slice(0, 2) : undefined;
  return { ...(month !== undefined && { month }), week: digits.slice(-2), ...(weekday !== undefined && { weekday }) };
};

const isWeek = (day: string, week: string): boolean => {
  if (week === '00') return true;
  if (week < '90') return Math.ceil(dayOf(day) / 7) === Number(week);
  // 99 is the last one of its month, 98 the one before.
  return Math.ceil((daysIn(monthOf(day)) - dayOf(day) + 1) / 7) === 100 - Number(week);
};

/** Returns whether a day is the one that a code names. Months and seasons name one day: that of the month on which the pattern began. */
const isNamed = (day: string, { by, code }: { by: string; code: string }, anchor: string): boolean => {
  const weekday = weekdays[new Date(day).getUTCDay()];
  switch (by) {
    case 'day':
      return code === weekday || code === day.slice(8) || code === day.slice(5, 7) + day.slice(8);
    case 'month':
      return code === day.slice(5, 7) && day === inMonth(monthOf(day), dayOf(anchor));
    case 'season':
      return seasonMonth(code) === day.slice(5, 7) && day === inMonth(monthOf(day), dayOf(anchor));
    case 'year':
      return code === day.slice(0, 4);
    default: {
      const { month = day.slice(5, 7), week, weekday: named = weekday } = weekOf(code);
      return month === day.slice(5, 7) && named === weekday && isWeek(day, week);
    }
  }
};

/** Returns whether a day is in the month, season, week or year that a code names. */
const isWithin = (day: string, { by, code }: { by: string; code: string }): boolean => {
  if (by === 'month') return code === day.slice(5, 7);
  if (by === 'season') return code === seasonOf(day);
  return isNamed(day, { by, code }, day);
};

/** Returns the codes that one issue of a day covers: itself and those combined with it; undefined when another issue covers it. */
const coverOf = (day: string, pattern: Pattern): { by: string; codes: string[] } | 'covered' | undefined => {
  for (const { by, code } of codesOf(pattern, 'combined')) {
    const codes = code.split('/');
    if (codes.length < 2) continue;
    const at = codes.findIndex((part) => isWithin(day, { by, code: part }));
    if (at === 0) return { by, codes };
    if (at > 0) return 'covered';
  }
  return undefined;
};

/** Returns the first day of a unit of a spacing, counted from the first one, and over how many days its issues are spread. */
const unitAt = ({ unit, every, issues }: Spacing, anchor: string, count: number): { first: string; days: number } => {
  // Where what is left of a week or month is too short for its issues, they go on into the next.
  const spread = (left: number, whole: number): number => (left < issues ? whole : left);
  if (unit === 'day') return { first: daysLater(anchor, count * every), days: every };
  if (unit === 'week') {
    const weekday = (new Date(anchor).getUTCDay() + 6) % 7;
    return { first: daysLater(anchor, count * every * 7), days: spread(7 - weekday, 7) };
  }
  const month = shiftedMonth(monthOf(anchor), count * every * (unit === 'year' ? 12 : 1));
  const first = inMonth(month, dayOf(anchor));
  if (unit === 'year') return { first, days: 365 };
  return { first, days: spread(daysIn(month) - dayOf(first) + 1, 28) };
};

/** Returns the day of an issue of a spacing, counted from 0: issues of one unit divide what is left of it, those of a year its months. */
const spacedDay = (spacing: Spacing, anchor: string, step: number): string => {
  const { unit, every, issues } = spacing;
  const months = 12 / issues;
  if (unit === 'year' && Number.isInteger(months)) {
    const month = Math.floor(step / issues) * every * 12 + (step % issues) * months;
    return inMonth(shiftedMonth(monthOf(anchor), month), dayOf(anchor));
  }
  const { first, days } = unitAt(spacing, anchor, Math.floor(step / issues));
  return daysLater(first, (step % spacing.issues) * Math.floor(days / spacing.issues));
};

/** Where the prediction of dates is: the day on which the pattern began, how many steps of its spacing were taken, and the last day. */
export type DayState = { anchor: string; step: number; on: string };

/** The day of an issue, and what it covers where it is a combined one. */
export type PublicationDay = DayState & { cover?: { by: string; codes: string[] } };

const withCover = (state: DayState, pattern: Pattern): PublicationDay | undefined => {
  const cover = coverOf(state.on, pattern);
  if (cover === 'covered') return undefined;
  const isOmitted = codesOf(pattern, 'omitted').some((code) =>
    code.code.split('/').some((part) => isWithin(state.on, { by: code.by, code: part })),
  );
  if (isOmitted) return undefined;
  return { ...state, ...(cover && { cover }) };
};

/** Returns the first day of a pattern with what its issue covers. */
export const firstDay = (pattern: Pattern, { anchor, step, on }: DayState): PublicationDay =>
  withCover({ anchor, step, on }, pattern) ?? { anchor, step, on };

const daysBetween = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / DAY;

/** Returns which step of a spacing, counted from a day, is nearest to a later day. */
export const stepNearest = (pattern: Pattern, anchor: string, on: string): number => {
  const spacing = spacingOf(pattern);
  if (!spacing) return 0;
  let step = 0;
  while (spacedDay(spacing, anchor, step + 1) <= on) step += 1;
  const [before, after] = [step, step + 1].map((one) => daysBetween(spacedDay(spacing, anchor, one), on));
  return Number(after) < Number(before) ? step + 1 : step;
};

/**
 * Returns the day on which the week or month of an issue most likely began where several appear in it: the earliest day of its first half
 * whose issues include that day, the first of the month also where they are a day away.
 */
export const likelyAnchor = (pattern: Pattern, on: string): string => {
  const spacing = spacingOf(pattern);
  if (!spacing || spacing.issues === 1 || (spacing.unit !== 'week' && spacing.unit !== 'month')) return on;
  const isWeekly = spacing.unit === 'week';
  const before = isWeekly ? (new Date(on).getUTCDay() + 6) % 7 : dayOf(on) - 1;
  const days = Array.from({ length: Math.min(before, isWeekly ? 4 : 14) }, (_, at) => daysLater(on, at - before));
  const isIn = (anchor: string, away: number): boolean =>
    Array.from({ length: spacing.issues - 1 }, (_, at) => spacedDay(spacing, anchor, at + 1)).some(
      (day) => daysBetween(day, on) <= away,
    );
  return days.find((day) => isIn(day, 0)) ?? days.find((day) => dayOf(day) === 1 && !isWeekly && isIn(day, 1)) ?? on;
};

/** Returns whether the days after one are others when they are counted from it, and not from where they were. */
export const needsAnchor = (pattern: Pattern, { anchor, step, on }: DayState): boolean => {
  const spacing = spacingOf(pattern);
  if (!spacing || codesOf(pattern, 'published').length > 0) return false;
  const isOfMonths = spacing.unit === 'month' || spacing.unit === 'year';
  return step % spacing.issues !== 0 || (isOfMonths && dayOf(anchor) !== dayOf(on));
};

/** Returns the next day on which an issue appears; undefined where the pattern has none. */
export const nextDay = (pattern: Pattern, { anchor, step, on }: DayState): PublicationDay | undefined => {
  const published = [...codesOf(pattern, 'published'), ...codesOf(pattern, 'combined')].flatMap(({ by, code }) => {
    const [first = ''] = code.split('/');
    return [{ by, code: first }];
  });
  if (codesOf(pattern, 'published').length > 0) {
    for (let day = daysLater(on, 1), tried = 0; tried < FARTHEST; day = daysLater(day, 1), tried += 1) {
      if (!published.some((code) => isNamed(day, code, anchor))) continue;
      const found = withCover({ anchor, step, on: day }, pattern);
      if (found) return found;
    }
    return undefined;
  }
  const spacing = spacingOf(pattern);
  if (!spacing) return undefined;
  for (let next = step + 1; next < step + MOST_STEPS; next += 1) {
    const found = withCover({ anchor, step: next, on: spacedDay(spacing, anchor, next) }, pattern);
    if (found) return found;
  }
  return undefined;
};

/** Returns whether one of the days on which the highest level counts on is after one issue and not after the next. */
export const isChangeBetween = ({ calendarChange = [] }: Pattern, before: string, on: string): boolean => {
  const years = [before, on].map((day) => Number(day.slice(0, 4)));
  return calendarChange.some((code) => {
    const first = code >= '21' && code.length === 2 ? `${seasonMonth(code)}01` : code.padEnd(4, '01');
    for (let year = years[0] ?? 0; year <= (years[1] ?? 0); year += 1) {
      const day = `${year}-${first.slice(0, 2)}-${first.slice(2)}`;
      if (day > before && day <= on) return true;
    }
    return false;
  });
};
