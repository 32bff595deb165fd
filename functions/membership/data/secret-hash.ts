import { createHash, timingSafeEqual } from 'node:crypto';

/** A machine's secret as it is kept. Plain SHA-256 suffices for 256 random bits: there is nothing to guess. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Whether a secret fits what is kept; in constant time, and false when nothing is kept. */
export const secretFits = (secret: string, storedHash: string | undefined): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(storedHash ?? hashSecret(`not ${secret}`)));
