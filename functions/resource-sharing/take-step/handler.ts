import { sharingStores } from '../../../layers/data/sharing-stores.ts';
import { citationOf } from '../../../layers/domain/resource-sharing/citation/citation-input.ts';
import { handle } from '../../../layers/http/handle.ts';
import { given } from '../given.ts';
import { takeStep } from '../step.ts';
import { staffAt } from '../who.ts';
import { contract } from './contract.ts';

/** The steps that are the supplier's; the others are the requester's. */
const suppliers: readonly string[] = [
  'offer-terms',
  'accept-cancel',
  'refuse-cancel',
  'accept-renewal',
  'refuse-renewal',
  'hold-return',
  'release-return',
  'recall',
  'check-in-damaged',
  'waive-claim',
  'insist-on-claim',
  'declare-lost',
];

export const handler = handle(
  contract,
  sharingStores,
  ({ actor, path: { requestId }, body: { branchId, step: trigger, askId, ...body }, now }, deps) => {
    const side = suppliers.includes(trigger) ? 'supplier' : 'requester';
    const who = staffAt(actor, branchId, side);
    const { due, reason, barcode, needBy, maxCost, citation } = body;
    const terms = body.terms && given(body.terms);
    const changes = given({ needBy, maxCost, citation: citation && citationOf(citation) });
    const particulars = { due, reason, barcode, terms };
    return takeStep(deps, { ...who, requestId, side, trigger, now, branchId, askId, particulars, changes });
  },
);
