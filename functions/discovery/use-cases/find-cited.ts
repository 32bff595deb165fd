import type { Citation } from '../../../layers/kernel/citation/citation.ts';
import type { Engine } from '../../../layers/platform/search/client.ts';
import type { Description } from '../../../layers/protocols/marc/description.ts';
import { kindOf } from '../../catalogue/public/citation-kind-of.ts';
import type { DescribedRecord } from '../../catalogue/public/citation-of-record.ts';
import { type Describing, describeUnion, type Looking } from '../../catalogue/public/describe-union.ts';
import { findRecords } from '../data/search-index/find-records.ts';
import type { FoundRecord } from '../data/search-index/search.ts';
import {
  isMeant,
  mayBeByCited,
  mayBeMeant,
  type RecordFacts,
  surnameOf,
  withoutSubtitle,
} from '../domain/cited-record.ts';
import { LARGEST_PAGE, LONGEST_QUERY, plainSearch, type SearchParameters } from '../domain/query/search-parameters.ts';

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

const factsOf = ({ titles, mainName, publication, format }: Description): RecordFacts => ({
  titles: [titles.title, titles.proper],
  names: [mainName?.name ?? '', titles.responsibility],
  year: publication.year,
  kind: kindOf(format),
});

const byNumber = (q: string): SearchParameters => plainSearch(q, { scope: 'identifier', limit: 5 });

/** The dependencies of finding citations: what describes records, the search engine and the name of its index. */
export type CitedIn = Describing & { engine: Engine; family: string };

/**
 * The catalogue's records for a citation: the record that it identifies (`by` a number, or by title, author and year), and other possible
 * records, the likeliest first.
 */
export type Cited = { found?: { record: DescribedRecord; by: 'number' | 'title' }; possible: DescribedRecord[] };

/** The viewer, and the records that were examined and do not match the citation. */
export type LookingUp = Looking & { ruledOut?: readonly string[] | undefined };

type Lookup = (
  parameters: SearchParameters,
  isWorthwhile?: (hit: FoundRecord) => boolean,
) => Promise<DescribedRecord[]>;

/** The most hits of a search that are described. */
const MOST_DESCRIBED = 10;

/** Searches, and describes the hits (only those that are worthwhile) as the viewer may see them. */
const lookIn =
  (cited: CitedIn, { ruledOut = [], ...looking }: LookingUp): Lookup =>
  async (parameters, isWorthwhile = () => true) => {
    const { hits } = await findRecords(cited.engine, cited.family, parameters, looking.viewer);
    const records: DescribedRecord[] = [];
    const examined = hits.filter((hit) => !ruledOut.includes(hit.recordId) && isWorthwhile(hit));
    for (const { recordId } of examined.slice(0, MOST_DESCRIBED)) {
      const record = await describeUnion(cited, recordId, looking);
      if (record) records.push(record);
    }
    return records;
  };

/** The index also knows local numbers and barcodes that look like such a number, so each hit is checked. */
const findNumbered = async (lookUp: Lookup, citation: Citation): Promise<DescribedRecord | undefined> => {
  for (const { q, isOf } of numbersOf(citation)) {
    const record = (await lookUp(byNumber(q))).find(({ description }) => isOf(description));
    if (record) return record;
  }
  return undefined;
};

/** The titles to search: as cited, and without a subtitle that records may lack. */
const titlesToSearch = ({ title = '' }: Citation): string[] =>
  [...new Set([title, withoutSubtitle(title)])].filter((text) => text.trim() !== '');

/** The searches for a citation without a number: with its author among many like titles, then by title alone, as records may lack authors. */
const searchesFor = (citation: Citation): SearchParameters[] => {
  const surname = surnameOf(citation);
  const titles = titlesToSearch(citation);
  const search = (q: string, scope: 'any' | 'title') =>
    plainSearch(q.slice(0, LONGEST_QUERY), { scope, limit: LARGEST_PAGE });
  return [
    // The author comes first, as long queries are cut.
    ...(surname === undefined ? [] : titles.map((title) => search(`${surname} ${title}`, 'any'))),
    ...titles.map((title) => search(title, 'title')),
  ];
};

/** Searches until the record is found; the other records that may be meant are those of the searches so far. */
const findTitled = async (lookUp: Lookup, citation: Citation): Promise<Cited> => {
  const records = new Map<string, DescribedRecord>();
  const isWorthwhile = ({ recordId, author = '', responsibility = '' }: FoundRecord): boolean =>
    !records.has(recordId) && mayBeByCited({ names: [author, responsibility] }, citation);
  let record: DescribedRecord | undefined;
  for (const search of searchesFor(citation)) {
    for (const one of await lookUp(search, isWorthwhile)) records.set(one.recordId, one);
    record = [...records.values()].find(({ description }) => isMeant(factsOf(description), citation));
    if (record) break;
  }
  const like = [...records.values()].filter(({ description }) => mayBeMeant(factsOf(description), citation));
  return {
    ...(record && { found: { record, by: 'title' as const } }),
    possible: like.filter((one) => one !== record),
  };
};

/**
 * Looks a citation up in the union catalogue, as far as the viewer may see it: by ISBN, OCLC number, LCCN or (for a journal and its
 * parts) ISSN; and when no record has such a number, by title, author and year. An article or chapter is found by its journal or book.
 * Throws `EngineUnavailable`.
 */
export const findCited = async (cited: CitedIn, citation: Citation, looking: LookingUp): Promise<Cited> => {
  const lookUp = lookIn(cited, looking);
  const record = await findNumbered(lookUp, citation);
  return record ? { found: { record, by: 'number' }, possible: [] } : findTitled(lookUp, citation);
};
