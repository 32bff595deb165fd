import type { Param } from '../../../../layers/kernel/params.ts';

/** Every refusal of circulation: its meaning, and whether a supervisor may override it with a comment (C65). */
export const circulationRefusals = {
  'card-expired': { meaning: 'The card is past its last good day.', overridable: true },
  'patron-blocked': {
    meaning: 'The patron is blocked everywhere, here, or at the member that owns the item.',
    overridable: true,
  },
  'subscription-unpaid': { meaning: 'The patron’s subscription is not paid.', overridable: true },
  'erasure-asked': {
    meaning: 'The patron requested an erasure, which waits for open loans and debts: no further loans or holds.',
    overridable: false,
  },
  'owed-over-limit': { meaning: 'The patron owes more than the consortium allows.', overridable: true },
  'dependants-owe': {
    meaning: 'The minors for whom the patron is guarantor owe more than the consortium allows.',
    overridable: true,
  },
  'proxy-blocked': {
    meaning: 'The proxy who borrows for the patron is blocked everywhere, here, or at the member that owns the item.',
    overridable: true,
  },
  'too-many-loans': { meaning: 'The patron has as many loans as allowed.', overridable: true },
  'too-many-in-group': { meaning: 'The patron has as many loans of this group as allowed.', overridable: true },
  'too-many-overdue': { meaning: 'The patron has as many overdue loans as allowed.', overridable: true },
  'too-many-holds': { meaning: 'The patron has as many holds as allowed.', overridable: false },
  'item-on-loan': { meaning: 'The item is lent to somebody else; check it in first.', overridable: false },
  'already-lent-to-patron': { meaning: 'The patron has this item already.', overridable: false },
  'item-held-for-another': { meaning: 'The item is set aside for the hold of another patron.', overridable: false },
  'item-paged-for-another': { meaning: 'The item is to be fetched for the hold of another patron.', overridable: true },
  'others-wait': {
    meaning:
      'A hold of another patron could use the item. A supervisor may override it, unless the holds policy says “refuse”.',
    overridable: true,
  },
  'item-not-ready': { meaning: 'The item is on order or being made ready.', overridable: true },
  'item-not-circulating': {
    meaning:
      'The item is lost, missing, damaged, claimed returned or withdrawn. A supervisor may override it for a missing one.',
    overridable: false,
  },
  'not-lendable': { meaning: 'The owner does not lend this item in this case.', overridable: true },
  'request-only': { meaning: 'The owner lends this item only on request, as a consortium loan.', overridable: false },
  'due-not-after-now': { meaning: 'The due date asked for is not in the future.', overridable: false },
  'lent-between-libraries': {
    meaning: 'The item is here on a loan between libraries, for one patron’s request only.',
    overridable: false,
  },
  'library-use-only': {
    meaning: 'The lender allows use in the library only: confirm in-house use, or do not lend the item.',
    overridable: false,
  },
  'lender-decides': {
    meaning: 'The item is on a loan between libraries: only its lender can extend the loan.',
    overridable: false,
  },
  'override-needs-due': {
    meaning: 'An override for an item that is not lent needs a due date.',
    overridable: false,
  },
  'not-on-loan': { meaning: 'The item is not lent.', overridable: false },
  'loan-lost': { meaning: 'The loan was declared lost.', overridable: false },
  'loan-claimed': { meaning: 'The patron claims to have returned the item.', overridable: false },
  'loan-recalled': { meaning: 'The loan was recalled for a patron who waits.', overridable: true },
  'not-recallable': { meaning: 'The owner does not let this loan be recalled.', overridable: false },
  'nothing-to-recall': { meaning: 'No copy is lent that could be recalled for this hold.', overridable: false },
  'recalled-already': { meaning: 'A loan was recalled for this hold already.', overridable: false },
  'not-claimed': { meaning: 'Nobody claimed to have returned this item.', overridable: false },
  'not-aged': { meaning: 'The loan is not overdue for long enough to count as lost.', overridable: false },
  'nobody-to-charge': { meaning: 'The item is not lent: name the patron who is to pay.', overridable: false },
  'renewals-used-up': { meaning: 'The loan was renewed as often as allowed.', overridable: true },
  'hold-waiting': { meaning: 'Another patron waits for this item.', overridable: true },
  'renewal-not-longer': { meaning: 'A renewal now would not move the due date later.', overridable: false },
  'already-requested': { meaning: 'The patron has an open hold for this record or item.', overridable: false },
  'pickup-not-allowed': { meaning: 'Holds cannot be picked up at this branch.', overridable: false },
  'not-needed-past': { meaning: 'The last day on which it is needed is over already.', overridable: false },
  'suspension-wrong': {
    meaning: 'A suspension must end after it begins and in the future, and not exceed the maximum of the consortium.',
    overridable: false,
  },
  'local-copy-available': {
    meaning: 'A copy is on the shelf at the pickup branch: fetch it there.',
    overridable: false,
  },
  'which-part': {
    meaning: 'All copies are volumes or parts of the title: name the one that is wanted.',
    overridable: false,
  },
  'out-of-reach': {
    meaning:
      'No copy may go to this pickup branch: it is too new, does not leave its branch, or no courier route serves it.',
    overridable: false,
  },
  'no-holdable-copy': { meaning: 'No copy in the consortium can be held.', overridable: false },
  'only-on-request': {
    meaning: 'The owners of all copies lend on request only; ask for a consortium loan.',
    overridable: false,
  },
  'hold-not-cancelled': { meaning: 'Only a hold that was cancelled can be restored.', overridable: false },
  'undo-over': {
    meaning: 'A patron restores a hold that the patron cancelled in the last 10 minutes; later, a desk restores it.',
    overridable: false,
  },
  'pickup-same': { meaning: 'It is to be picked up there already.', overridable: false },
  'hold-on-shelf': {
    meaning: 'The copy is on the hold shelf: only staff may send it to another branch, with an explicit confirmation.',
    overridable: false,
  },
  'order-incomplete': {
    meaning: 'The order names each waiting hold of the record once, and no other.',
    overridable: false,
  },
  'order-passes-filled': {
    meaning: 'No hold may move ahead of one that has its copy or whose copy is being fetched.',
    overridable: false,
  },
  'order-no-place': {
    meaning: 'Too many holds have the same time at this position: move the hold further ahead.',
    overridable: false,
  },
  'move-same-item': { meaning: 'The hold is for this copy already.', overridable: false },
  'move-other-title': { meaning: 'The copy is one of another title.', overridable: false },
  'copy-cannot-fill': { meaning: 'The loan rules do not let this copy fill this hold.', overridable: false },
  'hold-over': { meaning: 'The hold has ended already.', overridable: false },
  'hold-wrong-state': { meaning: 'The hold is not in a state in which this can be done.', overridable: false },
  'transit-just-sent': {
    meaning: 'The item was sent only just now: scanned once too often, or not yet away.',
    overridable: true,
  },
  'transit-open': { meaning: 'The item is on its way, or asked to be moved, already.', overridable: false },
  'not-in-transit': { meaning: 'The item is not on its way, nor asked to be moved.', overridable: false },
  'transit-sent': {
    meaning: 'The item was already sent: confirm that it is called back anyway.',
    overridable: false,
  },
  'same-branch': { meaning: 'The item is at that branch.', overridable: false },
  'not-your-item': {
    meaning: 'This library neither owns the item nor has it, and is not its destination.',
    overridable: false,
  },
  'not-your-loan': {
    meaning: 'This library neither owns nor lent the item, and is not the patron’s home library.',
    overridable: false,
  },
  'item-wrong-state': { meaning: 'The item is not in a state in which this can be done.', overridable: false },
  'item-retained': { meaning: 'Its owner is committed to keep the item.', overridable: false },
  'last-copy': {
    meaning:
      'It is the last copy in the consortium: it is withdrawn once it was offered to the members and none took it.',
    overridable: false,
  },
} as const satisfies Record<string, { meaning: string; overridable: boolean }>;

