import { fold, wordsOf } from '../../../layers/kernel/text/fold-for-comparison.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import type { IndexDocument } from '../../catalogue/public/index-document.ts';
import { readAllDocuments } from '../../catalogue/public/read-all-documents.ts';
import { viewerTokens } from '../../catalogue/public/viewer-tokens.ts';
import type { Viewer } from '../../catalogue/public/visibility.ts';
import type { Scope, SearchParameters } from '../domain/query/search-parameters.ts';
import type { Found, LaterPage } from './search-index/find-records.ts';
import { type FoundRecord, foundSchema } from './search-index/search.ts';

const textsOf = (document: IndexDocument, scope: Scope): readonly string[] => {
  const { title, titleVariants, author = '', authorsAdded, subjects, series, isbn13, issn, otherIds } = document;
  const texts: Partial<Record<Scope, readonly string[]>> = {
    title: [title, ...titleVariants],
    author: [author, ...authorsAdded],
    ...{ subject: subjects, series, identifier: [...isbn13, ...issn, ...otherIds] },
  };
  return texts[scope] ?? Object.values(texts).flat();
};

const membersOf = ({ items }: IndexDocument): string[] => [...new Set(items.map(({ member }) => member))];

const isFound = (document: IndexDocument, { q, scope, facets, audience }: SearchParameters): boolean => {
  const words = wordsOf(fold(textsOf(document, scope).join(' ')));
  const has = (chosen: readonly string[], values: readonly string[]): boolean =>
    chosen.length === 0 || chosen.some((one) => values.includes(one));
  return (
    wordsOf(fold(q)).every((word) => words.some((one) => one.startsWith(word))) &&
    (audience === undefined || document.forChildren === true) &&
    has(facets.format, [document.format]) &&
    has(facets.language, document.languages) &&
    has(facets.member, membersOf(document))
  );
};

const counted = (values: readonly string[]) =>
  [...Map.groupBy(values, (value) => value)]
    .map(([value, { length: count }]) => ({ value, count }))
    .toSorted((one, other) => other.count - one.count);

const sortOf = (
  { title, year, arrived = 0, recordId }: IndexDocument,
  sort: SearchParameters['sort'],
): FoundRecord['sort'] => {
  if (sort === 'relevance') return [0, recordId];
  if (sort === 'arrived') return [arrived, recordId];
  return [sort === 'newest' || sort === 'oldest' ? (year ?? 0) : title, recordId];
};

/** Returns a page of the documents that have all words, by title. */
const findInDocuments = (
  documents: readonly IndexDocument[],
  parameters: SearchParameters,
  viewer: Viewer,
  later?: LaterPage,
): Found => {
  const tokens = viewerTokens(viewer);
  const found = documents
    .filter(({ visibleTo }) => visibleTo.some((token) => tokens.includes(token)))
    .filter((document) => isFound(document, parameters))
    .toSorted((one, other) => one.title.localeCompare(other.title) || one.recordId.localeCompare(other.recordId));
  const after = later?.after;
  const start =
    after && ('from' in after ? after.from : found.findIndex(({ recordId }) => recordId === after.behind[1]) + 1);
  const page = found.slice(start ?? 0, (start ?? 0) + parameters.limit);
  const years = found.flatMap(({ year }) => (year === undefined ? [] : [String(Math.floor(year / 10) * 10)]));
  return {
    ...{ total: { count: found.length, atLeast: false }, relaxed: false },
    hits: page.map((document) => ({ ...foundSchema.parse(document), sort: sortOf(document, parameters.sort) })),
    facets: {
      format: counted(found.map(({ format }) => format)),
      language: counted(found.flatMap(({ languages }) => languages)),
      member: counted(found.flatMap(membersOf)),
      decade: counted(years).map(({ value, count }) => ({ from: Number(value), count })),
    },
  };
};

/** Searches all records of a small table that has no index, as of now. */
export const findInTable = async (
  runtime: Runtime,
  parameters: SearchParameters,
  viewer: Viewer,
  later?: LaterPage,
): Promise<Found> => findInDocuments(await readAllDocuments(runtime), parameters, viewer, later);
