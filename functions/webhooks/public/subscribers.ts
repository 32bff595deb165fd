import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { cachedFor } from '../../../layers/platform/runtime/cached-for.ts';
import { webhookStore } from '../data/webhook-store.ts';
import { type FactToSend, fanOut, type PublishedFact } from '../domain/fan-out.ts';

/** How long the list of webhooks is cached in milliseconds: so long a change may take. */
const CACHED_MS = 10_000;

/** Returns one message for each webhook that subscribes to a fact. `now` in epoch ms. */
export type Subscribers = (facts: readonly PublishedFact[], now: number) => Promise<FactToSend[]>;

/** The webhooks in the table, of which the list is cached for ten seconds. */
export const subscribers = (table: Table): Subscribers => {
  const webhooks = cachedFor(CACHED_MS, () => webhookStore(table).list());
  return async (facts, now) => (facts.length === 0 ? [] : fanOut(await webhooks('all', now), facts, now));
};
