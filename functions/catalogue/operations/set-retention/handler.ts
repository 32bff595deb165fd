import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { tableDeps } from '../../deps.ts';
import { retainItem } from '../../use-cases/set-retention.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  tableDeps,
  async ({ actor, path: { memberId, itemId }, body: { retention }, now }, { table, ids }) => {
    const audit = { at: iso(now), auditId: ids.next('audit', now), by: actorName(actor) };
    const item = await retainItem(table, { memberId, itemId, retention, audit });
    if (!item) return refuse('unknown-item', `${memberId} has no item ${itemId}.`, '/path/itemId');
    return answer(item);
  },
);
