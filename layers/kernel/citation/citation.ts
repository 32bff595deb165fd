/** The kind of work requested. A part (article, chapter) is copied; a whole is lent. */
export type CitedKind = 'book' | 'chapter' | 'journal' | 'article' | 'dissertation' | 'other';

/**
 * A requested work as a citation: enough to find it here, or to request it externally. `title` is that of the book or journal,
 * `partTitle` that of the chapter or article in it. Identifiers are normalised: 13-digit ISBN, ISSN with its hyphen, bare OCLC number,
 * lower-case DOI.
 */
export type Citation = {
  kind: CitedKind;
  title?: string;
  partTitle?: string;
  author?: string;
  partAuthor?: string;
  edition?: string;
  volume?: string;
  issue?: string;
  pages?: string;
  date?: string;
  publisher?: string;
  place?: string;
  series?: string;
  isbn?: string[];
  issn?: string[];
  oclc?: string;
  lccn?: string;
  doi?: string;
  pmid?: string;
  /** Where the citation was found (OpenURL's referrer): passed to a supplier as the source. */
  source?: string;
};

/** Returns true for a part of a whole: it is supplied as a copy, not as a loan. */
export const isPart = ({ kind, partTitle }: Pick<Citation, 'kind' | 'partTitle'>): boolean =>
  kind === 'article' || kind === 'chapter' || (partTitle !== undefined && kind === 'journal');

/** Returns the names of the fields that a citation lacks before it can be searched for; empty when it is complete. */
export const missingIn = (citation: Citation): ('title' | 'partTitle' | 'date')[] => {
  const known = [citation.isbn, citation.issn, citation.oclc, citation.lccn, citation.doi, citation.pmid];
  const identified = known.some((one) => one !== undefined && one.length > 0);
  if (isPart(citation)) {
    // A DOI or PMID identifies the article itself; an ISSN only the journal.
    if (citation.doi !== undefined || citation.pmid !== undefined) return [];
    const whole = citation.title === undefined && !identified ? (['title'] as const) : [];
    const part = citation.partTitle === undefined && citation.pages === undefined ? (['partTitle'] as const) : [];
    const when = citation.date === undefined && citation.volume === undefined ? (['date'] as const) : [];
    return [...whole, ...part, ...when];
  }
  return citation.title === undefined && !identified ? ['title'] : [];
};
