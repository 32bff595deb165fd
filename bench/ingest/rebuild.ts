import { handler } from '../../functions/catalogue/consumers/rebuild-index/handler.ts';
import { systemRuntime } from '../../layers/platform/runtime/runtime.ts';
import { listening } from '../units.ts';

/** How long writers are waited for: there are none beside it. */
const SETTLE_MS = 100;

/**
 * Builds the index anew from the table, call by call, with the code of the handler rebuild-index; where both are stands in the
 * environment. Gives the documents that it wrote, and how many that was a second.
 */
export const timeRebuild = (): Promise<{ rebuilt: number; rebuiltPerSecond: number }> =>
  listening(async () => {
    // Only records too large for the table lie there.
    process.env.BUCKET_NAME ??= 'bench';
    const work = handler.using(systemRuntime());
    const about = { awsRequestId: 'bench' };
    const began = performance.now();
    let answer = await work({ settleMs: SETTLE_MS }, about);
    while (answer.go) answer = await work({ ...answer, settleMs: SETTLE_MS }, about);
    const seconds = (performance.now() - began) / 1000;
    return { rebuilt: answer.written, rebuiltPerSecond: Math.round(answer.written / seconds) };
  });
