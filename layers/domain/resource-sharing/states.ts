import type { TimerName } from './timers.ts';
import type { MessageName, Trigger } from './triggers.ts';

/** States of a loan request as the requesting member sees it. */
export type RequesterState =
  | 'requested'
  | 'asked'
  | 'will-supply'
  | 'cancel-pending'
  | 'unfilled'
  | 'shipped'
  | 'received'
  | 'lent'
  | 'renewal-asked'
  | 'overdue'
  | 'recalled'
  | 'returned-by-patron'
  | 'shipped-back'
  | 'lost'
  | 'completed'
  | 'closed-lost'
  | 'end-of-rota'
  | 'cancelled';

/** States of one ask as the member asked to supply sees it. */
export type SupplierState =
  | 'request-received'
  | 'will-supply'
  | 'cancel-requested'
  | 'shipped'
  | 'on-loan'
  | 'renewal-asked'
  | 'overdue'
  | 'recalled'
  | 'returned'
  | 'lost'
  | 'completed'
  | 'closed-lost'
  | 'unfilled'
  | 'cancelled';

/** How an ask ended for the requester. */
export type AskOutcome = 'unfilled' | 'timed-out' | 'withdrawn' | 'cancelled' | 'completed' | 'lost';

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
  | 'renewal-unanswered';

/** What a trigger does in a state: where to, what the other side is told, which timer starts, how the ask ends. */
export type Transition<S extends string> = {
  to: S;
  message?: MessageName;
  timer?: TimerName;
  attention?: Attention;
  /** Ends an attention although the state stays; a change of state always does. */
  calms?: true;
  closesAsk?: AskOutcome;
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

/** The shape of the workflow table: side, then state. */
export type Table = {
  requester: Record<RequesterState, StateRow<RequesterState>>;
  supplier: Record<SupplierState, StateRow<SupplierState>>;
};
