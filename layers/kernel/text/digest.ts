import { createHash } from 'node:crypto';

/**
 * Returns a short fingerprint of a text: the first 22 characters (132 bits) of its SHA-256 in base64url. The text cannot be derived from
 * it.
 */
export const shortDigest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);
