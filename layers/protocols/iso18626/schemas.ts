import * as z from 'zod';
import {
  ACTIONS,
  ERROR_TYPES,
  MESSAGE_REASONS,
  PREFERRED_EDITIONS,
  REQUEST_SUB_TYPES,
  REQUEST_TYPES,
  SERVICE_TYPES,
  STATUSES,
} from './codes.ts';

/** The maximum length of one element's text, in UTF-16 units: a broker's note holds whole addresses. */
export const MAX_TEXT = 10_000;
/** How often an element may repeat in one message. */
export const MAX_REPEATS = 100;

const text = z.string().max(MAX_TEXT);
/** An instant of ISO 8601, with its offset or without. */
export const instant = z.iso.datetime({ offset: true, local: true });
/** Yes or no. */
export const yesNo = z.enum(['Y', 'N']);
const many = <T extends z.ZodType>(of: T) => z.array(of).max(MAX_REPEATS).optional();

/** An open code: its value, and its list (`scheme`). */
export const code = z.strictObject({ value: text, scheme: text.optional() });
/** A library or broker: its symbol and its type (`ISIL` and the like). */
export const agency = z.strictObject({ agencyIdType: code, agencyIdValue: text });
/** An amount: ISO 4217 code and a decimal text, as received. */
export const costs = z.strictObject({
  currencyCode: code,
  monetaryValue: z.string().regex(/^[+-]?(?:\d{1,18}(?:\.\d{0,6})?|\.\d{1,6})$/),
});

const electronicAddress = z.strictObject({ electronicAddressType: code, electronicAddressData: text });
const physicalAddress = z.strictObject({
  line1: text.optional(),
  line2: text.optional(),
  locality: text.optional(),
  postalCode: text.optional(),
  region: text.optional(),
  country: code.optional(),
});
const address = z.strictObject({
  electronicAddress: electronicAddress.optional(),
  physicalAddress: physicalAddress.optional(),
});
/** The credentials within a message. */
export const authentication = z.strictObject({ accountId: text.optional(), securityCode: text.optional() });
const bibliographicItemId = z.strictObject({
  bibliographicItemIdentifierCode: code,
  bibliographicItemIdentifier: text,
});
const bibliographicRecordId = z.strictObject({
  bibliographicRecordIdentifierCode: code,
  bibliographicRecordIdentifier: text,
});

const requestHeader = z.strictObject({
  supplyingAgencyId: agency.optional(),
  requestingAgencyId: agency,
  consortialId: agency.optional(),
  multipleItemRequestId: text.optional(),
  timestamp: instant,
  /** Empty in a patron's request that a discovery system hands in: the requesting library numbers it. */
  requestingAgencyRequestId: text,
  requestingAgencyAuthentication: authentication.optional(),
});
const supplyingHeader = z.strictObject({
  supplyingAgencyId: agency,
  requestingAgencyId: agency,
  timestamp: instant,
  requestingAgencyRequestId: text.min(1),
  supplyingAgencyRequestId: text.optional(),
});
const requestingHeader = z.strictObject({
  supplyingAgencyId: agency,
  requestingAgencyId: agency,
  consortialId: agency.optional(),
  timestamp: instant,
  requestingAgencyRequestId: text.min(1),
  supplyingAgencyRequestId: text.optional(),
  requestingAgencyAuthentication: authentication.optional(),
});
const confirmationHeader = z.strictObject({
  supplyingAgencyId: agency.optional(),
  requestingAgencyId: agency.optional(),
  timestamp: instant,
  requestingAgencyRequestId: text.optional(),
  timestampReceived: instant,
  messageStatus: z.enum(['OK', 'ERROR']),
});

const bibliographicInfo = z.strictObject({
  supplierUniqueRecordId: text.optional(),
  title: text.optional(),
  author: text.optional(),
  authorId: text.optional(),
  subtitle: text.optional(),
  seriesTitle: text.optional(),
  edition: text.optional(),
  titleOfComponent: text.optional(),
  authorOfComponent: text.optional(),
  volume: many(text),
  issue: text.optional(),
  pagesRequested: text.optional(),
  estimatedNoPages: text.optional(),
  bibliographicItemId: many(bibliographicItemId),
  sponsor: text.optional(),
  informationSource: text.optional(),
  bibliographicRecordId: many(bibliographicRecordId),
});
const publicationInfo = z.strictObject({
  publisher: text.optional(),
  publisherId: text.optional(),
  publicationType: code.optional(),
  publicationDate: text.optional(),
  placeOfPublication: text.optional(),
});
const serviceInfo = z.strictObject({
  requestType: z.enum(REQUEST_TYPES).optional(),
  requestSubType: many(z.enum(REQUEST_SUB_TYPES)),
  requestingAgencyPreviousRequestId: text.optional(),
  serviceType: z.enum(SERVICE_TYPES),
  serviceLevel: code.optional(),
  itemFormat: code.optional(),
  needBeforeDate: instant.optional(),
  copyrightCompliance: code.optional(),
  anyEdition: yesNo.optional(),
  preferredEdition: z.enum(PREFERRED_EDITIONS).optional(),
  loanCondition: many(code),
  startDate: instant.optional(),
  endDate: instant.optional(),
  note: text.optional(),
});
const sortOrder = z.string().regex(/^\d{1,9}$/);
const supplierInfo = z.strictObject({
  sortOrder: sortOrder.optional(),
  supplierCode: agency.optional(),
  supplierDescription: text.optional(),
  bibliographicRecordId: bibliographicRecordId.optional(),
  callNumber: text.optional(),
  summaryHoldings: text.optional(),
  availabilityNote: text.optional(),
});
const requestedDeliveryInfo = z.strictObject({
  sortOrder: sortOrder.optional(),
  address: address.optional(),
  deliveryMethod: code.optional(),
  courierName: code.optional(),
});
const requestingAgencyInfo = z.strictObject({
  name: text.optional(),
  contactName: text.optional(),
  address: many(address),
});
const patronInfo = z.strictObject({
  patronId: text.optional(),
  surname: text.optional(),
  givenName: text.optional(),
  patronType: code.optional(),
  sendToPatron: yesNo.optional(),
  address: many(address),
});
const billingInfo = z.strictObject({
  paymentMethod: code.optional(),
  maximumCosts: costs.optional(),
  billingMethod: code.optional(),
  billingName: text.optional(),
  address: address.optional(),
});

