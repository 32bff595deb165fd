import type { Clause } from '../../../catalogue/public/clauses.ts';
import { END } from '../../../catalogue/public/heading-end.ts';
import { BETWEEN_KEYS } from '../../../catalogue/public/shelf-between-keys.ts';
import { shelfFieldNames } from '../../../catalogue/public/shelf-field-names.ts';
import { LAST } from '../../../catalogue/public/shelf-last.ts';
import { type SearchParameters, shelvesOf } from './search-parameters.ts';

const { first, all } = shelfFieldNames;

// Keys are sorted: the first one of a requested library counts. With one keyword value per key the engine would look up each value of each
// hit in its dictionary, which takes ten times as long.
const FIRST_OF_THEIRS = `
  if (!doc.containsKey('${all}') || doc['${all}'].size() == 0) { return params.last; }
  String all = doc['${all}'].get(0).utf8ToString();
  int from = 0;
  while (from < all.length()) {
    int to = all.indexOf(params.next, from);
    if (to < 0) { to = all.length(); }
    if (params.members.containsKey(all.substring(all.lastIndexOf(params.end, to) + 1, to))) { return all.substring(from, to); }
    from = to + 1;
  }
  return params.last;`;

/**
 * Returns the sort clause of a search by call number: a record is sorted by the first call number of the members whose shelves the search
 * is about, and after all others when they have none. In an index made before the field existed no record has one.
 */
export const byCallNumber = (parameters: Pick<SearchParameters, 'facets' | 'within'>): Clause => {
  const members = shelvesOf(parameters);
  // The engine sorts by the first key of all members itself; for some members a script reads it from each hit.
  if (members.length === 0) return { [first]: { order: 'asc', missing: LAST, unmapped_type: 'keyword' } };
  const params = {
    members: Object.fromEntries(members.map((member) => [member, true])),
    last: LAST,
    end: END,
    next: BETWEEN_KEYS,
  };
  return { _script: { type: 'string', order: 'asc', script: { lang: 'painless', source: FIRST_OF_THEIRS, params } } };
};
