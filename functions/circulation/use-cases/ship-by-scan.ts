import { isPartner } from '../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { isAgreed } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { SharingStores } from '../../resource-sharing/use-cases/sharing-stores.ts';
import { takeStep } from '../../resource-sharing/use-cases/step.ts';
import { dueByRule } from '../../resource-sharing/use-cases/supplied-item.ts';
import { staffAt } from '../../resource-sharing/use-cases/who.ts';
import { checkinResult } from '../domain/checkin.ts';
import { type KeptCheckin, unpackCheckin } from '../domain/kept-results.ts';
import { sentOutside } from '../domain/lend-to-library.ts';
import type { NewKey } from '../domain/used-keys.ts';
import { usedBefore } from './used-key.ts';

/** A scan at a desk: whose, where, when (epoch ms), under which key. */
type Scan = { actor: Actor | undefined; branchId: string; now: number; key: NewKey | undefined };

/** A copy that was shipped, and what its desk is told. */
export type Shipped = { item: ItemCirculation; kept: KeptCheckin };

/** Whether a scan can mean that the copy leaves for a request: at its owner's, off its shelf, and kept for nobody else. */
const mayLeave = ({ memberId, state, hold, transit }: ItemCirculation, branchId: string): boolean => {
  if (memberOfBranch(branchId) !== memberId || transit !== undefined) return false;
  return state === 'available' || (state === 'paged' && isAgreed(hold));
};

const askFor = async ({ requests }: SharingStores, { itemId, memberId, hold }: ItemCirculation) => {
  const asking = await requests.askingFor(itemId);
  return asking
    .filter(({ ask }) => ask.supplierMember === memberId)
    .find(({ requestId }) => hold === undefined || hold.holdId === requestId);
};

const told = ({ loan, ...item }: ItemCirculation): KeptCheckin =>
  loan && isPartner(loan.patronId)
    ? sentOutside(loan.patronId)
    : checkinResult({ facts: [], warnings: [], because: 'for-hold' }, item);

/**
 * Ships a copy by one scan: at its owner's desk, off its shelf, a copy that an open ask names leaves for that request,
 * promised or not. One transaction of the request takes the step and moves the copy. Nothing when no ask names the copy,
 * or when the request would not have it (any more): then it is a scan like any other.
 */
export const shipByScan = async (
  sharing: SharingStores,
  { actor, branchId, now, key }: Scan,
  item: ItemCirculation,
): Promise<Shipped | undefined> => {
  const asked = mayLeave(item, branchId) ? await askFor(sharing, item) : undefined;
  if (asked === undefined) return undefined;
  const { requestId, ask } = asked;
  const { itemId, barcode } = item;
  const step = await takeStep(sharing, {
    ...staffAt(actor, branchId, 'supplier'),
    ...{ requestId, side: 'supplier', trigger: 'ship', now, branchId, askId: ask.askId, item, key },
    particulars: { itemId, barcode, due: await dueByRule(sharing, requestId, item, now) },
  });
  const shipped = 'ok' in step ? await sharing.items.get(itemId, { strong: true }) : undefined;
  if (shipped === undefined) return undefined;
  const used = usedBefore(shipped, key);
  return { item: shipped, kept: used && 'kept' in used ? unpackCheckin(used.kept) : told(shipped) };
};
