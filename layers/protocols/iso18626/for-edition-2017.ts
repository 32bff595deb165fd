import { NEW_IN_2021 } from './codes.ts';
import type { IsoMessage, MessageOf } from './schemas.ts';

type Values = Readonly<Record<string, unknown>>;
/** The elements inside an element, in order: a name and a text, a code, a group, or several of them. */
export type Entries = [string, unknown][];

type Supplied = MessageOf<'supplyingAgencyMessage'>;
type Requested = MessageOf<'request'>;

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const first = (value: unknown): unknown => listed(value)[0];
const codes = (values: readonly { value: string }[] = []): string => values.map(({ value }) => value).join(', ');

/** Appends lines for people below the note: content without an element in 1.2 must not be lost. */
const noted = (note: string | undefined, ...lines: (string | false | undefined)[]): string | undefined => {
  const all = [note, ...lines].filter((line) => typeof line === 'string' && line !== '');
  return all.length > 0 ? all.join('\n') : undefined;
};

const beyondOne = (label: string, values: readonly { value: string }[] | undefined, from = 1): string | false =>
  values !== undefined && values.length > from && `${label}: ${codes(values.slice(from))}`;

/** In 1.2 the condition of a retry is in the place of a delivery's condition. */
const delivered = ({ deliveryInfo, retryInfo, statusInfo }: Supplied): Supplied['deliveryInfo'] => {
  const loanCondition = deliveryInfo?.loanCondition ?? retryInfo?.loanCondition;
  if (loanCondition === undefined) return deliveryInfo;
  return { dateSent: statusInfo.lastChange, ...deliveryInfo, loanCondition };
};

const supplied = (body: Supplied): Supplied => {
  const { retryInfo: retry, shippingInfo: shipping, statusInfo, messageInfo } = body;
  const delivery = delivered(body);
  const isNew = NEW_IN_2021.has(statusInfo.status);
  const note = noted(
    messageInfo.note,
    isNew && statusInfo.status,
    beyondOne('Conditions', retry?.loanCondition, body.deliveryInfo?.loanCondition === undefined ? 1 : 0),
    beyondOne('Formats', retry?.itemFormat, 0),
    retry?.edition !== undefined && `Editions: ${retry.edition.join(', ')}`,
    retry?.serviceType !== undefined && `Service: ${retry.serviceType}`,
    retry?.volume !== undefined && `Volumes: ${retry.volume.join(', ')}`,
    beyondOne('Conditions', body.deliveryInfo?.loanCondition),
    delivery?.itemId !== undefined && delivery.itemId.length > 1 && `Items: ${delivery.itemId.join(', ')}`,
    delivery?.URL !== undefined && `URL: ${delivery.URL}`,
    shipping?.trackingId !== undefined && `Tracking: ${shipping.trackingId.join(', ')}`,
  );
  return {
    ...body,
    ...(delivery && { deliveryInfo: delivery }),
    messageInfo: {
      ...messageInfo,
      ...(isNew && { reasonForMessage: 'Notification' as const }),
      ...(note !== undefined && { note }),
    },
    // Held back from its return, or released: in 1.2 the loan continues.
    statusInfo: { ...statusInfo, ...(isNew && { status: 'Loaned' as const }) },
  };
};

const requested = (body: Requested): Requested => {
  const { serviceInfo: service } = body;
  const note = noted(service.note, beyondOne('Conditions', service.loanCondition, 0));
  return { ...body, serviceInfo: { ...service, ...(note !== undefined && { note }) } };
};

/** Converts a message to codes of 1.2; a code that 1.2 lacks becomes a notification with a note that names it. */
export const withCodesOf2017 = (message: IsoMessage): IsoMessage => {
  if (message.kind === 'supplyingAgencyMessage') return { ...message, body: supplied(message.body) };
  if (message.kind === 'request') return { ...message, body: requested(message.body) };
  if (message.kind === 'requestingAgencyMessage' && NEW_IN_2021.has(message.body.action)) {
    const { action, note, ...rest } = message.body;
    return { ...message, body: { ...rest, action: 'Notification', note: noted(note, action) ?? action } };
  }
  if (message.kind === 'requestingAgencyMessageConfirmation' && NEW_IN_2021.has(message.body.action ?? '')) {
    const { action: _action, ...body } = message.body;
    return { ...message, body };
  }
  return message;
};

