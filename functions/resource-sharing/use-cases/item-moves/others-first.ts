import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { auditWrite } from '../../../../layers/records/audit/data/audit.ts';
import { othersWait } from '../../../circulation/public/others-wait.ts';
import { overridden } from '../../../circulation/public/overridden.ts';
import { refusalsIn } from '../../../circulation/public/refusals-in.ts';
import type { ItemCirculation } from '../../../items/public/item-circulation.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import type { ItemRefusal, ItemStep, Stores } from './item-move.ts';

/**
 * Judges a copy that is about to be set aside or sent for a request by the holds that wait for it, as a checkout does. Returns the audit
 * entry of a supervisor's override, where it waived the refusal.
 */
export const othersFirst = async (
  stores: Stores,
  { before, branchId = '', at, now, override }: ItemStep,
  item: ItemCirculation,
  patron: Pick<PatronStatus, 'patronId'>,
): Promise<{ writes: Write[] } | { refused: ItemRefusal[] }> => {
  const policies = await stores.policies(now);
  if (!policies) return { writes: [] };
  const leaving = { item, patron, branchId: branchId || item.currentBranch, at, policies };
  const findings = othersWait({ ...leaving, ...(await stores.waitingHolds(leaving)) });
  const refused = refusalsIn(findings, override);
  if (refused.length > 0) return { refused };
  if (override === undefined || overridden(findings, override).length === 0) return { writes: [] };
  const line = {
    ...{ subject: `item:${item.itemId}`, at, auditId: stores.ids.next('audit', now), by: `staff:${override.by}` },
    member: memberOfBranch(leaving.branchId),
    did: 'overrode waiting holds of an interlibrary loan',
    detail: { comment: override.comment, requestId: before.requestId },
  };
  return { writes: [auditWrite(line)] };
};
