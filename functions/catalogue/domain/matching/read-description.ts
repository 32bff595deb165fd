import { cut, fold, wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import { control, fields } from '../../../../layers/protocols/marc/fields.ts';
import type { MarcRecord } from '../../../../layers/protocols/marc/record.ts';
import { extentOf } from './extent.ts';
import { allValues, partNumber, unique, valuesOf } from './read-values.ts';

const SILENT_PUBLISHER = new Set(
  'company co inc incorporated ltd limited corp and the of publishing publishers publisher published pub pubs printed printer printers sold publications press sons verlag for sale by supt docs book books'.split(
    ' ',
  ),
);

/** Returns the words of a publisher's name that distinguish it. */
export const publisherWords = (text: string): string =>
  wordsOf(fold(text))
    .filter((word) => !SILENT_PUBLISHER.has(word))
    .join(' ');

/** Returns publisher, places and printed years (260, or 264 of publication). */
export const imprint = (record: MarcRecord) => {
  const all = fields(record, '260', '264');
  const field = all.find((one) => one.tag === '260' || one.ind2 === '1' || one.ind2 === ' ') ?? all[0];
  const places = valuesOf(field, 'a');
  const stated = all.flatMap((one) => valuesOf(one, 'cg')).join(' ');
  const dates = stated.match(/\b1[4-9]\d\d|\b20\d\d/g) ?? [];
  return {
    publisher: cut(publisherWords(valuesOf(field, 'b').slice(0, 2).join(' ')), 32),
    place: cut(fold(places[0] ?? ''), 16),
    places: cut(fold(places.slice(1).join(' ')), 32),
    years: [...new Set(dates.map(Number))].slice(0, 3),
    ...(/[?[-]/.test(stated) ? { doubtful: true } : {}),
  };
};

/** Returns the languages of 041 $a besides the one of 008; old records join them (`engfre`). */
const languagesOf = (record: MarcRecord, coded: string): string[] => {
  const all = allValues(record, ['041'], 'a').flatMap((text) => text.toLowerCase().match(/[a-z]{3}/g) ?? []);
  return unique(all, 6).filter((language) => language !== coded);
};

/** Returns the values of the fixed field 008; positions as MARC 21 numbers them. */
export const coded = (record: MarcRecord) => {
  const fixed = (control(record, '008') ?? '').padEnd(40, ' ');
  const date = (text: string) => (/^[0-9u]{4}$/.test(text) && text !== 'uuuu' && text !== '0000' ? text : undefined);
  const letters = (text: string) => (/^[a-z]{2,3}$/.test(text.trim()) ? text.trim() : undefined);
  const codes = fixed.slice(18, 35);
  return {
    entered: /^\d{6}$/.test(fixed.slice(0, 6)) ? fixed.slice(0, 6) : undefined,
    dateType: /[a-z]/.test(fixed[6] ?? '') ? fixed[6] : undefined,
    date1: date(fixed.slice(7, 11)),
    date2: date(fixed.slice(11, 15)),
    country: letters(fixed.slice(15, 18)),
    codes: /[^ |]/.test(codes) ? codes : undefined,
    language: letters(fixed.slice(35, 38)),
    languages: languagesOf(record, fixed.slice(35, 38)),
  };
};

/** Returns the illustrations, 300 $b, each word by its beginning, so that `illus.` and `illustrations` are equal. */
const illustrations = (text: string): string => {
  const words = wordsOf(fold(text))
    .map((word) => word.slice(0, 4))
    .filter((word) => !/^(?:incl|and|part|some|\d.*)$/.test(word));
  return cut([...new Set(words)].sort().join(' '), 30);
};

// Some records have the pages of the text in $b, after the preliminaries in $a.
const isPaged = (text: string): boolean => /(?<!\d)\d+\]?\s*p\b/.test(text);

/** Returns extent, illustrations and height (300). */
export const physical = (record: MarcRecord) => {
  const field = fields(record, '300')[0];
  const [extents, others] = [valuesOf(field, 'a'), valuesOf(field, 'b')];
  const { numbers, ...extent } = extentOf([...extents, ...others.filter(isPaged)].join(' '));
  // Old records measure in halves: 20 1/2 cm.
  const size = valuesOf(field, 'c')
    .join(' ')
    .replace(/(?<!\s)\s*(?:1\/2|½)/g, '');
  const height = /(\d{1,3})(?:\s*(?:-|x)\s*\d+)?\s*cm/.exec(size)?.[1];
  return {
    ...extent,
    illustrated: illustrations(others.join(' ')),
    extent: cut(fold([...extents, ...others].join(' ')), 60),
    numbers: numbers.length > 1 ? numbers : undefined,
    height: height ? Number(height) : undefined,
  };
};

// Returns a number that is not in $v: `RC 77-C ; 47`, `Bulletin no. 12`.
const numberAtEnd = (title: string): string | undefined => /(?:;|\b(?:no|v|vol)\.)\s*\[?(\w+)[\].]*$/.exec(title)?.[1];

/** Returns the first series and the first number within a series (490, 440, 830). */
export const seriesOf = (record: MarcRecord) => {
  const all = fields(record, '490', '440', '830');
  const title = valuesOf(all[0], 'a').join(' ');
  const number = all.flatMap((field) => valuesOf(field, 'v'))[0] ?? numberAtEnd(title) ?? '';
  return { series: cut(fold(title), 30), seriesNumber: cut(partNumber(number), 16) };
};

const mentions = (record: MarcRecord, pattern: RegExp): boolean =>
  pattern.test(allValues(record, ['500', '250'], 'a').join(' '));

/** Returns whether the record describes a reproduction (533), or states a reprint or a facsimile. */
export const reproduced = (record: MarcRecord): { reproduction?: true; reprint?: true } => ({
  ...(fields(record, '533').length > 0 ? { reproduction: true } : {}),
  ...(fields(record, '534').length > 0 || mentions(record, /\b(?:reprint|reprod|facsim|(?:originally|first) publ)/i)
    ? { reprint: true }
    : {}),
});
