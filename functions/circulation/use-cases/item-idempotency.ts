import { createHash } from 'node:crypto';
import { type Actor, callerName } from '../../../layers/platform/http/actor.ts';
import type { Idempotency } from '../../../layers/platform/http/exchange.ts';
import { type RefusalOf, refuse } from '../../../layers/platform/http/outcome.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import { keyUse, type NewKey } from '../domain/decisions/used-keys.ts';

/** An Idempotency-Key as an item's record keeps it: scoped to actor and operation. */
export const newKey = (
  actor: Actor | undefined,
  operation: string,
  idempotency: Idempotency | undefined,
): NewKey | undefined => {
  if (idempotency === undefined) return undefined;
  const scoped = `${callerName(actor)}\n${operation}\n${idempotency.key}`;
  const key = createHash('sha256').update(scoped).digest('base64url').slice(0, 12);
  return { key, body: idempotency.bodyHash.slice(0, 6) };
};

type StoredResult = { result: string } | { refused: RefusalOf<'key-reused'>[] } | undefined;

/** Returns the result stored when this key was used on this item before, or a refusal when the body differs; undefined for a new key. */
export const storedResult = (item: ItemCirculation, key: NewKey | undefined): StoredResult =>
  resultIn(item.keys ?? [], key);

/** Returns the same for the stored lines of any record. */
export const resultIn = (lines: readonly string[], key: NewKey | undefined): StoredResult => {
  if (key === undefined) return undefined;
  const use = keyUse(lines, key);
  if (use.use === 'new') return undefined;
  if (use.use === 'replay') return { result: use.result };
  return refuse('key-reused', 'This Idempotency-Key was used with another body.');
};
