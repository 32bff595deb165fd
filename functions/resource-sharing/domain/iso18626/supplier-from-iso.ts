import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import { itemsOf, withoutItems } from '../../../../layers/protocols/iso18626/item-ids.ts';
import {
  codeInNote,
  DAMAGE_CLAIM,
  listInNote,
  setsConditions,
  withoutReShareMarks,
} from '../../../../layers/protocols/iso18626/note-marks.ts';
import {
  codeText,
  codeTexts,
  firstMoney,
  instantOf,
  noteOf,
  urlIn,
} from '../../../../layers/protocols/iso18626/plain-values.ts';
import type { MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { Terms } from '../messages/message.ts';
import type { MessageName } from '../workflow/triggers.ts';
import { type Meaning, statement, textMessage } from './meaning.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;

const note = ({ messageInfo }: Supplied): string | undefined =>
  withoutReShareMarks(withoutItems(noteOf(messageInfo.note)));
const due = ({ statusInfo }: Supplied): string | undefined => instantOf(statusInfo.dueDate);

const serviceOf = (type: string | undefined): Terms['service'] =>
  type === 'Loan' || type === 'Copy' ? (type === 'Loan' ? 'loan' : 'copy') : undefined;

// Lists without an element in 1.2 are in the note, as `for-edition-2017.ts` writes them.
const termsOf = (body: Supplied): Terms | undefined => {
  const { retryInfo: retry, deliveryInfo: delivery, messageInfo } = body;
  const inNote = (label: string) => listInNote(messageInfo.note, label);
  const lines = (texts: string[] | undefined) => texts?.map((value) => ({ value }));
  const terms = withoutUndefinedAs<Terms>({
    conditions: codeTexts(retry?.loanCondition, delivery?.loanCondition, inNote('Conditions')),
    cost: firstMoney(retry?.offeredCosts) ?? firstMoney(delivery?.deliveryCosts),
    retryAfter: instantOf(retry?.retryAfter),
    retryBefore: instantOf(retry?.retryBefore),
    editions: codeTexts(lines(retry?.edition), inNote('Editions')),
    volumes: codeTexts(lines(retry?.volume), inNote('Volumes')),
    formats: codeTexts(retry?.itemFormat, inNote('Formats')),
    service: serviceOf(retry?.serviceType ?? inNote('Service')?.[0]?.value),
  });
  return Object.keys(terms).length > 0 ? terms : undefined;
};

const retry = (body: Supplied): Meaning => {
  const { reasonRetry, reasonUnfilled } = body.messageInfo;
  const reason = codeText(reasonRetry) ?? codeText(reasonUnfilled);
  return statement('TermsOffered', { reason, terms: termsOf(body), note: note(body) });
};

const loaned = (body: Supplied): Meaning => {
  const { itemId, volumes } = itemsOf(body.deliveryInfo?.itemId, noteOf(body.messageInfo.note));
  const stated = termsOf(body);
  // Of several items the request follows the first; the list names the other items of the parcel.
  const terms = volumes ? { ...stated, volumes } : stated;
  return statement('Loaned', { itemId, barcode: itemId, due: due(body), terms, note: note(body) });
};

const copied = (body: Supplied): Meaning => {
  const { URL: link, itemId = [] } = body.deliveryInfo ?? {};
  const url = [link, ...itemId, body.messageInfo.note].map(urlIn).find((found) => found !== undefined);
  return statement('CopySupplied', { url, terms: termsOf(body), note: note(body) });
};

const plainly =
  (name: MessageName) =>
  (body: Supplied): Meaning =>
    statement(name, { due: due(body), note: note(body) });

// A promise under conditions, or at a price, counts only after the requester agrees (ReShare, CrossLink).
const promised =
  (name: 'Expected' | 'WillSupply') =>
  (body: Supplied): Meaning => {
    const terms = termsOf(body);
    const isBound =
      terms?.conditions !== undefined ||
      (body.retryInfo?.offeredCosts !== undefined && terms?.cost) ||
      setsConditions(body.messageInfo.note);
    if (!isBound) return statement(name, { due: due(body), terms, note: note(body) });
    return statement('ConditionsSet', { reason: codeText(body.messageInfo.reasonRetry), terms, note: note(body) });
  };

const byStatus: Record<Supplied['statusInfo']['status'], (body: Supplied) => Meaning> = {
  RequestReceived: () => ({ noted: 'request-received' }),
  ExpectToSupply: promised('Expected'),
  WillSupply: promised('WillSupply'),
  Loaned: loaned,
  Overdue: plainly('Overdue'),
  Recalled: plainly('Recalled'),
  RetryPossible: retry,
  Unfilled: (body) => statement('Unfilled', { reason: codeText(body.messageInfo.reasonUnfilled), note: note(body) }),
  HoldReturn: plainly('HoldReturn'),
  ReleaseHoldReturn: plainly('ReleaseHoldReturn'),
  CopyCompleted: copied,
  LoanCompleted: plainly('LoanCompleted'),
  CompletedWithoutReturn: (body) => statement('CompletedWithoutReturn', { terms: termsOf(body), note: note(body) }),
  Cancelled: plainly('CancelAccepted'),
};
const meant = (body: Supplied): Meaning => byStatus[body.statusInfo.status](body);

// An item that is not returned cannot have come home damaged, whatever a note says; only our own sentence states a
// claim.
const OUT: ReadonlySet<string> = new Set(['Loaned', 'Overdue', 'Recalled']);
const claimed = ({ deliveryInfo, messageInfo: { note = '' }, statusInfo: { status } }: Supplied): boolean =>
  deliveryInfo?.deliveryCosts !== undefined &&
  (status === 'LoanCompleted' ? /damag/i.test(note) : OUT.has(status) && note.includes(DAMAGE_CLAIM));

const REPEATED: ReadonlySet<string> = new Set([
  ...['Loaned', 'Overdue', 'Recalled', 'LoanCompleted', 'CompletedWithoutReturn'],
]);
// Messages that a broker forwards from its suppliers one after another; from a library itself they are final.
const OWN_STATEMENT: ReadonlySet<string> = new Set(['Unfilled', 'Cancelled', 'RetryPossible']);
// Statuses in which a mark that sets conditions has no meaning any more.
const AFTER_PROMISE: ReadonlySet<string> = new Set([...REPEATED, ...OWN_STATEMENT, 'CopyCompleted']);
const repeated = (meaning: Meaning): Meaning => ('name' in meaning ? { ...meaning, repeated: true } : meaning);

const goesOn = (body: Supplied): Meaning =>
  statement('GoesOn', { reason: codeText(body.messageInfo.reasonUnfilled), note: note(body) });

// A notification repeats the status; it counts when peers use no other message for it, and the table has a row.
const notified = (body: Supplied, isBroker: boolean): Meaning => {
  const { status } = body.statusInfo;
  const held = codeInNote(body.messageInfo.note, ['HoldReturn', 'ReleaseHoldReturn']);
  if (held !== undefined) return plainly(held)(body);
  if (claimed(body)) return statement('DamageClaimed', { terms: termsOf(body), note: note(body) });
  if (status === 'ExpectToSupply' || status === 'HoldReturn' || status === 'ReleaseHoldReturn') return meant(body);
  if (!AFTER_PROMISE.has(status) && setsConditions(body.messageInfo.note)) return promised('WillSupply')(body);
  if (status === 'WillSupply') {
    const promise = meant(body);
    return 'name' in promise && promise.name === 'ConditionsSet' ? promise : textMessage('SupplierWrites', note(body));
  }
  if (REPEATED.has(status) || (!isBroker && OWN_STATEMENT.has(status))) return repeated(meant(body));
  // A broker has asked the next library itself; only its final answer is a change of status.
  return status === 'Unfilled' ? goesOn(body) : textMessage('SupplierWrites', note(body));
};

const isSent = ({ statusInfo, deliveryInfo }: Supplied): boolean =>
  statusInfo.status === 'CopyCompleted' ||
  (statusInfo.status === 'Loaned' && (statusInfo.dueDate ?? deliveryInfo?.itemId) !== undefined);

// A late cancellation is answered in two forms: "no", or by the item that is in transit (C80).
const answeredCancel = (body: Supplied): Meaning => {
  const { answerYesNo } = body.messageInfo;
  const { status } = body.statusInfo;
  if (answerYesNo === 'Y') return plainly('CancelAccepted')(body);
  if (isSent(body)) return meant(body);
  const isLetGo = status === 'Cancelled' || status === 'Unfilled';
  if (answerYesNo === undefined && isLetGo) return meant(body);
  const refused = statement('CancelRefused', { note: note(body) });
  return status === 'WillSupply' && 'name' in refused ? { ...refused, promises: true } : refused;
};

const answeredRenewal = (body: Supplied, known: { due?: string | undefined }): Meaning => {
  const answer = body.messageInfo.answerYesNo;
  const until = due(body);
  const yes = statement('Renewed', { due: until, note: note(body) });
  const no = statement('RenewRefused', { note: note(body) });
  if (answer !== undefined) return answer === 'Y' ? yes : no;
  const { status } = body.statusInfo;
  if (status === 'Overdue' || status === 'Recalled') return no;
  if (until === undefined) return { noted: 'answer-unclear' };
  return known.due === undefined || Date.parse(until) > Date.parse(known.due) ? yes : no;
};

/**
 * Interprets a supplying agency's message. Lenient: the first answer may be a response or a change; unknown codes stay
 * as received. `known.due` is the current due date: it decides an answer to a renewal without yes or no. `known.broker`
 * is false for a single library, whose “unfilled” is final in any form; `known.behind` is true when a broker forwards
 * the message of one of its libraries under that library's symbol, which is not the broker's own answer.
 */
export const meaningOfSupplierMessage = (
  body: Supplied,
  known: { due?: string | undefined; broker?: boolean | undefined; behind?: boolean | undefined } = {},
): Meaning => {
  const { status } = body.statusInfo;
  switch (body.messageInfo.reasonForMessage) {
    case 'Notification':
      return notified(body, known.broker ?? true);
    case 'RequestResponse':
      return known.behind && status === 'Unfilled' ? goesOn(body) : meant(body);
    case 'CancelResponse':
      return answeredCancel(body);
    case 'RenewResponse':
      return answeredRenewal(body, known);
    default:
      return meant(body);
  }
};
