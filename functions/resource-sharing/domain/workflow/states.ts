import type { TimerName } from './timers.ts';
import type { MessageName, Trigger } from './triggers.ts';

/** States of a loan request as the requesting member sees it. */
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

/** States of one ask as the member asked to supply sees it. */
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

/** Why a request that has not moved on wants a person's eye. */
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
  /** The code that is said for it where nobody gives one. */
  reason?: string;
  /** Ends an attention (any, or this one only) although the state stays; a change of state does, but see `attentive` for notes. */
  calms?: true | 'note-received';
  /** The supplier asks to keep the item (or for it again): while kept, it cannot be sent home. */
  holdsReturn?: boolean;
  /** Only when this is what the requester wants, the item itself or a copy; else whatever it wants. */
  wants?: 'loan' | 'copy';
  closesAsk?: AskOutcome;
  /** The supplier says that the loan has ended, and the item is here. */
  reportedEnd?: 'home' | 'lost';
};

/** What a trigger does in a state: where to, what the other side is told, which timer starts, how the ask ends. */
export type Transition<S extends string> = Arrow<S> & {
  /** Instead, where it is no more than the word of a partner outside. */
  outside?: Arrow<S>;
  /** Instead, while nobody has decided on a cost that a partner outside claims. */
  unpaid?: Arrow<S>;
  /** Instead, before the day from which the supplier wants to be asked again. */
  early?: Arrow<S>;
  /** Instead, by where the request stood when it was cancelled: a refused cancellation leads back to it. */
  back?: { readonly [B in RequesterState]?: Arrow<S> };
};

/** One state: what people call it, what it means, whether it is an end, whether this side's staff hold it up. */
export type StateRow<S extends string> = {
  display: string;
  meaning: string;
  initial?: true;
  final?: true;
  needsAttention?: true;
  on: { readonly [T in Trigger]?: Transition<S> };
};

/** Some states of the requester's half of the workflow: one phase of it. */
export type RequesterPhase = { readonly [S in RequesterState]?: StateRow<RequesterState> };

/** The shape of the workflow table: side, then state. */
export type Table = {
  requester: Record<RequesterState, StateRow<RequesterState>>;
  supplier: Record<SupplierState, StateRow<SupplierState>>;
};
