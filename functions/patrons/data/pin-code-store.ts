import * as z from 'zod';
import { absent, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';
import { pinWrite } from './patron-store.ts';

const stored = z.object({
  codeHash: z.string(),
  goodUntil: z.number(),
  day: z.string(),
  sent: z.number(),
  expiresAt: z.number(),
  v: z.number(),
});
const DAY_SECONDS = 24 * 60 * 60;

/** Stores the one-time codes by which a forgotten PIN is replaced: hashed like PINs, one per patron, valid for minutes. */
export type PinCodeStore = {
  /** Stores a code's hash until a time (epoch ms) in place of the one before. False when the patron reached the daily limit. */
  save(patronId: string, code: { codeHash: string; goodUntil: number; now: number; perDay: number }): Promise<boolean>;
  /** Returns the hash that a code must match now (epoch ms). */
  hash(patronId: string, now: number): Promise<string | undefined>;
  /** Sets the PIN and invalidates the code in one write. False when it was used meanwhile. */
  use(patronId: string, codeHash: string, pinHash: string, now: number): Promise<boolean>;
};

/** Returns the store of codes in the table. */
export const pinCodeStore = (table: Table): PinCodeStore => {
  const get = async (patronId: string) => {
    const item = await table.get(key('pinCode', { patronId }), { strong: true });
    return item && stored.parse(item);
  };
  return {
    save: async (patronId, { codeHash, goodUntil, now, perDay }) => {
      const before = await get(patronId);
      const day = new Date(now).toISOString().slice(0, 10);
      const sent = (before?.day === day ? before.sent : 0) + 1;
      if (sent > perDay) return false;
      const expiresAt = Math.floor(goodUntil / 1000) + DAY_SECONDS;
      const row = { codeHash, goodUntil, day, sent, expiresAt };
      const put = { ...key('pinCode', { patronId }), ...stamp('pinCode', (before?.v ?? 0) + 1), ...row };
      const conflict = await table.write([
        { put, when: before ? unchanged(before.v) : absent() },
        { check: key('patronStatus', { patronId }), when: present() },
      ]);
      return conflict === undefined;
    },
    hash: async (patronId, now) => {
      const code = await get(patronId);
      return code && code.codeHash !== '' && code.goodUntil > now ? code.codeHash : undefined;
    },
    use: async (patronId, codeHash, pinHash, now) => {
      // The row stays, so that the codes of a day are counted; only the hash is removed.
      const used = { update: key('pinCode', { patronId }), set: { codeHash: '' }, when: equals('codeHash', codeHash) };
      const there = { check: key('patronStatus', { patronId }), when: present() };
      return (await table.write([used, pinWrite(patronId, pinHash, now), there])) === undefined;
    },
  };
};