const edition = ({ anyEdition, preferredEdition }: Values): unknown => {
  if (anyEdition !== undefined || preferredEdition === undefined) return anyEdition;
  return preferredEdition === 'AnyEdition' ? 'Y' : 'N';
};

/** The placeholder of a supplier: 1.2 requires one even when the broker is to find it. */
const nobody = { agencyIdType: { value: '' }, agencyIdValue: '' };

// The elements of 1.2 where they differ from those of 2021, in 1.2's order.
const arranged: Readonly<Record<string, (values: Values) => Entries>> = {
  header: (of) => [
    ['supplyingAgencyId', of.supplyingAgencyId ?? nobody],
    ['requestingAgencyId', of.requestingAgencyId],
    // Mandatory in 1.2, but usually absent: sent empty, as all peers do.
    ['multipleItemRequestId', of.multipleItemRequestId ?? ''],
    ['timestamp', of.timestamp],
    ['requestingAgencyRequestId', of.requestingAgencyRequestId],
    ['supplyingAgencyRequestId', of.supplyingAgencyRequestId],
    ['requestingAgencyAuthentication', of.requestingAgencyAuthentication],
  ],
  bibliographicInfo: ({ authorId: _authorId, volume, ...rest }) =>
    Object.entries({ ...rest, ...(volume !== undefined && { volume: listed(volume).join('; ') }) }).toSorted(
      ([one], [other]) => bibliographicOrder.indexOf(one) - bibliographicOrder.indexOf(other),
    ),
  bibliographicItemId: (of) => [
    ['bibliographicItemIdentifier', of.bibliographicItemIdentifier],
    ['bibliographicItemIdentifierCode', of.bibliographicItemIdentifierCode],
  ],
  publicationInfo: ({ publisherId: _publisherId, ...rest }) => Object.entries(rest),
  requestedDeliveryInfo: (of) => [
    ['sortOrder', of.sortOrder],
    ['address', of.address],
  ],
  serviceInfo: (of) => [
    ['requestType', of.requestType],
    ['requestSubType', listed(of.requestSubType).slice(0, 3)],
    ['requestingAgencyPreviousRequestId', of.requestingAgencyPreviousRequestId],
    ['serviceType', of.serviceType],
    ['serviceLevel', of.serviceLevel],
    ['preferredFormat', of.itemFormat],
    ['needBeforeDate', of.needBeforeDate],
    ['copyrightCompliance', of.copyrightCompliance],
    ['anyEdition', edition(of)],
    ['startDate', of.startDate],
    ['endDate', of.endDate],
    ['note', of.note],
  ],
  supplyingAgencyMessage: ({ header, messageInfo, statusInfo, retryInfo, deliveryInfo, returnInfo }) => {
    const { offeredCosts, retryAfter, retryBefore } = (retryInfo ?? {}) as Values;
    const costs = { offeredCosts: first(offeredCosts), retryAfter, retryBefore };
    return [
      ['header', header],
      ['messageInfo', { ...(messageInfo as Values), ...costs }],
      ['statusInfo', statusInfo],
      ['deliveryInfo', deliveryInfo],
      ['returnInfo', returnInfo],
    ];
  },
  deliveryInfo: (of) => [
    ['dateSent', of.dateSent],
    // The address of a copy: in 1.2 the id of an item sent by URL (CrossLink reads it there).
    ['itemId', first(of.itemId) ?? of.URL],
    ['sentVia', of.deliveryMethod],
    ['sentToPatron', of.sentToPatron],
    ['loanCondition', first(of.loanCondition)],
    ['deliveredFormat', of.itemFormat],
    ['deliveryCosts', first(of.deliveryCosts)],
  ],
};

const bibliographicOrder: readonly string[] = [
  'supplierUniqueRecordId',
  'title',
  'author',
  'subtitle',
  'seriesTitle',
  'edition',
  'titleOfComponent',
  'authorOfComponent',
  'volume',
  'issue',
  'pagesRequested',
  'estimatedNoPages',
  'bibliographicItemId',
  'sponsor',
  'informationSource',
  'bibliographicRecordId',
];

/** The elements inside the element `name` as 1.2 has them and in its order; a confirmation carries one error. */
export const entriesOf2017 = (name: string, values: Values): Entries => {
  const entries = arranged[name]?.(values) ?? Object.entries(values);
  return entries.map(([inner, value]) => [inner, inner === 'errorData' ? first(value) : value]);
};
