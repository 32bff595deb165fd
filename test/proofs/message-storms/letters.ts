import type { MessageName } from '../../../functions/resource-sharing/domain/workflow/triggers.ts';
import { STATUSES } from '../../../layers/protocols/iso18626/codes.ts';
import { aRequesterXml, aRequestXml, aSupplierXml } from '../../builders/partners.ts';

type More = NonNullable<Parameters<typeof aSupplierXml>[2]>;
/** A message type of a supplier outside: the status, and its other fields. `due` is an ISO instant. */
type Statement = (due: string) => [status: string, more: More];

const cost = (tag: string, value: string): string =>
  `<${tag}><currencyCode>EUR</currencyCode><monetaryValue>${value}</monetaryValue></${tag}>`;
const delivery = (inside: string): string =>
  `<deliveryInfo><dateSent>2026-03-02T11:00:00Z</dateSent>${inside}</deliveryInfo>`;
const answers = (reason: string, yesNo: 'Y' | 'N'): More => ({ reason, info: `<answerYesNo>${yesNo}</answerYesNo>` });
const plainly =
  (status: string): Statement =>
  (due) => [status, { due }];

/** Every message of a supplier in the workflow, as expressed in ISO 18626. */
const statements: { readonly [N in MessageName]?: Statement } = {
  WillSupply: () => ['WillSupply', { reason: 'RequestResponse', info: '<note>Next week</note>' }],
  Expected: () => ['ExpectToSupply', { reason: 'RequestResponse' }],
  Unfilled: () => ['Unfilled', { reason: 'RequestResponse', info: '<reasonUnfilled>NotOnShelf</reasonUnfilled>' }],
  TermsOffered: () => [
    'RetryPossible',
    {
      info: '<reasonRetry>CostExceedsMaxCost</reasonRetry>',
      more: `<retryInfo>${cost('offeredCosts', '9.00')}</retryInfo>`,
    },
  ],
  ConditionsSet: () => ['WillSupply', { more: delivery('<loanCondition>LibraryUseOnly</loanCondition>') }],
  Loaned: (due) => ['Loaned', { due, more: delivery('<itemId>X1</itemId>') }],
  CopySupplied: () => ['CopyCompleted', { more: delivery('<URL>https://partner.example/copies/1</URL>') }],
  CancelAccepted: () => ['Cancelled', answers('CancelResponse', 'Y')],
  CancelRefused: () => ['WillSupply', answers('CancelResponse', 'N')],
  Renewed: (due) => ['Loaned', { ...answers('RenewResponse', 'Y'), due }],
  RenewRefused: () => ['Loaned', answers('RenewResponse', 'N')],
  Overdue: plainly('Overdue'),
  Recalled: plainly('Recalled'),
  HoldReturn: plainly('HoldReturn'),
  ReleaseHoldReturn: plainly('ReleaseHoldReturn'),
  LoanCompleted: plainly('LoanCompleted'),
  CompletedWithoutReturn: plainly('CompletedWithoutReturn'),
  DamageClaimed: () => [
    'LoanCompleted',
    { reason: 'Notification', info: '<note>Damaged</note>', more: delivery(cost('deliveryCosts', '12.00')) },
  ],
};

/** The messages of a supplier, by the workflow's names. */
export const supplierWords = Object.keys(statements) as MessageName[];

/** The messages of a requester outside about its request, as action and note. */
const requested: { readonly [N in MessageName]?: [action: string, note: string] } = {
  Cancel: ['Cancel', 'Found elsewhere'],
  Received: ['Received', 'It came damp'],
  Renew: ['Renew', ''],
  ShippedReturn: ['ShippedReturn', ''],
  Lost: ['Lost', ''],
  ReturnDelayed: ['HoldReturn', ''],
  ConditionsAgreed: ['Notification', 'I agree'],
  ClaimAccepted: ['Notification', 'We accept the claim'],
  ClaimDisputed: ['Notification', 'We dispute the claim for damage'],
};

/** The messages of a requester, by the workflow's names. */
export const requesterWords = Object.keys(requested) as MessageName[];

/** The ids of both libraries and the request in a message, and its timestamp (ISO instant). */
export type HeaderIds = { supplier: string; requester: string; number: string; time: string };

/** Returns a supplier's message as XML; an unknown one is a bare status at that position of the list. */
export const supplierXml = (ids: HeaderIds, word: MessageName | number, due: string, own?: string): string => {
  const status = STATUSES[typeof word === 'number' ? word % STATUSES.length : 0] ?? 'Loaned';
  const [says, more] = (typeof word === 'number' ? undefined : statements[word]?.(due)) ?? [status, {}];
  return aSupplierXml({ ...ids, ...(own !== undefined && { own }) }, says, more);
};

/** Returns a requester's message as XML; an unknown one is a status request. */
export const requesterXml = (ids: HeaderIds, word: MessageName | number): string => {
  const [action, note] = (typeof word === 'number' ? undefined : requested[word]) ?? ['StatusRequest', ''];
  return aRequesterXml(ids, action, note);
};

/** The item that a partner requests, and its type of service. */
export const requestXml = (
  ids: HeaderIds,
  fields: { recordId: string; type: string; service: string; maxCost?: string; previous?: string },
): string => aRequestXml({ ...ids, ...fields });
