import { moneyText } from '../../../../layers/kernel/money/money.ts';
import { noteOf } from '../../../../layers/protocols/iso18626/plain-values.ts';
import type { IsoMessage, MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { Message, Particulars, Terms } from '../messages/message.ts';
import type { MessageName } from '../workflow/triggers.ts';
import { UNFILLED_REASONS, type UnfilledReason } from '../workflow/unfilled-reasons.ts';
import type { NotedWhy } from './meaning.ts';
import { requestFromIso } from './request-from-iso.ts';
import { meaningOfRequesterMessage } from './requester-from-iso.ts';
import { meaningOfSupplierMessage } from './supplier-from-iso.ts';

/** How dates are written: in the reader's time zone (IANA name), by default `UTC`. */
type SummaryOptions = { timeZone?: string };

const day = (instant: string, { timeZone = 'UTC' }: SummaryOptions): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(
    new Date(instant),
  );

const dueBy = (due: string | undefined, telling: SummaryOptions): string =>
  due === undefined ? '' : `, due ${day(due, telling)}`;
const because = (reason: string | undefined): string => (reason === undefined ? '' : `: ${reason}`);
const isUnfilledReason = (code: string): code is UnfilledReason => Object.hasOwn(UNFILLED_REASONS, code);

const explained = (reason: string | undefined): string => {
  if (reason === undefined || !isUnfilledReason(reason)) return because(reason);
  const why = UNFILLED_REASONS[reason].replace(/\.$/, '');
  return `: ${reason} (${why.charAt(0).toLowerCase()}${why.slice(1)})`;
};

const termsIn = (terms: Terms | undefined, telling: SummaryOptions): string => {
  const { conditions, cost, retryAfter, retryBefore, editions, volumes, formats } = terms ?? {};
  const parts = [
    conditions && `conditions ${conditions.join(', ')}`,
    cost && `cost ${moneyText(cost)}`,
    retryAfter && `ask again after ${day(retryAfter, telling)}`,
    retryBefore && `before ${day(retryBefore, telling)}`,
    editions && `edition ${editions.join(', ')}`,
    volumes && `volume ${volumes.join(', ')}`,
    formats && `format ${formats.join(', ')}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? '' : `; ${parts.join('; ')}`;
};

type Summarise = (particulars: Particulars, telling: SummaryOptions) => string;

const summaries: Record<MessageName, Summarise> = {
  Request: () => 'Asks for it',
  Cancel: () => 'Asks to cancel',
  Withdraw: () => 'No longer asks for it',
  Received: () => 'Has received it',
  Renew: () => 'Asks to keep it longer',
  ShippedReturn: () => 'Has sent it home',
  Lost: () => 'Reports it lost',
  Retry: () => 'Agrees to the terms and asks again',
  ConditionsAgreed: () => 'Agrees to the conditions',
  ReturnDelayed: () => 'Cannot send it home yet',
  CostRefused: ({ terms }, telling) => `Refuses what is claimed${termsIn(terms, telling)}`,
  RequesterWrites: () => 'Writes',
  SupplierWrites: () => 'Writes',
  ClaimAccepted: () => 'Accepts the claim for damage',
  ClaimDisputed: () => 'Disputes the claim for damage',
  Expected: ({ due, terms }, telling) => `Expects to supply it${dueBy(due, telling)}${termsIn(terms, telling)}`,
  GoesOn: ({ reason }) => `Says that one library cannot supply${explained(reason)}; another is being asked`,
  TermsOffered: ({ reason, terms }, telling) =>
    `Would supply it on other terms${because(reason)}${termsIn(terms, telling)}`,
  ConditionsSet: ({ terms }, telling) => `Will supply it under conditions${termsIn(terms, telling)}`,
  CopySupplied: ({ url, terms }, telling) =>
    `Has sent the copy${url === undefined ? '' : ` (${url})`}${termsIn(terms, telling)}`,
  HoldReturn: () => 'Asks to keep it for now',
  ReleaseHoldReturn: () => 'Asks for it again',
  DamageClaimed: ({ terms }, telling) => `Claims for damage${termsIn(terms, telling)}`,
  WillSupply: ({ due, terms }, telling) => `Says it will supply${dueBy(due, telling)}${termsIn(terms, telling)}`,
  Unfilled: ({ reason }) => `Cannot supply${explained(reason)}`,
  Loaned: ({ due, barcode, terms }, telling) =>
    `Has shipped it${barcode === undefined ? '' : ` (item ${barcode})`}${dueBy(due, telling)}${termsIn(terms, telling)}`,
  CancelAccepted: () => 'Has cancelled it',
  CancelRefused: () => 'Does not cancel',
  Renewed: ({ due }, telling) => `Lends it for longer${dueBy(due, telling)}`,
  RenewRefused: () => 'Does not lend it for longer',
  Overdue: ({ due }, telling) => `Says it is overdue${dueBy(due, telling)}`,
  Recalled: ({ due }, telling) => `Wants it back now${dueBy(due, telling)}`,
  LoanCompleted: () => 'Has it back',
  CompletedWithoutReturn: () => 'Has given it up and closes the loan',
};

const noted: Record<NotedWhy, string> = {
  'request-received': 'Has received the request',
  text: 'Writes',
  'broker-goes-on': 'Says that one library cannot supply; another is being asked',
  'answer-unclear': 'Answers without saying yes or no',
  'shipped-forward': 'Has sent it on to another library',
};

const withNote = (sentence: string, note: string | undefined): string =>
  note === undefined ? sentence : `${sentence}. “${note.replace(/(?<!\s)\s*\n\s*/g, ' / ')}”`;

/** Summarises a workflow message in one sentence for staff, followed by its note in quotes. */
export const summaryOf = (message: Pick<Message, 'name'> & Particulars, telling: SummaryOptions = {}): string =>
  withNote(summaries[message.name](message, telling), message.note);

const things = { copy: 'a copy of', loan: 'a loan of', 'copy-or-loan': 'a loan or a copy of' } as const;
const again = {
  New: 'Asks for',
  Retry: 'Agrees to the terms and asks again for',
  Reminder: 'Reminds of its request for',
};

const requestSummary = (body: MessageOf<'request'>, telling: SummaryOptions): string => {
  const { requestType, service, citation, needBy, maxCost, serviceLevel, note } = requestFromIso(body);
  const what = citation.partTitle ?? citation.title;
  const more = [
    needBy && `needed by ${day(needBy, telling)}`,
    maxCost && `at most ${moneyText(maxCost)}`,
    serviceLevel !== 'normal' && serviceLevel,
  ].filter((part) => typeof part === 'string');
  const title = what === undefined ? 'something' : `“${what}”`;
  return withNote([`${again[requestType]} ${things[service]} ${title}`, ...more].join(', '), note);
};

const confirmationSummary = ({ confirmationHeader, errorData = [] }: MessageOf<'requestConfirmation'>): string => {
  if (confirmationHeader.messageStatus === 'OK') return 'Confirms that the message arrived';
  const errors = errorData.map(({ errorType, errorValue }) => `${errorType}${errorValue ? ` (${errorValue})` : ''}`);
  return `Refuses the message${because(errors.join('; ') || undefined)}`;
};

/** Summarises an ISO 18626 message in one sentence for staff, whoever wrote it. */
export const summaryOfIso = (message: IsoMessage, telling: SummaryOptions = {}): string => {
  if (message.kind === 'request') return requestSummary(message.body, telling);
  if (message.kind !== 'supplyingAgencyMessage' && message.kind !== 'requestingAgencyMessage')
    return confirmationSummary(message.body);
  const isSupplier = message.kind === 'supplyingAgencyMessage';
  const meaning = isSupplier ? meaningOfSupplierMessage(message.body) : meaningOfRequesterMessage(message.body);
  // The repeated status of a notification adds nothing to its text.
  if ('name' in meaning && meaning.repeated && meaning.particulars.note !== undefined)
    return withNote(noted.text, meaning.particulars.note);
  if ('name' in meaning) return summaryOf({ name: meaning.name, ...meaning.particulars }, telling);
  if ('asks' in meaning) return 'Asks how the request stands';
  return withNote(noted[meaning.noted], noteOf(isSupplier ? message.body.messageInfo.note : message.body.note));
};
