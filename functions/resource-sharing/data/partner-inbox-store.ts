import * as z from 'zod';
import { absent, equals } from '../../../layers/platform/dynamodb/condition.ts';
import type { Key } from '../../../layers/platform/dynamodb/keys.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';
import {
  type InMessage,
  type KnownAs,
  messageItem,
  numberKey,
  pointerItem,
  readMessageRow,
} from './partner-message-rows.ts';

/** A request of ours that a partner writes about, and the member that it belongs to. */
export type CorrelatedRequest = { requestId: string; member: string };

/** The request that a number finds: `content` is a digest of the message that requested it. */
export type NumberedRequest = CorrelatedRequest & { content?: string };

const pointer = z.object({ requestId: z.string(), member: z.string(), content: z.string().exactOptional() });
const receivedRow = z.object({ requestId: z.string() });

/** How long a repeated message is recognised, in days: longer than any peer retries. */
const RECEIVED_DAYS = 90;
const COUNTED_DAYS = 3;
const DAY_MS = 86_400_000;
const dayCount = z.object({ count: z.number().default(0) });

/**
 * The result of receiving a message: saved; saved before; over the partner's daily limit; its number belongs to another
 * request.
 */
export type Received = 'saved' | 'doubled' | 'too-many' | 'number-taken';

/**
 * A number that identifies a new request from now on; `insteadOf` is the ended request that it identified before,
 * `content` a digest of the message that requests it.
 */
export type Claim = KnownAs & { insteadOf?: string; content?: string };

/** The inbox of partners' messages: finds the request of a message, and stores each message once. */
export type PartnerInbox = {
  /**
   * Finds the request that a partner knows by this number, sent to this symbol, else (unless `exact`) to any. Strongly
   * read.
   */
  find(known: KnownAs, how?: 'exact'): Promise<NumberedRequest | undefined>;
  /** The request for which this message was stored before, by its bytes. */
  receivedFor(row: Pick<InMessage, 'partnerId' | 'hash'>): Promise<string | undefined>;
  /** Whether every message that requests this was refused, so that nothing was placed. Strongly read. */
  wasRefused(requestId: string): Promise<boolean>;
  /**
   * Stores a message in one write: the message, once by its bytes, and the number that identifies a new request from
   * now on (`claims`). Counts it for the day. `now` in epoch ms.
   */
  receive(row: InMessage, more: { messagesADay: number; claims: readonly Claim[] }, now: number): Promise<Received>;
};

/**
 * The keys under which a number may be stored: for this symbol of ours, for any, and as it was before the agency was
 * part of it.
 */
const anyKeys = ({ agency, ...known }: KnownAs): Key[] => {
  const named = agency === undefined ? [] : [{ ...known, agency }];
  return [...named, known].flatMap((one) => [numberKey(one), numberKey({ ...one, symbol: '*' })]);
};

/** The inbox in the table. */
export const partnerInbox = (table: Table): PartnerInbox => ({
  find: async (known, how) => {
    const found = await table.getMany(how === 'exact' ? [numberKey(known)] : anyKeys(known), { strong: true });
    const first = found.find((item) => item !== undefined);
    return first && pointer.parse(first);
  },
  receivedFor: async ({ partnerId, hash }) => {
    const item = await table.get(key('receivedMessage', { partnerId, hash }), { strong: true });
    return item && receivedRow.parse(item).requestId;
  },
  wasRefused: async (requestId) => {
    const { pk: partition } = key('partnerMessage', { requestId, at: '-', messageId: '-' });
    const rows = (await table.queryAll({ partition, strong: true })).map(readMessageRow);
    const asking = rows.filter((row) => row.direction === 'in' && row.kind === 'request');
    return asking.length > 0 && asking.every(({ state }) => state === 'refused');
  },
  receive: async (row, { messagesADay, claims }, now) => {
    const { partnerId, hash, requestId, member } = row;
    const today = key('partnerDay', { partnerId, day: row.at.slice(0, 10) });
    const counted = dayCount.parse((await table.get(today)) ?? {});
    if (counted.count >= messagesADay) return 'too-many';
    const received = { ...key('receivedMessage', { partnerId, hash }), ...stamp('receivedMessage', 1), requestId };
    const expiresAt = Math.floor((now + RECEIVED_DAYS * DAY_MS) / 1000);
    const own: Write[] = [
      { put: { ...received, expiresAt }, when: absent() },
      { put: messageItem(row), when: absent() },
    ];
    const pointers = claims.map(({ insteadOf, content, ...known }): Write => {
      const put = pointerItem(known, { requestId, member, ...(content !== undefined && { content }) });
      // With our symbol, a number identifies one request; without it, the last one.
      return known.symbol === '*'
        ? { put }
        : { put, when: insteadOf === undefined ? absent() : equals('requestId', insteadOf) };
    });
    const conflict = await table.write([...own, ...pointers]);
    if (conflict) return conflict.conflict.some(({ index }) => index === 0) ? 'doubled' : 'number-taken';
    // Not in the transaction: all messages of a partner would contend for one counter, which only limits a flood.
    const counter = { entity: 'partnerDay', schema: 1, expiresAt: Math.floor((now + COUNTED_DAYS * DAY_MS) / 1000) };
    await table.raise(today, 'count', 1, counter);
    return 'saved';
  },
});
