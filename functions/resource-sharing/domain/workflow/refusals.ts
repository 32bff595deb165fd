import { hasOpenClaim } from '../charges/claims.ts';
import { type Ask, currentAsk, isOurs, type LoanRequest, needByPassed, nextSupplier } from '../requests/request.ts';
import type { TriggerContext } from './context.ts';
import { UNDELIVERED } from './notes.ts';
import { otherSide, TRIGGERS, type Trigger } from './triggers.ts';
import { stateRow } from './workflow.ts';

/** Every reason for which the workflow refuses a trigger, with its text. */
export const LOAN_REFUSALS = {
  'no-such-ask': 'The request has no ask with this id.',
  'ask-missing': 'The trigger must name the ask that it is about.',
  'ask-closed': 'This ask has ended; the request has gone on without this supplier.',
  'ask-id-used': 'An earlier ask of this request has this id.',
  'ask-open': 'Another supplier is being asked.',
  'request-ended': 'The request has ended.',
  'not-in-this-state': 'This cannot be done in the state that the request is in.',
  'sequence-missing': 'A message must carry its sequence number.',
  'timer-not-running': 'This timer is not running.',
  'timer-not-due': 'This timer has not run out yet.',
  'rota-exhausted': 'Every supplier on the rota has been asked.',
  'rota-not-exhausted': 'There is a supplier on the rota that has not been asked.',
  'need-by-passed': 'The day by which the patron needs the item has passed.',
  'item-missing': 'The item and its barcode must be named.',
  'due-missing': 'The due date must be named.',
  'due-not-later': 'The due date must lie in the future, and a renewed one after the old one.',
  'reason-missing': 'The reason must be named.',
  'other-item': 'The scanned barcode is not that of the item lent.',
  'terms-missing': 'The terms (conditions, cost, dates, what there is instead) must be named.',
  'document-missing': 'The copy that is sent must be named: a document that was uploaded, or where to fetch it.',
  'loan-wanted': 'The requester wants the item itself, not a copy.',
  'copy-wanted': 'The requester wants a copy, not the item itself.',
  'return-held': 'The supplier asks to keep the item for now.',
  'cost-missing': 'The cost must be named.',
  'no-claim': 'No cost is claimed on which nobody has decided.',
  'cost-undecided': 'The supplier claims more than may be spent: accept or refuse that first.',
  'not-reported': 'The supplier has not said so.',
  'nothing-came': 'Nothing has come from a supplier that was asked no more.',
  'no-partner': 'Both sides are members: nothing is sent between them.',
  'note-missing': 'Say what is to be written.',
  'nothing-undelivered': 'No message of this request waits for delivery.',
} as const;

/** The code of a refusal. */
export type LoanRefusalCode = keyof typeof LOAN_REFUSALS;

/** A refusal as the caller sees it. */
export type LoanRefusal = { code: LoanRefusalCode; detail: string };

/** Builds one refusal in the API's form. */
export const refuse = (code: LoanRefusalCode): { refused: LoanRefusal[] } => ({
  refused: [{ code, detail: LOAN_REFUSALS[code] }],
});

type Guard = (request: LoanRequest, context: TriggerContext) => LoanRefusalCode | undefined;
type Occasion = (request: Pick<LoanRequest, 'asks' | 'claims' | 'reportedEnd'>) => LoanRefusalCode | undefined;

const refuseDueNotAfter = (due: string | undefined, earliest: string): LoanRefusalCode | undefined => {
  if (due === undefined) return 'due-missing';
  return Date.parse(due) > Date.parse(earliest) ? undefined : 'due-not-later';
};

const later = (a: string, b: string | undefined): string => (b !== undefined && Date.parse(b) > Date.parse(a) ? b : a);

// A scan is optional, but when there is one it must be the item of this loan.
const refuseOtherItem: Guard = (request, { barcode }) =>
  barcode !== undefined && request.barcode !== undefined && barcode !== request.barcode ? 'other-item' : undefined;

// A retry for these reasons needs no further details: the requester asks again later, or cites better.
const TELLS_ALL: ReadonlySet<string> = new Set([
  ...['OnLoan', 'OnOrder', 'AtBindery', 'NotCurrentAvailableForILL', 'NotFoundAsCited'],
]);

const refuseUnclaimed: Occasion = (request) => (hasOpenClaim(request) ? undefined : 'no-claim');
const refuseUnsaid =
  (end: LoanRequest['reportedEnd']): Occasion =>
  ({ reportedEnd }) =>
    reportedEnd === end ? undefined : 'not-reported';
const cameAnyway = ({ asks }: Pick<LoanRequest, 'asks'>, what?: Ask['cameAnyway']): boolean =>
  asks.some((ask) => ask.cameAnyway !== undefined && (what === undefined || ask.cameAnyway === what));

/** Steps that the table allows in many states, with the condition under which they apply. */
const ON_OCCASION: { readonly [T in Trigger]?: Occasion } = {
  'accept-cost': refuseUnclaimed,
  'refuse-cost': refuseUnclaimed,
  'confirm-home': refuseUnsaid('home'),
  'confirm-lost': refuseUnsaid('lost'),
  'send-back': (request) => (cameAnyway(request, 'item') ? undefined : 'nothing-came'),
  'set-aside': (request) => (cameAnyway(request) ? undefined : 'nothing-came'),
};

