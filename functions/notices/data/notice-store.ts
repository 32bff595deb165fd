import * as z from 'zod';
import { noticeMessageSchema } from '../../../layers/kernel/notices/notice-message.ts';
import { absent, and, below, equals, or, present } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item, Write } from '../../../layers/platform/dynamodb/write.ts';
import { keys as patronsKeys } from '../../patrons/public/keys.ts';
import { gsi2, key, listKey, sortPrefix } from './keys.ts';

/**
 * How far a notice is. `told`: it stands in the account and goes nowhere else. `waiting`: for its e-mail, now or with a
 * digest. `sending`: claimed by somebody who sends it. `mailed`: accepted by the mail service and noted. `on-pile`: for the
 * next batch of letters. `lettered`: in a batch. `void`: its cause was gone before it was sent.
 */
const states = ['told', 'waiting', 'sending', 'mailed', 'on-pile', 'lettered', 'void'] as const;
export type NoticeState = (typeof states)[number];

const stored = z.object({
  ...noticeMessageSchema.omit({ patronId: true }).shape,
  state: z.enum(states),
  /** Epoch ms of the claim. */
  claimedAt: z.number().exactOptional(),
  /** The instant of the digest that it waits for. */
  digestAt: z.string().exactOptional(),
  batchId: z.string().exactOptional(),
});

/** What a patron was told, by ids, with how far it is: it lies in the patron's partition and is erased with it. */
export type Notice = z.infer<typeof stored>;

// Notices of before there were other kinds: ready holds, by mail or not.
const earlier = z.object({
  noticeId: z.string(),
  at: z.string(),
  kind: z.literal('hold-ready'),
  recordId: z.string().exactOptional(),
  pickupBranch: z.string(),
  until: z.string().exactOptional(),
  mailed: z.boolean(),
});

/** A notice out of a stored item, of this version of its schema or the one before. */
export const readNotice = (item: Record<string, unknown>): Notice => {
  if (item.state !== undefined) return stored.parse(item);
  const { pickupBranch: branchId, mailed, ...rest } = earlier.parse(item);
  return stored.parse({ ...rest, branchId, cause: 'consortium', state: mailed ? 'mailed' : 'told' });
};

/** How long a notice is kept, in milliseconds. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** How long a claim stands, in milliseconds: longer than a function that sends may run, shorter than until its message comes again. */
export const CLAIM_MS = 120_000;

/** A digest's rows lie in so many partitions: an hour at which every member's goes must not be one. */
const DIGEST_SHARDS = 4;

/** A patron for whom a digest waits; `tries` counts how often it failed. */
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

/** The stored item of a notice: on its member's pile while it waits for a letter. */
export const noticeItem = (patronId: string, notice: Notice, memberId: string): Item => ({
  ...key('notice', { patronId, ...notice }),
  ...(notice.state === 'on-pile' &&
    gsi2('notice', { list: listKey('pile', memberId), since: notice.at, patronId, noticeId: notice.noticeId })),
  ...stamp('notice', 2),
  ...notice,
  patronId,
  expiresAt: Math.floor((Date.parse(notice.at) + KEPT_MS) / 1000),
});

/** What came of a wish to send: the notices that are ours to send now; `busy` when somebody else is at one of them. */
export type Claim = { claimed: Notice[]; busy: boolean };

/** The notices of patrons. */
export type NoticeStore = {
  /** Claims a notice by its id, with its place in a digest if it waits for one. False when it was there: the message came before. */
  add(patronId: string, notice: Notice, memberId: string): Promise<boolean>;
  get(patronId: string, noticeId: string): Promise<Notice | undefined>;
  /**
   * Claims notices for one e-mail, all or none in one write: those that wait, and those whose claim is older than CLAIM_MS,
   * since whoever made it is gone. At most 40. `now` in epoch ms.
   */
  claim(patronId: string, notices: readonly Notice[], now: number): Promise<Claim>;
  /** Notes that the mail service took the e-mail, or gives a claim back when it surely did not. */
  settle(patronId: string, notices: readonly Notice[], state: 'mailed' | 'waiting'): Promise<void>;
  /** Takes out of the way what is no longer true; only while nobody sends it. */
  void(patronId: string, notice: Notice): Promise<void>;
  /** The newest first. */
  list(patronId: string): Promise<Notice[]>;
};