const messageInfo = z.strictObject({
  reasonForMessage: z.enum(MESSAGE_REASONS),
  answerYesNo: yesNo.optional(),
  note: text.optional(),
  reasonUnfilled: code.optional(),
  reasonRetry: code.optional(),
});
const statusInfo = z.strictObject({
  status: z.enum(STATUSES),
  expectedDeliveryDate: instant.optional(),
  dueDate: instant.optional(),
  lastChange: instant,
});
const retryInfo = z.strictObject({
  loanCondition: many(code),
  edition: many(text),
  itemFormat: many(code),
  volume: many(text),
  serviceType: z.enum(SERVICE_TYPES).optional(),
  serviceLevel: many(code),
  deliveryMethod: many(code),
  courierName: many(code),
  offeredCosts: many(costs),
  paymentMethod: many(code),
  retryBefore: instant.optional(),
  retryAfter: instant.optional(),
});
const deliveryInfo = z.strictObject({
  dateSent: instant,
  itemId: many(text),
  URL: text.optional(),
  deliveryMethod: code.optional(),
  address: address.optional(),
  sentToPatron: z.enum(['true', 'false', '1', '0']).optional(),
  loanCondition: many(code),
  itemFormat: code.optional(),
  serviceType: z.enum(SERVICE_TYPES).optional(),
  deliveryCosts: many(costs),
  paymentMethod: code.optional(),
});
const shippingInfo = z.strictObject({
  courierName: code.optional(),
  trackingId: many(text),
  insurance: yesNo.optional(),
  insuranceThirdParty: yesNo.optional(),
  thirdPartyName: text.optional(),
  insuranceCosts: many(costs),
});
const returnInfo = z.strictObject({
  returnAgencyId: agency.optional(),
  name: text.optional(),
  physicalAddress: physicalAddress.optional(),
});
const errorData = z.strictObject({ errorType: z.enum(ERROR_TYPES), errorValue: text.optional() });

/**
 * The six messages of ISO 18626 in the form of the 2021 edition (XSD 2021-2), which covers 1.2. The order of the keys
 * is the order of the elements. Strict: reading removes unknown elements before.
 */
export const messages = {
  request: z.strictObject({
    header: requestHeader,
    bibliographicInfo,
    publicationInfo: publicationInfo.optional(),
    serviceInfo,
    supplierInfo: many(supplierInfo),
    requestedDeliveryInfo: many(requestedDeliveryInfo),
    requestingAgencyInfo: requestingAgencyInfo.optional(),
    patronInfo: patronInfo.optional(),
    billingInfo: billingInfo.optional(),
  }),
  requestConfirmation: z.strictObject({ confirmationHeader, errorData: many(errorData) }),
  supplyingAgencyMessage: z.strictObject({
    header: supplyingHeader,
    messageInfo,
    statusInfo,
    retryInfo: retryInfo.optional(),
    deliveryInfo: deliveryInfo.optional(),
    shippingInfo: shippingInfo.optional(),
    returnInfo: returnInfo.optional(),
  }),
  supplyingAgencyMessageConfirmation: z.strictObject({
    confirmationHeader,
    reasonForMessage: z.enum(MESSAGE_REASONS).optional(),
    errorData: many(errorData),
  }),
  requestingAgencyMessage: z.strictObject({ header: requestingHeader, action: z.enum(ACTIONS), note: text.optional() }),
  requestingAgencyMessageConfirmation: z.strictObject({
    confirmationHeader,
    action: z.enum(ACTIONS).optional(),
    errorData: many(errorData),
  }),
};

/** The name of a message, which is that of its element. */
export type MessageKind = keyof typeof messages;

/** A message of a kind. */
export type MessageOf<K extends MessageKind> = z.infer<(typeof messages)[K]>;

/** Any message: its kind and its content. */
export type IsoMessage = { [K in MessageKind]: { kind: K; body: MessageOf<K> } }[MessageKind];
