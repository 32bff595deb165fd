import { withoutLikelyArticle, withoutThe } from './articles.ts';
import { fields, originalScript, subfield, subfields } from './fields.ts';
import { distinct, trimIsbd } from './isbd.ts';
import type { DataField, MarcRecord } from './record.ts';

/** The titles of a record. */
export type Titles = {
  /** 245 $a $b $n $p: the displayed title. Empty when the record has no 245. */
  title: string;
  /** The title proper alone: 245 $a. */
  proper: string;
  /** Other title information: 245 $b. */
  remainder: string;
  /** Number and name of the part: 245 $n, $p. */
  part: string;
  /** `title` without its leading article, by the second indicator of 245. */
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
 * The non-filing count is in characters of $a; one that would split a word is wrong and ignored. Zero says that "Los" of "Los Angeles"
 * is no article (245 second indicator); without a count, the list of articles is used.
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

/** Returns the titles of a record without trailing ISBD punctuation. The GMD (245 $h) is no part of a title. */
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