const claimable = (now: number) =>
  or(equals('state', 'waiting'), and(equals('state', 'sending'), below('claimedAt', now - CLAIM_MS)));

/** The notices kept in the table. */
export const noticeStore = (table: Table): NoticeStore => {
  const get: NoticeStore['get'] = async (patronId, noticeId) => {
    const item = await table.get(key('notice', { patronId, noticeId }), { strong: true });
    return item && readNotice(item);
  };
  const keyOf = (patronId: string, { noticeId }: Notice) => key('notice', { patronId, noticeId });
  return {
    get,
    add: async (patronId, notice, memberId) => {
      const { digestAt, cause } = notice;
      const waits = digestAt !== undefined && { hour: hourOf(digestAt), patronId, at: digestAt, cause, tries: 0 };
      const conflict = await table.write([
        { put: noticeItem(patronId, notice, memberId), when: absent() },
        // A message may come after its patron was erased: then there is nobody to be told.
        { check: patronsKeys.key('patronStatus', { patronId }), when: present() },
        ...(waits ? [digestWrite(waits)] : []),
      ]);
      return conflict === undefined;
    },
    claim: async (patronId, notices, now) => {
      const set = { state: 'sending', claimedAt: now };
      const when = () => claimable(now);
      const writes = notices.map((notice) => ({ update: keyOf(patronId, notice), set, when: when() }));
      if (notices.length === 0) return { claimed: [], busy: false };
      if ((await table.write(writes)) === undefined) return { claimed: [...notices], busy: false };
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
    void: async (patronId, notice) => {
      const when = or(equals('state', 'waiting'), equals('state', 'on-pile'));
      const remove = ['gsi2pk', 'gsi2sk'];
      await table.write([{ update: keyOf(patronId, notice), set: { state: 'void' }, remove, when }]);
    },
    list: async (patronId) => {
      const { pk: partition } = patronsKeys.key('patronStatus', { patronId });
      const items = await table.queryAll({ partition, begins: sortPrefix('notice') });
      return items.map(readNotice).toSorted((one, other) => (one.at < other.at ? 1 : -1));
    },
  };
};

/** A failed digest is tried with the next hours so often; then it stays in the account alone. */
export const DIGEST_TRIES = 5;

// A row may be written while its hour is being worked off.
const OVERLAP_HOURS = 2;
const FIRST_LOOK_HOURS = 48;
const HOUR_MS = 3_600_000;

/** The digests that wait, by hour. */
export const digestStore = (table: Table) => ({
  /** Those due by now (epoch ms), from a little before the last hour that was done. */
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
  /** Takes a digest off the list: it was sent, or there was nothing left to send. */
  finish: async (row: DigestRow): Promise<void> => {
    await table.write([{ delete: digestKey(row) }]);
  },
  /** Puts a digest that failed on the next hour's list; false after the last try. */
  again: async (row: DigestRow, now: number): Promise<boolean> => {
    const tries = row.tries + 1;
    const at = new Date(now + HOUR_MS).toISOString();
    const next = tries < DIGEST_TRIES ? [digestWrite({ ...row, hour: hourOf(at), at, tries })] : [];
    await table.write([{ delete: digestKey(row) }, ...next]);
    return next.length > 0;
  },
  /** Notes that the hours before this time's (epoch ms) need not be looked at again. */
  markDone: async (now: number): Promise<void> => {
    const hour = hourOf(new Date(now).toISOString());
    await table.write([{ put: { ...doneKey, ...stamp('noticeDigestDone', 1), hour } }]);
  },
});
