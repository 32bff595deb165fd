import type { Pattern, SeriesBody } from './serials.ts';

/** The frequencies that the form offers; others are read from MARC fields. */
export const frequencies = [
  ...(['d', 'i', 'c', 'w', 'e', 'j', 's', 'm', 'b', 'q', 't', 'f', 'a', 'g', 'h', 'x'] as const),
] as const;
export type Frequency = (typeof frequencies)[number];

/** The dates that labels show. */
export const dateChoices = ['year', 'year,month', 'year,month,day', 'year,season', ''] as const;

export type EnteredLevel = { id: number; caption: string; units: string; restarts: boolean; first: string };

/** A pattern as it is typed. */
export type EnteredPattern = {
  frequency: Frequency;
  levels: EnteredLevel[];
  dates: (typeof dateChoices)[number];
  change: string;
  regularity: string;
  skipped: string;
  firstOn: string;
};

/** What is wrong with an entered pattern. */
export type PatternFault = 'first-day' | 'numbers' | 'regularity' | 'names';

/** A pattern that nobody typed yet: a monthly with volumes and numbers. */
export const emptyPattern = (today: string): EnteredPattern => ({
  ...{ frequency: 'm', dates: 'year,month', change: '01', regularity: '', skipped: '', firstOn: today },
  levels: [
    { id: 1, caption: 'v.', units: '', restarts: false, first: '1' },
    { id: 2, caption: 'no.', units: '12', restarts: true, first: '1' },
  ],
});

type Rule = NonNullable<Pattern['regularity']>[number];
const does = { p: 'published', o: 'omitted', c: 'combined' } as const;
const kinds = { d: 'day', m: 'month', s: 'season', w: 'week', y: 'year', e: 'number' } as const;
const letterOf = (letters: Record<string, string>, value: string): string =>
  Object.keys(letters).find((letter) => letters[letter] === value) ?? '';

const ruleOf = (text: string): Rule | undefined => {
  const [, act, kind, codes] = /^\$?y?([poc])([dmswye])(.+)$/i.exec(text.trim()) ?? [];
  const [rule, by] = [does[act?.toLowerCase() as 'p'], kinds[kind?.toLowerCase() as 'd']];
  if (!rule || !by || codes === undefined) return undefined;
  return {
    does: rule,
    by,
    codes: codes
      .toLowerCase()
      .split(/[,\s]+/)
      .filter(Boolean),
  };
};

const listed = (text: string): string[] => text.split(/[,\s]+/).filter(Boolean);
const whole = (text: string): number | undefined => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined);

/** Returns the series of an entered pattern, or what is wrong with it. */
export const seriesOf = (
  entered: EnteredPattern,
  language: Pattern['language'],
): SeriesBody['basic'] | PatternFault => {
  const { levels, dates, change, regularity, skipped } = entered;
  if (!/^\d{4}-\d\d-\d\d$/.test(entered.firstOn)) return 'first-day';
  if (levels.length === 0 && dates === '') return 'names';
  const numbers = levels.map(({ first }) => whole(first));
  const units = levels.map((level) => (level.units.trim() === '' ? null : whole(level.units)));
  if ([...numbers, ...units].includes(undefined)) return 'numbers';
  const rules = regularity
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(ruleOf);
  if (rules.includes(undefined)) return 'regularity';
  const places = listed(skipped).map(whole);
  if (places.includes(undefined)) return 'numbers';
  return {
    pattern: {
      ...{ frequency: entered.frequency, language, dates: (dates === '' ? [] : dates.split(',')) as Pattern['dates'] },
      levels: levels.map(({ caption, restarts }, at) => {
        const count = units[at];
        return { caption: caption.trim(), restarts, ...(typeof count === 'number' && at > 0 && { units: count }) };
      }),
      ...(change.trim() !== '' && { calendarChange: listed(change) }),
      ...(rules.length > 0 && { regularity: rules as Rule[] }),
      ...(places.length > 0 && { skipped: places as number[] }),
    },
    first: { on: entered.firstOn, numbers: numbers as number[] },
  };
};

/** Returns a pattern as it is typed; the frequencies and dates that the form does not offer are shown as the nearest. */
export const enteredOf = (
  pattern: Pattern,
  first: { on: string; numbers: readonly number[] } | undefined,
): EnteredPattern => ({
  frequency: frequencies.find((code) => code === pattern.frequency) ?? 'x',
  dates: dateChoices.find((choice) => choice === pattern.dates.join(',')) ?? 'year',
  change: pattern.calendarChange?.join(', ') ?? '',
  regularity: (pattern.regularity ?? [])
    .map((rule) => `${letterOf(does, rule.does)}${letterOf(kinds, rule.by)}${rule.codes.join(',')}`)
    .join('\n'),
  skipped: pattern.skipped?.join(', ') ?? '',
  firstOn: first?.on ?? '',
  levels: pattern.levels.map(({ caption, units, restarts }, at) => ({
    ...{ id: at + 1, caption, restarts, units: units === undefined ? '' : String(units) },
    first: String(first?.numbers[at] ?? ''),
  })),
});
