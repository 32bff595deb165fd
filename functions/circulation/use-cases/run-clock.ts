import { chunks } from '../../../layers/kernel/collections/chunks.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Queue } from '../../../layers/platform/queues/queue.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedByAll } from '../../../layers/platform/runtime/meter.ts';
import { WATCH_SHARDS, type Watch, watchStore } from '../data/watch-store.ts';
import { watchLooker } from './look-at-watches.ts';

/** Of each shard in one run, well within its time; the next run goes on where this one stopped. */
const MOST = 1000;
/** As many are looked at side by side in a shard, and as many messages a batch of the queue takes. */
const AT_ONCE = 10;

/** What a run did. `failed` are found again by the next. */
export type ClockRun = { looked: number; notified: number; aged: number; failed: number };

/**
 * Looks at all loans and cards whose moment has come by now (epoch ms). Where nothing is due it costs a query a shard. First
 * what is told, then the next watch, then the old one is forgotten: a run that dies in between does it again, to the same
 * effect, and two at once do no more than one.
 */
export const runClock = async (table: Table, notices: Queue, ids: Ids, now: number): Promise<ClockRun> => {
  const [watches, look] = [watchStore(table), watchLooker(table, ids, now)];
  const run: ClockRun = { looked: 0, notified: 0, aged: 0, failed: 0 };

  const some = async (batch: readonly Watch[]): Promise<void> => {
    const done = await Promise.allSettled(batch.map(look));
    const through = done.flatMap((result, place) => {
      const watch = batch[place];
      if (result.status === 'fulfilled' && watch) return [{ watch, ...result.value }];
      if (result.status === 'rejected') logError('look at what is due', result.reason, { kind: watch?.kind });
      return [];
    });
    const tell = through.flatMap((one) => one.tell);
    const causes = through.map(({ watch }) => watch.cause);
    await causedByAll(causes, async () => {
      await notices.send(tell);
      await watches.note(through.flatMap(({ next }) => next ?? []));
      await Promise.all(through.map(({ watch }) => watches.forget(watch)));
    });
    run.looked += through.length;
    run.failed += batch.length - through.length;
    run.notified += tell.length;
    run.aged += through.filter(({ aged }) => aged).length;
  };

  await Promise.all(
    Array.from({ length: WATCH_SHARDS }, async (_, shard) => {
      const due = await watches.due(shard, iso(now), MOST);
      for (const batch of chunks(due, AT_ONCE)) await some(batch);
    }),
  );
  return run;
};
