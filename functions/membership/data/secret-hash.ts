import { createHash, timingSafeEqual } from 'node:crypto';

/** Returns the stored form of a machine client's secret. Plain SHA-256 suffices for 256 random bits, which cannot be guessed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Returns whether a secret matches the stored hash; in constant time, and false without a stored hash. */
export const secretFits = (secret: string, storedHash: string | undefined): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(secret)), Buffer.from(storedHash ?? hashSecret(`not ${secret}`)));
