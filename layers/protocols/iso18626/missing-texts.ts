import type { XmlElement } from './elements.ts';
import { filled, innerOf, made, textIn } from './mending.ts';

/** Returns the question that a supplier's bare yes or no answers, by the status that it reports. */
const OF_LOAN: ReadonlySet<string> = new Set(['loaned', 'overdue', 'recalled']);

const reasonFor = (status: string, answer: string, note: string): string | undefined => {
  if (answer !== '' && status !== '') return OF_LOAN.has(status.toLowerCase()) ? 'RenewResponse' : 'CancelResponse';
  if (status !== '') return 'StatusChange';
  return note === '' ? undefined : 'Notification';
};

/** Returns the status of a message without one, by what it answers; undefined when nothing determines it. */
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
 * Completes a message without its key element when the rest determines it: why a supplier writes, the status of the
 * request, or that a requester only sends a note. Otherwise unchanged, because nobody can act on it.
 */
export const withMissingTexts = (message: XmlElement): XmlElement => {
  if (message.name === 'supplyingAgencyMessage') return completeSupplierMessage(message);
  const isNote = textIn(message, 'action') === '' && textIn(message, 'note') !== '';
  return isNote ? filled(message, 'action', 'Notification') : message;
};
