import * as z from 'zod';
import { absent, present } from './condition.ts';
import { key, sortPrefix } from './keys.ts';
import { stamp, type Table } from './table.ts';

const stored = z.object({
  noticeId: z.string(),
  at: z.string(),
  kind: z.enum(['hold-ready']),
  recordId: z.string().exactOptional(),
  pickupBranch: z.string(),
  until: z.string().exactOptional(),
  mailed: z.boolean(),
});

/** What a patron was told, by ids: who reads it is the patron, in whose partition it lies. */
export type Notice = z.infer<typeof stored>;

/** How long a notice is kept, in milliseconds. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** The notices of patrons. */
export type NoticeStore = {
  /** Claims a notice by its id. False when it was there: the message came before. */
  add(patronId: string, notice: Notice): Promise<boolean>;
  wasMailed(patronId: string, noticeId: string): Promise<boolean>;
  /** Notes that it went out by e-mail as well. */
  mailed(patronId: string, noticeId: string): Promise<void>;
  /** The newest first. */
  list(patronId: string): Promise<Notice[]>;
};

/** The notices kept in the table. */
export const noticeStore = (table: Table): NoticeStore => ({
  add: async (patronId, notice) => {
    const expiresAt = Math.floor((Date.parse(notice.at) + KEPT_MS) / 1000);
    const put = { ...key('notice', { patronId, ...notice }), ...stamp('notice', 1), ...notice, expiresAt };
    // A message may come after its patron was erased: then there is nobody to be told.
    const there = { check: key('patronStanding', { patronId }), when: present() };
    return (await table.write([{ put, when: absent() }, there])) === undefined;
  },
  wasMailed: async (patronId, noticeId) =>
    (await table.get(key('notice', { patronId, noticeId }), { strong: true }))?.mailed === true,
  mailed: async (patronId, noticeId) => {
    await table.write([{ update: key('notice', { patronId, noticeId }), set: { mailed: true }, when: present() }]);
  },
  list: async (patronId) => {
    const { pk: partition } = key('patronStanding', { patronId });
    const items = await table.queryAll({ partition, begins: sortPrefix('notice') });
    return items.map((item) => stored.parse(item)).toSorted((one, other) => (one.at < other.at ? 1 : -1));
  },
});
