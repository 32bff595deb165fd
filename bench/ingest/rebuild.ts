import { handler } from '../../functions/catalogue/consumers/rebuild-index/handler.ts';
import { systemRuntime } from '../../layers/platform/runtime/runtime.ts';
import { listening } from '../units.ts';

/** The wait for writers: there are none here. */
const SETTLE_MS = 100;

/**
 * Rebuilds the index from the table, call by call, with the code of the handler rebuild-index; the environment contains both
 * addresses. Returns the number of documents written, and the rate a second.
 */
export const timeRebuild = (): Promise<{ rebuilt: number; rebuiltPerSecond: number }> =>
  listening(async () => {
    // It stores only records too large for the table.
    process.env.BUCKET_NAME ??= 'bench';
    const work = handler.using(systemRuntime());
    const about = { awsRequestId: 'bench' };
    const began = performance.now();
    let answer = await work({ settleMs: SETTLE_MS }, about);
    while (answer.go) answer = await work({ ...answer, settleMs: SETTLE_MS }, about);
    const seconds = (performance.now() - began) / 1000;
    return { rebuilt: answer.written, rebuiltPerSecond: Math.round(answer.written / seconds) };
  });
