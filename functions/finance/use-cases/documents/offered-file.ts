import type { Bucket } from '../../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { files } from '../../data/files.ts';
import type { OfferedFile } from './file-types.ts';

/** How long the address is valid, in seconds; files in the folder are deleted after a day. */
const OPEN_SECONDS = 600;

/** Stores a member's file in the bucket and returns its download address, with the expiry (ISO instant); `named` without extension. */
export const offeredFile = async (
  bucket: Bucket,
  { bytes, type, ending }: OfferedFile,
  { memberId, named, now }: { memberId: string; named: string; now: number },
): Promise<{ url: string; expiresAt: string }> => {
  // Named by its content, so that a repeated request gives the same file, and nobody can guess another's.
  const digest = sha256(bytes).slice(0, 32);
  const file = `${files.statements.prefix}${memberId}/${digest}/${named}${ending}`;
  await bucket.put(file, bytes);
  return { url: await bucket.downloadUrl(file, type, OPEN_SECONDS), expiresAt: iso(now + OPEN_SECONDS * 1000) };
};
