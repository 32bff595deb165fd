import * as z from 'zod';
import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import { RUN_TIME_MS } from '../../../layers/platform/dynamodb/scan-job.ts';
import { type ScanPage, type ScanPosition, scanPositionSchema } from '../../../layers/platform/dynamodb/scan-table.ts';
import type { Clock } from '../../../layers/platform/runtime/clock.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { readItem } from '../../items/public/read-item.ts';
import type { PatronStatus } from '../../patrons/public/patron-status.ts';
import { readPatronStatus } from '../../patrons/public/read-patron-status.ts';
import type { CheckScheduler } from './schedule-checks.ts';

const AT_ONCE = 25;

/** The input of one call of a rebuild: empty, or the output of the previous call. */
export const scheduledChecksCallSchema = z.object({
  next: scanPositionSchema.exactOptional(),
  /** Totals of the previous calls. */
  items: z.number().default(0),
  cards: z.number().default(0),
  failed: z.number().default(0),
  /** How long one call works, in milliseconds; shorter only in tests. */
  enoughMs: z.number().default(RUN_TIME_MS),
});
type RebuildCall = z.output<typeof scheduledChecksCallSchema>;

/** The dependencies of a rebuild; `walk` reads the items and patrons of the whole table. */
type Rebuilding = {
  times: CheckScheduler;
  walk: (from: ScanPosition | undefined) => AsyncIterable<ScanPage>;
  clock: Clock;
};

/** Reads a row; logs one that cannot be read and returns undefined. */
const readRow = (row: Record<string, unknown>): { item: ItemCirculation } | { card: PatronStatus } | undefined => {
  try {
    return row.entity === 'item' ? { item: readItem(row) } : { card: readPatronStatus(row) };
  } catch (error) {
    logError('schedule checks', error);
    return undefined;
  }
};

/**
 * Does one call of a rebuild: schedules the checks of every loan, card and copy on a hold shelf again, in the order of the scan. Repeating
 * it changes nothing. A row that cannot be read is logged and counted; any other failure is thrown, so that the call is tried again from its
 * start and no row is missing. `go` in its output means that there is more to do: the output is the input of the next call.
 */
export const rebuildScheduledChecks = async (
  { times, walk, clock }: Rebuilding,
  { next: from, enoughMs, ...before }: RebuildCall,
): Promise<Omit<RebuildCall, 'enoughMs'> & { go: boolean }> => {
  const now = clock.now();
  const done = { ...before };
  const schedule = async (row: Record<string, unknown>): Promise<void> => {
    const read = readRow(row);
    if (read === undefined) done.failed += 1;
    else if ('item' in read) {
      await times.change({ after: read.item, at: now });
      await times.shelf({ item: read.item, at: now });
      done.items += 1;
    } else {
      await times.card(read.card, now);
      done.cards += 1;
    }
  };
  for await (const { rows, next } of walk(from)) {
    for (const some of chunks(rows, AT_ONCE)) await Promise.all(some.map(schedule));
    if (next && clock.now() - now >= enoughMs) return { ...done, go: true, next };
  }
  return { ...done, go: false };
};
