import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { mapInBatches } from '../../../layers/platform/runtime/map-in-batches.ts';
import {
  type SealedDays,
  type SealedShares,
  sealedDaysSchema,
  sealedSharesSchema,
  sealedUseSchema,
} from '../domain/statements/sealed-use.ts';
import { hashedTexts } from './hashed-texts.ts';

/** A month's use as its period names it. */
type Place = { month: string; use: string };

/** Stores the input of months' statements permanently in the bucket. */
export type SealedUseStore = {
  /** Stores texts under their hashes; repeating it changes nothing. */
  keep(month: string, texts: ReadonlyMap<string, string>): Promise<void>;
  /** Returns the days of a member or pool; undefined when it had none. */
  days(place: Place, owner: string): Promise<SealedDays | undefined>;
  shares(place: Place): Promise<SealedShares>;
};

/** The number of texts written concurrently. */
const AT_ONCE = 24;

/** Returns the store of sealed use in the bucket, which is opened on first use. Throws when a text differs from its seal. */
export const sealedUseStore = (bucket: () => Bucket): SealedUseStore => {
  const { put, read } = hashedTexts('sealed-use', bucket);
  const named = async ({ month, use }: Place) => sealedUseSchema.parse(await read(month, use));
  return {
    keep: async (month, texts) => {
      await mapInBatches([...texts], AT_ONCE, ([hash, text]) => put(month, hash, text));
    },
    days: async (place, owner) => {
      const hash = (await named(place)).days[owner];
      return hash === undefined ? undefined : sealedDaysSchema.parse(await read(place.month, hash));
    },
    shares: async (place) => sealedSharesSchema.parse(await read(place.month, (await named(place)).shares)),
  };
};
