import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a signed event may be, in seconds, and how far ahead its clock. */
const TOLERANCE_SECONDS = 300;

const same = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Returns the signature of a body at a time (epoch seconds): HMAC-SHA256 in hex, over the time, a dot and the body as sent. */
export const signatureOf = (secret: string, seconds: number | string, body: string): string =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');

/**
 * Returns whether a `Stripe-Signature` header (`t=…,v1=…`, several v1 while a secret is replaced) signs a body with the secret, at a time
 * near `now` (epoch ms). Other schemes than v1 do not count.
 */
export const isSigned = (header: string, body: string, secret: string, now: number): boolean => {
  const parts = header.split(',').map((part) => part.trim().split('=', 2));
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(time) || Math.abs(now / 1000 - Number(time)) > TOLERANCE_SECONDS) return false;
  const expected = signatureOf(secret, time, body);
  return parts.some(([name, value = '']) => name === 'v1' && same(value, expected));
};
