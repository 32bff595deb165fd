import type { IsoMessage, MessageOf } from '../../layers/protocols/iso18626/schemas.ts';
import type { PartnerOptions } from './options.ts';
import type { Saying } from './scripts.ts';

const DAY_MS = 24 * 60 * 60_000;
const code = (value: string) => ({ value });
const dollars = (monetaryValue: string) => [{ currencyCode: code('USD'), monetaryValue }];

/** A symbol, `type:value`, as in messages. */
export const agencyOf = (symbol: string) => {
  const [type = '', ...value] = symbol.split(':');
  return value.length === 0
    ? { agencyIdType: code(''), agencyIdValue: type }
    : { agencyIdType: code(type), agencyIdValue: value.join(':') };
};

/** The subject of a partner's message: the requester's number, our own, and the item or copy. */
export type About = {
  requestId: string;
  ourId: string;
  requester: MessageOf<'request'>['header']['requestingAgencyId'];
  supplier: MessageOf<'request'>['header']['requestingAgencyId'];
  itemId: string;
  copyUrl: string;
};

type Supplied = MessageOf<'supplyingAgencyMessage'>;

const retryInfoOf = (saying: Saying, now: number): Supplied['retryInfo'] => {
  if (saying.status !== 'RetryPossible') return undefined;
  const { conditions, editions, offers, retryInDays } = saying;
  return {
    ...(conditions && { loanCondition: conditions.map(code) }),
    ...(editions && { edition: [...editions] }),
    ...(offers !== undefined && { offeredCosts: dollars(offers) }),
    ...(retryInDays !== undefined && { retryAfter: new Date(now + retryInDays * DAY_MS).toISOString() }),
  };
};

const deliveryInfoOf = (saying: Saying, about: About, at: string): Supplied['deliveryInfo'] => {
  const { item, copy, conditions, costs, status } = saying;
  const isBound = conditions !== undefined && status !== 'RetryPossible';
  if (!item && !copy && !isBound && costs === undefined) return undefined;
  return {
    dateSent: at,
    ...(item && { itemId: [about.itemId], deliveryMethod: code('Courier') }),
    ...(copy && { URL: about.copyUrl, deliveryMethod: code('URL') }),
    ...(isBound && { loanCondition: conditions.map(code) }),
    ...(costs !== undefined && { deliveryCosts: dollars(costs) }),
  };
};

/** Returns a message of the partner as supplier. `now` is in epoch milliseconds. */
export const supplyingMessage = (saying: Saying, about: About, now: number): IsoMessage => {
  const at = new Date(now).toISOString();
  const retryInfo = retryInfoOf(saying, now);
  const deliveryInfo = deliveryInfoOf(saying, about, at);
  const { status, reason = 'StatusChange', answer, note, reasonUnfilled, reasonRetry, dueInDays } = saying;
  const body: Supplied = {
    header: {
      supplyingAgencyId: about.supplier,
      requestingAgencyId: about.requester,
      timestamp: at,
      requestingAgencyRequestId: about.requestId,
      supplyingAgencyRequestId: about.ourId,
    },
    messageInfo: {
      reasonForMessage: reason,
      ...(answer && { answerYesNo: answer }),
      ...(note !== undefined && { note }),
      ...(reasonUnfilled !== undefined && { reasonUnfilled: code(reasonUnfilled) }),
      ...(reasonRetry !== undefined && { reasonRetry: code(reasonRetry) }),
    },
    statusInfo: {
      status,
      ...(dueInDays !== undefined && { dueDate: new Date(now + dueInDays * DAY_MS).toISOString() }),
      lastChange: at,
    },
    ...(retryInfo && { retryInfo }),
    ...(deliveryInfo && { deliveryInfo }),
  };
  return { kind: 'supplyingAgencyMessage', body };
};

/** The fields of the form for a request to Concord. */
export type Wanted = {
  title: string;
  author?: string;
  isbn?: string;
  partTitle?: string;
  pages?: string;
  recordId?: string;
  service?: 'Loan' | 'Copy' | 'CopyOrLoan';
  needBy?: string;
  note?: string;
};

type Asking = Pick<About, 'requestId' | 'requester' | 'supplier'> & { supplierId?: string };

const requestingHeader = ({ supplier, requester, requestId }: Asking, { signsIn }: PartnerOptions, at: string) => ({
  supplyingAgencyId: supplier,
  requestingAgencyId: requester,
  timestamp: at,
  requestingAgencyRequestId: requestId,
  ...(signsIn.account && { requestingAgencyAuthentication: signsIn.account }),
});

