import type { Caller } from '../../../../layers/platform/http/caller.ts';
import { answer, type Outcome, refuseFor } from '../../../../layers/platform/http/outcome.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { attributeUsage } from '../../../../layers/platform/runtime/meter.ts';
import { confirmationOf, type ErrorData } from '../../../../layers/protocols/iso18626/confirm-message.ts';
import {
  type Dialect,
  type MessageError,
  type ReadMessage,
  readMessage,
} from '../../../../layers/protocols/iso18626/read-message.ts';
import type { IsoMessage } from '../../../../layers/protocols/iso18626/schemas.ts';
import { writeMessage } from '../../../../layers/protocols/iso18626/write-message.ts';
import { charsetOf } from '../../../../layers/protocols/iso18626/xml-encoding.ts';
import { partnerSecretRules } from '../../../../layers/records/attempts/domain/rules.ts';
import { addressSources } from '../../../../layers/records/attempts/domain/source.ts';
import type { Claim } from '../../data/partner-inbox-store.ts';
import { type InMessage, packIso } from '../../data/partner-message-rows.ts';
import type { StoredPartner } from '../../data/partner-store.ts';
import type { ReceptionDeps } from '../../deps.ts';
import type { endpointRefusals } from '../../schemas/partner-endpoint.ts';
import { authenticatePartner, stepOf } from './authenticate-partner.ts';
import { correlate, digestOf, type Opening } from './correlate-message.ts';

const TRIES = 4;
/** The maximum number of repairs that the log stores per message: missing elements repeat. */
const MOST_MENDED = 20;

/**
 * The time in milliseconds within which a repeated question is the same question: an answer may have been lost, and the
 * answers must not flood the partner.
 */
const SAME_MS = 60_000;
const QUESTIONS: readonly string[] = ['StatusRequest', 'Renew', 'Cancel'];
const isQuestion = (message: Opening): boolean =>
  message.kind === 'requestingAgencyMessage' && QUESTIONS.includes(message.body.action);

const isOpening = (message: IsoMessage): message is Opening => !('confirmationHeader' in message.body);

type Taken = { message: Opening; version: string; dialect: Dialect; mended: string[]; bytes: Uint8Array };
/** `number`: ours, for a request that its sender did not number. */
type Stored = { number?: string } | 'too-many' | { error: ErrorData };

/** Gives a request that its sender did not number our own number, in the message and as the number that finds it. */
const withNumber = (message: Opening, claims: readonly Claim[], requestId: string) => {
  if (message.kind !== 'request' || message.body.header.requestingAgencyRequestId !== '') return { message, claims };
  const header = { ...message.body.header, requestingAgencyRequestId: requestId };
  return {
    message: { kind: message.kind, body: { ...message.body, header } },
    claims: claims.map((claim) => (claim.number === '' ? { ...claim, number: requestId } : claim)),
    number: requestId,
  };
};

const storeMessage = async (
  stores: ReceptionDeps,
  partner: StoredPartner,
  { message: sent, version, dialect, mended, bytes }: Taken,
  now: number,
): Promise<Stored> => {
  const { partnerId, messagesADay } = partner;
  for (let i = 0; i < TRIES; i += 1) {
    const about = await correlate(stores, partner, sent);
    if ('error' in about) return about;
    const { patron, member, patronRequest } = about;
    const requestId = about.requestId || stores.newIds.next('loan-request', now);
    const { message, claims, number } = withNumber(sent, about.claims, requestId);
    attributeUsage({ requester: member });
    const hash = digestOf(message.kind, bytes);
    const row: InMessage = {
      ...{ messageId: stores.newIds.next('partner-message', now), requestId, partnerId, at: iso(now), member, hash },
      ...{ direction: 'in', state: 'to-decide', kind: message.kind, version, dialect, v: 1 },
      body: packIso(message),
      ...(mended.length > 0 && { mended: mended.slice(0, MOST_MENDED) }),
      ...(patron !== undefined && { patron }),
      ...(patronRequest && { patronRequest }),
    };
    const received = await stores.inbox.receive(row, { messagesADay, claims }, now);
    if (received === 'too-many') return received;
    if (received === 'doubled' && isQuestion(message)) {
      const inTime = digestOf(hash, String(Math.floor(now / SAME_MS)));
      await stores.inbox.receive({ ...row, hash: inTime, again: true }, { messagesADay, claims }, now);
    }
    // When two messages give one number to two requests, the second is correlated again.
    const before = number !== undefined && received === 'doubled' ? await stores.inbox.receivedFor(row) : undefined;
    if (received !== 'number-taken') return number === undefined ? {} : { number: before ?? number };
  }
  return 'too-many';
};

