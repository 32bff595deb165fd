import type { TimerName } from './timers.ts';
import type { MessageName, Trigger } from './triggers.ts';

/** States of a request for the requesting member. */
export type RequesterState =
  | 'requested'
  | 'invalid-patron'
  | 'duplicate'
  | 'blank-form'
  | 'over-limit'
  | 'copyright-review'
  | 'local-review'
  | 'asked'
  | 'will-supply'
  | 'terms-offered'
  | 'conditions-set'
  | 'retry-waiting'
  | 'cancel-pending'
  | 'unfilled'
  | 'copy-received'
  | 'shipped'
  | 'received'
  | 'lent'
  | 'renewal-asked'
  | 'overdue'
  | 'recalled'
  | 'returned-by-patron'
  | 'shipped-back'
  | 'damage-claimed'
  | 'claim-disputed'
  | 'lost'
  | 'cost-claimed'
  | 'replacement-claimed'
  | 'completed'
  | 'closed-lost'
  | 'filled-locally'
  | 'end-of-rota'
  | 'cancelled';

/** States of one ask for the member asked to supply. */
export type SupplierState =
  | 'request-received'
  | 'terms-offered'
  | 'will-supply'
  | 'cancel-requested'
  | 'shipped'
  | 'on-loan'
  | 'renewal-asked'
  | 'overdue'
  | 'recalled'
  | 'returned'
  | 'damage-claimed'
  | 'claim-disputed'
  | 'lost'
  | 'completed'
  | 'closed-lost'
  | 'unfilled'
  | 'cancelled';

/** How an ask ended for the requester. */
export type AskOutcome =
  | 'unfilled'
  | 'timed-out'
  | 'withdrawn'
  | 'cancelled'
  | 'unreachable'
  | 'terms-refused'
  | 'unusable'
  | 'completed'
  | 'lost';

/** The reason why a request needs staff attention although its state has not changed. */
export type Attention =
  | 'sourcing-stalled'
  | 'ship-late'
  | 'arrival-late'
  | 'pickup-late'
  | 'ship-back-late'
  | 'home-late'
  | 'overdue'
  | 'recalled'
  | 'renewal-refused'
  | 'renewal-unanswered'
  | 'due-changed'
  | 'reply-late'
  | 'perhaps-double'
  | 'return-held'
  | 'return-delayed'
  | 'copy-late'
  | 'claim-late'
  | 'cost-claimed'
  | 'reported-home'
  | 'reported-lost'
  | 'came-anyway'
  | 'message-undelivered'
  | 'note-received'
  | 'sides-disagree';

type Arrow<S extends string> = {
  to: S;
  message?: MessageName;
  timer?: TimerName;
  attention?: Attention;
  /** The code sent when none is given. */
  reason?: string;
  /**
   * Ends an attention (any, or only this one) although the state stays; a change of state does too, but see
   * `needs-attention.ts` for notes.
   */
  calms?: true | 'note-received' | 'message-undelivered';
  /** The supplier requests that the item is not returned yet (or is returned after all): until then it cannot be sent home. */
  holdsReturn?: boolean;
  /** Only for this requested service, the item itself or a copy; otherwise for both. */
  wants?: 'loan' | 'copy';
  closesAsk?: AskOutcome;
  /** The supplier reports the end of the loan, and the item is here. */
  reportedEnd?: 'home' | 'lost';
};

/** The effect of a trigger in a state: next state, message to the other side, timer, end of the ask. */
export type Transition<S extends string> = Arrow<S> & {
  /** Instead, when only a partner reports it. */
  outside?: Arrow<S>;
  /** Instead, while a partner's claimed cost is undecided. */
  unpaid?: Arrow<S>;
  /** Instead, before the day from which the supplier can be asked again. */
  early?: Arrow<S>;
  /** Instead, by the state before the cancellation, to which a refused cancellation returns. */
  back?: { readonly [B in RequesterState]?: Arrow<S> };
};

/** One state: its label, its meaning, whether it is final, whether this side's staff have to act. */
export type StateRow<S extends string> = {
  display: string;
  meaning: string;
  initial?: true;
  final?: true;
  needsAttention?: true;
  on: { readonly [T in Trigger]?: Transition<S> };
};

/** Some states of the requester's half: one phase of the workflow. */
export type RequesterPhase = { readonly [S in RequesterState]?: StateRow<RequesterState> };

/** The workflow table: side, then state. */
export type Table = {
  requester: Record<RequesterState, StateRow<RequesterState>>;
  supplier: Record<SupplierState, StateRow<SupplierState>>;
};
