import { gunzipSync, gzipSync } from 'node:zlib';
import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';

/** Texts of a month, each under its SHA-256, so that none is ever written over by another. */
export type HashedTexts = {
  put(month: string, hash: string, text: string): Promise<void>;
  /** A text's content. Throws when it is not there, or not what its name says: nobody may reckon by it then. */
  read(month: string, hash: string): Promise<unknown>;
};

/** Such texts, compressed, below a folder of the bucket, which is opened once something is asked for. */
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
