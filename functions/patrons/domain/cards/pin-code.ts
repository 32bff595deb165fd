import * as z from 'zod';

const DIGITS = 8;

/** A one-time code as typed; blanks are ignored. */
export const pinCodeSchema = z
  .string()
  .max(20)
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{8}$/, 'A code has 8 digits.'));

/**
 * Returns a code of eight digits from a random secret (base64url, 32 bytes). Its first 48 bits make all codes equally likely to 1 in 10^6.
 */
export const pinCodeOf = (secret: string): string => {
  const bytes = Uint8Array.from(atob(secret.slice(0, 8).replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
  const number = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
};
