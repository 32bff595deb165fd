import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { ScanToShip } from '../../circulation/public/interlibrary-loans.ts';
import { isAgreed } from '../../items/public/hold-is-agreed.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { ResourceSharingDeps } from '../deps.ts';
import { dueByRule } from './find-supplied-item.ts';
import { takeSupplyStep } from './take-step.ts';

/** Whether a scan can ship the item for a request: at its owner's desk, not in transit, reserved for nobody else. */
const mayLeave = ({ memberId, state, hold, transit }: ItemCirculation, branchId: string): boolean => {
  if (memberOfBranch(branchId) !== memberId || transit !== undefined) return false;
  return state === 'available' || (state === 'paged' && isAgreed(hold));
};

const askFor = async ({ requests }: ResourceSharingDeps, { itemId, memberId, hold }: ItemCirculation) => {
  const asking = await requests.askingFor(itemId);
  return asking
    .filter(({ ask }) => ask.supplierMember === memberId)
    .find(({ requestId }) => hold === undefined || hold.holdId === requestId);
};

/**
 * Ships an item by one scan at its owner's desk for the open request that asks for it, promised or not: one transaction
 * takes the step and moves the item. Returns the item after it; undefined when no request asks for the item or accepts
 * it, or a hold that waits for it comes first.
 */
export const shipByScan = async (
  stores: ResourceSharingDeps,
  { staffId, branchId, now, key }: ScanToShip,
  item: ItemCirculation,
): Promise<ItemCirculation | undefined> => {
  const asked = mayLeave(item, branchId) ? await askFor(stores, item) : undefined;
  if (asked === undefined) return undefined;
  const { requestId, ask } = asked;
  const { itemId, barcode } = item;
  const step = await takeSupplyStep(stores, {
    ...{ requestId, side: 'supplier', trigger: 'ship', now, branchId, askId: ask.askId, item, key },
    ...{
      by: { kind: 'staff', staffId, branch: branchId },
      viewer: { as: 'supplier', member: memberOfBranch(branchId) },
    },
    particulars: { itemId, barcode, due: await dueByRule(stores, requestId, item, now) },
  });
  return 'ok' in step ? stores.items.get(itemId, { strong: true }) : undefined;
};
