import type { Bucket } from '../../../../layers/platform/objects/object-store.ts';
import { sha256 } from '../../../../layers/platform/objects/sha-256.ts';
import { iso } from '../../../../layers/platform/runtime/clock.ts';
import { files } from '../../data/files.ts';
import type { StatementFile } from './statement-file.ts';

/** How long the address gives the file, in seconds; what lies below the folder is deleted after a day. */
const OPEN_SECONDS = 600;

/** Puts a member's file into the bucket and gives the address that offers it, until when (ISO instant); `named` without its ending. */
export const offeredFile = async (
  bucket: Bucket,
  { bytes, type, ending }: StatementFile,
  { memberId, named, now }: { memberId: string; named: string; now: number },
): Promise<{ url: string; expiresAt: string }> => {
  // By its bytes, so that what was asked for twice is one file, and nobody guesses another's.
  const digest = sha256(bytes).slice(0, 32);
  const file = `${files.statements.prefix}${memberId}/${digest}/${named}${ending}`;
  await bucket.put(file, bytes);
  return { url: await bucket.downloadUrl(file, type, OPEN_SECONDS), expiresAt: iso(now + OPEN_SECONDS * 1000) };
};
