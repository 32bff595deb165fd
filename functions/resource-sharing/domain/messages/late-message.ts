import { type Ask, isOurs, type LoanRequest } from '../requests/request.ts';
import type { AskOutcome, RequesterState, SupplierState } from '../workflow/states.ts';
import { MESSAGES, type MessageName } from '../workflow/triggers.ts';
import { hasLent } from './disagreement.ts';

/**
 * How far a request has come by each informational message; questions, offers that need an answer and claims are
 * absent.
 */
const STAGES: { readonly [N in MessageName]?: number } = {
  ...{ Expected: 1, TermsOffered: 2, ConditionsSet: 2, WillSupply: 2, CancelRefused: 2 },
  Loaned: 3,
  ...{ Overdue: 4, Recalled: 4, Renewed: 4, RenewRefused: 4, HoldReturn: 4, ReleaseHoldReturn: 4 },
  ...{ ConditionsAgreed: 1, Received: 2, ReturnDelayed: 3, ShippedReturn: 3, ClaimAccepted: 4 },
};

/** States of a request whose item is no longer out, so that nothing about its return applies. */
const BEHIND_THE_LOAN: ReadonlySet<RequesterState> = new Set([
  ...(['lost', 'damage-claimed', 'claim-disputed', 'cost-claimed', 'replacement-claimed'] as const),
]);
const hasSentCopy = ({ history }: LoanRequest, { askId }: Ask): boolean =>
  history.some(
    ({ trigger, askId: of }) => of === askId && (trigger === 'copy-supplied' || trigger === 'copy-came-anyway'),
  );

const stageOfRequester = (request: LoanRequest, ask: Ask): number => {
  if (ask.outcome === 'completed' || ask.outcome === 'lost' || BEHIND_THE_LOAN.has(request.state)) return 4;
  return hasLent(request, ask) || hasSentCopy(request, ask) ? 3 : 0;
};

const STAGE_OF_SUPPLIER: { readonly [S in SupplierState]?: number } = {
  ...{ shipped: 1, 'on-loan': 2, 'renewal-asked': 2, overdue: 2, recalled: 2 },
  ...{ returned: 3, lost: 2, 'damage-claimed': 3, 'claim-disputed': 3, completed: 4, 'closed-lost': 1 },
};

/**
 * Asks that ended without the supplier. The supplier had not received our message yet, and its agreement brings nothing
 * new.
 */
const LET_GO: ReadonlySet<AskOutcome | undefined> = new Set([
  ...(['unfilled', 'timed-out', 'withdrawn', 'cancelled', 'unreachable', 'terms-refused'] as const),
]);
const AGREES: ReadonlySet<MessageName> = new Set(['Unfilled', 'CancelAccepted']);
const UNAWARE: ReadonlySet<MessageName> = new Set(['Expected', 'TermsOffered']);

const isShipped = ({ history }: LoanRequest, { askId }: Ask): boolean =>
  history.some((step) => step.askId === askId && step.trigger === 'ship');

const isLateFromSupplier = (request: LoanRequest, ask: Ask, name: MessageName): boolean => {
  const { state } = request;
  if (name === 'LoanCompleted') return ask.outcome === 'completed' || state === 'cost-claimed';
  if (name === 'CompletedWithoutReturn') return ask.outcome === 'lost' || state === 'replacement-claimed';
  if (name === 'CopySupplied') return hasSentCopy(request, ask);
  const stage = STAGES[name] ?? Number.POSITIVE_INFINITY;
  return stage <= stageOfRequester(request, ask) && (stage < 3 || hasLent(request, ask));
};

const isLateFromRequester = (request: LoanRequest, ask: Ask, name: MessageName): boolean => {
  if (name === 'Lost') return ask.supplierState === 'closed-lost';
  const stage = STAGES[name] ?? Number.POSITIVE_INFINITY;
  // An item that was never shipped is not on its way home.
  const fits = stage < 3 || isShipped(request, ask);
  return fits && stage <= (STAGE_OF_SUPPLIER[ask.supplierState] ?? 0);
};

/**
 * Classifies a partner's message without a table row: `late` when it only reports what is known or was so before (that
 * it received our copy; that it will supply, after its item arrived), `let-go` when a supplier agrees to the end of its
 * ask. Such a message is understood and changes nothing. Undefined for one that asks, offers or contradicts.
 */
export const lateMessage = (
  request: LoanRequest,
  { name, askId }: { name: MessageName; askId: string },
): 'late' | 'let-go' | undefined => {
  const ask = request.asks.find((one) => one.askId === askId);
  const { from } = MESSAGES[name];
  if (ask === undefined || isOurs(request, from, ask)) return undefined;
  if (from === 'requester') return isLateFromRequester(request, ask, name) ? 'late' : undefined;
  if (ask.closedAt !== undefined && LET_GO.has(ask.outcome)) {
    if (AGREES.has(name)) return 'let-go';
    return UNAWARE.has(name) ? 'late' : undefined;
  }
  return isLateFromSupplier(request, ask, name) ? 'late' : undefined;
};
