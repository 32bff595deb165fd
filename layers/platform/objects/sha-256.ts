import { createHash } from 'node:crypto';

/** Returns the SHA-256 in hex of bytes or of a text in UTF-8. */
export const sha256 = (what: string | Uint8Array): string => createHash('sha256').update(what).digest('hex');

/** Returns the checksum that identifies a record's bytes: SHA-256 in base64url. */
export const checksumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
