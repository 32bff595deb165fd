import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import { letterFile } from '../data/letter-store.ts';
import type { PrintingDeps } from '../deps.ts';
import { lettersPdf } from './documents/letter-pdf.ts';
import { letterBatchView } from './letter-batch-view.ts';

/** How long the download address is valid, in seconds. */
const DOWNLOAD_SECONDS = 600;

/** Writes the PDF of a batch of letters and gives an address to download it. */
export const printLetters = async (
  { letters, bucket }: PrintingDeps,
  { memberId, batchId }: { memberId: string; batchId: string },
  now: number,
) => {
  const batch = await letters.batch(memberId, batchId);
  if (!batch) return refuse('batch-unknown', 'There is no such batch.', '/path/batchId');
  const all = await letters.lettersOf(batchId);
  if (all.length === 0) return refuse('letters-gone', 'Its letters are erased or too old.');
  const file = letterFile(memberId, batchId);
  // Always generated again from the existing letters: the same bytes, unless one was erased.
  await bucket.put(file, await lettersPdf(all, batch.paper, batch.madeAt));
  if (!(await letters.printed(batch, iso(now)))) return refuse('changed-meanwhile', 'Ask again.');
  const printed = { ...batch, printedAt: batch.printedAt ?? iso(now), prints: batch.prints + 1 };
  const url = await bucket.downloadUrl(file, 'application/pdf', DOWNLOAD_SECONDS);
  return answer({ batch: letterBatchView(printed), url, expiresAt: iso(now + DOWNLOAD_SECONDS * 1000) });
};
