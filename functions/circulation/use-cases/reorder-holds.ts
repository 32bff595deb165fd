import { holds as holdsRole, memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { actorName, staffOf } from '../../../layers/platform/http/actor.ts';
import { refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { CirculationDeps } from '../deps.ts';
import { byQueueOrder } from '../domain/holds/hold-queue.ts';
import { decidePutBefore, decideReorderHolds, movesBackOthers } from '../domain/holds/reorder-holds.ts';
import type { QueuedHold } from '../schemas/holds.ts';
import { queuedHoldView } from '../schemas/views.ts';
import { decideAndSave } from './decide-and-save.ts';
import { concernsLibrary } from './load-hold.ts';
import type { OperationInput } from './operation-input.ts';

type Body = {
  branchId: string;
  order?: string[] | undefined;
  put?: { holdId: string; before: string } | undefined;
  comment: string;
};
type Input = OperationInput<Body, { holds: QueuedHold[] }> & { path: { recordId: string } };

const NEIGHBOURS = 5;

const nextTo = (queue: readonly Hold[], holdId: string): Hold[] => {
  const place = queue.findIndex((hold) => hold.holdId === holdId);
  return queue.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1);
};

/** Reorders the waiting holds of a record, or places one before another, with an audit entry. */
export const reorderHolds = async (deps: CirculationDeps, { actor, path, body, now, keep }: Input) => {
  const { branchId, order, put, comment } = body;
  const mayMoveAll = holdsRole(staffOf(actor).grants, 'desk-supervisor', { scope: 'consortium' });
  const plan = async (consistency: { strong: boolean }) => {
    const union = await deps.unions.find(path.recordId, consistency);
    if (!union) return refuse('unknown-record', 'There is no such record.', '/path/recordId');
    const queue = await deps.holds.queue(union.recordIds, consistency);
    const decision = put ? decidePutBefore(queue, put, iso(now)) : decideReorderHolds(queue, order ?? [], iso(now));
    if ('refused' in decision) return decision;
    const moved = new Map(decision.changes.holds.map(({ after }) => [after.holdId, after]));
    const holds = queue.map((hold) => moved.get(hold.holdId) ?? hold).toSorted(byQueueOrder);
    if (!mayMoveAll && movesBackOthers(queue, holds, (hold) => concernsLibrary(hold, branchId))) {
      return refuse('not-your-hold', 'A hold of another library would wait longer.', put ? '/body/put' : '/body/order');
    }
    const audit = {
      ...{ subject: `record:${union.recordId}`, at: iso(now), auditId: deps.ids.next('audit', now) },
      ...{ by: actorName(actor), did: 'reordered holds', detail: { branchId, comment, moved: moved.size } },
    };
    const shown = put ? nextTo(holds, put.holdId) : holds;
    const views = shown.map((hold) => queuedHoldView(hold, holds, memberOfBranch(branchId)));
    return { decided: decision, read: { holds: queue, audit }, answer: { holds: views } };
  };
  return decideAndSave(deps.table, plan, keep);
};
