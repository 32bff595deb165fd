import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Dialect } from '../../../layers/protocols/iso18626/read-message.ts';
import type { IsoMessage } from '../../../layers/protocols/iso18626/schemas.ts';
import { patronRequestNotification } from '../domain/iso18626/patron-request-answer.ts';
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
 * Builds the writes that add messages for partners to the outbox, for the transaction of their step: exactly what is
 * decided is sent. The table's stream triggers the sending. Takes the request after the step.
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
 * Builds the write that adds the answer to a partner's question (for the state of its request, or what it `answers`) to
 * the outbox, once per question.
 */
export const reportWrite = (asked: InMessage, askId: string, at: string, answers?: Question): Write => {
  const { requestId, partnerId, member } = asked;
  const named = { messageId: `${asked.messageId}.report`, requestId, partnerId, at, member, askId };
  const about = { ...named, ...(answers && { answers }) };
  return { put: messageItem({ ...about, direction: 'out', state: 'to-send', attempts: 0, v: 1 }) };
};

/** Builds the write that adds an answer to the sender of a patron request to the outbox, once per message. */
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
 * Adds to the request the state that the sender of a patron request was last notified of, and builds the write of the
 * notification when the state has changed.
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
/** When a message settled at an instant expires, this many days later (epoch seconds). */
const goesAt = (at: string, days: number): number => Math.floor(Date.parse(at) / 1000) + days * DAY_SECONDS;

/** The decision on a partner's message, and for how many days it is stored from now on (sharing policy). */
export type Decided = { state: Exclude<InMessage['state'], 'to-decide'>; why?: string | undefined; keepDays: number };

/**
 * Builds the write that stores the decision on a partner's message, on condition that it is undecided. From now on only
 * the request holds the delivery address, and drops it at its end.
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

/** A message as it is sent: the same in every attempt. */
export type Sent = { message: IsoMessage; dialect: Dialect };

/** The outcome of a message to be sent. */
export type Settled = { state: 'confirmed' | 'failed' | 'void'; error?: string | undefined; keepDays: number };

/**
 * Removes the address of a copy from a sent message: the address is a secret between the partner and us, stored only as
 * long as it may be sent again.
 */
const withoutLink = ({ message, body }: Pick<OutMessage, 'message' | 'body'>): Partial<OutMessage> => {
  if (message?.url === undefined) return {};
  const { url: _url, ...withoutUrl } = message;
  return { message: withoutUrl, ...(body && { body: packIso(withoutAddress(unpackIso(body))) }) };
};

/** Builds the write that settles a message of ours, on condition that it is unchanged. */
export const settledWrite = (row: OutMessage, { state, error, keepDays }: Settled, at: string): Write => ({
  update: key('partnerMessage', row),
  set: {
    ...{ state, settledAt: at, expiresAt: goesAt(at, keepDays) },
    // Staff may send a failed message again.
    ...(state !== 'failed' && withoutLink(row)),
    ...(error !== undefined && { error }),
    ...(state === 'failed' && gsi4('partnerMessage', row)),
  },
  remove: ['claimedUntil', 'nextTryAt', ...(state === 'failed' ? [] : ['gsi4pk', 'gsi4sk'])],
  when: unchanged(row.v),
});

type Pages = Promise<CursorPage<PartnerMessage> | 'bad-cursor'>;

/** The messages exchanged with partners: outbox, inbox and log are one. */
export type PartnerMessageStore = {
  /** Loads a message, strongly read. Throws for a damaged row. */
  get(place: MessagePlace): Promise<PartnerMessage | undefined>;
  /** Finds our previous message about the same ask, which is sent first. */
  before(row: OutMessage): Promise<OutMessage | undefined>;
  /**
   * Claims a message for one sender; undefined when another sender has it or it changed. Returns the claimed message.
   */
  claim(row: OutMessage, until: string, sent: Sent): Promise<OutMessage | undefined>;
  /** Stores a failed attempt and the time of the next one. False when the row has changed. */
  tryAgain(row: OutMessage, next: { nextTryAt: string; error: string }): Promise<boolean>;
  /** Sends a failed message again, as a new row with a new text; undefined when it is no longer failed. */
  resend(row: OutMessage, at: string, also?: (anew: OutMessage) => readonly Write[]): Promise<OutMessage | undefined>;
  /** All messages about a request, oldest first. */
  ofRequest(requestId: string, page: PageRequest): Pages;
  /** All messages of a partner, newest first; or only those that failed. */
  ofPartner(partnerId: string, page: PageRequest & { failed?: boolean }): Pages;
  /** Our messages about a request that failed and were not sent again, strongly read. */
  failedOf(requestId: string): Promise<OutMessage[]>;
  write(writes: Write[]): Promise<boolean>;
};

/** Separates the id of a message from the instant at which it was sent again. */
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

/** How many rows one read examines for the previous message; there are rarely more in all. */
const LOOKED_AT = 25;

const partitionOf = (requestId: string): string => key('partnerMessage', { requestId, at: '-', messageId: '-' }).pk;

/** The messages in the table. */
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
      const partition = partitionOf(row.requestId);
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
      // A message about no ask was written when it was decided, and cannot be written again.
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
    failedOf: async (requestId) => {
      const items = await table.queryAll({ partition: partitionOf(requestId), strong: true });
      const rows = items.filter(({ state }) => state === 'failed').map(readMessageRow);
      return rows.filter((row) => row.direction === 'out');
    },
    ofRequest: (requestId, page) => {
      const partition = partitionOf(requestId);
      return whole(readPage(table, { partition }, page, legible));
    },
    ofPartner: (partnerId, { failed = false, ...page }) => pages(failed ? 'gsi4' : 'gsi2', partnerId, page),
    write: async (writes) => (await table.write(writes)) === undefined,
  };
};