/** Whether the other side is a partner now, so that a note reaches someone. */
export const speaksToPartner = (
  request: LoanRequest,
  { side, askId }: Pick<TriggerContext, 'side' | 'askId'>,
): boolean => {
  const ask = askId === undefined ? currentAsk(request) : request.asks.find((one) => one.askId === askId);
  return ask !== undefined && ask.closedAt === undefined && !isOurs(request, otherSide(side), ask);
};
const refuseEmptyNote: Guard = (request, context) => {
  if (!speaksToPartner(request, context)) return 'no-partner';
  return context.note === undefined ? 'note-missing' : undefined;
};

const refuseWithin: Guard = (request, { side, askId }) => {
  const ask = request.asks.find((one) => one.askId === askId);
  return isOurs(request, otherSide(side), ask) ? 'no-partner' : undefined;
};

const refuseDelivered: Guard = ({ attention, asks }, { side, askId }) => {
  const flagged = side === 'requester' ? attention : asks.find((one) => one.askId === askId)?.attention;
  return flagged === UNDELIVERED ? undefined : 'nothing-undelivered';
};

/** The requirements of a trigger besides the state. */
const GUARDS: { readonly [T in Trigger]?: Guard } = {
  ...ON_OCCASION,
  'deliver-copy': (request) => (hasOpenClaim(request) ? 'cost-undecided' : undefined),
  'let-through': (_, { reason }) => (reason === undefined ? 'reason-missing' : undefined),
  'offer-terms': (_, { reason, terms }) => {
    if (reason === undefined) return 'reason-missing';
    return terms === undefined && !TELLS_ALL.has(reason) ? 'terms-missing' : undefined;
  },
  'supply-copy': (_, { documentId, url }) =>
    documentId === undefined && url === undefined ? 'document-missing' : undefined,
  'send-failed': refuseWithin,
  'request-refused': refuseWithin,
  'failed-message-settled': refuseDelivered,
  'failed-answer-settled': refuseDelivered,
  // Sent once: a partner that answers each cancellation with a promise must not cause endless messages.
  'promised-anyway': ({ history }, { askId }) =>
    history.some((step) => step.trigger === 'promised-anyway' && step.askId === askId) ? 'ask-closed' : undefined,
  'write-to-supplier': refuseEmptyNote,
  'write-to-requester': refuseEmptyNote,
  'check-in-damaged': (_, { terms }) => (terms?.cost === undefined ? 'cost-missing' : undefined),

  ask: (request, { at }) => {
    if (nextSupplier(request) === undefined) return 'rota-exhausted';
    return needByPassed(request, at) ? 'need-by-passed' : undefined;
  },
  'rota-ended': (request, { at }) =>
    nextSupplier(request) !== undefined && !needByPassed(request, at) ? 'rota-not-exhausted' : undefined,
  ship: (_, { itemId, barcode, due, at }) =>
    itemId === undefined || barcode === undefined ? 'item-missing' : refuseDueNotAfter(due, at),
  receive: refuseOtherItem,
  return: refuseOtherItem,
  'ship-back': (request, context) => (request.holdsReturn ? 'return-held' : refuseOtherItem(request, context)),
  'check-in': refuseOtherItem,
  decline: (_, { reason }) => (reason === undefined ? 'reason-missing' : undefined),
  'accept-renewal': (request, { due, at }) => refuseDueNotAfter(due, later(at, request.due)),
};

/** Whether an occasional step applies to the request as it is. */
export const hasOccasion = (request: Parameters<Occasion>[0], trigger: Trigger): boolean =>
  ON_OCCASION[trigger]?.(request) === undefined;

/** Refuses a loan transition for a copy request, and the other way round. */
export const refuseByService = ({ service }: LoanRequest, wants?: 'loan' | 'copy'): LoanRefusalCode | undefined => {
  if (wants === undefined || service === wants || service === 'copy-or-loan') return undefined;
  return service === 'loan' ? 'loan-wanted' : 'copy-wanted';
};

/** Checks what the trigger lacks, when the state allows it. */
export const refuseByGuard = (
  request: LoanRequest,
  trigger: Trigger,
  context: TriggerContext,
): LoanRefusalCode | undefined => {
  // Notes between members are not stored, so that none may appear to be sent.
  const isLost =
    TRIGGERS[trigger].source === 'person' && context.note !== undefined && !speaksToPartner(request, context);
  return isLost ? 'no-partner' : GUARDS[trigger]?.(request, context);
};

/** Explains why a trigger has no row in the current state, as precisely as possible. */
export function refuseByState(
  request: LoanRequest,
  ask: Ask | undefined,
  side: TriggerContext['side'],
): LoanRefusalCode {
  if (side === 'supplier') return ask?.closedAt === undefined ? 'not-in-this-state' : 'ask-closed';
  return stateRow('requester', request.state)?.final ? 'request-ended' : 'not-in-this-state';
}

/** A timer fires only while it runs and when it is due, so that an old or early call changes nothing. */
export function refuseTimer(
  request: LoanRequest,
  trigger: Trigger,
  context: TriggerContext,
): LoanRefusalCode | undefined {
  if (TRIGGERS[trigger].source !== 'timer') return undefined;
  const timer = request.timers[context.side];
  if (timer?.trigger !== trigger) return 'timer-not-running';
  if (timer.askId !== undefined && timer.askId !== context.askId) return 'timer-not-running';
  return Date.parse(context.at) < Date.parse(timer.at) ? 'timer-not-due' : undefined;
}
