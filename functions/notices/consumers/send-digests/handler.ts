import { work } from '../../../../layers/platform/http/work.ts';
import { logError } from '../../../../layers/platform/runtime/log.ts';
import { causedBy } from '../../../../layers/platform/runtime/meter.ts';
import { noticesDeps } from '../../deps.ts';
import { sendDigest } from '../../use-cases/send-digest.ts';
import { contract } from './contract.ts';

export const handler = work(contract, noticesDeps, async (_event: unknown, deps, { now }) => {
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
});
