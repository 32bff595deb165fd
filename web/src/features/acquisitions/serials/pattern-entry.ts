import type { Pattern, SeriesBody } from './serials.ts';

/** The frequencies that the form offers; others are read from MARC fields. */
export const frequencies = [
  ...(['d', 'i', 'c', 'w', 'e', 'j', 's', 'm', 'b', 'q', 't', 'f', 'a', 'g', 'h', 'x'] as const),
] as const;
export type Frequency = (typeof frequencies)[number];

/** The dates that labels show. */
export const dateChoices = ['year', 'year,month', 'year,month,day', 'year,season', ''] as const;

export type EnteredLevel = { id: number; caption: string; units: string; restarts: boolean; first: string };

/** A pattern as it is typed. `other` stands for a frequency or dates that were read and that the form does not offer. */
export type EnteredPattern = {
  frequency: Frequency | 'other';
  otherFrequency?: Pattern['frequency'];
  levels: EnteredLevel[];
  dates: (typeof dateChoices)[number] | 'other';
  otherDates?: Pattern['dates'];
  change: string;
  regularity: string;
  skipped: string;
  firstOn: string;
  /** The first issue of the week or month of the first one that is predicted, where that is an earlier one. */
  anchor: string;
};

/** What is wrong with an entered pattern. */
export type PatternFault = 'first-day' | 'anchor' | 'numbers' | 'regularity' | 'names';

/** Returns whether several issues appear in one week, month or year, so that the first one may be a later one of these. */
export const asksAnchor = ({ frequency, otherFrequency, anchor }: EnteredPattern): boolean => {
  if (anchor !== '') return true;
  if (frequency !== 'other') return ['i', 'c', 'j', 's'].includes(frequency);
  return typeof otherFrequency === 'object' && otherFrequency.issues > 1;
};

/** A pattern that nobody typed yet: a monthly with volumes and numbers. */
export const emptyPattern = (today: string): EnteredPattern => ({
  ...{ frequency: 'm', dates: 'year,month', change: '01', regularity: '', skipped: '', firstOn: today, anchor: '' },
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

/** Reads an exception as in 853 $y. Numbers begin with that of their level, which is the lowest one. */
const ruleOf = (text: string, levels: number): Rule | undefined => {
  const [, act, kind, stated = ''] = /^\$?y?([poc])([dmswye])(.+)$/i.exec(text.trim()) ?? [];
  const [rule, by] = [does[act?.toLowerCase() as 'p'], kinds[kind?.toLowerCase() as keyof typeof kinds]];
  if (!rule || !by) return undefined;
  const codes = by === 'number' ? stated.slice(1) : stated;
  if (codes === '' || (by === 'number' && stated.charAt(0) !== String(levels))) return undefined;
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
  const { levels, change, regularity, skipped, firstOn, anchor } = entered;
  if (!/^\d{4}-\d\d-\d\d$/.test(firstOn)) return 'first-day';
  if (anchor > firstOn) return 'anchor';
  const frequency = entered.frequency === 'other' ? entered.otherFrequency : entered.frequency;
  const listedDates = (entered.dates === '' ? [] : entered.dates.split(',')) as Pattern['dates'];
  const dates = entered.dates === 'other' ? (entered.otherDates ?? []) : listedDates;
  if (levels.length === 0 && dates.length === 0) return 'names';
  const numbers = levels.map(({ first }) => whole(first));
  const units = levels.map((level) => (level.units.trim() === '' ? null : whole(level.units)));
  if ([...numbers, ...units].includes(undefined)) return 'numbers';
  const rules = regularity
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ruleOf(line, levels.length));
  if (rules.includes(undefined)) return 'regularity';
  const places = listed(skipped).map(whole);
  if (places.includes(undefined)) return 'numbers';
  return {
    pattern: {
      ...{ frequency: frequency ?? 'x', language, dates },
      levels: levels.map(({ caption, restarts }, at) => {
        const count = units[at];
        return { caption: caption.trim(), restarts, ...(typeof count === 'number' && at > 0 && { units: count }) };
      }),
      ...(change.trim() !== '' && { calendarChange: listed(change) }),
      ...(rules.length > 0 && { regularity: rules as Rule[] }),
      ...(places.length > 0 && { skipped: places as number[] }),
    },
    first: { on: firstOn, numbers: numbers as number[], ...(anchor !== '' && anchor !== firstOn && { anchor }) },
  };
};

/** Returns a pattern as it is typed. */
export const enteredOf = (pattern: Pattern, first: SeriesBody['basic']['first'] | undefined): EnteredPattern => ({
  frequency: frequencies.find((code) => code === pattern.frequency) ?? 'other',
  otherFrequency: pattern.frequency,
  dates: dateChoices.find((choice) => choice === pattern.dates.join(',')) ?? 'other',
  otherDates: pattern.dates,
  change: pattern.calendarChange?.join(', ') ?? '',
  regularity: (pattern.regularity ?? [])
    .map(({ does: rule, by, codes }) => {
      const level = by === 'number' ? String(pattern.levels.length) : '';
      return `${letterOf(does, rule)}${letterOf(kinds, by)}${level}${codes.join(',')}`;
    })
    .join('\n'),
  skipped: pattern.skipped?.join(', ') ?? '',
  ...{ firstOn: first?.on ?? '', anchor: first?.anchor ?? '' },
  levels: pattern.levels.map(({ caption, units, restarts }, at) => ({
    ...{ id: at + 1, caption, restarts, units: units === undefined ? '' : String(units) },
    first: String(first?.numbers[at] ?? ''),
  })),
});
