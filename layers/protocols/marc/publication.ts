import { control, fields, subfields } from './fields.ts';
import { distinct, trimIsbd, withoutBrackets } from './isbd.ts';
import type { DataField, MarcRecord } from './record.ts';

/** Where, by whom and when a thing was published. */
export type Publication = {
  /** 264 (second indicator 1) or 260 $a. */
  places: string[];
  /** 264 or 260 $b. */
  publishers: string[];
  /** The date as the record words it (264 or 260 $c), or undefined. */
  dateText?: string;
  /** The year to sort and facet by, or undefined. */
  year?: number;
  /** The last year of a serial or a span (008/11-14), 9999 while it goes on. */
  endYear?: number;
};

/** The imprint: publication statements (264 _1) first, then 260, then what else 264 states (production, distribution). */
const imprints = (record: MarcRecord): DataField[] => {
  const all = [...fields(record, '264').filter(({ ind2 }) => ind2 === '1'), ...fields(record, '260')];
  return all.length > 0 ? all : fields(record, '264').filter(({ ind2 }) => ind2 !== '4');
};

const plausible = (text: string): number | undefined => (/^(1[0-9]|20)\d\d$/.test(text) ? Number(text) : undefined);

/** "198u" and "19uu" name a span; its first year stands for it. */
const yearOf008 = (four: string): number | undefined => plausible(four.replace(/[u|?]/g, '0'));

const yearInText = (text: string): number | undefined =>
  plausible(/(?<!\d)(1[0-9]|20)\d\d(?!\d)/.exec(text)?.[0] ?? '');

/**
 * The year: 008/07-10; for a reprint (008/06 r) the date of the reprint is the first, the original the second, so the
 * first still says when this edition came out. Falls back to the imprint. "|" and blanks in 008 mean not coded.
 */
const yearFrom = (record: MarcRecord, dateText: string | undefined): number | undefined => {
  const fixed = control(record, '008') ?? '';
  const coded = /[nb|]/.test(fixed[6] ?? '|') ? undefined : yearOf008(fixed.slice(7, 11));
  return coded ?? (dateText === undefined ? undefined : yearInText(dateText));
};

const endYearFrom = (record: MarcRecord): number | undefined => {
  const fixed = control(record, '008') ?? '';
  if (!/[cdimku]/.test(fixed[6] ?? ' ')) return undefined;
  const four = fixed.slice(11, 15);
  return four === '9999' ? 9999 : plausible(four.replace(/u/g, '9'));
};

/** Takes a record; gives its publication (264, 260, 008). Brackets and ISBD punctuation are dropped. */
export const publicationOf = (record: MarcRecord): Publication => {
  const from = (code: string): string[] =>
    distinct(
      imprints(record).flatMap((field) => subfields(field, code).map((text) => trimIsbd(withoutBrackets(text)))),
    );
  const dateText = imprints(record)
    .flatMap((field) => subfields(field, 'c'))[0]
    ?.trim()
    .replace(/[.,;]$/, '');
  const year = yearFrom(record, dateText);
  const endYear = endYearFrom(record);
  return {
    places: from('a'),
    publishers: from('b'),
    ...(dateText === undefined ? {} : { dateText }),
    ...(year === undefined ? {} : { year }),
    ...(endYear === undefined ? {} : { endYear }),
  };
};

/**
 * Takes a record; gives its languages as MARC codes: 008/35-37, then 041 $a (and $d for sound), where old records run
 * several codes together ("engfre"). `zxx`, `und`, `mul` and uncoded say nothing and are left out.
 */
export const languagesOf = (record: MarcRecord): string[] => {
  const listed = fields(record, '041')
    .filter(({ ind2 }) => ind2 !== '7')
    .flatMap((field) => subfields(field, 'ad'))
    .flatMap((codes) => codes.toLowerCase().match(/[a-z]{3}/g) ?? []);
  const coded = (control(record, '008') ?? '').slice(35, 38).toLowerCase();
  const silent = ['zxx', 'und', 'mul', 'xxx', '   ', '|||'];
  return distinct([coded, ...listed].filter((code) => /^[a-z]{3}$/.test(code) && !silent.includes(code)));
};
