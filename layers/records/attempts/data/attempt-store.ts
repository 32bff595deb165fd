import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { absent, atLeast, below, expectedVersion } from '../../../platform/dynamodb/condition.ts';
import type { Key } from '../../../platform/dynamodb/keys.ts';
import { stamp, type Table } from '../../../platform/dynamodb/table.ts';
import type { Write } from '../../../platform/dynamodb/write.ts';
import { afterFailure, isLocked, type Lock, NO_FAILURES } from '../domain/lock.ts';
import { type AttemptRules, CREDIT, KNOWN_MS, type Limit, limitFor, windowAt } from '../domain/rules.ts';
import type { Sources } from '../domain/source.ts';
import { key } from './keys.ts';

const storedPair = z.object({
  failures: z.number(),
  lockedUntil: z.number().optional(),
  knownUntil: z.number().optional(),
  /** Of the subject's reset after which the failures came (epoch ms); 0 without one. */
  resetAt: z.number().default(0),
  expiresAt: z.number(),
  v: z.number(),
});
const storedCount = z.object({ failures: z.number() });
const storedReset = z.object({ resetAt: z.number() });

const TRIES = 6;
const DAY_MS = 24 * 60 * 60 * 1000;
const DIGEST_LENGTH = 22;
const DELETED_AT_ONCE = 25;
/** Pages of rows that one deletion takes; the time to live deletes what is left. */
const DELETED_PAGES = 400;

/** The attempted sign-in and its origin: `subject` is a card or a client, undefined if it is unknown. */
export type AttemptOf = Sources & { rules: AttemptRules; subject?: string };

type Counted = Pick<Limit, 'of' | 'stays'> & { place: Key };

/** An attempt, counted as failed until it succeeds: its pair of subject and source, and the counters that it raised. */
export type Attempt = {
  pair: Key;
  v: number;
  failures: number;
  /** Whether the pair's row counts the attempt as failed. */
  isWritten: boolean;
  counted: Counted[];
  knownUntil: number;
  resetAt: number;
  now: number;
};

/**
 * The reason why an attempt is not made: its pair is locked, a limit of its source, subject or pair is reached, or too many come at once.
 */
export type AttemptRefused = { refused: 'locked' | 'busy' | Limit['of']; seconds: number };

/**
 * Counts failed attempts at secrets under pseudonyms: keyed hashes of subject and source. The key is in the same table, so a person who
 * reads all of it can test card numbers and addresses against them. A subject that does not exist counts and locks like one that does.
 */
export type AttemptStore = {
  /**
   * Counts an attempt before its secret is checked: of any number of concurrent attempts, no more than the limits allow are checked. A
   * refused attempt counts nowhere. Takes epoch ms.
   */
  open(of: AttemptOf, now: number): Promise<Attempt | AttemptRefused>;
  /** Takes the failures back after a correct secret (of limits that stay, only this attempt), and remembers the source as known; not when another attempt came meanwhile. */
  settle(attempt: Attempt): Promise<void>;
  /**
   * Returns the write after which earlier failures of a subject do not count any more (epoch ms), to be written with its new secret. The
   * sources that are known to the subject stay known. With `before`, the write requires that the subject was not reset at or after that
   * time.
   */
  reset(subject: string, now: number, before?: number): Promise<Write>;
  /** Deletes everything that is stored under a subject's hash. Strangers decide how many rows that is: only for background work. */
  forget(hash: string): Promise<void>;
  /** Returns the hash under which a subject or source is stored. */
  hashed(text: string): Promise<string>;
};

const pairOf = (item: unknown, now: number, resetAt: number): Lock & { knownUntil: number; v: number } => {
  const row = item === undefined ? undefined : storedPair.parse(item);
  const v = row?.v ?? 0;
  if (!row || row.expiresAt * 1000 <= now) return { ...NO_FAILURES, knownUntil: 0, v };
  const { failures, lockedUntil, knownUntil = 0 } = row;
  if (row.resetAt !== resetAt) return { ...NO_FAILURES, knownUntil, v };
  return { failures, ...(lockedUntil !== undefined && { lockedUntil }), knownUntil, v };
};

