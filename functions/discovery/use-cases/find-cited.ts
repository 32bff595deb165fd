import { type Citation, isPart } from '../../../layers/kernel/citation/citation.ts';
import { fold, withoutArticle, wordsOf } from '../../../layers/kernel/text/fold-for-comparison.ts';
import type { Engine } from '../../../layers/platform/search/client.ts';
import type { Description } from '../../../layers/protocols/marc/description.ts';
import type { DescribedRecord } from '../../catalogue/public/citation-of-record.ts';
import { type Describing, describeUnion, type Looking } from '../../catalogue/public/describe-union.ts';
import { findRecords } from '../data/search-index/find-records.ts';
import { LONGEST_QUERY, plainSearch, type SearchParameters } from '../domain/query/search-parameters.ts';

type IdentifyingNumber = { q: string; isOf: (description: Description) => boolean };

/**
 * Returns the numbers of a citation that identify a record, the strongest first. The ISSN of a book identifies its series, not the book.
 */
const numbersOf = (citation: Citation): IdentifyingNumber[] => {
  const { isbn = [], issn = [], oclc, lccn, kind } = citation;
  const inBooks = kind === 'book' || kind === 'chapter' || kind === 'dissertation';
  return [
    ...isbn.map((q) => ({ q, isOf: ({ identifiers }: Description) => identifiers.isbn13.includes(q) })),
    ...(oclc === undefined
      ? []
      : [{ q: `(OCoLC)${oclc}`, isOf: ({ identifiers }: Description) => identifiers.oclc.includes(oclc) }]),
    ...(lccn === undefined
      ? []
      : [{ q: lccn, isOf: ({ identifiers }: Description) => identifiers.lccn.includes(lccn) }]),
    ...(inBooks
      ? []
      : issn.map((q) => ({
          q,
          isOf: ({ identifiers: { issn: own, issnL } }: Description) => [...own, ...issnL].includes(q),
        }))),
  ];
};

const byNumber = (q: string): SearchParameters => plainSearch(q, { scope: 'identifier', limit: 5 });

/** The dependencies of finding citations: what describes records, the search engine and the name of its index. */
export type CitedIn = Describing & { engine: Engine; family: string };

/**
 * Finds the union record that a citation identifies by ISBN, OCLC number, LCCN or (for a journal and its parts) ISSN, as far as
 * the viewer may see it. The index also knows local numbers and barcodes that look like such a number, so each hit is checked.
 * Undefined when no record has the number. Throws `EngineUnavailable`.
 */
export const findCited = async (
  cited: CitedIn,
  citation: Citation,
  looking: Looking,
): Promise<DescribedRecord | undefined> => {
  for (const { q, isOf } of numbersOf(citation)) {
    const { hits } = await findRecords(cited.engine, cited.family, byNumber(q), looking.viewer);
    for (const { recordId } of hits) {
      const record = await describeUnion(cited, recordId, looking);
      if (record && isOf(record.description)) return record;
    }
  }
  return undefined;
};

/** The most hits of a title that are checked. */
const MOST_TITLE_HITS = 10;

const titleOf = (text: string): string => withoutArticle(fold(text));

const isTitled = ({ titles }: Description, wanted: string): boolean =>
  [titles.title, titles.proper].some((title) => titleOf(title) === wanted);

const isBy = ({ mainName, titles }: Description, author: string): boolean => {
  const names = new Set(wordsOf(fold(`${mainName?.name ?? ''} ${titles.responsibility}`)));
  // "Austen, Jane" and "Jane Austen" share a word of more than an initial.
  return wordsOf(fold(author)).some((word) => word.length > 2 && names.has(word));
};

const isOfYear = ({ publication }: Description, { kind, date = '' }: Citation): boolean => {
  const year = /\d{4}/.exec(date)?.[0];
  return kind === 'journal' || kind === 'article' || year === undefined || String(publication.year ?? year) === year;
};

const byTitle = (q: string): SearchParameters =>
  plainSearch(q.slice(0, LONGEST_QUERY), { scope: 'title', limit: MOST_TITLE_HITS });

/**
 * Finds the union record of exactly this title, author and year, as far as the citation gives them; for citations without an
 * identifying number. An article or chapter is found by its journal or book. Undefined without a title and when no hit matches.
 * Throws `EngineUnavailable`.
 */
export const findTitled = async (
  cited: CitedIn,
  citation: Citation,
  looking: Looking,
): Promise<DescribedRecord | undefined> => {
  const { title, author } = citation;
  const wanted = titleOf(title ?? '');
  if (title === undefined || wanted === '') return undefined;
  const { hits } = await findRecords(cited.engine, cited.family, byTitle(title), looking.viewer);
  for (const { recordId } of hits) {
    const record = await describeUnion(cited, recordId, looking);
    if (!record || !isTitled(record.description, wanted) || !isOfYear(record.description, citation)) continue;
    // The author of a part is not the author of the whole.
    if (author === undefined || isPart(citation) || isBy(record.description, author)) return record;
  }
  return undefined;
};
