import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type ReadMessage, readMessage } from '../../layers/protocols/iso18626/read-message.ts';
import { writeMessage } from '../../layers/protocols/iso18626/write-message.ts';
import type { Answered } from './desk.ts';
import { type MessageLog, saysOf } from './log.ts';
import type { PartnerOptions } from './options.ts';
import type { Requester } from './requester.ts';
import type { Supplier } from './supplier.ts';
import { confirmationOf, type ErrorData, isOpening, notUnderstood, type Opening } from './writing.ts';

type Parts = { options: PartnerOptions; log: MessageLog; supplier: Supplier; requester: Requester };

const NO_QUESTION: ErrorData = [
  { errorType: 'BadlyFormedMessage', errorValue: 'A confirmation cannot open an exchange.' },
];
const REFUSED: ErrorData = [{ errorType: 'UnrecognisedDataValue', errorValue: 'We do not take this.' }];

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The endpoint for messages. It reads a message, confirms it at once in the caller's edition, and passes it to the roles. */
export const messageEndpoint = ({ options, log, supplier, requester }: Parts) => {
  const decide = ({ kind, body }: Opening): ErrorData | undefined => {
    if (kind === 'request') return supplier.asked(body);
    return kind === 'requestingAgencyMessage' ? supplier.receive(body) : requester.receive(body);
  };

  const confirm = (read: ReadMessage, judge: (message: Opening) => ErrorData | undefined): string => {
    const at = new Date().toISOString();
    const answer = (): Parameters<typeof writeMessage>[0] => {
      if (!('message' in read)) return notUnderstood(read.errors, at);
      const { message } = read;
      return isOpening(message) ? confirmationOf(message, at, judge(message)) : notUnderstood(NO_QUESTION, at);
    };
    return writeMessage(answer(), read.dialect);
  };

  const isAllowed = ({ headers }: IncomingMessage): boolean => {
    const { demands } = options;
    if (demands === undefined) return true;
    const wanted = `Basic ${Buffer.from(`${demands.user}:${demands.password}`).toString('base64')}`;
    return isSame(headers.authorization ?? '', wanted);
  };

  return {
    /** Handles one posted message. */
    take: (request: IncomingMessage, body: Buffer): Answered => {
      if (!isAllowed(request))
        return { status: 401, headers: { 'www-authenticate': 'Basic realm="stand-in"' }, body: '' };
      const read = readMessage(body);
      const answer = confirm(read, decide);
      const answered = readMessage(Buffer.from(answer));
      const header = 'message' in read && 'header' in read.message.body ? read.message.body.header : undefined;
      log.add({
        at: new Date().toISOString(),
        direction: 'in',
        requestId: header?.requestingAgencyRequestId ?? '(unknown)',
        says: 'message' in read ? saysOf(read.message) : 'what cannot be read',
        xml: body.toString('utf8'),
        answer: 'message' in answered ? saysOf(answered.message) : '',
      });
      return { status: 200, headers: { 'content-type': 'application/xml; charset=utf-8' }, body: answer };
    },
    /** Returns both confirmations of a message for the hostile paths, without processing it. */
    confirmationsOf: (body: Buffer): { confirmed: string; refused: string } => {
      const read = readMessage(body);
      return { confirmed: confirm(read, () => []), refused: confirm(read, () => REFUSED) };
    },
  };
};
