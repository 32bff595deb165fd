import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { batchRunDeps } from '../../deps.ts';
import { batchView } from '../../use-cases/item-batch-views.ts';
import { processItemBatch } from '../../use-cases/process-item-batch.ts';
import { contract } from './contract.ts';

/** Items, or records, changed during the request; the background job continues from there. A record is matched anew. */
const AT_ONCE = { items: 200, records: 40 };
/** The time during which no other run may continue the batch. */
const OURS_MS = 60_000;

const ways = {
  onwards: { from: 'previewed', to: 'running', through: ['running', 'done'], refusal: 'not-previewed' },
  back: { from: 'done', to: 'undoing', through: ['undoing', 'undone'], refusal: 'not-done' },
} as const;

export const handler = handle(
  contract,
  batchRunDeps,
  async ({ actor, path: { memberId, batchId }, body, now }, { batches, ...deps }) => {
    const found = await batches.get(memberId, batchId);
    if (!found) return refuse('unknown-batch', `${memberId} has no batch ${batchId}.`, '/path/batchId');
    const { from, to, through, refusal } = ways[body.way];
    await batches.start(found, { from, to, lookAt: iso(now + OURS_MS), by: actorName(actor) });
    const batch = (await batches.get(memberId, batchId)) ?? found;
    // A repeated request runs it once.
    if (!through.some((state) => state === batch.state)) return refuse(refusal, `The batch is ${batch.state}.`);
    return answer(batchView(await processItemBatch(deps, batch, batch.steps ? AT_ONCE.records : AT_ONCE.items)));
  },
);
