import { handle } from '../../../../layers/platform/http/handle.ts';
import { sharingStores } from '../../use-cases/sharing-stores.ts';
import { takeStep } from '../../use-cases/step.ts';
import { dueByRule, suppliedItem } from '../../use-cases/supplied-item.ts';
import { staffAt } from '../../use-cases/who.ts';
import { contract } from './contract.ts';

export const handler = handle(
  contract,
  sharingStores,
  async ({ actor, path: { requestId }, body, now, keep }, deps) => {
    const { branchId, askId, barcode, due, otherRecord } = body;
    const who = staffAt(actor, branchId, 'supplier');
    const found = await suppliedItem(deps, { barcode, member: who.viewer.member, requestId, otherRecord });
    if ('refused' in found) return found;
    const { item } = found;
    return takeStep(deps, {
      ...who,
      ...found,
      ...{ requestId, side: 'supplier', trigger: 'ship', now, branchId, askId, keep },
      particulars: { itemId: item.itemId, barcode, due: due ?? (await dueByRule(deps, requestId, item, now)) },
    });
  },
);
