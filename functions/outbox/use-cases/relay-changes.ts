import type { DynamoDBRecord } from 'aws-lambda';
import { changeOf, type RowChange } from '../../../layers/platform/dynamodb/row-change.ts';
import type { BusEvent } from '../../../layers/platform/queues/bus.ts';
import {
  type Caused,
  type Consequences,
  causeOfChange,
  consequencesOf,
  noConsequences,
} from '../../../layers/platform/queues/outbox.ts';
import { logError } from '../../../layers/platform/runtime/log.ts';
import { causedBy, causedByAll } from '../../../layers/platform/runtime/meter.ts';
import type { OutboxDeps } from '../deps.ts';

/** The queue of facts for webhooks. */
const WEBHOOKS = 'webhook-sends';

type Scheduled = Parameters<OutboxDeps['schedule']>[0];
type Group = { messages: Map<string, Caused[]>; scheduled: Scheduled[]; events: BusEvent[] };

/** Groups what follows by the member whose act it is: each member pays for its own. */
const byCause = (all: readonly Consequences<Scheduled>[]): Map<string, Group> => {
  const groups = new Map<string, Group>();
  const of = ({ cause }: Caused): Group => {
    const group = groups.get(cause) ?? { messages: new Map(), scheduled: [], events: [] };
    groups.set(cause, group);
    return group;
  };
  for (const { messages, scheduled, facts } of all) {
    for (const { queue, message } of messages) {
      const group = of(message);
      group.messages.set(queue, [...(group.messages.get(queue) ?? []), message]);
    }
    for (const change of scheduled) of(change).scheduled.push(change);
    for (const { cause, ...event } of facts) of({ cause }).events.push(event);
  }
  return groups;
};

const send = async (
  { messages, scheduled, events }: Group,
  deps: OutboxDeps,
  { cause, now }: { cause: string; now: number },
): Promise<void> => {
  for (const [name, queue] of deps.queues) await queue.send(messages.get(name) ?? []);
  // In any order: what a later change of the same item undid is not entered, for the item is not as it was.
  await Promise.all(scheduled.map((change) => deps.schedule(change)));
  await deps.bus.publish(events);
  const facts = events.map(({ name, detail }) => ({ cause: cause === '' ? 'consortium' : cause, name, detail }));
  await deps.queues.get(WEBHOOKS)?.send(await deps.subscribers(facts, now));
};

/** Reads what follows from one change; of a row that no outbox can read nothing does, and its key is sent to where a person looks. */
const readSafely = async (
  { outboxes, unreadable }: OutboxDeps,
  { record, change }: { record: DynamoDBRecord; change: RowChange },
): Promise<Consequences<Scheduled>> => {
  try {
    return consequencesOf(outboxes, change);
  } catch (error) {
    logError('relay a change', error);
    await unreadable.send([{ keys: record.dynamodb?.Keys, sequence: record.dynamodb?.SequenceNumber }]);
    return noConsequences();
  }
};

/**
 * Sends what follows from a batch of changes of the table; an unreadable row does not hold up those behind it. Gives how many messages, schedule entries and events followed.
 */
export const relayChanges = (
  deps: OutboxDeps,
  records: readonly DynamoDBRecord[],
  now: number,
): Promise<{ sent: number }> => {
  const changes = records.map((record) => ({ record, change: changeOf(record, now) }));
  // Also a change from which nothing follows was somebody's act, and reading it costs.
  return causedByAll(
    changes.map(({ change }) => causeOfChange(deps.outboxes, change)),
    async () => {
      const all = await Promise.all(changes.map((one) => readSafely(deps, one)));
      // For a patron who was changed by a time-out, no desk is known.
      for (const [cause, group] of byCause(all))
        await causedBy(cause === '' ? {} : { cause }, () => send(group, deps, { cause, now }));
      return {
        sent: all.reduce(
          (sum, { messages, scheduled, facts }) => sum + messages.length + scheduled.length + facts.length,
          0,
        ),
      };
    },
  );
};
