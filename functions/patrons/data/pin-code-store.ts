import * as z from 'zod';
import { below, equals, lacks, present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { key } from './keys.ts';
import { pinWrite } from './patron-store.ts';

const stored = z.object({
  /** The codes that were not used, oldest first. `triesBefore` is the row's `tries` when the code was made. */
  codes: z
    .array(z.object({ codeHash: z.string(), madeAt: z.number(), goodUntil: z.number(), triesBefore: z.number() }))
    .default([]),
  /** When a code was mailed last (epoch ms): not that of a worker that failed before. */
  mailedAt: z.number().default(0),
  day: z.string(),
  sent: z.number(),
  tries: z.number().default(0),
  /** How many times `codes` was written: a change of it in between makes a write fail. */
  changes: z.number().optional(),
});
type Stored = z.infer<typeof stored>;

const DAY_SECONDS = 24 * 60 * 60;
/** Wrong codes from one address are limited before; so many from all addresses find one of 10^8 codes once in 200,000 times. */
const TRIES = 500;
/** How many codes are good at a time. */
const GOOD_AT_ONCE = 3;
/** No request invalidates a code in this time: with three such codes no other is sent. */
const PROTECTED_MS = 15 * 60_000;
/** In this time a code may still be on its way: another is not sent. */
const ON_ITS_WAY_MS = 60_000;
/** How many addresses may use up their codes for a card in a day; the last must be one from which the card was used. */
const ADDRESSES = 4;
const CONFLICTS = 4;

/** A code to store: its hash, until when it is good (epoch ms), how many codes an address gets in a day, and which address asks. */
export type NewPinCode = {
  codeHash: string;
  goodUntil: number;
  now: number;
  perDay: number;
  /** Whether the card was used successfully from the address before. */
  isKnown: boolean;
};

/** Stores the one-time codes by which a forgotten PIN is replaced: hashed like PINs, up to three per patron, valid for minutes. */
export type PinCodeStore = {
  /**
   * Stores the hash of a code beside the last two that are still good. False when it is not to be sent: one was mailed in the last minute,
   * three were made in the last 15 minutes, or all addresses together reached the daily limit. A quarter of that limit is reserved for
   * addresses from which the card was used.
   */
  save(patronId: string, code: NewPinCode): Promise<boolean>;
  /** Notes that the code of a patron was mailed (epoch ms). */
  mailed(patronId: string, now: number): Promise<void>;
  /** Counts an attempt and returns the hashes of which a code must match one (epoch ms); none when no attempts are left. */
  attempt(patronId: string, now: number): Promise<string[]>;
  /** Sets the PIN and invalidates all codes in one write, with writes beside it. False when the code was used meanwhile. */
  use(
    patronId: string,
    used: { codeHash: string; pinHash: string; now: number },
    beside?: readonly Write[],
  ): Promise<boolean>;
};

const goodOf = ({ codes, tries }: Stored, now: number) =>
  codes.filter(({ goodUntil, triesBefore }) => goodUntil > now && tries - triesBefore < TRIES);

const unchangedCodes = (row: Stored | undefined) =>
  row?.changes === undefined ? lacks('changes') : equals('changes', row.changes);

/** Returns the store of codes in the table. */
export const pinCodeStore = (table: Table): PinCodeStore => {
  const get = async (patronId: string): Promise<Stored | undefined> => {
    const item = await table.get(key('pinCode', { patronId }), { strong: true });
    return item && stored.parse(item);
  };
  const there = (patronId: string): Write => ({ check: key('patronStatus', { patronId }), when: present() });
  return {
    save: async (patronId, { codeHash, goodUntil, now, perDay, isKnown }) => {
      const before = await get(patronId);
      const good = before ? goodOf(before, now) : [];
      const isOnItsWay = good.length > 0 && (before?.mailedAt ?? 0) > now - ON_ITS_WAY_MS;
      if (isOnItsWay || good.filter(({ madeAt }) => madeAt > now - PROTECTED_MS).length >= GOOD_AT_ONCE) return false;
      const day = new Date(now).toISOString().slice(0, 10);
      const sent = (before?.day === day ? before.sent : 0) + 1;
      if (sent > perDay * (isKnown ? ADDRESSES : ADDRESSES - 1)) return false;
      const codes = [
        ...good.slice(1 - GOOD_AT_ONCE),
        { codeHash, madeAt: now, goodUntil, triesBefore: before?.tries ?? 0 },
      ];
      const expiresAt = Math.floor(goodUntil / 1000) + DAY_SECONDS;
      const set = { entity: 'pinCode', schema: 1, codes, day, sent, expiresAt, changes: (before?.changes ?? 0) + 1 };
      const when = unchangedCodes(before);
      return (await table.write([{ update: key('pinCode', { patronId }), set, when }, there(patronId)])) === undefined;
    },
    mailed: async (patronId, now) => {
      // The row of an erased patron is not made again.
      await table.write([{ update: key('pinCode', { patronId }), set: { mailedAt: now }, when: present() }]);
    },
    attempt: async (patronId, now) => {
      for (let i = 0; i < CONFLICTS; i += 1) {
        const row = await get(patronId);
        const good = row ? goodOf(row, now) : [];
        if (good.length === 0) return [];
        // Others count at the same time: the write fails where the oldest code has no attempts left, and then it is left out.
        const when = below('tries', Math.min(...good.map(({ triesBefore }) => triesBefore)) + TRIES);
        const conflict = await table.write([{ update: key('pinCode', { patronId }), add: { tries: 1 }, when }]);
        if (!conflict) return good.map(({ codeHash }) => codeHash);
      }
      return [];
    },
    use: async (patronId, { codeHash, pinHash, now }, beside = []) => {
      for (let i = 0; i < CONFLICTS; i += 1) {
        const row = await get(patronId);
        if (!row?.codes.some((code) => code.codeHash === codeHash)) return false;
        // The row stays, so that the codes of a day are counted; only the codes are removed.
        const set = { codes: [], changes: (row.changes ?? 0) + 1 };
        const used = { update: key('pinCode', { patronId }), set, when: unchangedCodes(row) };
        if (!(await table.write([used, pinWrite(patronId, pinHash, now), there(patronId), ...beside]))) return true;
      }
      return false;
    },
  };
};
