import { claims } from '../../../items/public/hold-claims.ts';
import type { ItemState } from '../../../items/public/item-states.ts';
import { type Finding, finding } from '../decisions/findings.ts';
import type { CheckoutRequest } from './checkout-request.ts';
import { isInterlibraryItem, isRequestersHold } from './interlibrary-item.ts';

type ItemRefusal =
  | 'item-on-loan'
  | 'already-lent-to-patron'
  | 'item-held-for-another'
  | 'item-paged-for-another'
  | 'lent-between-libraries'
  | 'item-not-ready'
  | 'item-not-circulating';

const notReady: readonly ItemState[] = ['on-order', 'in-process'];
const notCirculating: readonly ItemState[] = [
  'claimed-returned',
  'lost',
  'lost-and-paid',
  'missing',
  'damaged',
  'withdrawn',
];

const heldFinding = ({ item, patron, claim }: CheckoutRequest): Finding<ItemRefusal>[] => {
  if (item.hold === undefined || item.hold.patronId === patron.patronId) return [];
  // A claim that was not read cannot be judged stale, so it is binding; one that was read and has ended is not.
  if (claim !== undefined && !claims(claim, item.itemId)) return [];
  const code = item.state === 'paged' ? 'item-paged-for-another' : 'item-held-for-another';
  return [finding(code, false, 'Set aside for another patron')];
};

/** An item on interlibrary loan for one patron goes to no other patron, and afterwards home. */
const visitorFinding = ({ item, branchId, claim, agreed }: CheckoutRequest): Finding<ItemRefusal>[] => {
  if (!isInterlibraryItem(item, branchId)) return [];
  const its = agreed !== undefined || isRequestersHold(item, claim);
  return [finding('lent-between-libraries', its, 'Here for the patron of one request only')];
};

/**
 * Checks whether the item can be lent now: not on loan, not reserved for another patron (C57; its requester may have it even before
 * receipt), in a state fit for lending.
 */
export const itemFindings = (request: CheckoutRequest): Finding<ItemRefusal>[] => {
  const { item, patron } = request;
  const { loan, state } = item;
  const own = loan?.patronId === patron.patronId;
  return [
    finding('item-on-loan', loan === undefined || own, loan === undefined ? 'Not lent' : `Lent until ${loan.due}`),
    finding('already-lent-to-patron', !own, own ? 'Lent to this patron; renew it' : 'Not lent to this patron'),
    finding('item-not-ready', !notReady.includes(state), `The item is ${state}`, { state }),
    {
      ...finding('item-not-circulating', !notCirculating.includes(state), `The item is ${state}`, { state }),
      // A missing item at the desk has been found.
      ...(state === 'missing' && { overridable: true }),
    },
    ...visitorFinding(request),
    ...heldFinding(request),
  ];
};
