import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { openBucket } from '../../../../layers/platform/objects/object-store.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { letterFile, letterStore } from '../../data/letter-store.ts';
import { batchView } from '../../use-cases/batch-view.ts';
import { lettersPdf } from '../../use-cases/documents/letter-pdf.ts';
import { contract } from './contract.ts';

/** How long the address gives the file, in seconds. */
const OPEN_SECONDS = 600;

export const handler = handle(
  contract,
  (runtime) => ({ letters: letterStore(openTable(runtime)), bucket: openBucket(runtime) }),
  async ({ path: { memberId, batchId }, now }, { letters, bucket }) => {
    const batch = await letters.batch(memberId, batchId);
    if (!batch) return refuse('batch-unknown', 'There is no such batch.', '/path/batchId');
    const all = await letters.lettersOf(batchId);
    if (all.length === 0) return refuse('letters-gone', 'Its letters are erased or too old.');
    const file = letterFile(memberId, batchId);
    // Always written anew from the letters that there are: the same bytes, unless one was erased.
    await bucket.put(file, await lettersPdf(all, batch.paper, batch.madeAt));
    if (!(await letters.printed(batch, iso(now)))) return refuse('changed-meanwhile', 'Ask again.');
    const printed = { ...batch, printedAt: batch.printedAt ?? iso(now), prints: batch.prints + 1 };
    const url = await bucket.downloadUrl(file, 'application/pdf', OPEN_SECONDS);
    return answer({ batch: batchView(printed), url, expiresAt: iso(now + OPEN_SECONDS * 1000) });
  },
);
