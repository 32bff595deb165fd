import type { MatchFeatures } from '../functions/catalogue/domain/matching/features.ts';
import { wordsOf } from '../layers/kernel/text/fold-for-comparison.ts';

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

const startOf = (run: string, length: number, longer = 2 * length): string =>
  run.slice(0, COMMON.test(run) ? longer : length);

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

/**
 * Returns the keys by which the labelled records were divided into groups: the blocking keys of that time. They never change, because other
 * keys would move records that were judged into training.
 */
export const groupingKeys = (one: MatchFeatures): string[] => {
  if (one.title === '') return [];
  const run = runOf(one);
  const [name, size, year] = [surname(one), sizeOf(one), one.date1 ?? String(one.years?.[0] ?? '')];
  const id = identifier(one);
  const keys = [
    id,
    one.original === undefined ? undefined : `year:${startOf(runOf(one.original), 10, 40)}|${year}`,
    run.length >= 20 ? `title:${startOf(run, 24)}` : `title:${run}|${name}`,
    `year:${startOf(run, 10, 40)}|${year}`,
    name !== '' && size !== ''
      ? `name:${name}|${year}|${size}${PROLIFIC.test(name) ? run.slice(0, 4) : ''}`
      : undefined,
    id === undefined && (name !== '' || size === '') ? `start:${startOf(telling(one.title), 14)}|${name}` : undefined,
  ];
  return [...new Set(keys.filter((key) => key !== undefined))].slice(0, 5);
};
