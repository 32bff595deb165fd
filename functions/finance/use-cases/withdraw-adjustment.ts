import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { answer, refuse } from '../../../layers/platform/http/outcome.ts';
import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { Ids } from '../../../layers/platform/runtime/ids.ts';
import { auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { DisputeStore } from '../data/dispute-store.ts';
import { type Adjustment, adjustmentLineId, disputedLinesOf } from '../domain/statements/adjustment.ts';
import { withoutCorrection } from '../domain/statements/dispute.ts';
import { freesBound } from './adjustment-bounds.ts';

type Input = { month: string; line: { memberId: string; lineId: string }; by: string; now: number };

/** Returns the write by which an adjustment no longer counts in the dispute of its line. */
const leavesDispute = async (disputes: DisputeStore, adjustment: Adjustment, month: string): Promise<Write[]> => {
  const { memberId } = adjustment;
  const all = await Promise.all(disputedLinesOf(adjustment).map((line) => disputes.load({ memberId, ...line })));
  return all.flatMap((before) => {
    const after = withoutCorrection(before.dispute, { month, lineId: adjustmentLineId(adjustment) });
    return after ? [disputes.saving(before, after)] : [];
  });
};

type Deps = Parameters<typeof freesBound>[0] & { disputes: DisputeStore; ids: Ids };

/** Withdraws a correction, credit or one-off charge from a month without written statements. */
export const withdrawAdjustment = async (deps: Deps, { month, line, by, now }: Input) => {
  const { adjustments, disputes, ids } = deps;
  const stored = (await adjustments.ofMonth(month)).find(
    (one) => one.memberId === line.memberId && adjustmentLineId(one) === line.lineId,
  );
  const freed = stored
    ? [...(await leavesDispute(disputes, stored, month)), ...(await freesBound(deps, { month, adjustment: stored }))]
    : [];
  const audit = auditWrite({
    ...{ subject: `period:${month}`, at: iso(now), auditId: ids.next('audit', now), by },
    ...{ did: 'withdraw-adjustment', detail: line },
  });
  const gone = await adjustments.withdraw(month, { ...line, by }, [...freed, audit]);
  if (gone === 'not-open') return refuse('not-open', 'The statements of this month are written already.');
  if (gone === 'changed') return refuse('changed-meanwhile', 'Look again.');
  if (gone === 'unknown') return refuse('unknown-line', 'There is no such correction, credit or charge.');
  return answer({ withdrawn: true as const });
};
