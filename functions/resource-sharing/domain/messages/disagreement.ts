import { type Ask, isOurs, type LoanRequest } from '../requests/request.ts';
import { type ActResult, act } from '../workflow/act.ts';
import type { TriggerContext } from '../workflow/context.ts';
import type { AskOutcome, RequesterState, SupplierState } from '../workflow/states.ts';
import { MESSAGES, type MessageName, otherSide, type Trigger } from '../workflow/triggers.ts';

/** Messages that a supplier does not send after it has shipped the item, with the states in which that is so. */
const OF_NOTHING_SENT: ReadonlySet<MessageName> = new Set(['Unfilled', 'CancelAccepted']);
const SENT: ReadonlySet<RequesterState> = new Set([
  ...(['shipped', 'received', 'lent', 'renewal-asked', 'overdue', 'recalled'] as const),
  ...(['returned-by-patron', 'shipped-back', 'damage-claimed', 'claim-disputed', 'lost'] as const),
]);

/** Messages that a requester does not send without an item of ours, with the states in which we have sent none. */
const OF_THE_ITEM: ReadonlySet<MessageName> = new Set(['Received', 'ShippedReturn', 'Lost', 'ReturnDelayed']);
const UNSENT: ReadonlySet<SupplierState> = new Set([
  ...(['request-received', 'terms-offered', 'will-supply', 'cancel-requested', 'unfilled', 'cancelled'] as const),
]);

/**
 * Messages that a supplier does not send when it has lent nothing, in any state of its ask: also a former supplier, or
 * one that sent a copy.
 */
const OF_ITS_LOAN: ReadonlySet<MessageName> = new Set([
  ...(['Overdue', 'Recalled', 'CompletedWithoutReturn', 'DamageClaimed'] as const),
  ...(['HoldReturn', 'ReleaseHoldReturn', 'Renewed'] as const),
]);
/** Asks that we cancelled: a supplier that refuses the cancellation sends its item, though nobody waits for it. */
const GIVEN_UP: ReadonlySet<AskOutcome | undefined> = new Set([
  ...(['withdrawn', 'timed-out', 'terms-refused', 'cancelled'] as const),
]);
const LENDS: ReadonlySet<Trigger> = new Set(['loaned', 'item-came-anyway']);
/** Whether this supplier has sent its item for the request. */
export const hasLent = ({ history }: LoanRequest, { askId }: Ask): boolean =>
  history.some((step) => step.askId === askId && LENDS.has(step.trigger));

/** A contradicting message: its name, its ask and its time. */
type Contradiction = { name: MessageName; askId: string } & Pick<TriggerContext, 'at' | 'by' | 'policy'>;

/**
 * Flags a request when a partner's message contradicts our state and has no table row: nothing moves, and staff decide
 * which side is right. Undefined when the message is only late or repeated, as about an ended ask with a successor.
 */
export const disagreed = (request: LoanRequest, { name, askId, ...context }: Contradiction): ActResult | undefined => {
  const ask = request.asks.find((one) => one.askId === askId);
  const { from } = MESSAGES[name];
  if (ask === undefined || isOurs(request, from, ask)) return undefined;
  const otherwise =
    from === 'supplier'
      ? (ask.closedAt === undefined && OF_NOTHING_SENT.has(name) && SENT.has(request.state)) ||
        (OF_ITS_LOAN.has(name) && !hasLent(request, ask)) ||
        (name === 'CancelRefused' && GIVEN_UP.has(ask.outcome))
      : OF_THE_ITEM.has(name) && UNSENT.has(ask.supplierState);
  const called = from === 'supplier' ? request.attention : ask.attention;
  // A repeated contradiction is flagged once.
  if (!otherwise || called === 'sides-disagree') return undefined;
  const side = otherSide(from);
  return act(request, 'contradicted', { ...context, side, askId, sequence: ask.seen[side] + 1 });
};