export type RefusalCode = keyof typeof circulationRefusals;

/** The figures of each refusal by name, for clients that word refusals in the user's language. */
export const refusalParams = {
  'card-expired': { expiresOn: 'the card’s last good day' },
  'owed-over-limit': {
    owed: 'money owed to all members together, with accrued fines where the policy counts them',
    limit: 'the most that may be owed',
    accrued: 'the accrued fines of overdue loans in it',
    why: '`accrued` when it contains such fines, otherwise `charged`',
  },
  'dependants-owe': { owed: 'money that they owe together', limit: 'the most that may be owed' },
  'too-many-loans': { has: 'loans now', limit: 'loans allowed' },
  'too-many-in-group': { has: 'loans of the group now', limit: 'loans of it allowed', group: 'the group’s name' },
  'too-many-holds': { has: 'holds now', limit: 'holds allowed' },
  'too-many-overdue': { has: 'overdue loans now', limit: 'from how many on nothing is lent or held' },
  'item-not-ready': { state: 'the item’s state' },
  'item-not-circulating': { state: 'the item’s state' },
  'due-not-after-now': { due: 'the due date' },
  'library-use-only': { conditions: 'the lender’s conditions, by their codes' },
  'renewals-used-up': { has: 'renewals made', limit: 'renewals allowed' },
  'renewal-not-longer': { due: 'the due date now', renewed: 'the due date that a renewal would give' },
  'suspension-wrong': { days: 'the longest suspension' },
  'pickup-not-allowed': { branch: 'the branch asked for' },
} as const satisfies { [C in RefusalCode]?: Record<string, string> };

