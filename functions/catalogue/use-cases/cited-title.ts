import { type Citation, isPart } from '../../../layers/kernel/citation/citation.ts';
import type { Description } from '../../../layers/protocols/marc/description.ts';
import { findRecords } from '../../discovery/data/search-index/find-records.ts';
import { LONGEST_QUERY, plainWish, type SearchWish } from '../../discovery/domain/search-wish.ts';
import { fold, withoutArticle, wordsOf } from '../domain/matching/fold.ts';
import { type CitedIn, type DescribedRecord, describeUnion, type Looking } from './cited-record.ts';

/** How many hits are looked at: an edition beyond the first ten is none that anybody means. */
const LOOKED_AT = 10;

const titleOf = (text: string): string => withoutArticle(fold(text));

const isTitled = ({ titles }: Description, wanted: string): boolean =>
  [titles.title, titles.proper].some((title) => titleOf(title) === wanted);

const isBy = ({ mainName, titles }: Description, author: string): boolean => {
  const said = new Set(wordsOf(fold(`${mainName?.name ?? ''} ${titles.responsibility}`)));
  // "Austen, Jane" and "Jane Austen" share a word of more than an initial.
  return wordsOf(fold(author)).some((word) => word.length > 2 && said.has(word));
};

const isOf = ({ publication }: Description, { kind, date = '' }: Citation): boolean => {
  const year = /\d{4}/.exec(date)?.[0];
  return kind === 'journal' || kind === 'article' || year === undefined || String(publication.year ?? year) === year;
};

const byTitle = (q: string): SearchWish => plainWish(q.slice(0, LONGEST_QUERY), { scope: 'title', limit: LOOKED_AT });

/**
 * The union record of this very title, by this author and of this year as far as the citation says; for citations without a
 * number that names the whole. An article or chapter is looked for by its journal or book. Undefined without a title, and when no hit is it. Throws
 * `EngineUnavailable`.
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
    if (!record || !isTitled(record.description, wanted) || !isOf(record.description, citation)) continue;
    // Of a part the author is the part's own.
    if (author === undefined || isPart(citation) || isBy(record.description, author)) return record;
  }
  return undefined;
};
