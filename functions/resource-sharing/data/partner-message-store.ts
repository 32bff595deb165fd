import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { patronRequestNotification } from '../domain/iso18626/patron-request-answer.ts';
import type { Dialect } from '../domain/iso18626/read-message.ts';
import type { IsoMessage } from '../domain/iso18626/schemas.ts';
import type { Message } from '../domain/messages/message.ts';
import type { Question } from '../domain/messages/pending-answer.ts';
import type { LoanRequest } from '../domain/requests/request.ts';
import { gsi4, indexPartition, key } from './keys.ts';
import {
  type InMessage,
  idBefore,
  type MessagePlace,
  messageItem,
  type OutMessage,
  outId,
  type PartnerMessage,
  packIso,
  pointerItem,
  readMessageRow,
  unpackIso,
  withoutAddress,
  withoutPlaces,
} from './partner-message-rows.ts';

const rowOf = (request: LoanRequest, message: Message): OutMessage | undefined => {
  const ask = request.asks.find(({ askId }) => askId === message.askId);
  if (ask === undefined) return undefined;
  const [partnerId, member] =
    message.from === 'requester'
      ? [ask.supplierMember, request.requesterMember]
      : [request.requesterMember, ask.supplierMember];
  const about = { messageId: outId(message), requestId: request.requestId, partnerId, at: message.at, member };
  return { ...about, direction: 'out', state: 'to-send', askId: message.askId, message, attempts: 0, v: 1 };
};

/**
 * The writes that put messages for partners into the outbox, for the transaction of the step that says them: what is
 * decided is sent, and nothing else is. The table's stream sends them on their way. Takes the request after the step.
 */
export const outgoingWrites = (request: LoanRequest, messages: readonly Message[]): Write[] =>
  messages.flatMap((message): Write[] => {
    const row = rowOf(request, message);
    if (row === undefined) return [];
    const { partnerId, requestId, member } = row;
    const known = { partnerId, side: 'supplier' as const, number: requestId, symbol: '*' };
    const asks = message.name === 'Request';
    return [{ put: messageItem(row) }, ...(asks ? [{ put: pointerItem(known, { requestId, member }) }] : [])];
  });

/**
 * The write that puts the answer to a partner's question (how does my request stand? or what it `answers`) into the outbox,
 * once for each.
 */
export const reportWrite = (asked: InMessage, askId: string, at: string, answers?: Question): Write => {
  const { requestId, partnerId, member } = asked;
  const named = { messageId: `${asked.messageId}.report`, requestId, partnerId, at, member, askId };
  const about = { ...named, ...(answers && { answers }) };
  return { put: messageItem({ ...about, direction: 'out', state: 'to-send', attempts: 0, v: 1 }) };
};

/** The write that puts a written answer to somebody who handed in a patron's wish into the outbox, once for each. */
export const answerWrite = (patronRequest: InMessage, answer: IsoMessage, at: string): Write => {
  const { requestId, partnerId, member } = patronRequest;
  const about = {
    messageId: `${patronRequest.messageId}.answer`,
    requestId,
    partnerId,
    at,
    member,
    body: packIso(answer),
  };
  return { put: messageItem({ ...about, direction: 'out', state: 'to-send', attempts: 0, v: 1 }) };
};

/**
 * The request with what whoever handed it in as a patron's wish has heard of it, and the write that tells it so where it stands
 * otherwise than it heard last.
 */
export const withPatronRequestStatus = (request: LoanRequest): { request: LoanRequest; notifications: Write[] } => {
  const { requestId, requesterMember: member, handedIn, history } = request;
  const at = history.at(-1)?.at ?? request.placedAt;
  const body = patronRequestNotification(request, at);
  if (body?.kind !== 'supplyingAgencyMessage' || !handedIn) return { request, notifications: [] };
  const messageId = `${requestId}.status.${String(history.length).padStart(4, '0')}`;
  const about = { messageId, requestId, partnerId: handedIn.partnerId, at, member, body: packIso(body) };
  const put = messageItem({ ...about, direction: 'out', state: 'to-send', attempts: 0, v: 1 });
  const notified = { ...handedIn, notifiedStatus: body.body.statusInfo.status };
  return { request: { ...request, handedIn: notified }, notifications: [{ put }] };
};

