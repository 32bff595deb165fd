import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { batchPreviewDeps } from '../../deps.ts';
import { openRecordBatch } from '../../use-cases/open-record-batch.ts';
import { previewItemChanges } from '../../use-cases/preview-item-changes.ts';
import { contract } from './contract.ts';

export const handler = handle(contract, batchPreviewDeps, ({ actor, path: { memberId }, body, now }, deps) => {
  const base = { batchId: deps.ids.next('item-batch', now), memberId, at: iso(now), by: actorName(actor) };
  return 'steps' in body ? openRecordBatch(deps, { ...base, ...body }) : previewItemChanges(deps, { ...base, ...body });
});
