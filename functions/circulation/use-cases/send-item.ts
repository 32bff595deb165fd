import { iso } from '../../../layers/platform/runtime/clock.ts';
import type { ItemState } from '../../items/public/item-states.ts';
import type { TransferPurpose } from '../../items/public/transit.ts';
import type { CirculationDeps } from '../deps.ts';
import { movementOf } from '../domain/decisions/policies.ts';
import { decideSendItem } from '../domain/items/move-item.ts';
import type { Slip } from '../schemas/items.ts';
import { decideAndSave } from './decide-and-save.ts';
import { findItem } from './find-item.ts';
import type { OperationInput } from './operation-input.ts';
import { refuseUnknownBranch, refuseWithoutPolicies } from './refuse-without-policies.ts';
import { transitSlip } from './transit-slip.ts';

type Body = { branchId: string; item: string; to: string; purpose: TransferPurpose; inHand: boolean };

/** Sends an item to another branch for a purpose, or asks the branch where it is to send it. */
export const sendItem = async (
  deps: CirculationDeps,
  { body, now, keep }: OperationInput<Body, { itemId: string; barcode: string; state: ItemState; slip?: Slip }>,
) => {
  const { branchId, to, purpose, inHand } = body;
  const policies = await deps.policiesAt(now);
  if (!policies) return refuseWithoutPolicies();
  if (!(await deps.branches.known(to, now))) return refuseUnknownBranch(to, '/body/to');
  const plan = async (consistency: { strong: boolean }) => {
    const item = await findItem(deps, body.item, consistency);
    if ('refused' in item) return item;
    const decision = decideSendItem({ item, branchId, to, purpose, inHand, at: iso(now) });
    if ('refused' in decision) return decision;
    const { itemId, barcode, state } = decision.changes.item?.after ?? item;
    const slip = inHand && { slip: transitSlip(movementOf(policies), branchId, to, 'transfer') };
    return { decided: decision, read: { item }, answer: { itemId, barcode, state, ...slip } };
  };
  return decideAndSave(deps.table, plan, keep);
};
