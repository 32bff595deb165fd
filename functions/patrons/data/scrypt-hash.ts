import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

// 32 MB and about 0.1 s of a CPU for one guess. The lock-out protects four digits; this protects a stolen table.
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const BYTES = 32;
const SCHEME = 'scrypt-15-8-1';

const derive = (text: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(text.normalize('NFC'), salt, BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** Hashes a PIN for storage: scheme, salt and hash (RFC 7914). The same PIN gives another text each time. */
export const hashPin = async (pin: string): Promise<string> => {
  const salt = randomBytes(16);
  return `${SCHEME}$${salt.toString('base64url')}$${(await derive(pin, salt)).toString('base64url')}`;
};

/**
 * Returns whether a PIN matches a stored hash. Without a hash it takes as long and returns false, so that the response time does not reveal
 * whether there is such a card.
 */
export const pinFits = async (pin: string, stored: string | undefined): Promise<boolean> => {
  const [scheme, salt = '', hash = ''] = (stored ?? `${SCHEME}$nobody$`).split('$');
  if (scheme !== SCHEME) throw new Error(`A PIN is stored by an unknown scheme: ${scheme}.`);
  const wanted = Buffer.from(hash, 'base64url');
  const found = await derive(pin, Buffer.from(salt, 'base64url'));
  return wanted.length === found.length && timingSafeEqual(wanted, found);
};

/** Hashes and checks PINs and one-time codes. */
export const pinHashes = { hash: hashPin, fits: pinFits };
export type PinHashes = typeof pinHashes;