const DAY_SECONDS = 24 * 3600;
/** When a message that is settled at an instant goes, so many days later (epoch seconds). */
const goesAt = (at: string, days: number): number => Math.floor(Date.parse(at) / 1000) + days * DAY_SECONDS;

/** What came of a message of a partner, and for how many days it is kept from now on (sharing policy). */
export type Decided = { state: Exclude<InMessage['state'], 'to-decide'>; why?: string | undefined; keepDays: number };

/**
 * The write that says what came of a message of a partner, as long as nobody has said so before. Where things were wanted
 * stands from now on with the request alone, which drops it at its end.
 */
export const decidedWrite = (row: InMessage, { state, why, keepDays }: Decided, at: string): Write => ({
  update: key('partnerMessage', row),
  set: {
    ...{ state, settledAt: at, expiresAt: goesAt(at, keepDays) },
    ...(why !== undefined && { why }),
    ...(row.patronRequest && { patronRequest: {} }),
    ...(row.kind === 'request' && row.body && { body: packIso(withoutPlaces(unpackIso(row.body))) }),
  },
  when: unchanged(row.v),
});

/** A message as it is sent: the same at every try. */
export type Sent = { message: IsoMessage; dialect: Dialect };

/** What became of a message that was to be sent. */
export type Settled = { state: 'confirmed' | 'failed' | 'void'; error?: string | undefined; keepDays: number };

/**
 * What is left of a message that says where a copy of ours is to be fetched: the address is a secret between the partner and
 * us, and lies here no longer than it may have to be sent.
 */
const withoutLink = ({ message, body }: Pick<OutMessage, 'message' | 'body'>): Partial<OutMessage> => {
  if (message?.url === undefined) return {};
  const { url: _url, ...withoutUrl } = message;
  return { message: withoutUrl, ...(body && { body: packIso(withoutAddress(unpackIso(body))) }) };
};

/** The write that settles a message of ours, as long as it is as it was read. */
export const settledWrite = (row: OutMessage, { state, error, keepDays }: Settled, at: string): Write => ({
  update: key('partnerMessage', row),
  set: {
    ...{ state, settledAt: at, expiresAt: goesAt(at, keepDays) },
    // What failed may be sent again when a person says so.
    ...(state !== 'failed' && withoutLink(row)),
    ...(error !== undefined && { error }),
    ...(state === 'failed' && gsi4('partnerMessage', row)),
  },
  remove: ['claimedUntil', 'nextTryAt'],
  when: unchanged(row.v),
});

type Pages = Promise<CursorPage<PartnerMessage> | 'bad-cursor'>;

/** The correspondence with partners outside: outbox, inbox and log are one. */
export type PartnerMessageStore = {
  /** Strongly read. Throws for a damaged row. */
  get(place: MessagePlace): Promise<PartnerMessage | undefined>;
  /** The message of ours before this one about the same ask, which goes first. */
  before(row: OutMessage): Promise<OutMessage | undefined>;
  /** Claims a message for one who sends it so; undefined when somebody else has it or it changed. Gives it as it is then. */
  claim(row: OutMessage, until: string, sent: Sent): Promise<OutMessage | undefined>;
  /** Notes a try that failed, and when the next is due. False when the row has changed. */
  tryAgain(row: OutMessage, next: { nextTryAt: string; error: string }): Promise<boolean>;
  /** Puts a message that failed on its way anew, written anew, as a row of its own; undefined when it is not failed any more. */
  resend(row: OutMessage, at: string, also?: (anew: OutMessage) => readonly Write[]): Promise<OutMessage | undefined>;
  /** All about a request, oldest first. */
  ofRequest(requestId: string, page: PageRequest): Pages;
  /** All of a partner, newest first; or only what could not be delivered. */
  ofPartner(partnerId: string, page: PageRequest & { failed?: boolean }): Pages;
  write(writes: Write[]): Promise<boolean>;
};

