import * as z from 'zod';
import { oneLine } from '../../../../layers/kernel/text/typed-text.ts';

/** The most searches of a patron. */
export const MOST_SEARCHES = 20;

/** How often the patron is informed of new titles: `off` while the alert is paused. */
export const alerts = ['off', 'daily', 'weekly'] as const;
export type Alert = (typeof alerts)[number];
const DAYS_BETWEEN = { daily: 1, weekly: 7 } as const;

const DAY_MS = 86_400_000;
/** Returns the day (UTC, `YYYY-MM-DD`) some days after a day. `addDays` of the kernel would load Luxon into every search. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The id of a saved search; it is a path element in the stored map of searches. */
export const savedSearchIdSchema = z.string().regex(/^svs_[0-9a-hjkmnp-tv-z]{26}$/);
/** The name that a patron gives a search. */
export const searchNameSchema = oneLine(100);

/**
 * A search of a patron. `query`: its text and filters as in an address (`readQuery`). `lookedOn`: the first day (UTC) whose arrivals the
 * patron was not informed of.
 */
export type SavedSearch = {
  searchId: string;
  name: string;
  query: string;
  alert: Alert;
  createdAt: string;
  lookedOn: string;
};

/** The reason why a search is not saved or changed. */
export type SearchRefusal = 'too-many-searches' | 'search-saved' | 'unknown-search';

/** Returns a patron's searches with a new one; or why that is refused. */
export const withSearch = (
  searches: readonly SavedSearch[],
  search: SavedSearch,
): readonly SavedSearch[] | SearchRefusal => {
  if (searches.some(({ query }) => query === search.query)) return 'search-saved';
  return searches.length >= MOST_SEARCHES ? 'too-many-searches' : [...searches, search];
};

/** Returns a patron's searches with one changed. An alert that begins again announces what arrives from `today` on. */
export const withChange = (
  searches: readonly SavedSearch[],
  { searchId, today, ...change }: Pick<SavedSearch, 'searchId' | 'name' | 'alert'> & { today: string },
): readonly SavedSearch[] | SearchRefusal => {
  if (!searches.some((one) => one.searchId === searchId)) return 'unknown-search';
  return searches.map((one) =>
    one.searchId === searchId
      ? { ...one, ...change, ...(one.alert === 'off' && change.alert !== 'off' && { lookedOn: today }) }
      : one,
  );
};

/** Returns the day on which the arrivals for a search are looked up next; undefined while its alert is paused. */
const dueOn = ({ alert, lookedOn }: SavedSearch): string | undefined =>
  alert === 'off' ? undefined : daysAfter(lookedOn, DAYS_BETWEEN[alert]);

/** Returns the first day on which the arrivals for any of these searches are looked up; undefined without alerts. */
export const firstDue = (searches: readonly SavedSearch[]): string | undefined =>
  searches.flatMap((search) => dueOn(search) ?? []).toSorted()[0];

/** Returns the searches whose arrivals are to be looked up on a day: those of `lookedOn` until the day before. */
export const dueSearches = (searches: readonly SavedSearch[], today: string): SavedSearch[] =>
  searches.filter((search) => {
    const due = dueOn(search);
    return due !== undefined && due <= today;
  });

/** Returns a patron's searches after a look at the due ones on a day: a weekly alert is due a week later. */
export const afterLook = (searches: readonly SavedSearch[], today: string): SavedSearch[] => {
  const looked = new Set(dueSearches(searches, today).map(({ searchId }) => searchId));
  return searches.map((search) => (looked.has(search.searchId) ? { ...search, lookedOn: today } : search));
};
