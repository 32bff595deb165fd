import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type SealedDays,
  type SealedShares,
  sealedDaysSchema,
  sealedSharesSchema,
  sealedUseSchema,
} from '../domain/statements/sealed-use.ts';
import { inTurns } from './in-turns.ts';
import type { Bucket } from './object-store.ts';
import { sha256 } from './sha-256.ts';

/** A month's use as its period names it. */
type Place = { month: string; use: string };

/** What months' statements were made of, in the bucket for good. */
export type SealedUseStore = {
  /** Keeps texts under their hashes; the same again changes nothing. */
  keep(month: string, texts: ReadonlyMap<string, string>): Promise<void>;
  /** The days of a member or pool; undefined where it had none. */
  days(place: Place, owner: string): Promise<SealedDays | undefined>;
  shares(place: Place): Promise<SealedShares>;
};

/** Texts that are written side by side. */
const AT_ONCE = 24;

// Named by what is in it: no text is ever written over by another.
const keyOf = (month: string, hash: string): string => `sealed-use/${month}/${hash}.gz`;

/** The use kept in the bucket, which is opened once something is asked for. Throws when a text is not what was sealed. */
export const sealedUseStore = (bucket: () => Bucket): SealedUseStore => {
  const read = async (month: string, hash: string): Promise<unknown> => {
    const bytes = await bucket().get(keyOf(month, hash));
    const text = bytes && gunzipSync(bytes).toString('utf8');
    if (text === undefined || sha256(text) !== hash)
      throw new Error(`The use of ${month} is not what was sealed: ${hash}`);
    return JSON.parse(text);
  };
  const named = async ({ month, use }: Place) => sealedUseSchema.parse(await read(month, use));
  return {
    keep: async (month, texts) => {
      await inTurns([...texts], AT_ONCE, ([hash, text]) => bucket().put(keyOf(month, hash), gzipSync(text)));
    },
    days: async (place, owner) => {
      const hash = (await named(place)).days[owner];
      return hash === undefined ? undefined : sealedDaysSchema.parse(await read(place.month, hash));
    },
    shares: async (place) => sealedSharesSchema.parse(await read(place.month, (await named(place)).shares)),
  };
};
