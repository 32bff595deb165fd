import * as z from 'zod';
import { absent, and, below, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import { type CursorPage, type PageRequest, readPage } from '../../../layers/platform/dynamodb/cursor.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import { type Desk, deskSchema } from '../domain/desk.ts';
import { gsi2, indexPartition, key } from './keys.ts';

/** A desk with the public half of its key, which never leaves the device. */
export type EnrolledDesk = Desk & { publicKey: string };

const stored = z.object({ ...deskSchema.shape, publicKey: z.string() });

/** Stores the shared desks of members. */
export type DeskStore = {
  /** Adds a desk, with other writes of the same transaction. False when the branch does not exist. */
  add(desk: EnrolledDesk, audit: AuditLine, writes?: Write[]): Promise<boolean>;
  get(deskId: string): Promise<EnrolledDesk | undefined>;
  /**
   * Records that a desk signed at `at` (epoch ms by its clock). False when it was withdrawn, or has signed later than that: a request that
   * was listened to cannot be sent again.
   */
  markUsed(deskId: string, at: number, usedAt: string): Promise<boolean>;
  /** Withdraws a desk, with other writes of the same transaction. False when it was withdrawn already. */
  withdraw(deskId: string, at: string, audit: AuditLine, writes?: Write[]): Promise<boolean>;
  list(memberId: string, pageRequest: PageRequest): Promise<CursorPage<Desk> | 'bad-cursor'>;
};

const withoutKey = (item: unknown): Desk => {
  const { publicKey: _, ...desk } = stored.parse(item);
  return desk;
};

/** Stores desks in the table. */
export const deskStore = (table: Table): DeskStore => ({
  add: async (desk, audit, more = []) => {
    const put = { ...key('desk', desk), ...gsi2('desk', desk), ...stamp('desk', 1), ...desk };
    const writes = [
      { check: key('branch', desk), when: present() },
      { put, when: absent() },
      auditWrite(audit),
      ...more,
    ];
    return (await table.write(writes)) === undefined;
  },
  get: async (deskId) => {
    const item = await table.get(key('desk', { deskId }));
    return item && stored.parse(item);
  },
  markUsed: async (deskId, at, usedAt) => {
    const when = and(present(), lacks('withdrawnAt'), below('signedAt', at));
    return (
      (await table.write([{ update: key('desk', { deskId }), set: { signedAt: at, usedAt }, when }])) === undefined
    );
  },
  withdraw: async (deskId, at, audit, more = []) => {
    const when = and(present(), lacks('withdrawnAt'));
    const update = { update: key('desk', { deskId }), set: { withdrawnAt: at }, when };
    return (await table.write([update, auditWrite(audit), ...more])) === undefined;
  },
  list: (memberId, pageRequest) => {
    const partition = indexPartition('desk', 'gsi2', { memberId });
    return readPage(table, { index: 'gsi2', partition }, pageRequest, withoutKey);
  },
});
