import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import { physicalAddressOf } from '../../../../layers/protocols/iso18626/address-lines.ts';
import { agencyOf } from '../../../../layers/protocols/iso18626/agency-symbol.ts';
import { DAMAGE_CLAIM } from '../../../../layers/protocols/iso18626/note-marks.ts';
import { costsOf } from '../../../../layers/protocols/iso18626/plain-values.ts';
import type { IsoMessage, MessageOf } from '../../../../layers/protocols/iso18626/schemas.ts';
import type { MessageName } from '../workflow/triggers.ts';
import { conditionally, isConditional } from './conditional-promise.ts';
import { codes, retryInfoOf } from './retry-info.ts';
import { headerOf, statusNow } from './status-report.ts';
import type { Writing } from './writing.ts';

type Supplied = MessageOf<'supplyingAgencyMessage'>;
type Status = Supplied['statusInfo']['status'];
type Info = Supplied['messageInfo'];

const statuses: Readonly<Partial<Record<MessageName, Status>>> = {
  TermsOffered: 'RetryPossible',
  CopySupplied: 'CopyCompleted',
  HoldReturn: 'HoldReturn',
  ReleaseHoldReturn: 'ReleaseHoldReturn',
  Unfilled: 'Unfilled',
  Loaned: 'Loaned',
  CancelAccepted: 'Cancelled',
  Overdue: 'Overdue',
  Recalled: 'Recalled',
  LoanCompleted: 'LoanCompleted',
  CompletedWithoutReturn: 'CompletedWithoutReturn',
  WillSupply: 'WillSupply',
};

// An answer is marked as a response; a later message is a change. The step in the history shows which it is.
const reasonOf = ({ message, request }: Writing): Info['reasonForMessage'] => {
  const { name, askId, at, sequence } = message;
  if (name === 'CancelAccepted' || name === 'CancelRefused') return 'CancelResponse';
  if (name === 'Renewed' || name === 'RenewRefused') return 'RenewResponse';
  if (name === 'DamageClaimed' || name === 'SupplierWrites') return 'Notification';
  const step = request.history.find((one) => one.askId === askId && one.side === 'supplier' && one.at === at);
  return sequence === 1 || step?.from === 'request-received' ? 'RequestResponse' : 'StatusChange';
};

const answers: Readonly<Partial<Record<MessageName, 'Y' | 'N'>>> = {
  CancelAccepted: 'Y',
  CancelRefused: 'N',
  Renewed: 'Y',
  RenewRefused: 'N',
};

const messageInfo = (writing: Writing): Info => {
  const { name, reason, note } = writing.message;
  const text = [name === 'DamageClaimed' ? DAMAGE_CLAIM : undefined, note]
    .filter((line) => line !== undefined)
    .join('\n');
  const code = reason === undefined ? undefined : { value: reason };
  return withoutUndefinedAs<Info>({
    reasonForMessage: reasonOf(writing),
    answerYesNo: answers[name],
    note: text === '' ? undefined : text,
    reasonUnfilled: name === 'Unfilled' ? code : undefined,
    reasonRetry: name === 'TermsOffered' ? code : undefined,
  });
};

const DATED: ReadonlySet<MessageName> = new Set(['Loaned', 'Renewed', 'Overdue', 'Recalled', 'RenewRefused']);

const statusInfo = ({ message, request, ask, ends }: Writing): Supplied['statusInfo'] => {
  const { name, at, due } = message;
  const renewal: Status = ask.supplierState === 'recalled' ? 'Recalled' : 'Loaned';
  const onTheWay: Status = name === 'CancelRefused' ? 'WillSupply' : renewal;
  return withoutUndefinedAs<Supplied['statusInfo']>({
    status: name === 'SupplierWrites' ? statusNow(request, ask, ends) : (statuses[name] ?? onTheWay),
    dueDate: due ?? (DATED.has(name) ? request.due : undefined),
    lastChange: at,
  });
};

const DELIVERS: ReadonlySet<MessageName> = new Set(['Loaned', 'CopySupplied', 'DamageClaimed']);

const deliveryInfo = ({ message }: Writing): Supplied['deliveryInfo'] => {
  const { name, at, barcode, itemId, terms, url } = message;
  if (!DELIVERS.has(name)) return undefined;
  const item = name === 'Loaned' ? (barcode ?? itemId) : undefined;
  return withoutUndefinedAs<NonNullable<Supplied['deliveryInfo']>>({
    dateSent: at,
    itemId: item === undefined ? undefined : [item],
    URL: url,
    deliveryMethod: url === undefined ? undefined : { value: 'URL' },
    loanCondition: codes(terms?.conditions),
    deliveryCosts: terms?.cost && [costsOf(terms.cost)],
  });
};

const returnInfo = ({ message, ends }: Writing): Supplied['returnInfo'] => {
  if (message.name !== 'Loaned' || ends.deliverTo === undefined) return undefined;
  return {
    returnAgencyId: agencyOf(ends.ours),
    ...(ends.name !== undefined && { name: ends.name }),
    physicalAddress: physicalAddressOf(ends.deliverTo),
  };
};

/** Writes our supplier's message to the requesting partner. */
export const supplierMessageToIso = (writing: Writing): IsoMessage => {
  const { name, terms } = writing.message;
  const body = withoutUndefinedAs<Supplied>({
    header: headerOf(writing.request, writing.ends, writing.at),
    messageInfo: messageInfo(writing),
    statusInfo: statusInfo(writing),
    retryInfo: name === 'TermsOffered' && terms ? retryInfoOf(terms) : undefined,
    deliveryInfo: deliveryInfo(writing),
    shippingInfo: undefined,
    returnInfo: returnInfo(writing),
  });
  return { kind: 'supplyingAgencyMessage', body: isConditional(writing) ? conditionally(body) : body };
};
