import { browseField } from '../../../catalogue/public/browse-field.ts';
import type { IndexedList } from '../../../catalogue/public/browse-lists.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { END } from '../../../catalogue/public/heading-end.ts';
import { isShelf } from '../../../catalogue/public/is-shelf-list.ts';
import { viewerTokens } from '../../../catalogue/public/viewer-tokens.ts';
import type { Viewer } from '../../../catalogue/public/visibility.ts';
import type { EngineQuery } from '../query/engine-query.ts';
import { heldBy } from '../query/facets.ts';
import { COUNTED } from '../query/query.ts';
import type { Ring } from './ring.ts';

/** The scope of a list: all records of the consortium, or those of some members. */
export type BrowseScope = { list: IndexedList; members: readonly string[]; viewer: Viewer };

/** A request to the engine, which the data layer sends unchanged. */
export type BrowseQuery = { size: 0; query: Clause; aggs: Record<string, unknown>; timeout: string };

/** Filters the records of a scope that the viewer may see; never tombstones. */
export const inScope = ({ members, viewer }: BrowseScope): Clause[] => {
  const tokens = viewerTokens(viewer);
  return [
    among('visible_to', tokens),
    { term: { deleted: false } },
    ...(members.length === 0 ? [] : [heldBy(members, tokens)]),
  ];
};

const escaped = (member: string): string => member.replace(/[^a-z0-9]/g, (sign) => `\\${sign}`);

/** Call numbers belong to a member: those of other members are not in the list. */
const patternOf = ({ list, members }: BrowseScope, { pattern }: Ring): string =>
  isShelf(list) && members.length > 0 ? `(${pattern})${END}(${members.map(escaped).join('|')})` : pattern;

/**
 * Queries the headings of a ring in order, at most `size`. The values come from the matching records, not from the field's global list,
 * which would be rebuilt after every change of the index.
 */
export const headingsQuery = (scope: BrowseScope, ring: Ring, way: 'onwards' | 'back', size: number): BrowseQuery => {
  const field = browseField(scope.list);
  const { from: gte, below: lt } = ring;
  const bounds = { ...(gte === undefined ? {} : { gte }), ...(lt === undefined ? {} : { lt }) };
  const bounded: Clause[] = Object.keys(bounds).length > 0 ? [{ range: { [field]: bounds } }] : [{ exists: { field } }];
  return {
    size: 0,
    query: { bool: { filter: [...inScope(scope), ...bounded] } },
    aggs: {
      headings: {
        terms: {
          field,
          include: patternOf(scope, ring),
          order: { _key: way === 'onwards' ? 'asc' : 'desc' },
          size,
          execution_hint: 'map',
        },
      },
    },
    timeout: '5s',
  };
};

/** Queries a page of the records under a heading, in any of its spellings, by title. Takes its key and the start of a later page. */
export const recordsQuery = (
  scope: BrowseScope,
  key: string,
  size: number,
  behind?: readonly [string | number, string],
): EngineQuery => ({
  size,
  query: {
    bool: { filter: [...inScope(scope), { prefix: { [browseField(scope.list)]: { value: `${key}${END}` } } }] },
  },
  ...(behind ? { search_after: [...behind] } : {}),
  sort: [{ title_sort: 'asc' }, { record_id: 'asc' }],
  track_total_hits: COUNTED,
  _source: ['shown'],
  timeout: '5s',
});

/** Queries the number of records under each of some headings, and the first of them by title. Takes each heading's values in the index. */
export const countsQuery = (scope: BrowseScope, values: readonly (readonly string[])[]): BrowseQuery => {
  const field = browseField(scope.list);
  const filters = Object.fromEntries(values.map((some, i) => [String(i), among(field, some)]));
  return {
    size: 0,
    query: { bool: { filter: [...inScope(scope), among(field, values.flat())] } },
    aggs: {
      counts: {
        filters: { filters },
        aggs: {
          first: {
            top_hits: {
              size: 1,
              sort: [{ title_sort: 'asc' }, { record_id: 'asc' }],
              _source: ['shown.recordId', 'shown.title', 'shown.author', 'shown.year'],
            },
          },
        },
      },
    },
    timeout: '5s',
  };
};
