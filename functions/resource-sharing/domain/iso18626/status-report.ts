import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import { agencyOf } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import type { IsoMessage, MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { Question } from '../messages/pending-answer.ts';
import type { Ask, LoanRequest } from '../requests/request.ts';
import { isBetweenUs, isBroadcast } from '../rota/member-rota.ts';
import type { SupplierState } from '../workflow/states.ts';
import { awaitsAgreement } from './conditional-promise.ts';
import { retryInfoOf } from './retry-info.ts';
import type { Parties } from './writing.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;
type Status = Supplied['statusInfo']['status'];
type Info = Supplied['messageInfo'];

const states: Record<SupplierState, Status> = {
  'request-received': 'RequestReceived',
  'terms-offered': 'RetryPossible',
  'will-supply': 'WillSupply',
  'cancel-requested': 'WillSupply',
  shipped: 'Loaned',
  'on-loan': 'Loaned',
  'renewal-asked': 'Loaned',
  overdue: 'Overdue',
  recalled: 'Recalled',
  returned: 'Loaned',
  'damage-claimed': 'Loaned',
  'claim-disputed': 'Loaned',
  lost: 'Loaned',
  completed: 'LoanCompleted',
  'closed-lost': 'CompletedWithoutReturn',
  unfilled: 'Unfilled',
  cancelled: 'Cancelled',
};

/** A broadcast request has another status than its last ask: the next member is still to be asked. */
const statusInConsortium = (request: LoanRequest): Status | undefined => {
  if (isBroadcast(request) && request.state === 'cancelled') return 'Cancelled';
  if (!isBetweenUs(request)) return undefined;
  return request.history.some(({ trigger }) => trigger === 'accept') ? 'ExpectToSupply' : 'RequestReceived';
};

/** Returns the ISO 18626 status of a partner’s request. */
export const statusNow = (request: LoanRequest, ask: Ask, ends: Parties): Status => {
  const { supplierState } = ask;
  const inConsortium = statusInConsortium(request);
  if (inConsortium) return inConsortium;
  if (awaitsAgreement(ask, ends)) return 'ExpectToSupply';
  const isCopy = request.documentId !== undefined || request.barcode === undefined;
  return supplierState === 'completed' && isCopy ? 'CopyCompleted' : states[supplierState];
};

/** Writes the header of our supplier's messages: the partner’s number, and ours. */
export const headerOf = (request: LoanRequest, ends: Parties, at: string): Supplied['header'] => ({
  supplyingAgencyId: agencyOf(ends.ours),
  requestingAgencyId: agencyOf(request.partner?.requestingAgency ?? ends.theirs),
  timestamp: at,
  requestingAgencyRequestId: request.partner?.requestId ?? request.requestId,
  supplyingAgencyRequestId: request.requestId,
});

const answered = (status: Status, answers: Question | undefined): Info => {
  if (answers === undefined) return { reasonForMessage: 'StatusRequestResponse' };
  const done = answers === 'Cancel' && status === 'Cancelled';
  return { reasonForMessage: `${answers}Response`, answerYesNo: done ? 'Y' : 'N' };
};

/** Finds the reason of the status: that of the refusal, or of the open offer. */
const reasonOf = (status: Status, { history }: LoanRequest, { offer }: Ask): Partial<Info> => {
  const no = history.findLast(({ side, to }) => side === 'supplier' && to === 'unfilled')?.note;
  if (status === 'Unfilled' && no !== undefined) return { reasonUnfilled: { value: no } };
  return status === 'RetryPossible' && offer?.reason !== undefined ? { reasonRetry: { value: offer.reason } } : {};
};

const sentWith = (
  status: Status,
  { barcode, itemId, history }: LoanRequest,
  { askId }: Ask,
): Supplied['deliveryInfo'] => {
  const sent = history.findLast((step) => step.trigger === 'ship' && step.askId === askId);
  const item = barcode ?? itemId;
  return status === 'Loaned' && sent && item !== undefined ? { dateSent: sent.at, itemId: [item] } : undefined;
};

/**
 * Writes the status report that answers a partner's question: the state of our supplier with its reason, terms or item;
 * nothing moves by it. A question (`answers`) without a table row is answered with no, unless its result has happened
 * already.
 */
export const statusReport = (
  request: LoanRequest,
  ask: Ask,
  ends: Parties,
  at: string,
  answers?: Question,
): IsoMessage => {
  const status = statusNow(request, ask, ends);
  const isOut = status === 'Loaned' || status === 'Overdue' || status === 'Recalled';
  const lastChange = request.history.findLast(({ side, askId }) => side === 'supplier' && askId === ask.askId)?.at;
  const body = withoutUndefinedAs<Supplied>({
    header: headerOf(request, ends, at),
    messageInfo: { ...answered(status, answers), ...reasonOf(status, request, ask) },
    statusInfo: withoutUndefinedAs<Supplied['statusInfo']>({
      status,
      dueDate: isOut ? request.due : undefined,
      lastChange: lastChange ?? ask.askedAt,
    }),
    retryInfo: status === 'RetryPossible' && ask.offer ? retryInfoOf(ask.offer) : undefined,
    deliveryInfo: sentWith(status, request, ask),
    shippingInfo: undefined,
    returnInfo: undefined,
  });
  return { kind: 'supplyingAgencyMessage', body };
};
