import { handle } from '../../../../layers/platform/http/handle.ts';
import { resourceSharingDeps } from '../../deps.ts';
import { findCopyToLend } from '../../use-cases/find-copy-to-lend.ts';
import { dueByRule } from '../../use-cases/find-supplied-item.ts';
import { staffAt } from '../../use-cases/request-role.ts';
import { takeSupplyStep } from '../../use-cases/take-step.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  resourceSharingDeps,
  async ({ actor, path: { requestId }, body, now, keep }, deps) => {
    const { branchId, askId, barcode, due, otherRecord, override } = body;
    const who = staffAt(actor, branchId, 'supplier');
    const scan = { barcode, member: who.viewer.member, requestId, otherRecord };
    const found = await findCopyToLend(deps, { actor, branchId, override, ...scan });
    if ('refused' in found) return found;
    const { item } = found;
    return takeSupplyStep(deps, {
      ...who,
      ...found,
      ...{ requestId, side: 'supplier', trigger: 'ship', now, branchId, askId, keep },
      particulars: { itemId: item.itemId, barcode, due: due ?? (await dueByRule(deps, requestId, item, now)) },
    });
  },
);
