import type { ConsumerContract, QueueName } from '../layers/platform/http/consumer.ts';

/** A queue as declared in its consumer's contract, with the number of tries before a message counts as dead. */
export type PlannedQueue = { name: QueueName; consumer: ConsumerContract; tries: number };

/** The number of tries of a message; one that is likely to fail again is tried less often. */
const TRIES = { usual: 5, poison: 3 };

/** Returns the queues of consumers, each by the consumer that it triggers. Throws when two consumers own one name. */
export const queuesOf = (consumers: readonly ConsumerContract[]): PlannedQueue[] => {
  const queues = consumers.flatMap((consumer): PlannedQueue[] => {
    const { trigger } = consumer;
    if (trigger.by !== 'queue') return [];
    const poison = trigger.poison === undefined ? [] : [{ name: trigger.poison, consumer, tries: TRIES.poison }];
    return [{ name: trigger.queue, consumer, tries: TRIES.usual }, ...poison];
  });
  const names = queues.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new Error(`Two consumers are started by the queue ${twice}.`);
  return queues;
};

/** Returns the contexts to whose queues a context sends, without itself. Throws for a queue without a consumer. */
const receiversOf = (context: string, consumers: readonly ConsumerContract[]): string[] => {
  const owners = new Map(queuesOf(consumers).map(({ name, consumer }) => [name, consumer.context]));
  return consumers
    .filter((consumer) => consumer.context === context)
    .flatMap(({ id, sends = [] }) =>
      sends.map((name) => {
        const owner = owners.get(name);
        if (owner === undefined) throw new Error(`${id} sends to the queue ${name}, which nobody consumes.`);
        return owner;
      }),
    )
    .filter((owner) => owner !== context);
};

/**
 * Orders contexts so that the owner of a queue precedes its senders; otherwise the order is unchanged. Throws when two send to each
 * other, because neither stack could be created first.
 */
export const inOrderOfMessages = (
  contexts: readonly string[],
  consumers: readonly ConsumerContract[],
): readonly string[] => {
  const ordered: string[] = [];
  const place = (context: string, senders: readonly string[]): void => {
    if (senders.includes(context)) throw new Error(`Messages go round: ${[...senders, context].join(' to ')}.`);
    if (ordered.includes(context) || !contexts.includes(context)) return;
    for (const receiver of receiversOf(context, consumers)) place(receiver, [...senders, context]);
    ordered.push(context);
  };
  for (const context of contexts) place(context, []);
  return ordered;
};
