import type { DynamoDBRecord } from 'aws-lambda';
import { type Caused, causeOfChange, type Outbox, watchedBy } from '../../../layers/platform/queues/outbox.ts';
import type { Queue } from '../../../layers/platform/queues/queue.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { outboxes, watched } from '../../outbox-registry.ts';
import { relayChanges } from './relay-changes.ts';

const of = (after: Record<string, unknown>) => causeOfChange(outboxes, { before: undefined, after, at: 0 });

test.each([
  ['a patron whom a desk changed', { entity: 'patronChange', branchId: 'cedar.main' }, 'cedar'],
  ['a patron whom the clock changed, or who did it alone', { entity: 'patronChange' }, 'consortium'],
  ['a request of one of us', { entity: 'loanRequest', requesterMember: 'birch' }, 'birch'],
  ['a request of a library outside', { entity: 'loanRequest', requesterMember: 'prt_1' }, 'consortium'],
  ['a copy that cannot be read', { entity: 'item', memberId: 'ash', facts: 'item-checked-in' }, 'ash'],
  ['a hold', { entity: 'hold', patronMember: 'oak' }, 'oak'],
  ['a row that does not say', { entity: 'hold' }, undefined],
  ['a row of no outbox', { entity: 'record', by: 'oak' }, undefined],
])('the member that pays for what follows from a change of %s', (_what, after, cause) => {
  expect(of(after)).toBe(cause);
});

test('exactly one context names the actor of a change to a watched entity', () => {
  const owners = outboxes.flatMap(({ causes = {} }: Outbox<Caused>) => Object.keys(causes));
  expect(owners.toSorted()).toEqual([...watched.entities, ...watched.inserted].toSorted());
});

test('an entity with a rule for every change has no rule for creation in addition', () => {
  const rule = { queue: 'q', messages: () => [] };
  const some: Outbox[] = [
    {
      rules: [
        { entity: 'a', on: 'insert', ...rule },
        { entity: 'a', ...rule },
        { entity: 'b', on: 'insert', ...rule },
      ],
    },
  ];
  expect(watchedBy(some)).toEqual({ entities: ['a'], inserted: ['b'] });
});

const row = (entity: string, id: string) => ({ entity: { S: entity }, id: { S: id } });
const inserted = (entity: string, id: string): DynamoDBRecord => ({
  dynamodb: { NewImage: row(entity, id), Keys: { pk: { S: id } }, ApproximateCreationDateTime: 7 },
});
const modified = (entity: string, id: string): DynamoDBRecord => ({
  dynamodb: { OldImage: row(entity, id), NewImage: row(entity, id) },
});

/** A relay over two outboxes, and all that it sent, in order. */
const aRelay = () => {
  const sent: unknown[] = [];
  const queue = (name: string): Queue => ({
    send: async (messages) => void (messages.length > 0 && sent.push([name, ...messages])),
  });
  const idOf = (change: { after?: Readonly<Record<string, unknown>> | undefined }) => {
    if (change.after?.id === 'broken') throw new Error('This row cannot be read.');
    return { id: change.after?.id, cause: String(change.after?.id).slice(0, 3) };
  };
  const deps = {
    outboxes: [
      { rules: [{ entity: 'copy', queue: 'second', messages: (change) => [idOf(change)] }] },
      {
        rules: [
          { entity: 'copy', on: 'insert', queue: 'first', messages: (change) => [idOf(change)] },
          {
            entity: 'copy',
            facts: (change) => [{ cause: idOf(change).cause, name: 'changed', detail: idOf(change).id }],
          },
        ],
      },
    ] satisfies Outbox[],
    queues: new Map(['first', 'second'].map((name) => [name, queue(name)])),
    unreadable: queue('unreadable'),
    schedule: async () => undefined,
    bus: { publish: async (events: readonly unknown[]) => void sent.push(['bus', ...events]) },
    subscribers: async () => [],
  };
  return { deps, sent };
};

test('messages are sent on behalf of the member that caused them, queue by queue in order and the bus last', async () => {
  const { deps, sent } = aRelay();
  const records = [inserted('copy', 'ash-1'), modified('copy', 'oak-1'), modified('copy', 'ash-2'), inserted('x', '1')];
  const { parts } = await metered(async (usage) => {
    expect(await relayChanges(deps, records, 0)).toEqual({ sent: 7 });
    return usage;
  });
  expect(sent).toEqual([
    ['first', { id: 'ash-1', cause: 'ash' }],
    ['second', { id: 'ash-1', cause: 'ash' }, { id: 'ash-2', cause: 'ash' }],
    ['bus', { name: 'changed', detail: 'ash-1' }, { name: 'changed', detail: 'ash-2' }],
    ['second', { id: 'oak-1', cause: 'oak' }],
    ['bus', { name: 'changed', detail: 'oak-1' }],
  ]);
  expect(parts.map(({ evidence }) => evidence.cause)).toEqual(expect.arrayContaining(['ash', 'oak']));
});

test('the key of an unreadable row is sent to the queue that staff check, and the others continue', async () => {
  const { deps, sent } = aRelay();
  jest.spyOn(console, 'log').mockImplementation(() => {});
  await relayChanges(deps, [modified('copy', 'ash-1'), inserted('copy', 'broken')], 0);
  expect(sent).toEqual([
    ['unreadable', expect.objectContaining({ keys: { pk: { S: 'broken' } } })],
    ['second', { id: 'ash-1', cause: 'ash' }],
    ['bus', { name: 'changed', detail: 'ash-1' }],
  ]);
});
