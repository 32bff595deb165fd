// Transitions that several states of the table share, named once.

// Reported by the supplier whenever the item is away: it has the item back, whole or damaged, or has given it up.
const COST_OPEN = { to: 'cost-claimed', timer: 'claim-by' } as const;
const ENDS = { to: 'completed', closesAsk: 'completed', unpaid: COST_OPEN } as const;
export const CLAIMED = { to: 'damage-claimed', timer: 'claim-by' } as const;
const REPLACEMENT = { to: 'replacement-claimed', timer: 'claim-by' } as const;
export const ITEM_ENDS = {
  completed: ENDS,
  // A cost that only a partner claims: staff accept it.
  'closed-without-return': { to: 'closed-lost', closesAsk: 'lost', outside: REPLACEMENT },
} as const;
/**
 * A partner's claim above the maximum is accepted or refused by staff, wherever the item is; the partner is notified of
 * a refusal.
 */
export const decidesCost = <S extends string>(to: S) =>
  ({ 'accept-cost': { to }, 'refuse-cost': { to, message: 'CostRefused' } }) as const;
/** The supplier reports the return of an item that was not sent home by our state: staff confirm it. */
export const reportedHome = <S extends string>(to: S) =>
  ({
    completed: { ...ENDS, outside: { to, attention: 'reported-home', reportedEnd: 'home' } },
    'confirm-home': ENDS,
    // It claims damage of an item that is not returned by our state, so that staff decide this too.
    'damage-claimed': { ...CLAIMED, outside: { to, attention: 'reported-home', reportedEnd: 'home' } },
  }) as const;
/** The item is here whatever a partner reports about its end: the report is stored, and staff confirm it. */
export const isHere = <S extends string>(to: S) =>
  ({
    ...decidesCost(to),
    ...reportedHome(to),
    'closed-without-return': {
      ...ITEM_ENDS['closed-without-return'],
      outside: { to, attention: 'reported-lost', reportedEnd: 'lost' },
    },
    'confirm-lost': REPLACEMENT,
  }) as const;
export const ITEM_OUT = {
  ...ITEM_ENDS,
  'damage-claimed': CLAIMED,
  'report-lost': { to: 'lost', message: 'Lost' },
} as const;
export const SHIP_BACK = { to: 'shipped-back', message: 'ShippedReturn', timer: 'home-by' } as const;
export const TAKE_BACK = { to: 'returned-by-patron', timer: 'ship-back-by' } as const;
export const NEXT_SUPPLIER = { to: 'unfilled', timer: 'source-by' } as const;
export const ASK_TO_CANCEL = { to: 'cancel-pending', message: 'Cancel', timer: 'cancel-answer-by' } as const;
export const ACCEPT_CLAIM = {
  ...ENDS,
  message: 'ClaimAccepted',
  unpaid: { ...COST_OPEN, message: 'ClaimAccepted' },
} as const;

// Possible answers of a supplier until it ships; it may also change its mind and cancel.
export const ANSWERED = {
  'will-supply': { to: 'will-supply', timer: 'ship-by' },
  loaned: { to: 'shipped', timer: 'arrive-by' },
  'copy-supplied': { to: 'copy-received', timer: 'copy-by', closesAsk: 'completed' },
  'terms-offered': { to: 'terms-offered', timer: 'terms-by' },
  'conditions-set': { to: 'conditions-set', timer: 'terms-by' },
  unfilled: { ...NEXT_SUPPLIER, closesAsk: 'unfilled' },
  'cancel-accepted': { ...NEXT_SUPPLIER, closesAsk: 'unfilled' },
  // The promise or offer of the previous supplier no longer applies.
  'goes-on': { to: 'asked', timer: 'answer-by' },
} as const;
/** A refused cancellation returns a request to its state before it: unanswered, or with terms not agreed to (C80). */
export const BACK = {
  asked: { to: 'asked', timer: 'answer-by' },
  'terms-offered': ANSWERED['terms-offered'],
  'conditions-set': ANSWERED['conditions-set'],
  'retry-waiting': { to: 'retry-waiting', timer: 'retry-at' },
} as const;
const WITHDRAWN = { ...NEXT_SUPPLIER, message: 'Withdraw' } as const;
export const LET_GO = { withdraw: { ...WITHDRAWN, closesAsk: 'withdrawn' }, cancel: ASK_TO_CANCEL } as const;
export const TIMED_OUT = { ...WITHDRAWN, closesAsk: 'timed-out' } as const;
export const TERMS_REFUSED = { ...WITHDRAWN, closesAsk: 'terms-refused' } as const;

/** A request that is stopped before anybody is asked, until staff decide (C86). */
export const STOPPED = { 'let-through': { to: 'requested', timer: 'source-by' }, cancel: { to: 'cancelled' } } as const;
export const AMENDED = { amend: { to: 'requested', timer: 'source-by' } } as const;

/** The supplier extends the loan, requested or not; its state stays. */
export const lentFor = <S extends string>(to: S) => ({ 'due-changed': { to, attention: 'due-changed' } }) as const;

/** The supplier asks whoever has the item to retain it for now; the state stays. */
export const keeps = <S extends string>(to: S) =>
  ({
    'return-held': { to, attention: 'return-held', holdsReturn: true },
    'return-released': { to, calms: true, holdsReturn: false },
  }) as const;

// Possible acts and messages of a supplier whenever its item is away.
export const ITEM_HOME = {
  'check-in': { to: 'completed', message: 'LoanCompleted' },
  'check-in-damaged': { to: 'damage-claimed', message: 'DamageClaimed', timer: 'claim-by' },
  'declare-lost': { to: 'closed-lost', message: 'CompletedWithoutReturn' },
} as const;
export const ITEM_COMING = { ...ITEM_HOME, 'lost-reported': { to: 'lost' } } as const;
export const SENT_HOME = { to: 'returned', timer: 'home-by' } as const;
export const ITEM_AWAY = { ...ITEM_COMING, 'shipped-return': SENT_HOME } as const;
export const RECALL = { to: 'recalled', message: 'Recalled', timer: 'home-by' } as const;
/** An overdue return requests staff attention: nobody else notices that an item was lost in transit, or never sent. */
export const homeLate = <S extends string>(to: S) =>
  ({ 'home-late': { to, timer: 'home-by', attention: 'home-late' } }) as const;
export const SHIP = { to: 'shipped', message: 'Loaned', timer: 'due', wants: 'loan' } as const;
export const DECLINE = { to: 'unfilled', message: 'Unfilled' } as const;
/** No staff step lets an offer lapse: its time does, by the policy. */
export const LAPSE = { ...DECLINE, reason: 'PolicyProblem' } as const;
export const DUE_PASSED = { to: 'overdue', message: 'Overdue' } as const;
export const WAIVE_CLAIM = { to: 'completed', message: 'LoanCompleted' } as const;
export const SUPPLY = {
  decline: DECLINE,
  ship: SHIP,
  'supply-copy': { to: 'completed', message: 'CopySupplied', wants: 'copy' },
  withdrawn: { to: 'cancelled' },
} as const;

/** Messages of both sides about the return while the item is away; the state stays. */
export const talksOfReturn = <S extends string>(to: S) =>
  ({
    'hold-return': { to, message: 'HoldReturn' },
    'release-return': { to, message: 'ReleaseHoldReturn' },
    'return-delayed': { to, attention: 'return-delayed' },
  }) as const;
