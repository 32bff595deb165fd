import type { ItemCirculation } from '../../../items/public/item-circulation.ts';

const MAX_KEYS = 3;

/** A new idempotency key: a hash of actor, operation and key (12 characters, 72 bits in base64url) and one of the body (6 characters). */
export type NewKey = { key: string; body: string };

/** A key with the result that cannot be derived from the record later, such as a renewal's due date; 75 characters at most. */
export type UsedKey = NewKey & { result: string };

/** Returns a used key as one line of text: as maps, three of them would take the item's record over 1 KB. */
export const packedKey = ({ key, body, result }: UsedKey): string => `${key} ${body} ${result}`;

const unpacked = (line: string): UsedKey => {
  const [key = '', body = '', ...result] = line.split(' ');
  return { key, body, result: result.join(' ') };
};

/** Returns the item's keys with one more; only the latest three are stored, so that the record keeps its size. */
export const withKey = (item: ItemCirculation, used: UsedKey | undefined): ItemCirculation =>
  used === undefined ? item : { ...item, keys: [...(item.keys ?? []), packedKey(used)].slice(-MAX_KEYS) };

/** Returns how a key was used in these lines: never, with this body (return the stored result), or with another body (422). */
export const keyUse = (
  lines: readonly string[],
  { key, body }: NewKey,
): { use: 'new' | 'other-body' } | { use: 'replay'; result: string } => {
  const known = lines.map(unpacked).find((used) => used.key === key);
  if (known === undefined) return { use: 'new' };
  return known.body === body ? { use: 'replay', result: known.result } : { use: 'other-body' };
};