/** Returns the store of attempts in the table. The salt is created by the first attempt of a deployment, and read once per container. */
export const attemptStore = (table: Table, newSalt = () => randomBytes(32).toString('base64url')): AttemptStore => {
  let salt: Promise<string> | undefined;
  const readSalt = async (): Promise<string> => {
    const place = key('attemptSalt', {});
    const made = { ...place, ...stamp('attemptSalt', 1), salt: newSalt() };
    const read = () => table.get(place, { strong: true });
    const stored = (await read()) ?? ((await table.write([{ put: made, when: absent() }])) ? await read() : made);
    return z.object({ salt: z.string() }).parse(stored).salt;
  };
  const hashed = async (text: string): Promise<string> => {
    salt ??= readSalt();
    // A failed read is not cached.
    salt.catch(() => {
      salt = undefined;
    });
    return createHmac('sha256', await salt)
      .update(text)
      .digest('base64url')
      .slice(0, DIGEST_LENGTH);
  };

  const resetOf = async (subject: string): Promise<number> => {
    const row = await table.get(key('attemptReset', { subject }), { strong: true });
    return row ? storedReset.parse(row).resetAt : 0;
  };

  const placesOf = async ({ rules, subject, source, network }: AttemptOf, now: number) => {
    const texts = [source, subject ?? source, `${subject} ${source}`, network ?? ''];
    const [from = '', to = '', both = '', wide = ''] = await Promise.all(texts.map(hashed));
    const { kind } = rules;
    const resetAt = subject === undefined ? 0 : await resetOf(to);
    const since = resetAt === 0 ? '' : `-${resetAt}`;
    const counters = rules.limits.flatMap((limit) => {
      if (limit.of === 'network' && network === undefined) return [];
      const { window, secondsLeft } = windowAt(limit, now);
      const counts: Record<Limit['of'], [partition: string, window: string]> = {
        source: [from, window],
        network: [wide, window],
        // Those of a subject and of a pair stand in the subject's partition, and start again with each reset.
        subject: [to, `${window}${since}`],
        pair: [to, `${both}-${window}${since}`],
      };
      const [at, of] = counts[limit.of];
      return [{ limit, secondsLeft, place: key('attemptCount', { subject: at, kind, window: of }) }];
    });
    const pairIn = (of: string) => key('attemptPair', { subject: to, kind: of, source: from });
    return { pair: pairIn(kind), knownBy: pairIn(rules.knownBy ?? kind), counters, resetAt };
  };

  const raise = async (place: Key, { most, ms }: Limit, now: number): Promise<boolean> => {
    const set = { entity: 'attemptCount', schema: 1, expiresAt: Math.ceil((now + ms + DAY_MS) / 1000) };
    return (
      (await table.write([{ update: place, add: { failures: 1 }, set, when: below('failures', most) }])) === undefined
    );
  };

  const lower = async (place: Key, by: number): Promise<boolean> =>
    (await table.write([{ update: place, add: { failures: -by }, when: atLeast('failures', by) }])) === undefined;

  return {
    hashed,
    open: async (of, now) => {
      const { pair: pairPlace, knownBy, counters, resetAt } = await placesOf(of, now);
      const counted: Counted[] = [];
      const refuse = async (refused: AttemptRefused): Promise<AttemptRefused> => {
        for (const { place } of counted) await lower(place, 1);
        return refused;
      };
      for (let i = 0; i < TRIES; i += 1) {
        const places = [pairPlace, knownBy, ...counters.map(({ place }) => place)];
        const [row, other, ...counts] = await table.getMany(places, { strong: true });
        const pair = pairOf(row, now, resetAt);
        const knownUntil = Math.max(pair.knownUntil, pairOf(other, now, resetAt).knownUntil);
        if (of.rules.lock && isLocked(pair, now)) {
          return refuse({ refused: 'locked', seconds: ((pair.lockedUntil ?? now) - now) / 1000 });
        }
        if (counted.length === 0) {
          const failures = counts.map((count) => (count ? storedCount.parse(count).failures : 0));
          const limits = counters.flatMap((counter, at) => {
            const limit = limitFor(counter.limit, knownUntil > now);
            return limit ? [{ ...counter, limit, failures: failures[at] ?? 0 }] : [];
          });
          const full = limits.find(({ limit, failures: so }) => so >= limit.most);
          if (full) return { refused: full.limit.of, seconds: full.secondsLeft };
          for (const { limit, place, secondsLeft } of limits) {
            if (!(await raise(place, limit, now))) return refuse({ refused: limit.of, seconds: secondsLeft });
            counted.push({ of: limit.of, ...(limit.stays && { stays: limit.stays }), place });
          }
        }
        const attempt = { pair: pairPlace, counted, knownUntil, resetAt, now };
        if (!of.rules.lock) return { ...attempt, v: pair.v, failures: 1, isWritten: false };
        const lock = afterFailure(pair, now);
        const [v, expiresAt] = [pair.v + 1, Math.ceil((now + KNOWN_MS) / 1000)];
        const known = pair.knownUntil > now && { knownUntil: pair.knownUntil };
        const put = { ...pairPlace, ...stamp('attemptPair', v), ...lock, ...known, resetAt, expiresAt };
        const conflict = await table.write([{ put, when: expectedVersion(pair.v) }]);
        if (!conflict) return { ...attempt, v, failures: lock.failures, isWritten: true };
      }
      return refuse({ refused: 'busy', seconds: 1 });
    },
    settle: async ({ pair, v, failures, isWritten, counted, knownUntil, resetAt, now }) => {
      const until = now + KNOWN_MS;
      // Nothing to take back, and known for long enough: no write.
      const isFresh = !isWritten && knownUntil > until - 30 * DAY_MS;
      const row = { failures: 0, knownUntil: until, resetAt, expiresAt: Math.ceil(until / 1000) };
      if (!isFresh) {
        const put = { ...pair, ...stamp('attemptPair', v + 1), ...row };
        if (await table.write([{ put, when: expectedVersion(v) }])) return;
      }
      for (const { of, stays, place } of counted) {
        if (stays) {
          await lower(place, 1);
          continue;
        }
        // Once for each subject: signing in repeatedly with one card does not raise the limit for other cards.
        const isNew = (of === 'source' || of === 'network') && knownUntil <= now;
        const isCredited = isNew && (await lower(place, failures + CREDIT));
        if (!isCredited && !(await lower(place, failures))) await lower(place, 1);
      }
    },
    reset: async (subject, now, before) => {
      const expiresAt = Math.ceil((now + KNOWN_MS) / 1000);
      const place = key('attemptReset', { subject: await hashed(subject) });
      const put = { ...place, ...stamp('attemptReset', 1), resetAt: now, expiresAt };
      return before === undefined ? { put } : { put, when: below('resetAt', before) };
    },
    forget: async (hash) => {
      // Pairs, counters and the reset of a subject share its partition.
      const { pk: partition } = key('attemptReset', { subject: hash });
      for (let pages = 0; pages < DELETED_PAGES; pages += 1) {
        const { items } = await table.query({ partition, strong: true, limit: DELETED_AT_ONCE });
        if (items.length === 0) return;
        await table.write(items.map(({ pk, sk }) => ({ delete: { pk: String(pk), sk: String(sk) } })));
      }
    },
  };
};
