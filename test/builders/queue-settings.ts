import { outboxQueues } from '../../functions/outbox-registry.ts';
import { queueVariable } from '../../layers/platform/http/consumer.ts';

const queues = [...outboxQueues, 'relay-poison', 'index-work', 'index-retry'];

/** The settings by which functions find the queues: the address of each is its name. */
export const queueSettings: Record<string, string> = Object.fromEntries(
  queues.map((queue) => [queueVariable(queue), queue]),
);
