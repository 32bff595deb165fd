import { logError } from '../../../layers/platform/runtime/log.ts';
import { readItem } from '../../items/public/item-store.ts';
import { readPatronStatus } from '../../patrons/public/patron-schemas.ts';
import type { TimeNotes } from './note-times.ts';

const AT_ONCE = 25;

type Rows = AsyncIterable<Record<string, unknown>[]>;

/** Notes rows some at a time; one that cannot be read holds up no other. Gives how many were noted. */
const each = async (pages: Rows, note: (row: Record<string, unknown>) => Promise<void>): Promise<number> => {
  let noted = 0;
  for await (const rows of pages) {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const done = await Promise.allSettled(rows.slice(from, from + AT_ONCE).map(note));
      for (const one of done) {
        if (one.status === 'rejected') logError('note what time will do', one.reason);
        else noted += 1;
      }
    }
  }
  return noted;
};

/** Notes anew what time will do to every loan and card of the table. Gives how many rows of each were noted. `now` in epoch ms. */
export const rebuildWatches = async (
  { times, rows }: { times: TimeNotes; rows: (entity: 'item' | 'patronStatus') => Rows },
  now: number,
): Promise<{ items: number; cards: number }> => ({
  items: await each(rows('item'), async (row) => times.change({ after: readItem(row), at: now })),
  cards: await each(rows('patronStatus'), async (row) => times.card(readPatronStatus(row), now)),
});
