import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** The value that CloudFront sends, and the one before, which it may send until its own configuration has changed. */
const secretSchema = z.object({ current: z.string(), previous: z.string() });

/** How long the values are used without another read. */
const CACHE_MS = 5 * 60_000;
/** How long the values are used when a request has another one: a rotation may just have happened, or somebody guesses. */
const RETRY_MS = 10_000;
/** How long known values are accepted while the secret cannot be read. */
const OUTAGE_MS = 60 * 60_000;
/** A shorter value is none: before the first rotation there is no previous one. */
const SHORTEST = 16;

const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const valuesOf = (text: string): string[] => {
  const { current, previous } = secretSchema.parse(JSON.parse(text));
  return [current, previous].filter((value) => value.length >= SHORTEST);
};

/** Returns whether a header's value is the secret of CloudFront, at `now` (epoch ms). Throws when the secret cannot be read. */
export type IsOriginSecret = (sent: string | undefined, now: number) => Promise<boolean>;

/**
 * Compares headers with the secret, which `read` returns as JSON. Keeps the values for five minutes; an unknown header reads again after ten
 * seconds, so that a rotated secret is accepted when CloudFront begins to send it, and guesses cause few reads.
 */
export const originSecret = (read: () => Promise<string>): IsOriginSecret => {
  let known: { values: string[]; readAt: number } | undefined;
  const refresh = async (now: number): Promise<string[]> => {
    known = { values: valuesOf(await read()), readAt: now };
    return known.values;
  };
  return async (sent, now) => {
    if (sent === undefined) return false;
    const isKnown = (values: readonly string[]): boolean => values.some((value) => isSame(sent, value));
    const age = known ? now - known.readAt : Number.POSITIVE_INFINITY;
    if (known && age < CACHE_MS && isKnown(known.values)) return true;
    if (known && age < RETRY_MS) return false;
    try {
      return isKnown(await refresh(now));
    } catch (error) {
      // CloudFront's requests go on while Secrets Manager does not answer.
      if (known && age < OUTAGE_MS && isKnown(known.values)) return true;
      throw error;
    }
  };
};
