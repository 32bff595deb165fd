import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedBy } from '../../../layers/platform/runtime/meter.ts';
import type { NoticesDeps } from '../deps.ts';
import { sendDigest } from './send-digest.ts';

/** Sends the digests that are due by `now` (epoch ms), and returns how many failed. */
export const sendDigests = async (deps: NoticesDeps, now: number): Promise<{ failed: number }> => {
  let failed = 0;
  for (const row of await deps.digests.due(now)) {
    // A digest that fails must not stop the others: it is retried with the next hour's.
    try {
      await causedBy({ cause: row.cause }, () => sendDigest(deps, row.patronId, now));
      await deps.digests.finish(row);
    } catch (error) {
      failed += 1;
      const last = !(await deps.digests.retry(row, now));
      logError('send a digest', error, { last });
    }
  }
  await deps.digests.markDone(now);
  return { failed };
};
