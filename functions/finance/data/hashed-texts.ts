import { gunzipSync, gzipSync } from 'node:zlib';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';

/** Stores texts of a month, each under its SHA-256, so that none is ever overwritten by another. */
export type HashedTexts = {
  put(month: string, hash: string, text: string): Promise<void>;
  /** Returns a text's content. Throws when it is missing or does not match its hash: no calculation may use it then. */
  read(month: string, hash: string): Promise<unknown>;
};

/** Returns a store of such texts, compressed, under a folder of the bucket, which is opened on first use. */
export const hashedTexts = (folder: string, bucket: () => Bucket): HashedTexts => {
  const keyOf = (month: string, hash: string): string => `${folder}/${month}/${hash}.gz`;
  return {
    put: (month, hash, text) => bucket().put(keyOf(month, hash), gzipSync(text)),
    read: async (month, hash) => {
      const bytes = await bucket().get(keyOf(month, hash));
      const text = bytes && gunzipSync(bytes).toString('utf8');
      if (text === undefined || sha256(text) !== hash)
        throw new Error(`What is kept of ${month} in ${folder} is not what was kept: ${hash}`);
      return JSON.parse(text);
    },
  };
};
