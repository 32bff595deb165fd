import { scanTable } from '../../../../layers/platform/dynamodb/scan-table.ts';
import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { work } from '../../../../layers/platform/http/work.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { readItem } from '../../../items/public/item-store.ts';
import { readPatronStatus } from '../../../patrons/public/patron-schemas.ts';
import { timeNotes } from '../../use-cases/note-times.ts';
import { contract } from './contract.ts';

const AT_ONCE = 25;

/** Notes rows some at a time; one that cannot be read holds up no other. Gives how many were noted. */
const each = async (
  pages: AsyncIterable<Record<string, unknown>[]>,
  note: (row: Record<string, unknown>) => Promise<void>,
): Promise<number> => {
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

export const handler = work(
  contract,
  (runtime) => ({ times: timeNotes(openTable(runtime)) }),
  async (_event: unknown, { times, ...runtime }, { now }) => ({
    items: await each(scanTable(runtime, 'item'), (row) => times.change({ after: readItem(row), at: now })),
    cards: await each(scanTable(runtime, 'patronStatus'), (row) => times.card(readPatronStatus(row), now)),
  }),
);
