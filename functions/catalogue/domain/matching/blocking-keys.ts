import { wordsOf } from '../../../../layers/kernel/text/fold-for-comparison.ts';
import type { MatchFeatures } from './features.ts';

const LITTLE = new Set(
  'the a an of and in on for to by with from at its it der die das und von zur im le la les de du des et el los en y'.split(
    ' ',
  ),
);

// Beginnings that thousands of titles share: a key that begins so includes more of the title, to keep blocks small.
const COMMON =
  /^(?:\d|unitedstates|report|annual|proceeding|histor|memoir|works|poem|act|national|american|international|hearing|census|bulletin|collect|select|introduct|handbook|studies|journal|letter|address|universit|geolog|hydro|map|catalog|guide|nist|standard|surface|water|flood|federal|covid)/;

// Bodies that publish hundreds of leaflets and sheets a year: name, year and one page do not make a small block.
const PROLIFIC = /^(?:united|geologic|national|centers|great|us)/;

/** Returns the significant words of a title joined: cataloguers differ in articles and prepositions. */
const telling = (text: string): string =>
  wordsOf(text)
    .filter((word) => !LITTLE.has(word))
    .join('');

// The letters of a title's beginning, and of one that thousands of titles share.
const TITLE = { usual: 16, common: 48 };
const TITLE_WITH_YEAR = { usual: 8, common: 40 };
const COMMON_TITLE_WITH_NAME = 20;

const startOf = (run: string, { usual, common }: typeof TITLE): string =>
  run.slice(0, COMMON.test(run) ? common : usual);

const surname = (one: MatchFeatures): string => (wordsOf(one.author ?? one.others ?? '')[0] ?? '').slice(0, 8);

const identifier = (one: MatchFeatures): string | undefined => {
  if (one.oclc?.[0] !== undefined) return `oclc:${one.oclc[0]}`;
  if (one.isbn?.[0] !== undefined) return `isbn:${one.isbn[0]}`;
  if (one.lccn !== undefined) return `lccn:${one.lccn}`;
  return one.issn === undefined ? undefined : `issn:${one.issn}`;
};

const sizeOf = (one: MatchFeatures): string => {
  if (one.pages !== undefined) return String(one.pages);
  return one.volumes === undefined ? '' : `v${one.volumes}`;
};

const runOf = ({ title, rest = '', partTitle = '' }: Pick<MatchFeatures, 'title' | 'rest' | 'partTitle'>): string =>
  telling(`${title} ${rest} ${partTitle}`);

/** Returns the title's beginning with the year; a common beginning is shorter where a name makes the block small. */
const byYear = (one: MatchFeatures, run: string, year: string): string => {
  const name = surname(one);
  // Not after a number, which a title in another script may begin with too: names are written in one script only.
  const isNamed = name !== '' && !PROLIFIC.test(name) && !/^\d/.test(run);
  return COMMON.test(run) && isNamed
    ? `year:${run.slice(0, COMMON_TITLE_WITH_NAME)}|${year}|${name}`
    : `year:${startOf(run, TITLE_WITH_YEAR)}|${year}`;
};

// Books of one name with the same number of pages from here on are few in all years together.
const LONG = 100;

/** Returns the name with extent and (of a short work) year, for records whose titles are in another order. */
const byName = (one: MatchFeatures, run: string, year: string): string | undefined => {
  const [name, size] = [surname(one), sizeOf(one)];
  if (name === '' || size === '') return undefined;
  if (PROLIFIC.test(name)) return `name:${name}|${year}|${size}${run.slice(0, 4)}`;
  return (one.pages ?? 0) >= LONG ? `name:${name}|${size}` : `name:${name}|${year}|${size}`;
};

/**
 * Returns the blocking keys of a record: at most four, mostly three, the same for the same features. Two records are compared when they
 * share a key. Each key requires agreement in other elements, so that one error hides no duplicate: the title; the title's beginning with
 * the year; an identifier or, without one, the name with extent and year. A key costs two write units for each loaded record. Empty for a
 * record without title.
 */
export const blockingKeys = (one: MatchFeatures): string[] => {
  if (one.title === '') return [];
  const run = runOf(one);
  const year = one.date1 ?? String(one.years?.[0] ?? '');
  const keys = [
    identifier(one) ?? byName(one, run, year),
    // A record in the original script alone has this key too.
    one.original === undefined ? undefined : byYear(one, runOf(one.original), year),
    run.length >= TITLE.usual ? `title:${startOf(run, TITLE)}` : `title:${run}|${surname(one)}`,
    byYear(one, run, year),
  ];
  return [...new Set(keys.filter((key) => key !== undefined))];
};