/** The parameters of a code: each of its figures, or none. */
export type ParamsOf<C extends RefusalCode> = C extends keyof typeof refusalParams
  ? [params: Record<keyof (typeof refusalParams)[C], Param>]
  : [];

const patronRefusals = [
  'card-expired',
  'patron-blocked',
  'subscription-unpaid',
  'erasure-asked',
  'owed-over-limit',
] as const;

/** The refusals of a hold, placed or restored: the same limits apply. */
const holdRefusals = [
  ...patronRefusals,
  'too-many-holds',
  'too-many-overdue',
  'already-requested',
  'already-lent-to-patron',
  'pickup-not-allowed',
  'local-copy-available',
  'which-part',
  'no-holdable-copy',
  'only-on-request',
  'out-of-reach',
] as const satisfies readonly RefusalCode[];

/** The refusals of each decision, for its operation's contract. */
export const refusalsOf = {
  checkout: [
    ...patronRefusals,
    'proxy-blocked',
    'too-many-loans',
    'too-many-in-group',
    'too-many-overdue',
    'dependants-owe',
    'item-on-loan',
    'already-lent-to-patron',
    'item-held-for-another',
    'item-paged-for-another',
    'others-wait',
    'item-not-ready',
    'item-not-circulating',
    'lent-between-libraries',
    'library-use-only',
    'not-lendable',
    'request-only',
    'override-needs-due',
    'due-not-after-now',
  ],
  renewal: [
    ...patronRefusals,
    'too-many-loans',
    'too-many-in-group',
    'lender-decides',
    'loan-recalled',
    'not-on-loan',
    'loan-lost',
    'loan-claimed',
    'renewals-used-up',
    'hold-waiting',
    'renewal-not-longer',
  ],
  placeHold: [...holdRefusals, 'not-needed-past', 'suspension-wrong'],
  endHold: ['hold-over', 'hold-wrong-state'],
  targetHold: ['hold-wrong-state', 'item-wrong-state'],
  suspendHold: ['hold-over', 'hold-wrong-state', 'suspension-wrong'],
  changePickup: [
    'hold-over',
    'pickup-same',
    'pickup-not-allowed',
    'hold-on-shelf',
    'no-holdable-copy',
    'only-on-request',
    'out-of-reach',
  ],
  reorderHolds: ['order-incomplete', 'order-passes-filled', 'order-no-place'],
  moveHold: [
    'hold-over',
    'hold-wrong-state',
    'move-other-title',
    'move-same-item',
    'item-wrong-state',
    'copy-cannot-fill',
  ],
  restoreHold: [...holdRefusals, 'hold-not-cancelled', 'undo-over'],
  declareLost: ['not-on-loan', 'loan-lost', 'loan-claimed', 'not-your-loan'],
  claimReturned: ['not-on-loan', 'loan-lost', 'loan-claimed', 'not-your-loan'],
  markItem: ['item-wrong-state', 'not-your-item', 'item-retained', 'last-copy'],
  checkin: ['transit-just-sent'],
  sendItem: [
    'item-on-loan',
    'transit-open',
    'item-held-for-another',
    'item-wrong-state',
    'same-branch',
    'not-your-item',
  ],
  cancelTransit: ['not-in-transit', 'transit-sent', 'not-your-item'],
  recall: ['hold-wrong-state', 'recalled-already', 'nothing-to-recall', 'not-recallable'],
  claimMissing: ['not-claimed', 'not-your-loan'],
  ageLoan: ['not-on-loan', 'loan-lost', 'loan-claimed', 'not-aged'],
  damage: ['item-wrong-state', 'nobody-to-charge'],
} as const satisfies Record<string, readonly RefusalCode[]>;

export type RefusalFor<D extends keyof typeof refusalsOf> = (typeof refusalsOf)[D][number];
