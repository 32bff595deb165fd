import { type Ask, isOurs, type LoanRequest } from '../requests/request.ts';
import { type ActResult, act } from '../workflow/act.ts';
import type { TriggerContext } from '../workflow/context.ts';
import type { AskOutcome, RequesterState, SupplierState } from '../workflow/states.ts';
import { MESSAGES, type MessageName, otherSide, type Trigger } from '../workflow/triggers.ts';

/** What no supplier says that has sent us its item; and where that is so. */
const OF_NOTHING_SENT: ReadonlySet<MessageName> = new Set(['Unfilled', 'CancelAccepted']);
const SENT: ReadonlySet<RequesterState> = new Set([
  ...(['shipped', 'received', 'lent', 'renewal-asked', 'overdue', 'recalled'] as const),
  ...(['returned-by-patron', 'shipped-back', 'damage-claimed', 'claim-disputed', 'lost'] as const),
]);

/** What no requester says that has nothing from us; and where we have sent it nothing. */
const OF_THE_ITEM: ReadonlySet<MessageName> = new Set(['Received', 'ShippedReturn', 'Lost', 'ReturnDelayed']);
const UNSENT: ReadonlySet<SupplierState> = new Set([
  ...(['request-received', 'terms-offered', 'will-supply', 'cancel-requested', 'unfilled', 'cancelled'] as const),
]);

/** What no supplier says that has lent nothing, wherever its ask stands: also of one that is asked no more, or sent a copy. */
const OF_ITS_LOAN: ReadonlySet<MessageName> = new Set([
  ...(['Overdue', 'Recalled', 'CompletedWithoutReturn', 'DamageClaimed'] as const),
  ...(['HoldReturn', 'ReleaseHoldReturn', 'Renewed'] as const),
]);
/** Asks that we let go ourselves: a supplier that refuses that sends its thing all the same, though nobody waits for it. */
const GIVEN_UP: ReadonlySet<AskOutcome | undefined> = new Set([
  ...(['withdrawn', 'timed-out', 'terms-refused', 'cancelled'] as const),
]);
const LENDS: ReadonlySet<Trigger> = new Set(['loaned', 'item-came-anyway']);
/** Whether this supplier has sent its item for the request. */
export const hasLent = ({ history }: LoanRequest, { askId }: Ask): boolean =>
  history.some((step) => step.askId === askId && LENDS.has(step.trigger));

/** What a partner said, of which ask, when. */
type Contradiction = { name: MessageName; askId: string } & Pick<TriggerContext, 'at' | 'by' | 'policy'>;

/**
 * The request when a partner says what cannot be by our own state, for which the table has no place: it moves nothing, and a
 * person looks at which of the two is right. Undefined where what it says is merely late or said twice, as of an ask that has
 * ended and been followed by another.
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
  // Said again and again, it needs to be looked at once.
  if (!otherwise || called === 'sides-disagree') return undefined;
  const side = otherSide(from);
  return act(request, 'contradicted', { ...context, side, askId, sequence: ask.seen[side] + 1 });
};
