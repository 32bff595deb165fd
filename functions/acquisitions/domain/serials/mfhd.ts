import {
  type DatePart,
  type FirstIssue,
  type FrequencyCode,
  frequencyCodes,
  type Level,
  type Pattern,
  patternSchema,
  type Regularity,
  type SeriesKind,
  seriesKinds,
} from './pattern.ts';

const captionTags: Record<SeriesKind, string> = { basic: '853', supplement: '854', index: '855' };
const holdingTags: Record<SeriesKind, string> = { basic: '863', supplement: '864', index: '865' };
const dateCaptions: Record<string, DatePart> = {
  ...{ '(year)': 'year', '(season)': 'season', '(month)': 'month', '(day)': 'day' },
};
const regularityCodes = { p: 'published', o: 'omitted', c: 'combined' } as const;
const kindCodes = { d: 'day', m: 'month', s: 'season', w: 'week', y: 'year', e: 'number' } as const;

/** The codes whose dates are those of so many issues a year. */
const yearlyCodes: Record<string, FrequencyCode> = {
  ...{ '24': 's', '26': 'e', '36': 'j', '52': 'w', '104': 'c', '156': 'i', '365': 'd' },
};

/** The pattern of a series as MARC describes it, and the last issue that its holdings name, where they name one. */
export type ReadSeries = { pattern: Pattern; last?: FirstIssue };

/** What cannot be read of MARC 21 holdings, with the line. */
export type MfhdFault = { line: number; reason: 'no-pattern' | 'unknown-caption' | 'bad-regularity' | 'wrong-pattern' };

type Subfields = readonly [code: string, text: string][];
type Field = { tag: string; subfields: Subfields; line: number };

/** Reads fields as they are typed: a tag, indicators, and subfields after `$`, `‡` or `|`. */
const fieldsOf = (text: string): Field[] =>
  text.split('\n').flatMap((typed, at) => {
    const [, tag, rest] = /^\s*=?(\d{3})\b[^$‡|]*(.*)$/.exec(typed) ?? [];
    if (tag === undefined || rest === undefined) return [];
    const subfields = rest
      .split(/[$‡|]/)
      .slice(1)
      .map((part): [string, string] => [part.slice(0, 1), part.slice(1).trim()]);
    return [{ tag, subfields, line: at + 1 }];
  });

/** Returns the levels and dates in the order of their subfields. A level is followed by its `u` and `v`. */
const captionsOf = (subfields: Subfields): { levels: Level[]; dates: DatePart[] } | 'unknown-caption' => {
  const levels: Level[] = [];
  const dates: DatePart[] = [];
  for (const [code, text] of subfields) {
    const last = levels.at(-1);
    if (/[a-f]/.test(code) && !text.startsWith('(')) levels.push({ caption: text, restarts: false });
    else if (/[a-fi-m]/.test(code)) {
      const part = dateCaptions[text.toLowerCase()];
      if (!part) return 'unknown-caption';
      dates.push(part);
    } else if (code === 'u' && last && /^\d+$/.test(text)) last.units = Number(text);
    else if (code === 'v' && last) last.restarts = text === 'r';
  }
  return { levels, dates };
};

const regularityOf = (text: string): Regularity | undefined => {
  const does = regularityCodes[text.slice(0, 1) as keyof typeof regularityCodes];
  const by = kindCodes[text.slice(1, 2) as keyof typeof kindCodes];
  if (!does || !by) return undefined;
  // Numbers begin with the level that they are of, which is the lowest one.
  const codes = text.slice(by === 'number' ? 3 : 2).split(',');
  return { does, by, codes: codes.map((code) => code.trim().toLowerCase()) };
};

const patternOf = (subfields: Subfields, language: Pattern['language']): Pattern | MfhdFault['reason'] => {
  const captions = captionsOf(subfields);
  if (captions === 'unknown-caption') return captions;
  const of = (wanted: string): string[] => subfields.flatMap(([code, text]) => (code === wanted ? [text] : []));
  const regularity = of('y').map(regularityOf);
  if (regularity.includes(undefined)) return 'bad-regularity';
  const [stated = 'x'] = of('w');
  const frequency = yearlyCodes[stated] ?? frequencyCodes.find((code) => code === stated);
  const calendarChange = of('x').flatMap((text) => text.split(',').map((code) => code.trim()));
  // A number of issues a year divides the year.
  const yearly = /^\d+$/.test(stated) ? ({ unit: 'year', every: 1, issues: Number(stated) } as const) : undefined;
  const read = patternSchema.safeParse({
    ...{ frequency: frequency ?? yearly, ...captions, language },
    ...(calendarChange.length > 0 && { calendarChange }),
    ...(regularity.length > 0 && { regularity }),
  });
  return read.success ? read.data : 'wrong-pattern';
};

