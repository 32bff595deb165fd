import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { batchesToStart } from '../../../catalogue/public/batches-to-start.ts';
import { fastAddedOf } from '../../../catalogue/public/fast-added.ts';
import { recordPairsOf } from '../../../catalogue/public/record-pairs.ts';
import { refusedLoads } from '../../../catalogue/public/refused-loads.ts';
import type { TodayDeps } from '../../deps.ts';
import { counted, type Reading } from './counted.ts';

/** How many entries of each list are counted: the brief records are the smallest rows but those of the batches, the loads the largest. */
const COUNTED = { fastAdded: 12, pairs: 12, batches: 20, loads: 5 };

const DAY_MS = 24 * 60 * 60_000;
/** A preview that nobody started, or a load that nobody corrected, for so long is no work of today. */
const WORK_DAYS = 14;

/**
 * Reads what waits for the cataloguers of a member: the brief records of desks, the pairs of records to compare, and the batches that are
 * previewed and not started. `now` in epoch ms.
 */
export const catalogueLists = async ({ table }: TodayDeps, memberId: string, { now, reach }: Reading) => {
  const after = iso(now - WORK_DAYS * DAY_MS);
  const [brief, pairs, batches] = await Promise.all([
    fastAddedOf(table, memberId, { limit: reach(COUNTED.fastAdded) }),
    recordPairsOf(table, memberId, { limit: reach(COUNTED.pairs) }),
    batchesToStart(table, memberId, { after, limit: reach(COUNTED.batches) }),
  ]);
  if (brief === 'bad-cursor' || pairs === 'bad-cursor') return undefined;
  return {
    fastAdded: counted(brief, ({ sourceId: id, title, at: since }) => ({ id, title, since })),
    recordPairs: counted(pairs, ({ one: id, two: otherId, score }) => ({ id, otherId, score })),
    batches: counted(batches, ({ batchId: id, of: kind, since }) => ({ id, kind, since })),
  };
};

/** Reads the loads of a member that refused rows or stopped. `now` in epoch ms. */
export const loadsToCorrect = async ({ table }: TodayDeps, memberId: string, { now, reach }: Reading) => {
  const page = await refusedLoads(table, memberId, {
    after: iso(now - WORK_DAYS * DAY_MS),
    limit: reach(COUNTED.loads),
  });
  return counted(page, ({ importId: id, fileName: title, refused, since }) => ({ id, title, refused, since }));
};
