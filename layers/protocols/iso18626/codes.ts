/**
 * The closed codes of ISO 18626 (enumerations of the schemas 1.2 and 2021-2). A value outside them is an error that the
 * confirmation names; open codes (reasons, conditions, formats) are any text and are never refused.
 */

/** The status that a supplying agency reports (statusInfo/status). */
export const STATUSES = [
  'RequestReceived',
  'ExpectToSupply',
  'WillSupply',
  'Loaned',
  'Overdue',
  'Recalled',
  'RetryPossible',
  'Unfilled',
  'HoldReturn',
  'ReleaseHoldReturn',
  'CopyCompleted',
  'LoanCompleted',
  'CompletedWithoutReturn',
  'Cancelled',
] as const;

/** The action of a requesting agency (requestingAgencyMessage/action). */
export const ACTIONS = [
  'StatusRequest',
  'Received',
  'Cancel',
  'Renew',
  'HoldReturn',
  'ShippedReturn',
  'ShippedForward',
  'Notification',
  'Lost',
] as const;

/** The reason of a supplying agency's message (messageInfo/reasonForMessage). */
export const MESSAGE_REASONS = [
  'RequestResponse',
  'StatusRequestResponse',
  'RenewResponse',
  'CancelResponse',
  'StatusChange',
  'Notification',
] as const;

/** The fault of a message (errorData/errorType). */
export const ERROR_TYPES = [
  'UnsupportedActionType',
  'UnsupportedReasonForMessageType',
  'UnrecognisedDataElement',
  'UnrecognisedDataValue',
  'BadlyFormedMessage',
] as const;

/** serviceInfo/requestType. */
export const REQUEST_TYPES = ['New', 'Retry', 'Reminder'] as const;

/** serviceInfo/requestSubType. */
export const REQUEST_SUB_TYPES = [
  'BookingRequest',
  'MultipleItemRequest',
  'PatronRequest',
  'TransferRequest',
  'SupplyingLibrarysChoice',
] as const;

/** serviceInfo/serviceType. */
export const SERVICE_TYPES = ['Copy', 'Loan', 'CopyOrLoan'] as const;

/** serviceInfo/preferredEdition (2021). */
export const PREFERRED_EDITIONS = ['MostRecentEdition', 'ThisEdition', 'AnyEdition'] as const;

/** Codes of the 2021 edition: a partner of 1.2 cannot read them. */
export const NEW_IN_2021: ReadonlySet<string> = new Set(['HoldReturn', 'ReleaseHoldReturn', 'Lost']);
