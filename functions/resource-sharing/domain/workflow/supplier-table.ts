import {
  DUE_PASSED,
  homeLate,
  ITEM_AWAY,
  ITEM_COMING,
  ITEM_HOME,
  LAPSE,
  RECALL,
  SENT_HOME,
  SUPPLY,
  talksOfReturn,
  WAIVE_CLAIM,
} from './shared-transitions.ts';
import type { StateRow, SupplierState } from './states.ts';

/** The supplier’s half of the workflow: state and trigger determine next state, message and timer. */
export const SUPPLIER_TABLE: Record<SupplierState, StateRow<SupplierState>> = {
  'request-received': {
    display: 'To be answered',
    meaning: 'A library asks for this item; say yes or no.',
    initial: true,
    needsAttention: true,
    on: {
      accept: { to: 'will-supply', message: 'WillSupply' },
      ...SUPPLY,
      'offer-terms': { to: 'terms-offered', message: 'TermsOffered', timer: 'terms-by' },
      // Nothing has been fetched yet, so that no agreement is needed.
      'cancel-requested': { to: 'cancelled', message: 'CancelAccepted' },
      'reply-late': { to: 'request-received', timer: 'reply-by', attention: 'reply-late' },
    },
  },
  'terms-offered': {
    display: 'Terms offered',
    meaning: 'The requester has received the conditions of the supply and has not agreed yet.',
    on: {
      accept: { to: 'will-supply', message: 'WillSupply' },
      ...SUPPLY,
      'terms-agreed': { to: 'request-received' },
      'conditions-agreed': { to: 'will-supply' },
      'cancel-requested': { to: 'cancelled', message: 'CancelAccepted' },
      'terms-lapsed': LAPSE,
    },
  },
  'will-supply': {
    display: 'To be shipped',
    meaning: 'Promised; the item is to be fetched and shipped, or copied and sent.',
    needsAttention: true,
    on: {
      ...SUPPLY,
      'offer-terms': { to: 'terms-offered', message: 'TermsOffered', timer: 'terms-by' },
      'conditions-agreed': { to: 'will-supply', calms: true },
      'cancel-requested': { to: 'cancel-requested' },
    },
  },
  'cancel-requested': {
    display: 'Cancellation to be answered',
    meaning: 'The requester no longer wants the item; agree, refuse, or ship when it is already packed.',
    needsAttention: true,
    on: {
      ...SUPPLY,
      'accept-cancel': { to: 'cancelled', message: 'CancelAccepted' },
      'refuse-cancel': { to: 'will-supply', message: 'CancelRefused' },
    },
  },
  shipped: {
    display: 'Shipped',
    meaning: 'The item has been sent to the requester.',
    on: {
      ...ITEM_AWAY,
      ...talksOfReturn('shipped'),
      received: { to: 'on-loan', timer: 'due' },
      // Requested before, or without, a message that it has arrived.
      'renew-requested': { to: 'renewal-asked' },
      'due-passed': DUE_PASSED,
      recall: RECALL,
    },
  },
  'on-loan': {
    display: 'On loan',
    meaning: 'The requester has the item.',
    on: {
      ...ITEM_AWAY,
      ...talksOfReturn('on-loan'),
      // Renewed in transit, it arrives.
      received: { to: 'on-loan' },
      'renew-requested': { to: 'renewal-asked' },
      'due-passed': DUE_PASSED,
      recall: RECALL,
    },
  },
  'renewal-asked': {
    display: 'Renewal to be answered',
    meaning: 'The requester asks to keep the item for longer.',
    needsAttention: true,
    on: {
      ...ITEM_AWAY,
      ...talksOfReturn('renewal-asked'),
      received: { to: 'renewal-asked' },
      // Requested again, after an answer did not come in time.
      'renew-requested': { to: 'renewal-asked' },
      'accept-renewal': { to: 'on-loan', message: 'Renewed', timer: 'due' },
      'refuse-renewal': { to: 'on-loan', message: 'RenewRefused', timer: 'due' },
      recall: RECALL,
    },
  },
  overdue: {
    display: 'Overdue',
    meaning: 'The due date has passed and the item is not back.',
    needsAttention: true,
    on: {
      ...ITEM_AWAY,
      ...talksOfReturn('overdue'),
      received: { to: 'overdue' },
      'renew-requested': { to: 'renewal-asked' },
      recall: RECALL,
    },
  },
  recalled: {
    display: 'Recalled',
    meaning: 'The item has been called back and is not back yet.',
    on: {
      ...ITEM_AWAY,
      ...talksOfReturn('recalled'),
      ...homeLate('recalled'),
      received: { to: 'recalled' },
      'renew-requested': { to: 'recalled', message: 'RenewRefused' },
    },
  },
  returned: {
    display: 'On its way home',
    meaning: 'The requester has sent the item home.',
    on: { ...ITEM_COMING, ...homeLate('returned') },
  },
  'damage-claimed': {
    display: 'Claimed for damage',
    meaning: 'The item was returned damaged, and the requester has been asked to pay.',
    on: {
      'claim-accepted': { to: 'completed' },
      'claim-disputed': { to: 'claim-disputed' },
      'waive-claim': WAIVE_CLAIM,
      'claim-late': { to: 'damage-claimed', timer: 'claim-by', attention: 'claim-late' },
    },
  },
  'claim-disputed': {
    display: 'Claim disputed',
    meaning: 'The requester disputes the claim: let it go, or insist.',
    needsAttention: true,
    on: {
      'claim-accepted': { to: 'completed' },
      'waive-claim': WAIVE_CLAIM,
      'insist-on-claim': { to: 'damage-claimed', message: 'DamageClaimed', timer: 'claim-by' },
    },
  },
  lost: {
    display: 'Reported lost',
    meaning: 'The requester says the item is lost; close the loan, or check the item in if it turns up.',
    needsAttention: true,
    on: {
      ...ITEM_HOME,
      'shipped-return': SENT_HOME,
      // Found again, and not in transit yet.
      'return-delayed': { to: 'lost', attention: 'return-delayed' },
      // Found, and lost again before it was sent.
      'lost-reported': { to: 'lost' },
    },
  },
  completed: { display: 'Completed', meaning: 'The item is home again, or the copy was sent.', final: true, on: {} },
  'closed-lost': { display: 'Closed as lost', meaning: 'The item has been given up.', final: true, on: {} },
  unfilled: { display: 'Not supplied', meaning: 'This member could not supply.', final: true, on: {} },
  cancelled: { display: 'Cancelled', meaning: 'The requester let this ask go.', final: true, on: {} },
};
