import type { DatePart, Pattern } from './pattern.ts';
import { seasonOf } from './publication-days.ts';

/** What names an issue: its day, its numbers, the last one of a combined issue, and the months, seasons or days that it covers. */
export type Named = { on: string; numbers: number[]; through?: number; cover?: { by: string; codes: string[] } };

type Texts = { months: readonly string[]; seasons: readonly string[] };

/** The abbreviations of months that holdings statements use, and the seasons. */
const texts: Record<Pattern['language'], Texts> = {
  en: {
    months: ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'],
    seasons: ['Spring', 'Summer', 'Autumn', 'Winter'],
  },
  es: {
    months: ['ene.', 'feb.', 'mar.', 'abr.', 'mayo', 'jun.', 'jul.', 'ago.', 'sept.', 'oct.', 'nov.', 'dic.'],
    seasons: ['Primavera', 'Verano', 'Otoño', 'Invierno'],
  },
  fr: {
    months: ['janv.', 'févr.', 'mars', 'avril', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    seasons: ['Printemps', 'Été', 'Automne', 'Hiver'],
  },
};

const single = (part: DatePart, on: string): string => {
  if (part === 'year') return on.slice(0, 4);
  if (part === 'season') return seasonOf(on);
  return part === 'month' ? on.slice(5, 7) : on.slice(8);
};

/** Returns the part of each of the dates that a combined issue covers; a month of next year is in next year. */
const partsOf = (part: DatePart, { on, cover }: Named): string[] => {
  const own = single(part, on);
  if (!cover) return [own];
  const { by, codes } = cover;
  if (part === by) return codes;
  const last = codes.at(-1) ?? '';
  // Weekdays, weeks and days of a month are no order of a year.
  const isOfYear = by === 'month' || by === 'season' || (by === 'day' && last.length === 4);
  if (part === 'year' && isOfYear) return last < (codes[0] ?? '') ? [own, String(Number(own) + 1)] : [own];
  if (by !== 'day' || last.length !== 4) return [own];
  return part === 'month' ? [...new Set(codes.map((code) => code.slice(0, 2)))] : [own];
};

/** Returns the codes of the parts of the date that an issue shows, as MARC 863 has them: `01/02` for two months. */
export const dateCodes = (pattern: Pick<Pattern, 'dates'>, named: Named): string[] =>
  pattern.dates.map((part) => {
    const codes = partsOf(part, named);
    const days = part === 'day' ? codes.map((code) => code.slice(-2)) : codes;
    // Two weekdays of a combined issue are no days of a month.
    return days.every((code) => /^\d+$/.test(code)) ? days.join('/') : single(part, named.on);
  });

/** Returns the numbers of an issue as MARC 863 has them: `1/2` for a combined issue. */
export const numberCodes = ({ numbers, through }: Named): string[] =>
  numbers.map((number, at) =>
    at === numbers.length - 1 && through !== undefined ? `${number}/${through}` : String(number),
  );

/** Returns the label of an issue, as holdings statements write it: `v.2:no.1/2 (2026:Jan./Feb.)`. */
export const labelOf = (pattern: Pattern, named: Named): string => {
  const { months, seasons } = texts[pattern.language];
  const numbering = numberCodes(named)
    .map((number, at) => `${pattern.levels[at]?.caption ?? ''}${number}`)
    .join(':');
  const codes = dateCodes(pattern, named);
  const shown = pattern.dates.map((part, at) => {
    const code = codes[at] ?? '';
    if (part === 'year') return code;
    if (part === 'day') return code.split('/').map(Number).join('/');
    const names = part === 'month' ? months : seasons;
    return code
      .split('/')
      .map((one) => names[Number(one) - (part === 'month' ? 1 : 21)] ?? one)
      .join('/');
  });
  const [first = '', ...rest] = shown;
  const date = rest.length > 0 ? `${first}:${rest.join(' ')}` : first;
  if (numbering === '') return date;
  return date === '' ? numbering : `${numbering} (${date})`;
};
