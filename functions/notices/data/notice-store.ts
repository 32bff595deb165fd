import * as z from 'zod';
import { noticeMessageSchema } from '../../../layers/kernel/notices/notice-message.ts';
import { absent, and, below, equals, or, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { gsi2, key, listKey, sortPrefix } from './keys.ts';

/**
 * The states of a notice. `in-account`: shown in the account only. `waiting`: for its e-mail, now or with a digest.
 * `sending`: claimed by a worker. `emailed`, `texted`: accepted by the service of e-mail or
 * of text messages. `awaiting-letter`: for the next batch of
 * letters. `in-letter`: part of a batch. `void`: no longer valid before it was sent.
 */
const states = [
  'in-account',
  'waiting',
  'sending',
  'emailed',
  'texted',
  'awaiting-letter',
  'in-letter',
  'void',
] as const;
export type NoticeState = (typeof states)[number];

const stored = z.object({
  ...noticeMessageSchema.omit({ patronId: true }).shape,
  state: z.enum(states),
  /** Epoch ms of the claim. */
  claimedAt: z.number().exactOptional(),
  /** The instant of the digest that the notice waits for. */
  digestAt: z.string().exactOptional(),
  /** It is to be sent as a text message. */
  by: z.literal('sms').exactOptional(),
  batchId: z.string().exactOptional(),
});

/** A notice with its state. It contains ids only, is stored in the patron's partition and is erased with it. */
export type Notice = z.infer<typeof stored>;

/** Reads a stored item as a notice. */
export const readNotice = (item: Record<string, unknown>): Notice => stored.parse(item);

/** How long a notice is stored, in milliseconds. */
const LIFETIME_MS = 90 * 24 * 60 * 60 * 1000;

/** How long a claim is valid, in milliseconds: longer than the sending function may run, shorter than the retry delay of its message. */
export const CLAIM_MS = 120_000;

/** The number of partitions of an hour's digests: all members may use the same hour. */
const DIGEST_SHARDS = 4;

/** A digest that is due to a patron; `tries` counts how often it failed. */
export type DigestRow = { hour: string; patronId: string; at: string; cause: string; tries: number };

const digestRow = z.object({
  hour: z.string(),
  patronId: z.string(),
  at: z.string(),
  cause: z.string(),
  tries: z.number(),
});
const hourOf = (at: string): string => at.slice(0, 13);
const shardOf = (patronId: string): string => String((patronId.charCodeAt(patronId.length - 1) || 0) % DIGEST_SHARDS);
const digestKey = ({ hour, patronId }: Pick<DigestRow, 'hour' | 'patronId'>) =>
  key('noticeDigest', { hour, shard: shardOf(patronId), patronId });
const doneKey = key('noticeDigestDone', {});

const digestWrite = (row: DigestRow): Write => ({
  put: { ...digestKey(row), ...stamp('noticeDigest', 1), ...row },
});

/** Builds the stored item of a notice: it is in the list of its member while it waits for a letter. */
export const noticeItem = (patronId: string, notice: Notice, memberId: string): Item => ({
  ...key('notice', { patronId, ...notice }),
  ...(notice.state === 'awaiting-letter' &&
    gsi2('notice', {
      list: listKey('awaitingLetter', memberId),
      since: notice.at,
      patronId,
      noticeId: notice.noticeId,
    })),
  ...stamp('notice', 1),
  ...notice,
  patronId,
  expiresAt: Math.floor((Date.parse(notice.at) + LIFETIME_MS) / 1000),
});

export type RerouteState = 'waiting' | 'awaiting-letter' | 'in-account';

/** The result of a claim: the notices to send now; `busy` when another worker is sending one of them. */
export type Claim = { claimed: Notice[]; busy: boolean };

/** Stores the notices of patrons. */
export type NoticeStore = {
  /** Stores a notice by its id, with a row for its digest if it waits for one. False when it exists: the message was delivered before. */
  add(patronId: string, notice: Notice, memberId: string): Promise<boolean>;
  get(patronId: string, noticeId: string): Promise<Notice | undefined>;
  /**
   * Claims notices for one e-mail, all or none in one write: those that wait, and those whose claim is older than CLAIM_MS because their
   * worker crashed. At most 40. `now` in epoch ms; `beside` are other writes of the same transaction.
   */
  claim(patronId: string, notices: readonly Notice[], now: number, beside?: readonly Write[]): Promise<Claim>;
  /** Records that the service accepted the message, or releases the claim when it certainly did not. */
  settle(patronId: string, notices: readonly Notice[], state: 'emailed' | 'texted' | 'waiting'): Promise<void>;
  /** Lets an unsent notice wait until an instant, with a row for it; false when a worker is sending it. `now` in epoch ms. */
  waitUntil(patronId: string, notice: Notice, until: string, now: number): Promise<boolean>;
  /** Sends a notice by another route, which no text message can bring: it then waits for its e-mail or letter, or is in the account only. */
  reroute(patronId: string, notice: Notice, memberId: string, state: RerouteState): Promise<Notice>;
  /** Marks a notice as void, unless a worker is sending it. */
  void(patronId: string, notice: Notice): Promise<void>;
  /** Leaves a waiting notice in the account only. */
  keepInAccount(patronId: string, notice: Notice): Promise<void>;
  /** Lists a patron's notices, the newest first. */
  list(patronId: string): Promise<Notice[]>;
};

const claimable = (now: number) =>
  or(equals('state', 'waiting'), and(equals('state', 'sending'), below('claimedAt', now - CLAIM_MS)));

/** Stores notices in the table. */
export const noticeStore = (table: Table): NoticeStore => {
  const get: NoticeStore['get'] = async (patronId, noticeId) => {
    const item = await table.get(key('notice', { patronId, noticeId }), { strong: true });
    return item && readNotice(item);
  };
  const keyOf = (patronId: string, { noticeId }: Notice) => key('notice', { patronId, noticeId });
  const endWaiting = async (patronId: string, notice: Notice, state: 'void' | 'in-account'): Promise<void> => {
    const when = or(equals('state', 'waiting'), equals('state', 'awaiting-letter'));
    const remove = ['gsi2pk', 'gsi2sk'];
    await table.write([{ update: keyOf(patronId, notice), set: { state }, remove, when }]);
  };
  return {
    get,
    add: async (patronId, notice, memberId) => {
      const { digestAt, cause } = notice;
      const waits = digestAt !== undefined && { hour: hourOf(digestAt), patronId, at: digestAt, cause, tries: 0 };
      const conflict = await table.write([
        { put: noticeItem(patronId, notice, memberId), when: absent() },
        // A message may arrive after its patron was erased.
        { check: patronsKeys.key('patronStatus', { patronId }), when: present() },
        ...(waits ? [digestWrite(waits)] : []),
      ]);
      return conflict === undefined;
    },
    claim: async (patronId, notices, now, beside = []) => {
      const set = { state: 'sending', claimedAt: now };
      const when = () => claimable(now);
      const writes = notices.map((notice) => ({ update: keyOf(patronId, notice), set, when: when() }));
      if (notices.length === 0) return { claimed: [], busy: false };
      if ((await table.write([...writes, ...beside])) === undefined) return { claimed: [...notices], busy: false };
      const read = await Promise.all(notices.map(({ noticeId }) => get(patronId, noticeId)));
      return { claimed: [], busy: read.some((notice) => notice?.state === 'waiting' || notice?.state === 'sending') };
    },
    settle: async (patronId, notices, state) => {
      const writes = notices.map((notice) => ({
        update: keyOf(patronId, notice),
        set: { state },
        when: equals('state', 'sending'),
      }));
      await table.write(writes);
    },
    waitUntil: async (patronId, notice, until, now) => {
      const set = { state: 'waiting', digestAt: until };
      const row = { hour: hourOf(until), patronId, at: until, cause: notice.cause, tries: 0 };
      const update = { update: keyOf(patronId, notice), set, when: claimable(now) };
      return (await table.write([update, digestWrite(row)])) === undefined;
    },
    reroute: async (patronId, { by: _, digestAt: _at, claimedAt: _claimed, ...notice }, memberId, state) => {
      const { noticeId, at } = notice;
      const waits = gsi2('notice', { list: listKey('awaitingLetter', memberId), since: at, patronId, noticeId });
      await table.write([
        {
          update: keyOf(patronId, notice),
          set: { state, ...(state === 'awaiting-letter' && waits) },
          remove: ['by', 'digestAt'],
          when: or(equals('state', 'waiting'), equals('state', 'sending')),
        },
      ]);
      return { ...notice, state };
    },
    void: (patronId, notice) => endWaiting(patronId, notice, 'void'),
    keepInAccount: (patronId, notice) => endWaiting(patronId, notice, 'in-account'),
    list: async (patronId) => {
      const { pk: partition } = patronsKeys.key('patronStatus', { patronId });
      const items = await table.queryAll({ partition, begins: sortPrefix('notice') });
      return items.map(readNotice).toSorted((one, other) => (one.at < other.at ? 1 : -1));
    },
  };
};

/** How often a failed digest is retried with the next hours; then its notices stay in the account only. */
export const DIGEST_TRIES = 5;

// A row may be written while its hour is being processed.
const OVERLAP_HOURS = 2;
const FIRST_LOOK_HOURS = 48;
const HOUR_MS = 3_600_000;

/** The digests that are due, by hour. */
export const digestStore = (table: Table) => ({
  /** Lists those due by `now` (epoch ms), from shortly before the last finished hour. */
  due: async (now: number): Promise<DigestRow[]> => {
    const at = new Date(now).toISOString();
    const done = await table.get(doneKey);
    const from =
      typeof done?.hour === 'string'
        ? Date.parse(`${done.hour}:00:00.000Z`) - OVERLAP_HOURS * HOUR_MS
        : now - FIRST_LOOK_HOURS * HOUR_MS;
    const rows: DigestRow[] = [];
    for (let time = from; time <= now + HOUR_MS; time += HOUR_MS) {
      const hour = hourOf(new Date(time).toISOString());
      if (hour > hourOf(at)) break;
      for (let shard = 0; shard < DIGEST_SHARDS; shard += 1) {
        const { pk: partition } = key('noticeDigest', { hour, shard: String(shard), patronId: '-' });
        rows.push(...(await table.queryAll({ partition })).map((row) => digestRow.parse(row)));
      }
    }
    return rows.filter((row) => row.at <= at);
  },
  /** Deletes a digest that was sent or had nothing left to send. */
  finish: async (row: DigestRow): Promise<void> => {
    await table.write([{ delete: digestKey(row) }]);
  },
  /** Moves a failed digest to the next hour; false after the last try. */
  retry: async (row: DigestRow, now: number): Promise<boolean> => {
    const tries = row.tries + 1;
    const at = new Date(now + HOUR_MS).toISOString();
    const next = tries < DIGEST_TRIES ? [digestWrite({ ...row, hour: hourOf(at), at, tries })] : [];
    await table.write([{ delete: digestKey(row) }, ...next]);
    return next.length > 0;
  },
  /** Records that hours before the hour of `now` (epoch ms) are finished. */
  markDone: async (now: number): Promise<void> => {
    const hour = hourOf(new Date(now).toISOString());
    await table.write([{ put: { ...doneKey, ...stamp('noticeDigestDone', 1), hour } }]);
  },
});
