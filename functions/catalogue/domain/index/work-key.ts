import { shortDigest } from '../../../../layers/kernel/text/digest.ts';
import type { IndexDocument } from './index-document.ts';
import { keyOf, nameKeys, withoutArticle } from './title-keys.ts';

const serial = new Set(['journal', 'ejournal', 'newspaper', 'website-or-database']);

/**
 * The key that the editions of a work share, made from title with parts, main author and language. As careful as `isSameWork` is
 * for holds: serials and records without author are grouped with nothing and have their own id as key. A decision of staff comes
 * first.
 */
export const workKeyOf = (document: IndexDocument): string => {
  const { recordId, title, titleProper, author, format, languages, decidedWork } = document;
  if (decidedWork !== undefined) return decidedWork;
  const [name] = author === undefined ? [] : nameKeys(author);
  // A subtitle comes and goes between editions; the number of a part ("1", "Book two") makes another work.
  const part = /\d|\b(?:book|vol|volume|part|band|teil|tome)\b/i.test(title.slice(titleProper.length))
    ? title
    : titleProper;
  const key = withoutArticle(keyOf(part));
  if (name === undefined || key === '' || serial.has(format)) return recordId;
  // The key is shown to everybody who may see one edition, and the title of another may be hidden: so it is a digest.
  return shortDigest([key, name, languages[0] ?? ''].join('|'));
};
