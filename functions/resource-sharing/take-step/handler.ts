import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { handle } from '../../../layers/http/handle.ts';
import { takeStep } from '../step.ts';
import { staffAt } from '../who.ts';
import { contract } from './contract.ts';

/** The steps that are the supplier's; the others are the requester's. */
const suppliers: readonly string[] = [
  'accept-cancel',
  'refuse-cancel',
  'accept-renewal',
  'refuse-renewal',
  'recall',
  'declare-lost',
];

export const handler = handle(
  contract,
  sharingStores,
  ({ actor, path: { requestId }, body: { branchId, step: trigger, askId, due }, now }, deps) => {
    const side = suppliers.includes(trigger) ? 'supplier' : 'requester';
    const who = staffAt(actor, branchId, side);
    return takeStep(deps, { ...who, requestId, side, trigger, now, branchId, askId, particulars: { due } });
  },
);