const lastNumber = (text: string): number => Number(text.split(/[/-]/).at(-1) ?? text);

/** Returns the day of an issue from its parts; the first one of a combined issue. */
const dayFrom = (pattern: Pattern, values: readonly string[]): string | undefined => {
  const part = (wanted: DatePart): string | undefined => {
    const at = pattern.dates.indexOf(wanted);
    return at < 0 ? undefined : values[at]?.split('-').at(-1)?.split('/')[0]?.padStart(2, '0');
  };
  const season = part('season');
  const month = part('month') ?? (season && String((Number(season) - 20) * 3).padStart(2, '0')) ?? '01';
  const day = `${part('year')}-${month}-${part('day') ?? '01'}`;
  return Number.isNaN(Date.parse(day)) ? undefined : day;
};

/** Returns the issue that a holdings field names: the last one of a range. */
const issueOf = (pattern: Pattern, subfields: Subfields): FirstIssue | undefined => {
  const values = subfields.flatMap(([code, text]) => (/[a-fi-m]/.test(code) ? [text] : []));
  const numbers = values.slice(0, pattern.levels.length).map(lastNumber);
  const on = dayFrom(pattern, values.slice(pattern.levels.length));
  return on !== undefined && numbers.every(Number.isInteger) ? { on, numbers } : undefined;
};

/** Reads patterns from MARC 21 holdings fields as they are typed or copied: 853 to 855, and the last issues in 863 to 865. */
export const readMfhd = (
  text: string,
  language: Pattern['language'],
): Partial<Record<SeriesKind, ReadSeries>> | MfhdFault => {
  const fields = fieldsOf(text);
  const found: Partial<Record<SeriesKind, ReadSeries>> = {};
  for (const kind of seriesKinds) {
    // Earlier versions of a pattern stand before the present one.
    const field = fields.findLast(({ tag }) => tag === captionTags[kind]);
    if (!field) continue;
    const pattern = patternOf(field.subfields, language);
    if (typeof pattern === 'string') return { line: field.line, reason: pattern };
    const holding = fields.findLast(({ tag }) => tag === holdingTags[kind]);
    const last = holding && issueOf(pattern, holding.subfields);
    found[kind] = { pattern, ...(last && { last }) };
  }
  return Object.keys(found).length > 0 ? found : { line: 1, reason: 'no-pattern' };
};

const codeOf = <T extends string>(codes: Record<string, T>, value: T): string =>
  Object.entries(codes).find(([, one]) => one === value)?.[0] ?? '';

/** Writes a version of a pattern as a MARC 21 field (853 to 855), linked by its number. Spacings that MARC has no code for are irregular there. */
export const writeMfhd = (kind: SeriesKind, pattern: Pattern, version = 1): string => {
  const { frequency, levels, dates, calendarChange, regularity = [] } = pattern;
  const captions = levels.map(({ caption, units, restarts }, at) => {
    const counting = at === 0 ? '' : `$u${units ?? 'var'}$v${restarts ? 'r' : 'c'}`;
    return `$${'abcdef'.charAt(at)}${caption}${counting}`;
  });
  const shown = dates.map((part, at) => `$${'ijklm'.charAt(at)}(${part})`);
  const isYearly = typeof frequency === 'object' && frequency.unit === 'year' && frequency.every === 1;
  const w = typeof frequency === 'object' ? (isYearly ? String(frequency.issues) : 'x') : frequency;
  const rules = regularity.map(({ does, by, codes }) => {
    const level = by === 'number' ? String(levels.length) : '';
    return `$y${codeOf(regularityCodes, does)}${codeOf(kindCodes, by)}${level}${codes.join(',')}`;
  });
  const change = calendarChange ? `$x${calendarChange.join(',')}` : '';
  return `${captionTags[kind]} 20 $8${version}${captions.join('')}${shown.join('')}$w${w}${change}${rules.join('')}`;
};

/** Writes a range of issues of a version of a pattern as a MARC 21 field (863 to 865) from the codes of its first and last one. */
export const writeRange = (
  kind: SeriesKind,
  { version, at }: { version: number; at: number },
  pattern: Pattern,
  first: string[],
  last: string[],
): string => {
  const names = [...'abcdef'.slice(0, pattern.levels.length), ...'ijklm'.slice(0, pattern.dates.length)];
  const values = names.map((name, place) => {
    const [from = '', to = ''] = [first[place], last[place]];
    return `$${name}${from === to ? from : `${from}-${to}`}`;
  });
  return `${holdingTags[kind]} 40 $8${version}.${at}${values.join('')}`;
};
