import { openTable } from '../../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../../layers/platform/http/actor.ts';
import { handle } from '../../../../layers/platform/http/handle.ts';
import { answer, refuse } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { adjustmentStore } from '../../data/adjustment-store.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  (runtime) => ({ adjustments: adjustmentStore(openTable(runtime)) }),
  async ({ actor, path: { month, ...line }, now }, { adjustments, ids }) => {
    const by = actorName(actor);
    const audit = auditWrite({
      ...{ subject: `period:${month}`, at: iso(now), auditId: ids.next('audit', now), by },
      ...{ did: 'withdraw-adjustment', detail: line },
    });
    const gone = await adjustments.withdraw(month, { ...line, by }, [audit]);
    if (gone === 'not-open') return refuse('not-open', 'The statements of this month are written already.');
    if (gone === 'unknown') return refuse('unknown-line', 'There is no such correction or credit.');
    return answer({ withdrawn: true as const });
  },
);
