import { withoutLikelyArticle, withoutThe } from './articles.ts';
import { fields, originalScript, subfield, subfields } from './fields.ts';
import { distinct, trimIsbd } from './isbd.ts';
import type { DataField, MarcRecord } from './record.ts';

/** The titles of a record. */
export type Titles = {
  /** 245 $a $b $n $p: what is shown. Empty when the record has no 245. */
  title: string;
  /** The title proper alone: 245 $a. */
  proper: string;
  /** Other title information: 245 $b. */
  remainder: string;
  /** Number and name of the part: 245 $n, $p. */
  part: string;
  /** `title` without its leading article, by what the second indicator of 245 says of it. */
  withoutArticle: string;
  /** The statement of responsibility: 245 $c. */
  responsibility: string;
  /** The title in its own script (880 linked with 245). */
  originalScript: string[];
  /** Uniform title (130, 240) and title of related and contained works (246, 730, 740, 700 $t), each once. */
  variants: string[];
};

const joined = (field: DataField, codes: string): string =>
  trimIsbd(
    subfields(field, codes)
      .map((value) => value.trim())
      .join(' '),
  );

const part = (field: DataField | undefined, codes: string): string => (field === undefined ? '' : joined(field, codes));

/**
 * The non-filing count is in characters of $a; one that would cut a word in two is wrong, and not followed. Zero says that "Los" of
 * "Los Angeles" is no article (245 second indicator); where a record says nothing, the list of articles is asked.
 */
const withoutArticle = (title: string, field: DataField | undefined): string => {
  const nonfiling = field?.ind2.match(/\d/)?.[0];
  const lead = (subfield(field, 'a') ?? '').slice(0, Number(nonfiling ?? '0'));
  if (nonfiling === '0') return withoutThe(title);
  if (lead === '' || !title.startsWith(lead.trim()) || /[\p{L}\p{N}]$/u.test(lead)) return withoutLikelyArticle(title);
  return title.slice(lead.trim().length).replace(/^[\s"'“‘«[(]+/, '');
};

const variantCodes: Readonly<Record<string, string>> = {
  '130': 'adfgklmnoprs',
  '240': 'adfgklmnoprs',
  '246': 'abnp',
  '730': 'adfgklmnoprs',
  '740': 'anp',
};

/** Takes a record; gives its titles, ISBD punctuation at the ends dropped. The GMD (245 $h) is no part of a title. */
export const titlesOf = (record: MarcRecord): Titles => {
  const field = fields(record, '245')[0];
  const title = part(field, 'abnp');
  const variants = record.data.flatMap((each) => {
    const codes = variantCodes[each.tag];
    if (codes !== undefined) return [joined(each, codes)];
    return /^7(00|10|11)$/.test(each.tag) ? [joined(each, 't')] : [];
  });
  return {
    title,
    proper: part(field, 'a'),
    remainder: part(field, 'b'),
    part: part(field, 'np'),
    withoutArticle: withoutArticle(title, field),
    responsibility: part(field, 'c'),
    originalScript: distinct(originalScript(record, '245').map((twin) => joined(twin, 'abnp'))),
    variants: distinct(variants),
  };
};
