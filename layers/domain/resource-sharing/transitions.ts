import {
  ASK_TO_CANCEL,
  DECLINE,
  DUE_PASSED,
  ITEM_AWAY,
  ITEM_COMING,
  ITEM_ENDS,
  ITEM_HOME,
  ITEM_OUT,
  NEXT_SUPPLIER,
  RECALL,
  SHIP,
  SHIP_BACK,
  TAKE_BACK,
} from './shared-transitions.ts';
import type { Table } from './states.ts';

/**
 * The whole workflow of a loan between libraries: side x state x trigger -> next state, message, timer. The engine, the
 * buttons, the diagram and the tests are all read from here. What the peers lack is in it: renew, recall, overdue, lost.
 */
export const TABLE: Table = {
  requester: {
    requested: {
      display: 'Being sourced',
      meaning: 'Placed; no supplier has been asked yet.',
      initial: true,
      on: {
        ask: { to: 'asked', message: 'Request', timer: 'answer-by' },
        'rota-ended': { to: 'end-of-rota' },
        cancel: { to: 'cancelled' },
        'sourcing-stalled': { to: 'requested', timer: 'source-by', attention: 'sourcing-stalled' },
      },
    },
    asked: {
      display: 'Asked',
      meaning: 'One supplier has been asked and has not answered yet.',
      on: {
        'will-supply': { to: 'will-supply', timer: 'ship-by' },
        loaned: { to: 'shipped', timer: 'arrive-by' },
        unfilled: { ...NEXT_SUPPLIER, closesAsk: 'unfilled' },
        'answer-timeout': { ...NEXT_SUPPLIER, message: 'Withdraw', closesAsk: 'timed-out' },
        withdraw: { ...NEXT_SUPPLIER, message: 'Withdraw', closesAsk: 'withdrawn' },
        cancel: ASK_TO_CANCEL,
      },
    },
    'will-supply': {
      display: 'Will be supplied',
      meaning: 'The supplier has promised the item and has not shipped it yet.',
      on: {
        loaned: { to: 'shipped', timer: 'arrive-by' },
        unfilled: { ...NEXT_SUPPLIER, closesAsk: 'unfilled' },
        'ship-late': { to: 'will-supply', timer: 'ship-by', attention: 'ship-late' },
        withdraw: { ...NEXT_SUPPLIER, message: 'Withdraw', closesAsk: 'withdrawn' },
        cancel: ASK_TO_CANCEL,
      },
    },
    'cancel-pending': {
      display: 'Cancellation asked',
      meaning: 'The supplier has been asked to let the request go; it may already have shipped (C80).',
      on: {
        'cancel-accepted': { to: 'cancelled', closesAsk: 'cancelled' },
        'cancel-refused': { to: 'will-supply', timer: 'ship-by' },
        'will-supply': { to: 'cancel-pending' },
        loaned: { to: 'shipped', timer: 'arrive-by' },
        unfilled: { to: 'cancelled', closesAsk: 'cancelled' },
        'cancel-timeout': { to: 'cancelled', message: 'Withdraw', closesAsk: 'cancelled' },
      },
    },
    unfilled: {
      display: 'Looking for the next supplier',
      meaning: 'This supplier cannot supply; the next one on the rota is to be asked (C79).',
      on: {
        ask: { to: 'asked', message: 'Request', timer: 'answer-by' },
        'rota-ended': { to: 'end-of-rota' },
        cancel: { to: 'cancelled' },
        'sourcing-stalled': { to: 'unfilled', timer: 'source-by', attention: 'sourcing-stalled' },
      },
    },
    shipped: {
      display: 'On its way',
      meaning: 'The supplier has lent the item and sent it to the pickup branch.',
      on: {
        ...ITEM_OUT,
        receive: { to: 'received', message: 'Received', timer: 'pickup-by' },
        'arrival-late': { to: 'shipped', timer: 'arrive-by', attention: 'arrival-late' },
        overdue: { to: 'shipped', attention: 'overdue' },
        recalled: { to: 'recalled' },
      },
    },
    received: {
      display: 'Ready for the patron',
      meaning: 'The item lies at the pickup branch for the patron.',
      on: {
        ...ITEM_OUT,
        lend: { to: 'lent' },
        'ship-back': SHIP_BACK,
        'pickup-late': { to: 'received', timer: 'pickup-by', attention: 'pickup-late' },
        overdue: { to: 'received', attention: 'overdue' },
        recalled: { to: 'recalled' },
      },
    },
    lent: {
      display: 'With the patron',
      meaning: 'The patron has the item.',
      on: {
        ...ITEM_OUT,
        return: TAKE_BACK,
        renew: { to: 'renewal-asked', message: 'Renew', timer: 'renew-answer-by' },
        // An answer to a renewal may come after its time-out: the supplier's word still holds.
        renewed: { to: 'lent', calms: true },
        'renew-refused': { to: 'lent', attention: 'renewal-refused' },
        overdue: { to: 'overdue' },
        recalled: { to: 'recalled' },
      },
    },
    'renewal-asked': {
      display: 'Renewal asked',
      meaning: 'The patron has the item and the supplier has been asked to lend it for longer.',
      on: {
        ...ITEM_OUT,
        renewed: { to: 'lent' },
        'renew-refused': { to: 'lent', attention: 'renewal-refused' },
        'renew-timeout': { to: 'lent', attention: 'renewal-unanswered' },
        return: TAKE_BACK,
        overdue: { to: 'overdue' },
        recalled: { to: 'recalled' },
      },
    },
    overdue: {
      display: 'Overdue',
      meaning: 'The patron has the item and the due date has passed.',
      needsAttention: true,
      on: {
        ...ITEM_OUT,
        return: TAKE_BACK,
        renew: { to: 'renewal-asked', message: 'Renew', timer: 'renew-answer-by' },
        renewed: { to: 'lent' },
        'renew-refused': { to: 'overdue', attention: 'renewal-refused' },
        recalled: { to: 'recalled' },
      },
    },
    recalled: {
      display: 'Recalled',
      meaning: 'The supplier wants the item back now; it may be on its way, on the shelf or with the patron.',
      needsAttention: true,
      on: {
        ...ITEM_OUT,
        return: TAKE_BACK,
        'ship-back': SHIP_BACK,
        'renew-refused': { to: 'recalled' },
        overdue: { to: 'recalled', attention: 'overdue' },
      },
    },
    'returned-by-patron': {
      display: 'To be sent home',
      meaning: 'The item is back at the branch and is to be sent to the supplier.',
      needsAttention: true,
      on: {
        ...ITEM_OUT,
        'ship-back': SHIP_BACK,
        'ship-back-late': { to: 'returned-by-patron', timer: 'ship-back-by', attention: 'ship-back-late' },
        renewed: { to: 'returned-by-patron' },
        'renew-refused': { to: 'returned-by-patron' },
        overdue: { to: 'returned-by-patron', attention: 'overdue' },
        recalled: { to: 'returned-by-patron', attention: 'recalled' },
      },
    },
    'shipped-back': {
      display: 'On its way home',
      meaning: 'The item has been sent home and the supplier has not checked it in yet.',
      on: {
        ...ITEM_OUT,
        'home-late': { to: 'shipped-back', timer: 'home-by', attention: 'home-late' },
        overdue: { to: 'shipped-back' },
        recalled: { to: 'shipped-back' },
      },
    },
    lost: {
      display: 'Reported lost',
      meaning: 'The item is lost; the supplier closes the loan, or it is found.',
      needsAttention: true,
      on: { ...ITEM_ENDS, found: TAKE_BACK },
    },
    completed: { display: 'Completed', meaning: 'The supplier has the item back.', final: true, on: {} },
    'closed-lost': { display: 'Closed as lost', meaning: 'The supplier gave the item up.', final: true, on: {} },
    'end-of-rota': {
      display: 'Unfilled',
      meaning: 'Every possible supplier has been asked and none could supply in time.',
      final: true,
      on: {},
    },
    cancelled: { display: 'Cancelled', meaning: 'The request was cancelled before shipping.', final: true, on: {} },
  },
  supplier: {
    'request-received': {
      display: 'To be answered',
      meaning: 'A member asks for this item; say yes or no.',
      initial: true,
      needsAttention: true,
      on: {
        accept: { to: 'will-supply', message: 'WillSupply' },
        decline: DECLINE,
        ship: SHIP,
        // Nothing has been fetched yet, so nobody needs to be asked.
        'cancel-requested': { to: 'cancelled', message: 'CancelAccepted' },
        withdrawn: { to: 'cancelled' },
      },
    },
    'will-supply': {
      display: 'To be shipped',
      meaning: 'Promised; the item is to be fetched and shipped.',
      needsAttention: true,
      on: {
        ship: SHIP,
        decline: DECLINE,
        'cancel-requested': { to: 'cancel-requested' },
        withdrawn: { to: 'cancelled' },
      },
    },
    'cancel-requested': {
      display: 'Cancellation to be answered',
      meaning: 'The requester no longer wants the item; agree, refuse, or ship when it is already packed (C80).',
      needsAttention: true,
      on: {
        'accept-cancel': { to: 'cancelled', message: 'CancelAccepted' },
        'refuse-cancel': { to: 'will-supply', message: 'CancelRefused' },
        ship: SHIP,
        withdrawn: { to: 'cancelled' },
      },
    },
    shipped: {
      display: 'Shipped',
      meaning: 'The item has been sent to the requester.',
      on: {
        ...ITEM_AWAY,
        received: { to: 'on-loan', timer: 'due' },
        'due-passed': DUE_PASSED,
        recall: RECALL,
      },
    },
    'on-loan': {
      display: 'On loan',
      meaning: 'The requester has the item.',
      on: {
        ...ITEM_AWAY,
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
        received: { to: 'recalled' },
        'renew-requested': { to: 'recalled', message: 'RenewRefused' },
      },
    },
    returned: { display: 'On its way home', meaning: 'The requester has sent the item home.', on: ITEM_COMING },
    lost: {
      display: 'Reported lost',
      meaning: 'The requester says the item is lost; close the loan, or check the item in if it turns up.',
      needsAttention: true,
      on: { ...ITEM_HOME, 'shipped-return': { to: 'returned' } },
    },
    completed: { display: 'Completed', meaning: 'The item is home again.', final: true, on: {} },
    'closed-lost': { display: 'Closed as lost', meaning: 'The item has been given up.', final: true, on: {} },
    unfilled: { display: 'Not supplied', meaning: 'This member could not supply.', final: true, on: {} },
    cancelled: { display: 'Cancelled', meaning: 'The requester let this ask go.', final: true, on: {} },
  },
};
