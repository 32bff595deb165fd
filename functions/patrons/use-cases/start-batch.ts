import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { batchView } from './batch-views.ts';
import type { BatchDeps } from './preview-batch.ts';
import { runBatch } from './run-batch.ts';

/** Patrons changed during the request; the background job continues from there. */
const AT_ONCE = 100;
/** A preview that is older is not run: patrons have changed since, and staff saw others. */
const PREVIEW_MS = 7 * 24 * 60 * 60 * 1000;
/** The time during which no other run may continue the batch. */
const OURS_MS = 60_000;

const ways = {
  onwards: {
    from: 'previewed',
    to: 'running',
    through: ['running', 'done'],
    refusal: 'batch-not-previewed',
    did: 'run-batch',
  },
  back: { from: 'done', to: 'undoing', through: ['undoing', 'undone'], refusal: 'batch-not-done', did: 'undo-batch' },
} as const;

type Start = { memberId: string; batchId: string; way: keyof typeof ways; by: string; now: number };

/** Starts a change of many patrons, or puts it back. A repeated request runs it once. */
export const startBatch = async (deps: BatchDeps & { ids: Ids }, { memberId, batchId, way, by, now }: Start) => {
  const { batches, ids } = deps;
  const found = await batches.get(memberId, batchId);
  if (!found) return refuse('patron-batch-unknown', `${memberId} has no batch ${batchId}.`, '/path/batchId');
  const { from, to, through, refusal, did } = ways[way];
  const { change, reason, counts } = found;
  const audit = {
    ...{ subject: `patron-batch:${batchId}`, at: iso(now), auditId: ids.next('audit', now), by, did },
    detail: { memberId, change, reason, counts },
  };
  if (found.state === 'previewed' && way === 'onwards' && now - Date.parse(found.at) > PREVIEW_MS) {
    return refuse('preview-too-old', 'Its preview is older than a week: preview it again.');
  }
  await batches.start(found, { from, to, at: iso(now), lookAt: iso(now + OURS_MS), by }, audit);
  const batch = (await batches.get(memberId, batchId)) ?? found;
  if (!through.some((state) => state === batch.state)) return refuse(refusal, `The batch is ${batch.state}.`);
  return answer(batchView(await runBatch(deps, batch, AT_ONCE)));
};
