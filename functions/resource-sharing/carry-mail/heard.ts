import type { StoredLoanRequest } from '../../../layers/data/loan-request-store.ts';
import type { InMessage } from '../../../layers/data/partner-message-rows.ts';
import type { Meaning } from '../../../layers/domain/resource-sharing/iso18626/meaning.ts';
import { instantOf } from '../../../layers/domain/resource-sharing/iso18626/plain-values.ts';
import {
  type AskedByPartner,
  requestFromIso,
} from '../../../layers/domain/resource-sharing/iso18626/request-from-iso.ts';
import { saidByRequester } from '../../../layers/domain/resource-sharing/iso18626/requester-from-iso.ts';
import type { IsoMessage } from '../../../layers/domain/resource-sharing/iso18626/schemas.ts';
import { saidBySupplier } from '../../../layers/domain/resource-sharing/iso18626/supplier-from-iso.ts';
import type { Ask, LoanRequest } from '../../../layers/domain/resource-sharing/request.ts';
import { renumbered } from '../../../layers/domain/resource-sharing/retried.ts';
import { withAsk } from '../../../layers/domain/resource-sharing/with-ask.ts';

/** A message of a partner with the request that it is about, and the ask of this partner in it. */
export type Heard = {
  row: InMessage;
  message: IsoMessage;
  stored: StoredLoanRequest;
  ask: Ask;
  /** Whether the partner speaks for libraries behind it. */
  broker: boolean | undefined;
  /** For how many days the message is kept once it is decided. */
  keepDays: number;
};

/** What a message of a partner means here. */
export const meaningOf = ({ message, stored, broker }: Heard): Meaning => {
  if (message.kind === 'supplyingAgencyMessage')
    return saidBySupplier(message.body, { due: stored.request.due, broker });
  if (message.kind === 'requestingAgencyMessage') return saidByRequester(message.body);
  if (message.kind !== 'request') return { noted: 'text' };
  const { requestType, note } = requestFromIso(message.body);
  // The same request once more: its sender has not heard how it stands.
  if (requestType !== 'Retry') return { asks: 'status' };
  return { name: 'Retry', particulars: note === undefined ? {} : { note } };
};

const supplierNumberIn = ({ message }: Heard): string | undefined =>
  message.kind === 'supplyingAgencyMessage' ? message.body.header.supplyingAgencyRequestId?.slice(0, 200) : undefined;

/** What a partner asks again; undefined where it asks nothing, or for the first time. */
export const againOf = ({ message }: Heard): AskedByPartner | undefined => {
  const asked = message.kind === 'request' ? requestFromIso(message.body) : undefined;
  return asked?.requestType === 'New' ? undefined : asked;
};

/** What a supplier tells besides what it says: its own number for the request, and when it expects the thing to be here. */
const toldBesides = (heard: Heard): Pick<Ask, 'supplierRequestId' | 'expectedAt'> => {
  const { message } = heard;
  const said = message.kind === 'supplyingAgencyMessage' ? message.body.statusInfo.expectedDeliveryDate : undefined;
  const [supplierRequestId, expectedAt] = [supplierNumberIn(heard), instantOf(said)];
  return { ...(supplierRequestId && { supplierRequestId }), ...(expectedAt && { expectedAt }) };
};

/** The request with what the partner told besides: the numbers that it goes by, the supplier's on its ask, a retry's for the request. */
export const numbered = (request: LoanRequest, heard: Heard): LoanRequest => {
  const again = againOf(heard);
  if (again) return renumbered(request, again);
  const told = toldBesides(heard);
  const { ask } = heard;
  const isKnown =
    (told.supplierRequestId ?? ask.supplierRequestId) === ask.supplierRequestId &&
    (told.expectedAt ?? ask.expectedAt) === ask.expectedAt;
  if (isKnown) return request;
  return withAsk(request, ask.askId, (one) => ({ ...one, ...told }));
};
