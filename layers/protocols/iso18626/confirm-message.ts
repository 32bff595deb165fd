import { withoutUndefinedAs } from '../../kernel/collections/without-undefined.ts';
import type { Correlation, MessageError, ReadMessage } from './read-message.ts';
import type { IsoMessage, MessageKind, MessageOf } from './schemas.ts';

/** One fault of a message, as a confirmation names it. */
export type ErrorData = NonNullable<MessageOf<'requestConfirmation'>['errorData']>[number];

type Header = MessageOf<'requestConfirmation'>['confirmationHeader'];
/** The times of a message and its answer; `number` is ours, for a request that its sender did not number. */
type Times = { receivedAt: string; at: string; number?: string | undefined };

const correlationOf = (read: ReadMessage): Correlation => {
  if (!('message' in read)) return read.correlation;
  const { body } = read.message;
  if ('confirmationHeader' in body) return {};
  const { supplyingAgencyId, requestingAgencyId, requestingAgencyRequestId } = body.header;
  return { ...(supplyingAgencyId && { supplyingAgencyId }), requestingAgencyId, requestingAgencyRequestId };
};

const headerOf = (read: ReadMessage, { receivedAt, at, number }: Times, isError: boolean): Header => {
  const { supplyingAgencyId, requestingAgencyId, requestingAgencyRequestId } = correlationOf(read);
  return withoutUndefinedAs<Header>({
    supplyingAgencyId,
    requestingAgencyId,
    timestamp: at,
    requestingAgencyRequestId: number ?? requestingAgencyRequestId,
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
 * Builds the confirmation of a partner's message, in its own edition (`read.dialect`): OK, which means "received" and
 * not "yes"; or ERROR with the faults, also for an unreadable message. `refused` states why we refuse a readable
 * message; `receivedAt` is its reception, `at` the time of the answer. A message of unknown kind is answered as a
 * request.
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

/** A partner's answer to our message: received, refused, or no confirmation. */
export type Confirmed = 'received' | { refused: ErrorData[] } | 'no-confirmation';

/** Reads a partner's answer to our message; an ERROR without details is refused all the same. */
export const confirmedBy = (read: ReadMessage): Confirmed => {
  if (!('message' in read) || !('confirmationHeader' in read.message.body)) return 'no-confirmation';
  const { confirmationHeader, errorData = [] } = read.message.body;
  return confirmationHeader.messageStatus === 'OK' ? 'received' : { refused: errorData };
};
