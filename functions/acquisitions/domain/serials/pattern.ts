import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';

/** How many codes of regularity a pattern has at most in one entry. */
const MOST_CODES = 60;

/** The frequencies of MARC 21 holdings (853 $w), except those without a date. `x` is irregular: dates come from published codes alone. */
export const frequencyCodes = [
  ...(['d', 'i', 'c', 'w', 'e', 'j', 's', 'm', 'b', 'q', 't', 'f', 'a', 'g', 'h', 'x'] as const),
] as const;
export type FrequencyCode = (typeof frequencyCodes)[number];

/** The days over which the issues of a unit are divided at least: no two issues are of the same day. */
const unitDays = { day: 1, week: 7, month: 28, year: 365 } as const;

/** A number of issues in every so many units of time, for what no code of MARC says: one in 5 months, two in a week. */
const spacingSchema = z
  .strictObject({
    unit: z.enum(['day', 'week', 'month', 'year']),
    every: z.int().min(1).max(99),
    issues: z.int().min(1).max(365),
  })
  .refine(({ unit, every, issues }) => issues <= (unit === 'day' ? every : unitDays[unit]), {
    message: 'More issues than days',
    path: ['issues'],
  });
export type Spacing = z.infer<typeof spacingSchema>;

const months = '(?:0[1-9]|1[0-2])';
const days = '(?:0[1-9]|[12]\\d|3[01])';
const weekday = '(?:mo|tu|we|th|fr|sa|su)';
const one: Record<Kind, string> = {
  day: `(?:${weekday}|${days}|${months}${days})`,
  month: months,
  season: '2[1-4]',
  week: `(?:${months})?(?:0[0-5]|9[7-9])(?:${weekday})?`,
  year: '\\d{4}',
  number: '\\d{1,5}',
};

/** What a code of regularity names. `week` is a week of a month: the second Wednesday is `02we`, the last week of December `1299`. */
const kinds = ['day', 'month', 'season', 'week', 'year', 'number'] as const;
type Kind = (typeof kinds)[number];

const regularitySchema = z
  .strictObject({
    /** Issues that are published, that are left out, or that appear as one. */
    does: z.enum(['published', 'omitted', 'combined']),
    by: z.enum(kinds),
    /** Several joined by `/` are one issue. */
    codes: z.array(z.string().max(40)).min(1).max(MOST_CODES),
  })
  .refine(({ by, codes }) => codes.every((code) => new RegExp(`^${one[by]}(?:/${one[by]})*$`).test(code)), {
    message: 'A code does not fit what it names',
    path: ['codes'],
  });
export type Regularity = z.infer<typeof regularitySchema>;

const levelSchema = z.strictObject({
  caption: oneLine(20, 0),
  /** How many of it make up one of the level above; absent when that varies. */
  units: z.int().min(1).max(9_999).exactOptional(),
  /** Begins at 1 again with each of the level above. */
  restarts: z.boolean(),
});
export type Level = z.infer<typeof levelSchema>;

/** The parts of a date that an issue shows. */
export const datePartSchema = z.enum(['year', 'season', 'month', 'day']);
export type DatePart = z.infer<typeof datePartSchema>;

/** The publication pattern of a series of issues, as MARC 21 holdings describe it (853, 854 and 855). */
export const patternSchema = z
  .strictObject({
    frequency: z.union([z.enum(frequencyCodes), spacingSchema]),
    /** The numbering, the highest level first: volume, number. */
    levels: z.array(levelSchema).max(6),
    dates: z.array(datePartSchema).max(4),
    /** When the highest level counts on: months, days of the year, or seasons. Without it, when its parts are complete. */
    calendarChange: z
      .array(z.string().regex(new RegExp(`^(?:${months}|${months}${days}|2[1-4])$`)))
      .max(12)
      .exactOptional(),
    regularity: z.array(regularitySchema).max(12).exactOptional(),
    /** Issues by their place from the first on that are numbered but do not appear. */
    skipped: z.array(z.int().min(1).max(9_999)).max(200).exactOptional(),
    /** The language of the months and seasons in labels. */
    language: z.enum(['en', 'es', 'fr']),
  })
  .refine(({ levels, dates }) => levels.length + dates.length > 0, { message: 'Nothing names an issue' })
  .meta({ id: 'PublicationPattern' });
export type Pattern = z.infer<typeof patternSchema>;

/** How many years before the first issue of a pattern its days are counted from at most. */
const MOST_YEARS = 9;
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The date and the numbers of the first issue that a pattern predicts. */
export const firstIssueSchema = z
  .strictObject({
    on: z.iso.date().refine((day) => day >= '1600-01-01' && day <= '2200-12-31'),
    numbers: z.array(z.int().min(0).max(999_999)).max(6),
    /** The earlier issue from which days are counted, where the first one is not that of its week, month or year. */
    anchor: z.iso.date().exactOptional(),
  })
  .refine(({ on, anchor = on }) => anchor <= on && yearOf(on) - yearOf(anchor) <= MOST_YEARS, {
    message: 'Days are counted from the first issue or an earlier one',
    path: ['anchor'],
  });
export type FirstIssue = z.infer<typeof firstIssueSchema>;

/** The kinds of issues, each with its own pattern: 853, 854 and 855 in MARC. */
export const seriesKinds = ['basic', 'supplement', 'index'] as const;
export type SeriesKind = (typeof seriesKinds)[number];

/** A pattern that is previewed, with its first issue where one is known. */
export const previewedSeriesSchema = z.strictObject({
  ...{ kind: z.enum(seriesKinds), pattern: patternSchema, first: firstIssueSchema.exactOptional() },
});
export type PreviewedSeries = z.infer<typeof previewedSeriesSchema>;

/** Returns how far apart the issues of a pattern are; undefined where only published codes say when one appears. */
export const spacingOf = ({ frequency }: Pick<Pattern, 'frequency'>): Spacing | undefined => {
  if (typeof frequency === 'object') return frequency;
  return frequency === 'x' ? undefined : spacings[frequency];
};

const spaced = (unit: Spacing['unit'], every: number, issues = 1): Spacing => ({ unit, every, issues });
const spacings: Record<Exclude<FrequencyCode, 'x'>, Spacing> = {
  ...{ d: spaced('day', 1), i: spaced('week', 1, 3), c: spaced('week', 1, 2), w: spaced('week', 1) },
  ...{ e: spaced('week', 2), j: spaced('month', 1, 3), s: spaced('month', 1, 2), m: spaced('month', 1) },
  ...{ b: spaced('month', 2), q: spaced('month', 3), t: spaced('month', 4), f: spaced('month', 6) },
  ...{ a: spaced('year', 1), g: spaced('year', 2), h: spaced('year', 3) },
};

/** Returns the codes of a pattern that do one thing by something other than numbers. A published code of several is a combined issue, too. */
export const codesOf = ({ regularity = [] }: Pattern, does: Regularity['does']): { by: Kind; code: string }[] =>
  regularity.flatMap(({ does: done, by, codes }) =>
    by === 'number'
      ? []
      : codes
          .filter((code) => done === does || (does === 'combined' && code.includes('/')))
          .map((code) => ({ by, code })),
  );

/** Returns the numbers of the lowest level that a pattern publishes, leaves out or combines. */
export const numbersOf = ({ regularity = [] }: Pattern, does: Regularity['does']): number[][] =>
  regularity.flatMap((entry) =>
    entry.by === 'number' && entry.does === does ? entry.codes.map((code) => code.split('/').map(Number)) : [],
  );
