import { type Citation, type CitedKind, isPart } from '../../../layers/kernel/citation/citation.ts';
import type { Description } from '../../../layers/protocols/marc/description.ts';
import type { Format } from '../../../layers/protocols/marc/format.ts';

/**
 * A union record with its description for one viewer. `publicDescription` is what its sources say to everybody, if anything: a citation
 * takes its text from there only, as partners and other members read it.
 */
export type DescribedRecord = { recordId: string; description: Description; publicDescription?: Description };

const some = (texts: readonly string[]): string[] | undefined => (texts.length > 0 ? [...texts] : undefined);
const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** Returns the kind of work as which a record of this format is cited. */
export const kindOf = (format: Format): CitedKind => {
  if (['journal', 'ejournal', 'newspaper'].includes(format)) return 'journal';
  return ['book', 'large-print', 'braille', 'ebook'].includes(format) ? 'book' : 'other';
};

/**
 * Returns the citation of a union record for readers who do not know our record ids, with the requested part, if any. Public data of the
 * record replaces the typed data; for a record that is hidden from the public it is undefined.
 */
export const citationOfRecord = ({ publicDescription }: DescribedRecord, wanted?: Citation): Citation | undefined => {
  if (publicDescription === undefined) return wanted;
  const { titles, mainName, publication, edition, series, identifiers, format } = publicDescription;
  const { isbn13, issn, issnL, oclc, lccn } = identifiers;
  const { year } = publication;
  const part = wanted !== undefined && isPart(wanted);
  const values = {
    title: nonEmpty(titles.title),
    author: mainName?.name,
    edition,
    publisher: publication.publishers[0],
    place: publication.places[0],
    series: series[0],
    isbn: some(isbn13),
    // Includes the linking ISSN and the requested ISSN: print and online are one periodical.
    issn: some([...new Set([...issn, ...issnL, ...(part ? (wanted.issn ?? []) : [])])]),
    oclc: oclc[0],
    lccn: lccn[0],
    // For a journal the year is that of the part.
    date: kindOf(format) === 'journal' || part || year === undefined ? undefined : String(year),
  };
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return { kind: kindOf(format), ...wanted, ...known };
};
