import { withoutUndefinedAs } from '../../../../layers/kernel/collections/without-undefined.ts';
import type { Correlation, MessageError, ReadMessage } from './read-message.ts';
import type { IsoMessage, MessageKind, MessageOf } from './schemas.ts';

/** One thing wrong with a message, as a confirmation says it. */
export type ErrorData = NonNullable<MessageOf<'requestConfirmation'>['errorData']>[number];

type Header = MessageOf<'requestConfirmation'>['confirmationHeader'];
type Times = { receivedAt: string; at: string };

const correlationOf = (read: ReadMessage): Correlation => {
  if (!('message' in read)) return read.correlation;
  const { body } = read.message;
  if ('confirmationHeader' in body) return {};
  const { supplyingAgencyId, requestingAgencyId, requestingAgencyRequestId } = body.header;
  return { ...(supplyingAgencyId && { supplyingAgencyId }), requestingAgencyId, requestingAgencyRequestId };
};

const headerOf = (read: ReadMessage, { receivedAt, at }: Times, isError: boolean): Header => {
  const { supplyingAgencyId, requestingAgencyId, requestingAgencyRequestId } = correlationOf(read);
  return withoutUndefinedAs<Header>({
    supplyingAgencyId,
    requestingAgencyId,
    timestamp: at,
    requestingAgencyRequestId,
    timestampReceived: receivedAt,
    messageStatus: isError ? 'ERROR' : 'OK',
  });
};

const kindOf = (read: ReadMessage): MessageKind | undefined => ('message' in read ? read.message.kind : read.kind);

const notForUs = (kind: MessageKind): MessageError[] => [
  { errorType: 'BadlyFormedMessage', errorValue: `${kind} answers a message; it cannot open an exchange` },
];

const errorsOf = (read: ReadMessage, refused: readonly ErrorData[]): ErrorData[] => {
  if (!('message' in read)) return read.errors;
  return 'confirmationHeader' in read.message.body ? notForUs(read.message.kind) : [...refused];
};

/**
 * The confirmation of what a partner sent, to be written in its own edition (`read.dialect`): OK, which says "received"
 * and not "yes"; or ERROR with what is wrong, also for what could not be read. `refused` is why we refuse a message that
 * reads well; `receivedAt` when it came, `at` when it is answered. What is not even known to be a kind of message is
 * answered as a request is.
 */
export const confirmationOf = (read: ReadMessage, times: Times, refused: readonly ErrorData[] = []): IsoMessage => {
  const errors = errorsOf(read, refused);
  const confirmationHeader = headerOf(read, times, errors.length > 0);
  const errorData = errors.length > 0 ? errors : undefined;
  const message = 'message' in read ? read.message : undefined;
  if (kindOf(read) === 'supplyingAgencyMessage') {
    const reasonForMessage =
      message?.kind === 'supplyingAgencyMessage' ? message.body.messageInfo.reasonForMessage : undefined;
    const body = { confirmationHeader, reasonForMessage, errorData };
    return {
      kind: 'supplyingAgencyMessageConfirmation',
      body: withoutUndefinedAs<MessageOf<'supplyingAgencyMessageConfirmation'>>(body),
    };
  }
  if (kindOf(read) === 'requestingAgencyMessage') {
    const action = message?.kind === 'requestingAgencyMessage' ? message.body.action : undefined;
    const body = { confirmationHeader, action, errorData };
    return {
      kind: 'requestingAgencyMessageConfirmation',
      body: withoutUndefinedAs<MessageOf<'requestingAgencyMessageConfirmation'>>(body),
    };
  }
  return {
    kind: 'requestConfirmation',
    body: withoutUndefinedAs<MessageOf<'requestConfirmation'>>({ confirmationHeader, errorData }),
  };
};

/** What a partner's answer to our message says: received, refused by it, or no confirmation at all. */
export type Confirmed = 'received' | { refused: ErrorData[] } | 'no-confirmation';

/** Reads a partner's answer to our message; an ERROR without a word is refused all the same. */
export const confirmedBy = (read: ReadMessage): Confirmed => {
  if (!('message' in read) || !('confirmationHeader' in read.message.body)) return 'no-confirmation';
  const { confirmationHeader, errorData = [] } = read.message.body;
  return confirmationHeader.messageStatus === 'OK' ? 'received' : { refused: errorData };
};
