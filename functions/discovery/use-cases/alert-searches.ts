import { iso } from '../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedBy } from '../../../layers/platform/runtime/meter.ts';
import { ALERT_SHARDS } from '../data/saved-search-store.ts';
import type { AlertDeps } from '../deps.ts';
import { reportOf, type SearchArrivals } from '../domain/searches/arrival-report.ts';
import { afterLook, daysAfter, dueSearches, type SavedSearch } from '../domain/searches/saved-searches.ts';
import { readQuery } from '../schemas/saved-searches.ts';
import { searchParametersOf } from './search-catalogue.ts';

/** The most patrons of a shard in one run; the next run continues. */
const MOST_IN_RUN = 500;
/** The hour of the day (UTC) from which the arrivals of the day before are looked up: the index has them by then. */
const FIRST_HOUR = 6;

type Found = Omit<SearchArrivals, 'searchId'>;
type Look = { member: string; today: string };

/** Returns a function that looks a search up once for all patrons of a library who saved it. */
const oncePerSearch = ({ arrivals }: Pick<AlertDeps, 'arrivals'>) => {
  const known = new Map<string, Promise<Found>>();
  return ({ query, lookedOn: from }: SavedSearch, { member, today }: Look): Promise<Found> => {
    const sought = readQuery(query);
    if (sought === undefined) return Promise.resolve({ count: 0, recordIds: [] });
    const name = JSON.stringify([query, member, from]);
    const found =
      known.get(name) ?? arrivals(searchParametersOf(sought), { kind: 'patron', member }, { from, until: today });
    known.set(name, found);
    return found;
  };
};

/**
 * Looks up what arrived for the due searches of patrons before the day of `now` (epoch ms), and writes it with the look: the relay makes
 * one notice of it. A look is written only if the searches are as read, so that a repeated one finds nothing due. Returns how many
 * patrons were looked at, and how many looks failed: those are due again in the next run.
 */
export const alertSearches = async (deps: AlertDeps, now: number): Promise<{ looked: number; failed: number }> => {
  const at = iso(now);
  const done = { looked: 0, failed: 0 };
  const today = new Date(now).getUTCHours() < FIRST_HOUR ? daysAfter(at.slice(0, 10), -1) : at.slice(0, 10);
  const lookUp = oncePerSearch(deps);
  const lookAt = async (patronId: string): Promise<void> => {
    const member = await deps.memberOf(patronId);
    if (member === undefined) return;
    const { searches, v } = await deps.searches.read(patronId);
    const due = dueSearches(searches, today);
    if (due.length === 0) return;
    await causedBy({ cause: member }, async () => {
      const found: SearchArrivals[] = [];
      for (const search of due) found.push({ searchId: search.searchId, ...(await lookUp(search, { member, today })) });
      const report = reportOf(found, today, at);
      await deps.searches.look(patronId, { searches: afterLook(searches, today), v }, { report, member });
    });
  };
  for (let shard = 0; shard < ALERT_SHARDS; shard += 1)
    for (const patronId of await deps.searches.due(shard, today, MOST_IN_RUN)) {
      // A search that the engine refuses must not stop the alerts of others.
      try {
        await lookAt(patronId);
        done.looked += 1;
      } catch (error) {
        done.failed += 1;
        logError('look for new titles', error);
      }
    }
  return done;
};
