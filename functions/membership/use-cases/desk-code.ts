import { createHash } from 'node:crypto';

/** Returns a code of six digits from a random secret; each is equally likely, but for one part in two thousand million. */
export const codeFrom = (secret: string): string => {
  const number = createHash('sha256').update(secret).digest().readUIntBE(0, 6) % 1_000_000;
  return String(number).padStart(6, '0');
};
