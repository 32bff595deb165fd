import { shelfOrders } from '../../../layers/protocols/call-numbers/shelf-order.ts';
import { END, readHeading, shelfHeadings, writeHeading } from '../../catalogue/public/heading.ts';
import type { IndexDocument } from '../../catalogue/public/index-document.ts';
import type { Clause } from './engine-query.ts';
import { type SearchWish, shelvesOf } from './search-wish.ts';

/** The engine has no "last" for an absent keyword in a cursor: this sorts behind every letter. */
export const LAST = '\uffff';
const FIRST = 'shelf_first';
const PLACES = 'shelf_places';
// No key and no number as shown has a line's end in it.
const NEXT = '\n';

/** A call number by which a record stands among hits, and whose it is. */
export type ShelvedAs = { memberId: string; callNumber: string };

/**
 * The call numbers by which a record is sorted: of each member that has it on a shelf the first one, as one value that sorts by
 * scheme (Library of Congress, Dewey, UDC, others) and within it as the shelf stands.
 */
export const shelfKeys = (document: Pick<IndexDocument, 'shelf'>): string[] => {
  const firstOf = new Map<string, string>();
  for (const { order, value: heading } of shelfHeadings(document)) {
    const value = writeHeading({ ...heading, key: `${shelfOrders.indexOf(order)}${heading.key}` });
    const known = firstOf.get(heading.member);
    if (known === undefined || value < known) firstOf.set(heading.member, value);
  }
  return [...firstOf.values()].sort();
};

/** The same as the index has it: the first of all, by which the engine sorts, and all in one, in which some libraries' are looked up. */
export const shelfFields = (document: Pick<IndexDocument, 'shelf'>): Record<string, unknown> => {
  const keys = shelfKeys(document);
  return keys.length === 0 ? {} : { [FIRST]: keys[0], [PLACES]: Buffer.from(keys.join(NEXT)).toString('base64') };
};

// Values stand in their order: the first one of a library asked for is the one that counts. Of a keyword the engine would look up
// each value of each hit in its dictionary, which takes ten times as long.
const FIRST_OF_THEIRS = `
  if (!doc.containsKey('${PLACES}') || doc['${PLACES}'].size() == 0) { return params.last; }
  String all = doc['${PLACES}'].get(0).utf8ToString();
  int from = 0;
  while (from < all.length()) {
    int to = all.indexOf(params.next, from);
    if (to < 0) { to = all.length(); }
    if (params.members.containsKey(all.substring(all.lastIndexOf(params.end, to) + 1, to))) { return all.substring(from, to); }
    from = to + 1;
  }
  return params.last;`;

/**
 * The order of a search by call number: a record stands by the first call number of those whose shelves are asked for, behind all
 * others when these have none. An index that was made before it had the field has no record with one.
 */
export const byCallNumber = (wish: Pick<SearchWish, 'facets' | 'within'>): Clause => {
  const members = shelvesOf(wish);
  // Of everybody's the engine knows the first by itself; of some it is looked up, hit by hit.
  if (members.length === 0) return { [FIRST]: { order: 'asc', missing: LAST, unmapped_type: 'keyword' } };
  const params = {
    members: Object.fromEntries(members.map((member) => [member, true])),
    last: LAST,
    end: END,
    next: NEXT,
  };
  return { _script: { type: 'string', order: 'asc', script: { lang: 'painless', source: FIRST_OF_THEIRS, params } } };
};

/** By which call number a hit stands where it does, out of its sort value; undefined behind those that have one. */
export const shelvedAs = (sortValue: string | number): ShelvedAs | undefined => {
  const { shown, member } = readHeading(String(sortValue));
  return member === undefined ? undefined : { memberId: member, callNumber: shown };
};
