import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { circulationDeps } from '../../deps.ts';
import { byQueueOrder } from '../../domain/hold-queue.ts';
import { decidePutBefore, decideReorderHolds } from '../../domain/reorder-holds.ts';
import { queuedHoldView } from '../../schemas/views.ts';
import { decideAndSave } from '../../use-cases/decide-and-save.ts';
import { contract } from './contract.ts';

const NEIGHBOURS = 5;

const nextTo = (queue: readonly Hold[], holdId: string): Hold[] => {
  const place = queue.findIndex((hold) => hold.holdId === holdId);
  return queue.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1);
};

export const handler = handle(
  contract,
  circulationDeps,
  async ({ actor, path, body, now, keep }, { ids, ...house }) => {
    const { branchId, order, put, comment } = body;
    const outcome = await decideAndSave(
      house.table,
      async (reading) => {
        const union = await house.unions.find(path.recordId, reading);
        if (!union) return refuse('unknown-record', 'There is no such record.', '/path/recordId');
        const queue = await house.holds.queue(union.recordIds, reading);
        const decision = put ? decidePutBefore(queue, put, iso(now)) : decideReorderHolds(queue, order ?? [], iso(now));
        if ('refused' in decision) return decision;
        const moved = new Map(decision.changes.holds.map(({ after }) => [after.holdId, after]));
        const holds = queue.map((hold) => moved.get(hold.holdId) ?? hold).toSorted(byQueueOrder);
        const audit = {
          ...{ subject: `record:${union.recordId}`, at: iso(now), auditId: ids.next('audit', now) },
          ...{ by: actorName(actor), did: 'reordered holds', detail: { branchId, comment, moved: moved.size } },
        };
        const shown = put ? nextTo(holds, put.holdId) : holds;
        const views = shown.map((hold) => queuedHoldView(hold, holds, memberOfBranch(branchId)));
        return { decided: decision, read: { holds: queue, audit }, answer: { holds: views } };
      },
      keep,
    );
    return 'refused' in outcome ? outcome : answer(outcome.ok);
  },
);
