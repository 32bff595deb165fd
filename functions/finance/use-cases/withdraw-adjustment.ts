import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { AdjustmentStore } from '../data/adjustment-store.ts';

type Input = { month: string; line: { memberId: string; lineId: string }; by: string; now: number };

/** Withdraws a correction or credit from a month without written statements. */
export const withdrawAdjustment = async (
  { adjustments, ids }: { adjustments: AdjustmentStore; ids: Ids },
  { month, line, by, now }: Input,
) => {
  const audit = auditWrite({
    ...{ subject: `period:${month}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did: 'withdraw-adjustment', detail: line },
  });
  const gone = await adjustments.withdraw(month, { ...line, by }, [audit]);
  if (gone === 'not-open') return refuse('not-open', 'The statements of this month are written already.');
  if (gone === 'unknown') return refuse('unknown-line', 'There is no such correction or credit.');
  return answer({ withdrawn: true as const });
};
