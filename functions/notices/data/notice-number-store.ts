import * as z from 'zod';
import { noticeKindSchema } from '../../../layers/kernel/notices/notice-kinds.ts';
import { equals, expectedVersion } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { gsi2, indexPartition, key } from './keys.ts';

const stored = z.object({
  patronId: z.string(),
  /** In E.164. */
  number: z.string(),
  kinds: z.array(noticeKindSchema),
  /** How many text messages were sent to the number, and how many of them on `day` (of the home branch). */
  sent: z.number(),
  day: z.string(),
  today: z.number(),
  /** When a reply stopped them; consent was given before, so that another reply may give it back. */
  stoppedAt: z.string().exactOptional(),
  /** When the service refused the number. */
  refusedAt: z.string().exactOptional(),
  v: z.number(),
});

/** The number to which a patron wants text messages. */
export type NoticeNumber = z.infer<typeof stored>;

const keyOf = (patronId: string) => key('noticeNumber', { patronId });

/** Returns the write that sets a patron's number and kinds when the row is as read; another number begins anew. */
export const numberWrite = (
  patronId: string,
  before: NoticeNumber | undefined,
  { number, kinds }: Pick<NoticeNumber, 'number' | 'kinds'>,
): Write => {
  const { sent, day, today } = before?.number === number ? before : { sent: 0, day: '', today: 0 };
  const v = (before?.v ?? 0) + 1;
  const row = { ...keyOf(patronId), ...gsi2('noticeNumber', { number, patronId }), ...stamp('noticeNumber', v) };
  return {
    put: { ...row, ...{ patronId, number, kinds, sent, day, today } },
    when: expectedVersion(before?.v ?? 0),
  };
};

/** Returns the write that takes back a patron's number when the row is as read. */
export const numberEnd = ({ patronId, v }: NoticeNumber): Write => ({
  delete: keyOf(patronId),
  when: expectedVersion(v),
});

/** Returns the write that counts one text message, unless the number, its counts or its consent changed since it was read. */
export const countWrite = ({ patronId, v, sent, day, today }: NoticeNumber, on: string): Write => ({
  update: keyOf(patronId),
  set: { sent: sent + 1, day: on, today: day === on ? today + 1 : 1 },
  when: expectedVersion(v),
});

/** Returns the write that records that a reply stopped text messages, or allowed them again, when the row is as read. */
export const replyWrite = ({ patronId, v }: NoticeNumber, stoppedAt: string | undefined): Write => ({
  update: keyOf(patronId),
  ...(stoppedAt === undefined ? { remove: ['stoppedAt'] } : { set: { stoppedAt } }),
  when: expectedVersion(v),
});

/** Returns how many text messages were sent to a number on a day. */
export const sentOn = ({ day, today }: NoticeNumber, on: string): number => (day === on ? today : 0);

/** Stores the numbers to which patrons want text messages. */
export const noticeNumberStore = (table: Table) => ({
  get: async (patronId: string, { strong = false } = {}): Promise<NoticeNumber | undefined> => {
    const item = await table.get(keyOf(patronId), { strong });
    return item && stored.parse(item);
  },
  /** Lists the patrons with a number. */
  byNumber: async (number: string): Promise<NoticeNumber[]> => {
    const partition = indexPartition('noticeNumber', 'gsi2', { number });
    return (await table.queryAll({ index: 'gsi2', partition })).map((item) => stored.parse(item));
  },
  /** Records that the service refused the number, unless the patron gave another meanwhile. */
  refuse: async ({ patronId, number }: NoticeNumber, refusedAt: string): Promise<void> => {
    await table.write([{ update: keyOf(patronId), set: { refusedAt }, when: equals('number', number) }]);
  },
});
export type NoticeNumberStore = ReturnType<typeof noticeNumberStore>;