/** Returns the partner's request to Concord, new or (with the offered terms) repeated. */
export const requestMessage = (
  wanted: Wanted,
  asking: Asking,
  options: PartnerOptions,
  at: string,
  isRetry: boolean,
): IsoMessage => {
  const isbn = { bibliographicItemIdentifierCode: code('ISBN'), bibliographicItemIdentifier: wanted.isbn ?? '' };
  const body: MessageOf<'request'> = {
    header: requestingHeader(asking, options, at),
    bibliographicInfo: {
      ...(wanted.recordId && { supplierUniqueRecordId: wanted.recordId }),
      title: wanted.title,
      ...(wanted.author && { author: wanted.author }),
      ...(wanted.partTitle && { titleOfComponent: wanted.partTitle }),
      ...(wanted.pages && { pagesRequested: wanted.pages }),
      ...(wanted.isbn && { bibliographicItemId: [isbn] }),
    },
    serviceInfo: {
      requestType: isRetry ? 'Retry' : 'New',
      ...(isRetry && { requestingAgencyPreviousRequestId: asking.requestId }),
      serviceType: wanted.service ?? 'Loan',
      serviceLevel: code('Normal'),
      ...(wanted.needBy && { needBeforeDate: `${wanted.needBy}T23:59:59.000Z` }),
      ...(wanted.note && { note: wanted.note }),
    },
    requestedDeliveryInfo: [
      {
        sortOrder: '1',
        address: { physicalAddress: { line1: '1 Partner Street', postalCode: '2000', locality: 'Elsewhere' } },
      },
      {
        sortOrder: '2',
        address: {
          electronicAddress: { electronicAddressType: code('Email'), electronicAddressData: 'ill@partner.example' },
        },
      },
    ],
    requestingAgencyInfo: { name: 'The Stand-in Library' },
  };
  return { kind: 'request', body };
};

/** Returns a message of the partner as requester about an open request. */
export const requestingMessage = (
  action: MessageOf<'requestingAgencyMessage'>['action'],
  asking: Asking,
  options: PartnerOptions,
  at: string,
  note?: string,
): IsoMessage => {
  const known = asking.supplierId !== undefined && { supplyingAgencyRequestId: asking.supplierId };
  const header = { ...requestingHeader(asking, options, at), ...known };
  return { kind: 'requestingAgencyMessage', body: { header, action, ...(note !== undefined && { note }) } };
};

/** A message that opens an exchange, and is answered by a confirmation. */
export type Opening = Extract<IsoMessage, { kind: 'request' | 'supplyingAgencyMessage' | 'requestingAgencyMessage' }>;
/** The error of a message, as in confirmations. */
export type ErrorData = NonNullable<MessageOf<'requestConfirmation'>['errorData']>;

/** Returns whether a message opens an exchange; a confirmation ends one. */
export const isOpening = (message: IsoMessage): message is Opening => 'header' in message.body;

/** Returns the confirmation of a message: received, or refused with its error. */
export const confirmationOf = (message: Opening, at: string, errorData: ErrorData = []): IsoMessage => {
  const { supplyingAgencyId, requestingAgencyId, requestingAgencyRequestId } = message.body.header;
  const confirmationHeader = {
    ...(supplyingAgencyId && { supplyingAgencyId }),
    requestingAgencyId,
    timestamp: at,
    requestingAgencyRequestId,
    timestampReceived: at,
    messageStatus: errorData.length > 0 ? ('ERROR' as const) : ('OK' as const),
  };
  const errors = errorData.length > 0 && { errorData };
  if (message.kind === 'request') return { kind: 'requestConfirmation', body: { confirmationHeader, ...errors } };
  if (message.kind === 'requestingAgencyMessage') {
    const { action } = message.body;
    return { kind: 'requestingAgencyMessageConfirmation', body: { confirmationHeader, action, ...errors } };
  }
  const { reasonForMessage } = message.body.messageInfo;
  return { kind: 'supplyingAgencyMessageConfirmation', body: { confirmationHeader, reasonForMessage, ...errors } };
};

/** Returns the answer to an invalid message, or to an unsolicited confirmation. */
export const notUnderstood = (errors: ErrorData, at: string): IsoMessage => ({
  kind: 'requestConfirmation',
  body: { confirmationHeader: { timestamp: at, timestampReceived: at, messageStatus: 'ERROR' }, errorData: errors },
});
