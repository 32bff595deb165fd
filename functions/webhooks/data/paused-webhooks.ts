import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { webhookStore } from './webhook-store.ts';

/** Returns the webhooks of an owner that were paused because of their receiver, the longest paused first; staff know those that they paused. */
export const pausedWebhooks = async (table: Table, owner: string) =>
  (await webhookStore(table).list(owner))
    .flatMap(({ webhookId, name, paused }) =>
      paused === undefined || paused.because === 'staff' ? [] : [{ webhookId, name, since: paused.at }],
    )
    .toSorted((one, other) => (one.since < other.since ? -1 : 1));
