import { createHash } from 'node:crypto';

/** SHA-256 in hex, of bytes or of a text in UTF-8. */
export const sha256 = (what: string | Uint8Array): string => createHash('sha256').update(what).digest('hex');

/** The checksum by which a record's bytes are known again: SHA-256 in base64url. */
export const checksumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
