import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { queryUnits, readUnits, refusedUnits, writeUnits } from '../../../layers/platform/dynamodb/capacity.ts';
import { absent } from '../../../layers/platform/dynamodb/condition.ts';
import { type Item, transactItem, type Write } from '../../../layers/platform/dynamodb/write.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { aTable } from '../../builders/dynamodb-local.ts';

let table: Awaited<ReturnType<typeof aTable>>;
let client: DynamoDBDocumentClient;
beforeAll(async () => {
  table = await aTable();
  client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
});
afterAll(() => client.destroy());

const measure = { ReturnConsumedCapacity: 'INDEXES' as const };

/** Writes and returns the capacity units that DynamoDB Local reports, indexes included. */
const units = async (write: Write): Promise<number | undefined> => {
  const { Put, Update, Delete } = transactItem(table.name, write);
  const { ConsumedCapacity } = Put
    ? await client.send(new PutCommand({ ...Put, ...measure }))
    : Update
      ? await client.send(new UpdateCommand({ ...Update, ...measure }))
      : await client.send(new DeleteCommand({ TableName: table.name, Key: undefined, ...Delete, ...measure }));
  return ConsumedCapacity?.CapacityUnits;
};

const base = { entity: 'test', v: 1 };
const key = (pk: string) => ({ pk, sk: 'SK' });
const gsi1 = (at: string) => ({ gsi1pk: 'LIST-1', gsi1sk: at });
const gsi2 = (at: string) => ({ gsi2pk: 'LIST-2', gsi2sk: at });
const text = (bytes: number) => 'x'.repeat(bytes);

const existing: [string, Item][] = [
  ['a small item', { ...key('small'), ...base, note: 'short' }],
  ['an item of more than 3 KB', { ...key('large'), ...base, note: text(3000), tags: ['a', 'b'], deep: { n: 1.5 } }],
  ['an item in the key-only index', { ...key('gsi1'), ...base, ...gsi1('1'), note: text(2000) }],
  ['an item in the full index', { ...key('gsi2'), ...base, ...gsi2('1'), note: text(2000) }],
  ['an item in both', { ...key('both'), ...base, ...gsi1('1'), ...gsi2('1'), note: text(1500) }],
];

describe.each(existing)('%s', (_, item) => {
  const { pk, sk } = item;
  const changes: [string, Write][] = [
    ['put', { put: item }],
    ['put again as it is', { put: item, sizeOf: item }],
    ['changed where no key is', { update: { pk, sk }, set: { note: 'now short' }, sizeOf: item }],
  ];

  test('takes the units of the model when it is put, put again, changed, moved in its indexes and deleted', async () => {
    for (const [what, write] of changes) expect([what, writeUnits([write])]).toEqual([what, await units(write)]);
    const changed: Item = { ...item, note: 'now short', v: 2 };
    const move: Write = {
      update: { pk, sk },
      set: { ...gsi1('2'), ...gsi2('2') },
      add: { count: 3 },
      sizeOf: changed,
    };
    expect(['moved', writeUnits([move])]).toEqual(['moved', await units(move)]);
    const moved: Item = { ...changed, ...gsi1('2'), ...gsi2('2'), count: 3, v: 3 };
    const leave: Write = { update: { pk, sk }, remove: ['gsi1pk', 'gsi1sk'], sizeOf: moved };
    expect(['left an index', writeUnits([leave])]).toEqual(['left an index', await units(leave)]);
    const left = { ...moved, gsi1pk: undefined, gsi1sk: undefined, v: 4 };
    const gone: Write = { delete: { pk, sk }, sizeOf: left };
    expect(['deleted', writeUnits([gone])]).toEqual(['deleted', await units(gone)]);
  });
});

test('a refused claim takes the units of the stored item', async () => {
  const item: Item = { ...key('claimed'), ...base, note: text(2500) };
  await table.write([{ put: item }]);
  const used = await metered(async (usage) => {
    await table.write([{ put: { ...item, note: 'mine' }, when: absent() }]);
    return usage.units.writeUnits;
  });
  expect([used, refusedUnits(item)]).toEqual([3, 3]);
});

test.each([
  ['nothing', undefined],
  ['a small item', { note: 'short' }],
  ['an item of 9 KB', { note: text(9000), list: [1, 22, 333, null, true, { a: 'ü' }] }],
])('reading %s takes the units of the model', async (name, attributes) => {
  const item = attributes && { ...key(`read-${name}`), ...base, ...attributes };
  if (item) await table.write([{ put: item }]);
  for (const ConsistentRead of [false, true]) {
    const answer = await client.send(
      new GetCommand({ TableName: table.name, Key: key(`read-${name}`), ConsistentRead, ...measure }),
    );
    expect(readUnits(item, ConsistentRead)).toBe(answer.ConsumedCapacity?.CapacityUnits);
  }
});

test('a page of a query takes the sum of its items’ bytes, in the table and in an index', async () => {
  const items = Array.from({ length: 12 }, (_, at): Item => {
    return { pk: 'page', sk: `SK#${at}`, ...base, gsi2pk: 'PAGE', gsi2sk: `${at}`, note: text(900) };
  });
  for (const put of items) await table.write([{ put }]);
  for (const [IndexName, ConsistentRead] of [
    [undefined, false],
    [undefined, true],
    ['gsi2', false],
  ] as const) {
    const { ConsumedCapacity, Items = [] } = await client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': IndexName ? 'gsi2pk' : 'pk' },
        ExpressionAttributeValues: { ':pk': IndexName ? 'PAGE' : 'page' },
        ConsistentRead,
        ...measure,
      }),
    );
    expect(queryUnits(Items, ConsistentRead)).toBe(ConsumedCapacity?.CapacityUnits);
  }
});

test('a transaction counts each item twice, indexes once', () => {
  const item: Item = { ...key('both'), ...base, ...gsi2('1'), note: text(1500) };
  expect(writeUnits([{ put: item }])).toBe(4);
  expect(writeUnits([{ put: item }, { check: key('other'), when: absent() }])).toBe(2 * 2 + 2 + 2);
});
