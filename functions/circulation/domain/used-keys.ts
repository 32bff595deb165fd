import type { ItemCirculation } from '../../items/public/item-circulation.ts';

const MAX_KEYS = 3;

/** An idempotency key on the way in: a hash of actor, operation and key (12 characters, 72 bits in base64url) and one of the body (6 characters). */
export type NewKey = { key: string; body: string };

/** A key with what cannot be read off the record afterwards, a renewal's due date; 75 characters at most. */
export type UsedKey = NewKey & { result: string };

// One line of text a key: as maps, three of them would take the item's record over 1 KB.
const packed = ({ key, body, result }: UsedKey): string => `${key} ${body} ${result}`;

const unpacked = (line: string): UsedKey => {
  const [key = '', body = '', ...result] = line.split(' ');
  return { key, body, result: result.join(' ') };
};

/** The item's keys with one more, the oldest beyond three dropped, so that the record keeps its size. */
export const withKey = (item: ItemCirculation, used: UsedKey | undefined): ItemCirculation =>
  used === undefined ? item : { ...item, keys: [...(item.keys ?? []), packed(used)].slice(-MAX_KEYS) };

/** What a key means on this item: never used, used with this very body (answer again), or used with another (422). */
export const keyUse = (
  item: ItemCirculation,
  { key, body }: NewKey,
): { use: 'new' | 'other-body' } | { use: 'replay'; result: string } => {
  const known = item.keys?.map(unpacked).find((used) => used.key === key);
  if (known === undefined) return { use: 'new' };
  return known.body === body ? { use: 'replay', result: known.result } : { use: 'other-body' };
};
