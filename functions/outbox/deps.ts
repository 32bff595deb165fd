import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { type Bus, openBus } from '../../layers/platform/queues/bus.ts';
import type { Outbox } from '../../layers/platform/queues/outbox.ts';
import { type Queue, queueNamed } from '../../layers/platform/queues/queue.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { factIds } from '../analytics/public/fact-ids.ts';
import { keyedFacts } from '../analytics/public/keyed-facts.ts';
import { checkScheduler } from '../circulation/public/schedule-checks.ts';
import type { ScheduledChange } from '../circulation/public/timed-changes.ts';
import { outboxes, outboxQueues } from '../outbox-registry.ts';
import { type Subscribers, subscribers } from '../webhooks/public/subscribers.ts';

/** The dependencies of the relay. */
export type OutboxDeps = {
  outboxes: readonly Outbox<ScheduledChange>[];
  /** In the order in which a batch is sent. */
  queues: ReadonlyMap<string, Queue>;
  /** Where rows wait that no outbox can read. */
  unreadable: Queue;
  schedule(change: ScheduledChange): Promise<void>;
  bus: Bus;
  /** The webhooks that want a published fact. */
  subscribers: Subscribers;
};

/** Composes the relay once a container. */
export const outboxDeps = (runtime: Pick<Runtime, 'environment' | 'engines' | 'ids'>): OutboxDeps => ({
  outboxes,
  queues: new Map(
    outboxQueues.map((name) => {
      const queue = queueNamed(runtime, name);
      return [name, name === 'decisions' ? keyedFacts(queue, factIds(openTable(runtime), runtime.ids.secret)) : queue];
    }),
  ),
  unreadable: queueNamed(runtime, 'relay-poison'),
  schedule: checkScheduler(openTable(runtime)).follow,
  bus: openBus(runtime),
  subscribers: subscribers(openTable(runtime)),
});
