import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { absent, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { hashPin } from '../../../layers/records/attempts/data/pin-hash.ts';
import { type AuditLine, auditWrite } from '../../../layers/records/audit/data/audit.ts';
import type { StaffPasses } from '../domain/desk.ts';
import { key } from './keys.ts';
import type { StoredStaff } from './staff-store.ts';

/** The new passes of a staff user, at `now` (epoch ms). */
export type PassChange = { of: StoredStaff; passes: StaffPasses; now: number; audit: AuditLine };

/**
 * Stores the badges and codes by which staff sign in at shared desks. Hashes of one member share a salt, so that one look-up finds whose a
 * pass is, and no two people of a member have the same.
 */
export type StaffPassStore = {
  /** Returns the stored form of a badge or code at a member. */
  hash(memberId: string, pass: string): Promise<string>;
  /** Returns whose pass this is at a member. */
  find(memberId: string, hash: string): Promise<string | undefined>;
  /** Writes a person's passes, while the person has not changed since it was read; the sessions at shared desks end. */
  change(change: PassChange): Promise<'changed' | 'pass-taken' | 'changed-meanwhile'>;
};

const hashesOf = ({ code, badge }: StaffPasses): string[] => [code, badge].flatMap((one) => (one ? [one.hash] : []));

/** Stores badges and codes in the table. */
export const staffPassStore = (table: Table): StaffPassStore => {
  const saltOf = async (memberId: string): Promise<string> => {
    const place = key('staffPassSalt', { memberId });
    const made = { ...place, ...stamp('staffPassSalt', 1), salt: randomBytes(16).toString('base64url') };
    const read = () => table.get(place, { strong: true });
    const found = (await read()) ?? ((await table.write([{ put: made, when: absent() }])) ? await read() : made);
    return z.object({ salt: z.string() }).parse(found).salt;
  };
  return {
    hash: async (memberId, pass) => hashPin(pass, await saltOf(memberId)),
    find: async (memberId, hash) => {
      const item = await table.get(key('staffPass', { memberId, hash }), { strong: true });
      return item && z.object({ staffId: z.string() }).parse(item).staffId;
    },
    change: async ({ of: { staff, passes: before, v }, passes, now, audit }) => {
      const { memberId, staffId } = staff;
      const [was, is] = [hashesOf(before), hashesOf(passes)];
      const claims = is
        .filter((hash) => !was.includes(hash))
        .map((hash): Write => {
          const put = { ...key('staffPass', { memberId, hash }), ...stamp('staffPass', 1), staffId };
          return { put, when: absent() };
        });
      const releases = was
        .filter((hash) => !is.includes(hash))
        .map((hash): Write => ({ delete: key('staffPass', { memberId, hash }) }));
      const set = { passes, deskEndedBefore: now };
      const update = { update: key('staff', { staffId }), set, when: unchanged(v) };
      const conflict = await table.write([update, auditWrite(audit), ...claims, ...releases]);
      if (!conflict) return 'changed';
      return conflict.conflict.some(({ index }) => index > 1) ? 'pass-taken' : 'changed-meanwhile';
    },
  };
};
