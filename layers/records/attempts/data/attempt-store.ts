import { createHmac, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { absent, atLeast, below, expectedVersion } from '../../../platform/dynamodb/condition.ts';
import type { Key } from '../../../platform/dynamodb/keys.ts';
import { stamp, type Table } from '../../../platform/dynamodb/table.ts';
import { afterFailure, isLocked, type Lock, NO_FAILURES } from '../domain/lock.ts';
import { type AttemptRules, CREDIT, KNOWN_MS, type Limit, limitFor, windowAt } from '../domain/rules.ts';
import { key } from './keys.ts';

const storedPair = z.object({
  failures: z.number(),
  lockedUntil: z.number().optional(),
  knownUntil: z.number().optional(),
  expiresAt: z.number(),
  v: z.number(),
});
const storedCount = z.object({ failures: z.number() });

const TRIES = 6;
const DAY_MS = 24 * 60 * 60 * 1000;
const DIGEST_LENGTH = 22;

/** What is attempted: `subject` is a card or a client, undefined when it is unknown whose secret it would be; `source` is from where. */
export type AttemptOf = { rules: AttemptRules; subject?: string; source: string };

type Counted = { of: Limit['of']; place: Key };

/** An attempt, counted as failed until it succeeds: its pair of subject and source, and the counters that it raised. */
export type Attempt = {
  pair: Key;
  v: number;
  failures: number;
  /** Whether the pair's row counts the attempt as failed. */
  isWritten: boolean;
  counted: Counted[];
  knownUntil: number;
  now: number;
};

/** Why an attempt is not made: its pair is locked, a limit of its source, subject or pair is reached, or too many come at once. */
export type AttemptRefused = { refused: 'locked' | 'busy' | Limit['of']; seconds: number };

/**
 * Counts failed attempts at secrets, by salted hashes of subject and source: nothing stored shows a card or an address. A subject that
 * does not exist counts and locks like one that does.
 */
export type AttemptStore = {
  /**
   * Counts an attempt before its secret is checked: of any number of concurrent attempts, no more than the limits allow are checked.
   * Takes epoch ms.
   */
  open(of: AttemptOf, now: number): Promise<Attempt | AttemptRefused>;
  /** Takes the failures back after a correct secret, and remembers the source as known; not when another attempt came meanwhile. */
  settle(attempt: Attempt): Promise<void>;
  /** Deletes everything about a subject: after a new PIN, and with its patron. */
  forget(subject: string): Promise<void>;
  /** Returns the hash under which a subject or source is stored. */
  hashed(text: string): Promise<string>;
};

const pairOf = (item: unknown, now: number): Lock & { knownUntil: number; v: number } => {
  const row = item === undefined ? undefined : storedPair.parse(item);
  const v = row?.v ?? 0;
  if (!row || row.expiresAt * 1000 <= now) return { ...NO_FAILURES, knownUntil: 0, v };
  const { failures, lockedUntil, knownUntil = 0 } = row;
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

  const placesOf = async ({ rules, subject, source }: AttemptOf, now: number) => {
    const [from, to, both] = await Promise.all([source, subject ?? source, `${subject} ${source}`].map(hashed));
    const { kind } = rules;
    const hashes = { source: from ?? '', subject: to ?? '', pair: both ?? '' };
    const counters = rules.limits.map((limit) => {
      const { window, secondsLeft } = windowAt(limit, now);
      // That of a pair stands in the subject's partition, so that all of a card is found by it.
      const [at, of] = limit.of === 'pair' ? [hashes.subject, `${hashes.pair}-${window}`] : [hashes[limit.of], window];
      return { limit, secondsLeft, place: key('attemptCount', { subject: at, kind, window: of }) };
    });
    return { pair: key('attemptPair', { subject: hashes.subject, kind, source: hashes.source }), counters };
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
      const { pair: pairPlace, counters } = await placesOf(of, now);
      const counted: Counted[] = [];
      for (let i = 0; i < TRIES; i += 1) {
        const [row, ...counts] = await table.getMany([pairPlace, ...counters.map(({ place }) => place)], {
          strong: true,
        });
        const pair = pairOf(row, now);
        if (of.rules.lock && isLocked(pair, now)) {
          return { refused: 'locked', seconds: ((pair.lockedUntil ?? now) - now) / 1000 };
        }
        if (counted.length === 0) {
          const failures = counts.map((count) => (count ? storedCount.parse(count).failures : 0));
          const limits = counters.flatMap((counter, at) => {
            const limit = limitFor(counter.limit, pair.knownUntil > now);
            return limit ? [{ ...counter, limit, failures: failures[at] ?? 0 }] : [];
          });
          const full = limits.find(({ limit, failures: so }) => so >= limit.most);
          if (full) return { refused: full.limit.of, seconds: full.secondsLeft };
          for (const { limit, place, secondsLeft } of limits) {
            if (!(await raise(place, limit, now))) return { refused: limit.of, seconds: secondsLeft };
            counted.push({ of: limit.of, place });
          }
        }
        const attempt = { pair: pairPlace, counted, knownUntil: pair.knownUntil, now };
        if (!of.rules.lock) return { ...attempt, v: pair.v, failures: 1, isWritten: false };
        const lock = afterFailure(pair, now);
        const [v, expiresAt] = [pair.v + 1, Math.ceil((now + KNOWN_MS) / 1000)];
        const known = pair.knownUntil > now && { knownUntil: pair.knownUntil };
        const put = { ...pairPlace, ...stamp('attemptPair', v), ...lock, ...known, expiresAt };
        const conflict = await table.write([{ put, when: expectedVersion(pair.v) }]);
        if (!conflict) return { ...attempt, v, failures: lock.failures, isWritten: true };
      }
      return { refused: 'busy', seconds: 1 };
    },
    settle: async ({ pair, v, failures, isWritten, counted, knownUntil, now }) => {
      const until = now + KNOWN_MS;
      // Nothing to take back, and known for long enough: no write.
      const isFresh = !isWritten && knownUntil > until - 30 * DAY_MS;
      const row = { failures: 0, knownUntil: until, expiresAt: Math.ceil(until / 1000) };
      if (!isFresh) {
        const put = { ...pair, ...stamp('attemptPair', v + 1), ...row };
        if (await table.write([{ put, when: expectedVersion(v) }])) return;
      }
      for (const { of, place } of counted) {
        // Once for each subject: signing in again and again with one card buys no guesses at others.
        const isNew = of === 'source' && knownUntil <= now;
        const isCredited = isNew && (await lower(place, failures + CREDIT));
        if (!isCredited && !(await lower(place, failures))) await lower(place, 1);
      }
    },
    forget: async (subject) => {
      // Pairs and counters of a subject share its partition.
      const { pk: partition } = key('attemptPair', { subject: await hashed(subject), kind: 'pin', source: 'any' });
      const rows = await table.queryAll({ partition, strong: true });
      await Promise.all(rows.map(({ pk, sk }) => table.write([{ delete: { pk: String(pk), sk: String(sk) } }])));
    },
  };
};
