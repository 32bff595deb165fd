import { textStart } from '../../../../layers/kernel/text/text-start.ts';
import type { Write } from '../../../../layers/platform/dynamodb/write.ts';
import { symbolOf } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import { instantOf } from '../../../../layers/protocols/iso18626/plain-values.ts';
import type { IsoMessage, MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { StoredLoanRequest } from '../../data/loan-request-store.ts';
import type { InMessage } from '../../data/partner-message-rows.ts';
import type { StoredPartner } from '../../data/partner-store.ts';
import type { Meaning } from '../../domain/iso18626/meaning.ts';
import { type AskedByPartner, requestFromIso } from '../../domain/iso18626/request-from-iso.ts';
import { meaningOfRequesterMessage } from '../../domain/iso18626/requester-from-iso.ts';
import { meaningOfSupplierMessage } from '../../domain/iso18626/supplier-from-iso.ts';
import { renumbered } from '../../domain/messages/retried-request.ts';
import { maySpeakAs } from '../../domain/partners/partner.ts';
import type { Ask, LoanRequest } from '../../domain/requests/request.ts';
import { withAsk } from '../../domain/workflow/with-ask.ts';

/** A partner's message with its request, and the ask of this partner in it. */
export type IncomingMessage = {
  row: InMessage;
  message: IsoMessage;
  stored: StoredLoanRequest;
  ask: Ask;
  /** The sender: whether it is a broker, and which symbols are its own. */
  partner: Pick<StoredPartner, 'broker' | 'symbols'> | undefined;
  /** The number of days for which the message is stored after its decision. */
  keepDays: number;
  /** Writes that settle our request message, which its recipient has certainly received. */
  settles?: Write[];
};

/** Whether a broker forwards the message of a library behind it, under that library's symbol. */
const isBehind = ({ partner }: IncomingMessage, { header }: MessageOf<'supplyingAgencyMessage'>): boolean =>
  partner?.broker === true && !maySpeakAs({ ...partner, broker: false }, symbolOf(header.supplyingAgencyId));

/** Interprets a partner's message. */
export const meaningOf = (incoming: IncomingMessage): Meaning => {
  const { row, message, stored, partner } = incoming;
  if (row.again) return { asks: 'status' };
  if (message.kind === 'supplyingAgencyMessage') {
    const known = { due: stored.request.due, broker: partner?.broker, behind: isBehind(incoming, message.body) };
    return meaningOfSupplierMessage(message.body, known);
  }
  if (message.kind === 'requestingAgencyMessage') return meaningOfRequesterMessage(message.body);
  if (message.kind !== 'request') return { noted: 'text' };
  const { requestType, note } = requestFromIso(message.body);
  // The same request again: its sender has not received the state.
  if (requestType !== 'Retry') return { asks: 'status' };
  return { name: 'Retry', particulars: note === undefined ? {} : { note } };
};

const supplierNumberIn = ({ message }: IncomingMessage): string | undefined => {
  const number = message.kind === 'supplyingAgencyMessage' ? message.body.header.supplyingAgencyRequestId : undefined;
  return number === undefined ? undefined : textStart(number, 200);
};

/** Returns a partner's repeated request; undefined for no request, or a first one. */
export const repeatedRequest = ({ message }: IncomingMessage): AskedByPartner | undefined => {
  const asked = message.kind === 'request' ? requestFromIso(message.body) : undefined;
  return asked?.requestType === 'New' ? undefined : asked;
};

/** Reads further details of a supplier's message: its own number for the request, and the expected delivery date. */
const supplierDetails = (incoming: IncomingMessage): Pick<Ask, 'supplierRequestId' | 'expectedAt'> => {
  const { message } = incoming;
  const expectedDate =
    message.kind === 'supplyingAgencyMessage' ? message.body.statusInfo.expectedDeliveryDate : undefined;
  const [supplierRequestId, expectedAt] = [supplierNumberIn(incoming), instantOf(expectedDate)];
  return { ...(supplierRequestId && { supplierRequestId }), ...(expectedAt && { expectedAt }) };
};

/** Stores the numbers of a message in the request: the supplier's in its ask, a retry's in the request. */
export const numbered = (request: LoanRequest, incoming: IncomingMessage): LoanRequest => {
  const again = repeatedRequest(incoming);
  if (again) return renumbered(request, again);
  const details = supplierDetails(incoming);
  const { ask } = incoming;
  const isKnown =
    (details.supplierRequestId ?? ask.supplierRequestId) === ask.supplierRequestId &&
    (details.expectedAt ?? ask.expectedAt) === ask.expectedAt;
  if (isKnown) return request;
  return withAsk(request, ask.askId, (one) => ({ ...one, ...details }));
};
