import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemBatchStore } from '../data/item-batch-store.ts';
import type { BatchWork } from './batch-work.ts';
import { batchView } from './item-batch-views.ts';
import { processItemBatch } from './process-item-batch.ts';

/** Items, or records, changed during the request; the background job continues from there. A record is matched again. */
const AT_ONCE = { items: 200, records: 40 };
/** The time during which no other run may continue the batch. */
const OURS_MS = 60_000;

const ways = {
  onwards: { from: 'previewed', to: 'running', through: ['running', 'done'], refusal: 'not-previewed' },
  back: { from: 'done', to: 'undoing', through: ['undoing', 'undone'], refusal: 'not-done' },
} as const;

type Input = { memberId: string; batchId: string; way: keyof typeof ways; by: string; now: number };

/** Starts a member's batch, or its reversal, and processes its first lines. */
export const runItemBatch = async (
  { batches, ...work }: BatchWork & { batches: ItemBatchStore },
  { memberId, batchId, way, by, now }: Input,
) => {
  const found = await batches.get(memberId, batchId);
  if (!found) return refuse('unknown-batch', `${memberId} has no batch ${batchId}.`, '/path/batchId');
  const { from, to, through, refusal } = ways[way];
  await batches.start(found, { from, to, lookAt: iso(now + OURS_MS), by });
  const batch = (await batches.get(memberId, batchId)) ?? found;
  // A repeated request runs it once.
  if (!through.some((state) => state === batch.state)) return refuse(refusal, `The batch is ${batch.state}.`);
  return answer(batchView(await processItemBatch(work, batch, batch.steps ? AT_ONCE.records : AT_ONCE.items)));
};
