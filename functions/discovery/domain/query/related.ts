import { anyOf } from '../../../catalogue/public/any-of-clauses.ts';
import { among } from '../../../catalogue/public/clause-among.ts';
import { worth } from '../../../catalogue/public/clause-worth.ts';
import type { Clause } from '../../../catalogue/public/clauses.ts';
import { byCallNumber } from './call-number-order.ts';
import type { EngineQuery } from './engine-query.ts';
import { heldBy } from './facets.ts';

/** The fields of an indexed record by which others are related to it. */
export type RelatedBy = {
  recordId: string;
  work: string | undefined;
  /** Folded headings, each whole and without its subdivisions. */
  subjects: readonly string[];
  author: string | undefined;
  languages: readonly string[];
  format: string;
};

/** The number of titles shown in each list. */
export const MOST_RELATED = 8;
/** The number of titles to either side on the shelf. */
export const BESIDE = 10;
/** Records of sound archives have hundreds of headings; the first describe the whole. */
const MOST_SUBJECTS = 24;

const request = (query: Clause, sort: unknown[], size: number): EngineQuery => ({
  size,
  query,
  sort,
  track_total_hits: 0,
  _source: ['shown'],
  timeout: '2s',
});

/** Returns the query of the other editions of a record's work that a viewer with these tokens may see, the newest first. */
export const editionsOf = ({ recordId, work }: RelatedBy, tokens: readonly string[]): EngineQuery | undefined =>
  work === undefined
    ? undefined
    : request(
        {
          bool: {
            filter: [among('visible_to', tokens), { term: { work_key: work } }],
            must_not: [{ term: { record_id: recordId } }],
          },
        },
        [{ year: { order: 'desc', missing: 0 } }, { record_id: 'asc' }],
        MOST_RELATED,
      );

/**
 * Returns the query of similar titles: those that share headings or the author with a record, without its own editions, each work once. A
 * rare heading counts more than a frequent one; the author counts as much as one heading, so that the list is not only the same author.
 */
export const similarTo = (by: RelatedBy, tokens: readonly string[]): EngineQuery | undefined => {
  const shared: Clause[] = [
    ...by.subjects.slice(0, MOST_SUBJECTS).map((key) => ({ term: { subject_key: key } })),
    ...(by.author === undefined ? [] : [{ term: { author_key: by.author } }]),
  ];
  if (shared.length === 0) return undefined;
  const own = by.work === undefined ? { record_id: by.recordId } : { work_key: by.work };
  return {
    ...request(
      {
        bool: {
          filter: [among('visible_to', tokens)],
          must: [anyOf(shared)],
          must_not: [{ term: own }],
          should: [
            worth(0.8, among('language', by.languages)),
            worth(0.4, { term: { format: by.format } }),
            { rank_feature: { field: 'popularity', boost: 0.2 } },
          ],
        },
      },
      [{ _score: 'desc' }, { record_id: 'asc' }],
      MOST_RELATED,
    ),
    collapse: { field: 'work_key' },
  };
};

/** A place on the shelves of some libraries: the sort value of a record's call number and its id. */
export type ShelfPlace = readonly [string | number, string];

/** The shelves of these members (of all when none is named) as a viewer with these tokens sees them. */
export type Shelves = { members: readonly string[]; tokens: readonly string[] };

const seenOn = ({ members, tokens }: Shelves): Clause[] => [
  among('visible_to', tokens),
  ...(members.length > 0 ? [heldBy(members, tokens)] : []),
];

const shelfOrder = ({ members }: Shelves): Clause =>
  byCallNumber({ facets: { format: [], language: [], member: [] }, within: members });

/** Returns the query of a record's own place on the shelves. */
export const placeOf = (recordId: string, shelves: Shelves): EngineQuery =>
  request(
    { bool: { filter: [...seenOn(shelves), { term: { record_id: recordId } }] } },
    [shelfOrder(shelves), { record_id: 'asc' }],
    1,
  );

const descending = (clause: Clause): Clause =>
  Object.fromEntries(Object.entries(clause).map(([field, how]) => [field, { ...(how as Clause), order: 'desc' }]));

/** Returns the query of the titles beside a place on the shelves, the nearest first. */
export const beside = (place: ShelfPlace, direction: 'before' | 'after', shelves: Shelves): EngineQuery => {
  const order = shelfOrder(shelves);
  const sort = direction === 'after' ? [order, { record_id: 'asc' }] : [descending(order), { record_id: 'desc' }];
  return { ...request({ bool: { filter: seenOn(shelves) } }, sort, BESIDE), search_after: [...place] };
};