/** What parts the id of a message from the instant at which it was put on its way anew. */
const AGAIN = '~';
const originalId = (messageId: string): string => messageId.split(AGAIN)[0] ?? messageId;

// A damaged row must not hide the rest of the log.
const legible = (item: unknown): PartnerMessage | undefined => {
  try {
    return readMessageRow(item);
  } catch {
    return undefined;
  }
};
const whole = async (read: Promise<CursorPage<PartnerMessage | undefined> | 'bad-cursor'>): Pages => {
  const page = await read;
  return page === 'bad-cursor' ? page : { ...page, rows: page.rows.filter((row) => row !== undefined) };
};

/** How many rows are looked at in one read for the message before; there are rarely more in all. */
const LOOKED_AT = 25;

/** The messages kept in the table. */
export const partnerMessageStore = (table: Table): PartnerMessageStore => {
  const pages = (index: 'gsi2' | 'gsi4', partnerId: string, page: PageRequest): Pages => {
    const partition = indexPartition('partnerMessage', index, { partnerId });
    return whole(readPage(table, { index, partition, backwards: true }, page, legible));
  };
  return {
    get: async (place) => {
      const item = await table.get(key('partnerMessage', place), { strong: true });
      return item && readMessageRow(item);
    },
    before: async (row) => {
      const messageId = row.message && idBefore(row.message);
      if (messageId === undefined) return undefined;
      const { pk: partition } = key('partnerMessage', row);
      let after: Record<string, unknown> | undefined;
      do {
        const query = { partition, strong: true, backwards: true, limit: LOOKED_AT };
        const page = await table.query({ ...query, ...(after && { after }) });
        const found = page.items.find((item) => originalId(String(item.messageId)) === messageId);
        const earlier = found && readMessageRow(found);
        if (earlier?.direction === 'out') return earlier;
        after = page.next;
      } while (after);
      return undefined;
    },
    claim: async (row, claimedUntil, { message, dialect }) => {
      const set = { claimedUntil, attempts: row.attempts + 1, body: packIso(message), dialect };
      if (await table.write([{ update: key('partnerMessage', row), set, when: unchanged(row.v) }])) return undefined;
      return { ...row, ...set, v: row.v + 1 };
    },
    tryAgain: async (row, { nextTryAt, error }) => {
      const set = { nextTryAt, error };
      const update = { update: key('partnerMessage', row), set, remove: ['claimedUntil'], when: unchanged(row.v) };
      return (await table.write([update])) === undefined;
    },
    resend: async (row, at, also = () => []) => {
      const { error: _error, settledAt: _at, expiresAt: _goes, body, dialect: _dialect, ...rest } = row;
      // What is about no ask was written as it was decided, and cannot be written again.
      const retained = { ...rest, ...(row.askId === undefined && body && { body }) };
      const messageId = `${originalId(row.messageId)}${AGAIN}${Date.parse(at)}`;
      const anew: OutMessage = { ...retained, messageId, at, state: 'to-send', attempts: 0, v: 1 };
      const set = { state: 'resent', ...withoutLink(row) };
      const conflict = await table.write([
        { update: key('partnerMessage', row), set, remove: ['gsi4pk', 'gsi4sk'], when: unchanged(row.v) },
        { put: messageItem(anew), when: absent() },
        ...also(anew),
      ]);
      return conflict ? undefined : anew;
    },
    ofRequest: (requestId, page) => {
      const { pk: partition } = key('partnerMessage', { requestId, at: '-', messageId: '-' });
      return whole(readPage(table, { partition }, page, legible));
    },
    ofPartner: (partnerId, { failed = false, ...page }) => pages(failed ? 'gsi4' : 'gsi2', partnerId, page),
    write: async (writes) => (await table.write(writes)) === undefined,
  };
};
