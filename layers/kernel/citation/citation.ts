/** What kind of thing is wanted. A part (article, chapter) is copied; a whole is lent. */
export type CitedKind = 'book' | 'chapter' | 'journal' | 'article' | 'dissertation' | 'other';

/**
 * What somebody wants, in the words of a citation: enough to find it here, or to ask for it outside. `title` is that of
 * the book or the journal, `partTitle` that of the chapter or article in it. Identifiers are normal: ISBN of 13 digits,
 * ISSN with its hyphen, bare OCLC number, DOI in small letters.
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
  /** Where the citation was found (OpenURL's referrer): told to a supplier as the source. */
  source?: string;
};

/** True for a part of a whole: it is supplied as a copy, not as a loan. */
export const isPart = ({ kind, partTitle }: Pick<Citation, 'kind' | 'partTitle'>): boolean =>
  kind === 'article' || kind === 'chapter' || (partTitle !== undefined && kind === 'journal');

/** What of a citation is missing before anybody can look for it: its fields by name, none when it is enough. */
export const missingIn = (citation: Citation): ('title' | 'partTitle' | 'date')[] => {
  const known = [citation.isbn, citation.issn, citation.oclc, citation.lccn, citation.doi, citation.pmid];
  const identified = known.some((one) => one !== undefined && one.length > 0);
  if (isPart(citation)) {
    // A DOI or PMID names the article itself; an ISSN only the journal.
    if (citation.doi !== undefined || citation.pmid !== undefined) return [];
    const whole = citation.title === undefined && !identified ? (['title'] as const) : [];
    const part = citation.partTitle === undefined && citation.pages === undefined ? (['partTitle'] as const) : [];
    const when = citation.date === undefined && citation.volume === undefined ? (['date'] as const) : [];
    return [...whole, ...part, ...when];
  }
  return citation.title === undefined && !identified ? ['title'] : [];
};
