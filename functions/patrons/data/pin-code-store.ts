import * as z from 'zod';
import { absent, and, below, equals, present, unchanged } from '../../../layers/platform/dynamodb/condition.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { key } from './keys.ts';
import { pinWrite } from './patron-store.ts';

const stored = z.object({
  codeHash: z.string(),
  goodUntil: z.number(),
  day: z.string(),
  sent: z.number(),
  tries: z.number().optional(),
  expiresAt: z.number(),
  v: z.number(),
});
const DAY_SECONDS = 24 * 60 * 60;
/** Wrong codes from one address are limited before; so many from all addresses guess one of 10^8 codes once in 200,000 times. */
const TRIES = 500;
/** How many addresses may ask for a card's codes of a day: a stranger who uses up his own leaves the owner's. */
const ADDRESSES = 4;

/** Stores the one-time codes by which a forgotten PIN is replaced: hashed like PINs, one per patron, valid for minutes. */
export type PinCodeStore = {
  /**
   * Stores a code's hash until a time (epoch ms) in place of the one before. False when all addresses together reached the daily limit;
   * `perDay` is that of one.
   */
  save(patronId: string, code: { codeHash: string; goodUntil: number; now: number; perDay: number }): Promise<boolean>;
  /** Counts an attempt at a code and returns the hash that it must match now (epoch ms); undefined when no attempts are left. */
  attempt(patronId: string, now: number): Promise<string | undefined>;
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
      if (sent > perDay * ADDRESSES) return false;
      const expiresAt = Math.floor(goodUntil / 1000) + DAY_SECONDS;
      const row = { codeHash, goodUntil, day, sent, expiresAt };
      const put = { ...key('pinCode', { patronId }), ...stamp('pinCode', (before?.v ?? 0) + 1), ...row };
      const conflict = await table.write([
        { put, when: before ? unchanged(before.v) : absent() },
        { check: key('patronStatus', { patronId }), when: present() },
      ]);
      return conflict === undefined;
    },
    attempt: async (patronId, now) => {
      const code = await get(patronId);
      if (!code || code.codeHash === '' || code.goodUntil <= now) return undefined;
      const when = and(equals('codeHash', code.codeHash), below('tries', TRIES));
      const conflict = await table.write([{ update: key('pinCode', { patronId }), add: { tries: 1 }, when }]);
      return conflict ? undefined : code.codeHash;
    },
    use: async (patronId, codeHash, pinHash, now) => {
      // The row stays, so that the codes of a day are counted; only the hash is removed.
      const used = { update: key('pinCode', { patronId }), set: { codeHash: '' }, when: equals('codeHash', codeHash) };
      const there = { check: key('patronStatus', { patronId }), when: present() };
      return (await table.write([used, pinWrite(patronId, pinHash, now), there])) === undefined;
    },
  };
};