/** An incoming message: its bytes, its sender, and the rest of the URL path after the endpoint's own. */
export type IncomingRequest = { bytes: Uint8Array; caller: Caller; behind?: string };

/**
 * Receives a partner's message: authenticates it, reads it leniently, stores it once and confirms it in its own edition
 * with HTTP 200, also for an ERROR; it is processed later. Only stored messages are confirmed. An unknown sender
 * receives 401 and, after several attempts from one address, 429.
 */
export const receivePartnerMessage = async (
  stores: ReceptionDeps,
  { bytes, caller, behind }: IncomingRequest,
  now: number,
): Promise<Outcome<string, keyof typeof endpointRefusals>> => {
  const charset = caller.isText ? 'utf-8' : charsetOf(caller.contentType);
  const read = readMessage(bytes, { charset, receivedAt: iso(now) });
  const address = stepOf(behind);
  const confirm = (refused: readonly ErrorData[] = [], number?: string): string =>
    writeMessage(
      confirmationOf(read, { receivedAt: iso(now), at: iso(now), number }, refused),
      read.dialect,
      read.version,
    );
  const partner = await authenticatePartner(
    stores.partners,
    { read, authorization: caller.authorization, address },
    now,
  );
  if (!partner) return refuseUnknown(stores, read, caller, now);
  if (!('message' in read) || !isOpening(read.message)) return answer(confirm());
  const { version, dialect, mended, message } = { ...read, message: read.message };
  const stored = await storeMessage(stores, partner, { message, version, dialect, mended, bytes }, now);
  if (stored !== 'too-many') return answer('error' in stored ? confirm([stored.error]) : confirm([], stored.number));
  const tooMany: ErrorData = { errorType: 'BadlyFormedMessage', errorValue: 'Too many messages today' };
  return {
    ...refuseFor(3600, 'too-many-messages', 'As many messages as agreed came today.'),
    instead: confirm([tooMany]),
  };
};

const refuseUnknown = async (
  { attempts }: ReceptionDeps,
  read: ReadMessage,
  { address }: Caller,
  now: number,
): Promise<Outcome<string, keyof typeof endpointRefusals>> => {
  // Counted by address, never by partner: nobody can lock a partner out by guessing.
  const counted = await attempts.open({ rules: partnerSecretRules, ...addressSources(address) }, now);
  const error: MessageError = { errorType: 'UnrecognisedDataValue', errorValue: 'requestingAgencyAuthentication' };
  const times = { receivedAt: iso(now), at: iso(now) };
  // An unknown sender learns nothing about further errors.
  const confirmed = 'message' in read ? read : { ...read, errors: [error] };
  const instead = writeMessage(confirmationOf(confirmed, times, [error]), read.dialect, read.version);
  if (!('refused' in counted))
    return {
      refused: [{ code: 'partner-refused', detail: 'No partner of ours shows these credentials.' }],
      headers: { 'www-authenticate': 'Basic realm="ISO 18626"' },
      instead,
    };
  return { ...refuseFor(counted.seconds, 'too-many-tries', 'Too many wrong credentials from this address.'), instead };
};
