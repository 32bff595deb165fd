/** Every refusal of circulation: what it means, and whether a supervisor may let it through with a comment (C65). */
export const circulationRefusals = {
  'card-expired': { meaning: 'The card is past its last good day.', overridable: true },
  'patron-blocked': {
    meaning: 'The patron is blocked everywhere, here, or at the member that owns the item.',
    overridable: true,
  },
  'owed-over-limit': { meaning: 'The patron owes more than the consortium allows.', overridable: true },
  'too-many-loans': { meaning: 'The patron has as many loans as allowed.', overridable: true },
  'too-many-in-group': { meaning: 'The patron has as many loans of this group as allowed.', overridable: true },
  'too-many-holds': { meaning: 'The patron has as many holds as allowed.', overridable: false },
  'item-on-loan': { meaning: 'The item is lent to somebody else; check it in first.', overridable: false },
  'already-lent-to-patron': { meaning: 'The patron has this item already.', overridable: false },
  'item-held-for-another': { meaning: 'The item is set aside for the hold of another patron.', overridable: false },
  'item-paged-for-another': { meaning: 'The item is to be fetched for the hold of another patron.', overridable: true },
  'item-not-ready': { meaning: 'The item is on order or being made ready.', overridable: true },
  'item-not-circulating': {
    meaning: 'The item is lost, missing, damaged, claimed returned or withdrawn.',
    overridable: false,
  },
  'not-lendable': { meaning: 'The owner does not lend this item in this case.', overridable: true },
  'request-only': { meaning: 'The owner lends this item only on request, as a consortium loan.', overridable: false },
  'due-not-after-now': { meaning: 'The due date asked for is not in the future.', overridable: false },
  'not-on-loan': { meaning: 'The item is not lent.', overridable: false },
  'loan-lost': { meaning: 'The loan was declared lost.', overridable: false },
  'loan-claimed': { meaning: 'The patron said that the item was brought back.', overridable: false },
  'renewals-used-up': { meaning: 'The loan was renewed as often as allowed.', overridable: true },
  'hold-waiting': { meaning: 'Another patron waits for this item.', overridable: true },
  'renewal-not-longer': { meaning: 'A renewal now would not move the due date later.', overridable: false },
  'already-requested': { meaning: 'The patron has an open hold for this record or item.', overridable: false },
  'pickup-not-allowed': { meaning: 'Holds cannot be picked up at this branch.', overridable: false },
  'no-holdable-copy': { meaning: 'No copy in the consortium can be held.', overridable: false },
  'only-on-request': {
    meaning: 'The owners of all copies lend on request only; ask for a consortium loan.',
    overridable: false,
  },
  'hold-over': { meaning: 'The hold has ended already.', overridable: false },
  'hold-wrong-state': { meaning: 'The hold is not in a state in which this can be done.', overridable: false },
  'item-wrong-state': { meaning: 'The item is not in a state in which this can be done.', overridable: false },
} as const satisfies Record<string, { meaning: string; overridable: boolean }>;

export type RefusalCode = keyof typeof circulationRefusals;

const patronRefusals = ['card-expired', 'patron-blocked', 'owed-over-limit'] as const;

/** The refusals of each decision, for its operation's contract. */
export const refusalsOf = {
  checkout: [
    ...patronRefusals,
    'too-many-loans',
    'too-many-in-group',
    'item-on-loan',
    'already-lent-to-patron',
    'item-held-for-another',
    'item-paged-for-another',
    'item-not-ready',
    'item-not-circulating',
    'not-lendable',
    'request-only',
    'due-not-after-now',
  ],
  renewal: [
    ...patronRefusals,
    'not-on-loan',
    'loan-lost',
    'loan-claimed',
    'renewals-used-up',
    'hold-waiting',
    'renewal-not-longer',
  ],
  placeHold: [
    ...patronRefusals,
    'too-many-holds',
    'already-requested',
    'already-lent-to-patron',
    'pickup-not-allowed',
    'no-holdable-copy',
    'only-on-request',
  ],
  endHold: ['hold-over', 'hold-wrong-state'],
  targetHold: ['hold-wrong-state', 'item-wrong-state'],
  freezeHold: ['hold-wrong-state'],
  declareLost: ['not-on-loan', 'loan-lost', 'loan-claimed'],
  claimReturned: ['not-on-loan', 'loan-lost', 'loan-claimed'],
  markItem: ['item-wrong-state'],
} as const satisfies Record<string, readonly RefusalCode[]>;

export type RefusalFor<D extends keyof typeof refusalsOf> = (typeof refusalsOf)[D][number];
