import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

// 32 MB and about 0.1 s of a CPU for one guess. Limits of sign-in protect a short PIN; this protects a stolen table.
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const BYTES = 32;
const SCHEME = 'scrypt-15-8-1';

const derive = (text: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(text.normalize('NFC'), salt, BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });

/**
 * Hashes a PIN for storage: scheme, salt and hash (RFC 7914). The same PIN gives another text each time, unless the salt (base64url) is
 * given.
 */
export const hashPin = async (pin: string, salt = randomBytes(16).toString('base64url')): Promise<string> =>
  `${SCHEME}$${salt}$${(await derive(pin, Buffer.from(salt, 'base64url'))).toString('base64url')}`;

/**
 * Returns which of some stored hashes a PIN matches. Hashes with the same salt are computed once. Without any it takes as long as for one,
 * so that the response time does not reveal whether there is such a card.
 */
export const fittingHash = async (pin: string, stored: readonly string[]): Promise<string | undefined> => {
  const derived = new Map<string, Buffer>();
  let fitting: string | undefined;
  for (const one of stored.length > 0 ? stored : [`${SCHEME}$nobody$`]) {
    const [scheme, salt = '', hash = ''] = one.split('$');
    if (scheme !== SCHEME) throw new Error(`A PIN is stored by an unknown scheme: ${scheme}.`);
    const wanted = Buffer.from(hash, 'base64url');
    const found = derived.get(salt) ?? (await derive(pin, Buffer.from(salt, 'base64url')));
    derived.set(salt, found);
    if (wanted.length === found.length && timingSafeEqual(wanted, found)) fitting = one;
  }
  return fitting;
};

/** Returns whether a PIN matches a stored hash; without one it takes as long and returns false. */
export const pinFits = async (pin: string, stored: string | undefined): Promise<boolean> =>
  (await fittingHash(pin, stored === undefined ? [] : [stored])) !== undefined;

/** Hashes and checks PINs and one-time codes. */
export const pinHashes = { hash: hashPin, fits: pinFits, fitting: fittingHash };
export type PinHashes = typeof pinHashes;
