import { control, fields, subfields } from './fields.ts';
import { distinct, trimIsbd, withoutBrackets } from './isbd.ts';
import type { DataField, MarcRecord } from './record.ts';

/** Place, publisher and date of publication. */
export type Publication = {
  /** 264 (second indicator 1) or 260 $a. */
  places: string[];
  /** 264 or 260 $b. */
  publishers: string[];
  /** The date as worded in the record (264 or 260 $c), or undefined. */
  dateText?: string;
  /** The year to sort and facet by, or undefined. */
  year?: number;
  /** The last year of a serial or a span (008/11-14), 9999 while it continues. */
  endYear?: number;
};

/** Returns the imprints: publication statements (264 _1) first, then 260, then the other statements of 264 (production, distribution). */
const imprints = (record: MarcRecord): DataField[] => {
  const all = [...fields(record, '264').filter(({ ind2 }) => ind2 === '1'), ...fields(record, '260')];
  return all.length > 0 ? all : fields(record, '264').filter(({ ind2 }) => ind2 !== '4');
};

const plausible = (text: string): number | undefined => (/^(1[0-9]|20)\d\d$/.test(text) ? Number(text) : undefined);

/** "198u" and "19uu" denote a span; its first year represents it. */
const yearOf008 = (four: string): number | undefined => plausible(four.replace(/[u|?]/g, '0'));

const yearInText = (text: string): number | undefined =>
  plausible(/(?<!\d)(1[0-9]|20)\d\d(?!\d)/.exec(text)?.[0] ?? '');

/**
 * Returns the year: 008/07-10; for a reprint (008/06 r) the first date is that of the reprint, the second the original, so the first
 * still dates this edition. Falls back to the imprint. "|" and blanks in 008 mean not coded.
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

/** Returns the publication data of a record (264, 260, 008), without brackets and ISBD punctuation. */
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
 * Returns the languages of a record as MARC codes: 008/35-37, then 041 $a (and $d for sound), where old records concatenate several
 * codes ("engfre"). `zxx`, `und`, `mul` and uncoded values are omitted.
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
