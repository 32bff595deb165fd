import { shortDigest } from '../../../../layers/kernel/text/digest.ts';
import type { IndexDocument } from './index-document.ts';
import { keyOf, nameKeys, withoutArticle } from './title-keys.ts';

const serial = new Set(['journal', 'ejournal', 'newspaper', 'website-or-database']);

/**
 * Returns the key that the editions of a work share, made from title with parts, main author and language. As conservative as `isSameWork`
 * for holds: serials and records without author are not grouped and have their own id as key. A decision of staff comes first.
 */
export const workKeyOf = (document: IndexDocument): string => {
  const { recordId, title, titleProper, author, format, languages, decidedWork } = document;
  if (decidedWork !== undefined) return decidedWork;
  const [name] = author === undefined ? [] : nameKeys(author);
  // Subtitles differ between editions; the number of a part ("1", "Book two") makes another work.
  const part = /\d|\b(?:book|vol|volume|part|band|teil|tome)\b/i.test(title.slice(titleProper.length))
    ? title
    : titleProper;
  const key = withoutArticle(keyOf(part));
  if (name === undefined || key === '' || serial.has(format)) return recordId;
  // A digest, as everybody who may see one edition sees the key, and the title of another may be hidden.
  return shortDigest([key, name, languages[0] ?? ''].join('|'));
};
