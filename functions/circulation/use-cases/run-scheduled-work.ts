import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Queue } from '../../../layers/platform/queues/queue.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedByAll } from '../../../layers/platform/runtime/meter.ts';
import { CHECK_SHARDS, type ScheduledCheck, scheduledCheckStore } from '../data/scheduled-check-store.ts';
import { scheduledCheckProcessor } from './process-scheduled-check.ts';

/** The most checks of each shard in one run, well within its time limit; the next run continues. */
const MOST = 1000;
/** How many checks run concurrently in a shard: as many as a queue batch takes messages. */
const AT_ONCE = 10;

/** The counts of a run. The next run retries those that `failed`. */
export type ScheduledRun = { looked: number; notified: number; aged: number; failed: number };

/**
 * Runs all checks of loans, cards and hold shelves that are due by now (epoch ms). A run without due checks costs one query per shard.
 * It sends the notices, then adds the next checks, then deletes the old ones: a run that crashes in between is repeated with
 * the same effect, and two runs at once have the effect of one.
 */
export const runScheduledWork = async (table: Table, notices: Queue, ids: Ids, now: number): Promise<ScheduledRun> => {
  const [checks, look] = [scheduledCheckStore(table), scheduledCheckProcessor(table, ids, now)];
  const run: ScheduledRun = { looked: 0, notified: 0, aged: 0, failed: 0 };

  const some = async (batch: readonly ScheduledCheck[]): Promise<void> => {
    const done = await Promise.allSettled(batch.map(look));
    const through = done.flatMap((result, place) => {
      const check = batch[place];
      if (result.status === 'fulfilled' && check) return [{ check, ...result.value }];
      if (result.status === 'rejected') logError('look at what is due', result.reason, { kind: check?.kind });
      return [];
    });
    const tell = through.flatMap((one) => one.tell);
    const causes = through.map(({ check }) => check.cause);
    await causedByAll(causes, async () => {
      await notices.send(tell);
      await checks.note(through.flatMap(({ next }) => next ?? []));
      await Promise.all(through.map(({ check }) => checks.forget(check)));
    });
    run.looked += through.length;
    run.failed += batch.length - through.length;
    run.notified += tell.length;
    run.aged += through.filter(({ aged }) => aged).length;
  };

  await Promise.all(
    Array.from({ length: CHECK_SHARDS }, async (_, shard) => {
      const due = await checks.due(shard, iso(now), MOST);
      for (const batch of chunks(due, AT_ONCE)) await some(batch);
    }),
  );
  return run;
};
