import type { XmlElement } from './elements.ts';
import { filled, innerOf, made, textIn } from './mending.ts';

/** What a supplier answers to, where it says yes or no without saying to what: by where it says that the request stands. */
const OF_LOAN: ReadonlySet<string> = new Set(['loaned', 'overdue', 'recalled']);

const reasonFor = (status: string, answer: string, note: string): string | undefined => {
  if (answer !== '' && status !== '') return OF_LOAN.has(status.toLowerCase()) ? 'RenewResponse' : 'CancelResponse';
  if (status !== '') return 'StatusChange';
  return note === '' ? undefined : 'Notification';
};

/** Where a request stands, as far as a message tells that leaves its status out: by what it answers, or not at all. */
const statusFor = (reason: string, answer: string): string | undefined => {
  const isYes = /^(?:y|yes|true|1)$/i.test(answer);
  switch (reason.toLowerCase()) {
    case 'notification':
      return 'RequestReceived';
    case 'cancelresponse':
      return answer === '' ? undefined : isYes ? 'Cancelled' : 'WillSupply';
    case 'renewresponse':
      return answer === '' ? undefined : 'Loaned';
    default:
      return undefined;
  }
};

const put = (message: XmlElement, part: string, name: string, text: string): XmlElement => {
  const there = innerOf(message, part);
  const whole = filled(there ?? made(part, ''), name, text);
  return { ...message, inner: [...message.inner.filter((one) => one !== there), whole] };
};

const completeSupplierMessage = (message: XmlElement): XmlElement => {
  const [reason, answer, note] = ['reasonForMessage', 'answerYesNo', 'note'].map((name) =>
    textIn(message, 'messageInfo', name),
  ) as [string, string, string];
  const status = textIn(message, 'statusInfo', 'status');
  const meantReason = reason === '' ? reasonFor(status, answer, note) : reason;
  if (meantReason === undefined) return message;
  const reasoned = reason === '' ? put(message, 'messageInfo', 'reasonForMessage', meantReason) : message;
  const meantStatus = status === '' ? statusFor(meantReason, answer) : undefined;
  return meantStatus === undefined ? reasoned : put(reasoned, 'statusInfo', 'status', meantStatus);
};

/**
 * A running message with the word that it turns on, where that is left out and the rest says it: why a supplier writes, where it
 * stands, that a requester only writes. As it came where nothing says it: on that nobody can act.
 */
export const withMissingTexts = (message: XmlElement): XmlElement => {
  if (message.name === 'supplyingAgencyMessage') return completeSupplierMessage(message);
  const isNote = textIn(message, 'action') === '' && textIn(message, 'note') !== '';
  return isNote ? filled(message, 'action', 'Notification') : message;
};
