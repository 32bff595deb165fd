import { logError } from '../../../layers/platform/runtime/log.ts';
import { readItem } from '../../items/public/item-store.ts';
import { readPatronStatus } from '../../patrons/public/patron-schemas.ts';
import type { CheckScheduler } from './schedule-checks.ts';

const AT_ONCE = 25;

type Rows = AsyncIterable<Record<string, unknown>[]>;

/** Processes rows in batches; an invalid row does not stop the others. Returns the number of rows processed. */
const each = async (pages: Rows, note: (row: Record<string, unknown>) => Promise<void>): Promise<number> => {
  let noted = 0;
  for await (const rows of pages) {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const done = await Promise.allSettled(rows.slice(from, from + AT_ONCE).map(note));
      for (const one of done) {
        if (one.status === 'rejected') logError('schedule checks', one.reason);
        else noted += 1;
      }
    }
  }
  return noted;
};

/** Schedules the checks of every loan and card of the table again. Returns the number of rows of each. `now` in epoch ms. */
export const rebuildScheduledChecks = async (
  { times, rows }: { times: CheckScheduler; rows: (entity: 'item' | 'patronStatus') => Rows },
  now: number,
): Promise<{ items: number; cards: number }> => ({
  items: await each(rows('item'), async (row) => times.change({ after: readItem(row), at: now })),
  cards: await each(rows('patronStatus'), async (row) => times.card(readPatronStatus(row), now)),
});
