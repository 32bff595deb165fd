import { createHash } from 'node:crypto';
import type { IndexDocument } from '../../catalogue/public/index-document.ts';
import { keyOf, nameKeys, withoutArticle } from './title-keys.ts';

const serial = new Set(['journal', 'ejournal', 'newspaper', 'website-or-database']);

/** A name that tells nothing of what it names: whoever is put with a work may show it, and its title may be hidden. */
const opaque = (key: string): string => createHash('sha256').update(key).digest('base64url').slice(0, 22);

/**
 * What the editions of a work have in common, as a name that cannot be read: of title with its parts, main author and language. As
 * careful as `isSameWork` is for holds: serials and records without author are editions of nothing, and stand under their own id.
 * What a person said comes first.
 */
export const workKeyOf = (document: IndexDocument): string => {
  const { recordId, title, titleProper, author, format, languages, ruledWork } = document;
  if (ruledWork !== undefined) return ruledWork;
  const [name] = author === undefined ? [] : nameKeys(author);
  // A subtitle comes and goes between editions; the number of a part ("1", "Book two") makes another work.
  const part = /\d|\b(?:book|vol|volume|part|band|teil|tome)\b/i.test(title.slice(titleProper.length))
    ? title
    : titleProper;
  const key = withoutArticle(keyOf(part));
  if (name === undefined || key === '' || serial.has(format)) return recordId;
  return opaque([key, name, languages[0] ?? ''].join('|'));
};
