import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  RestoreTableToPointInTimeCommand,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { PlainFailure } from './failure.ts';
import { restoreTable } from './restore-table.ts';

const STREAM = 'arn:aws:dynamodb:us-east-1:111122223333:table/new/stream/2026-03-02T12:41:03.123';
const asked = { source: 'old', target: 'new', at: new Date('2026-03-02T11:00:00Z') };

const RESTORE = { SourceTableArn: 'arn:aws:dynamodb:us-east-1:111122223333:table/old', RestoreDateTime: asked.at };

/** A DynamoDB with the table `old`; a table that is restored has no stream, expiry, recovery or protection. Writes fail after some. */
const dynamoDb = () => {
  const wanted = { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' as const };
  const table: { there: boolean; stream: boolean; isProtected: boolean; expires: boolean; recovers: boolean } = {
    ...{ there: false, stream: false, isProtected: false, expires: false, recovers: false },
  };
  let left = Number.POSITIVE_INFINITY;
  const writes: string[] = [];
  const write = (name: string, change: Partial<typeof table>): object => {
    left -= 1;
    if (left < 0) throw new Error('the connection is lost');
    writes.push(name);
    Object.assign(table, change);
    return {};
  };
  const client = mockClient(DynamoDBClient);
  client.on(DescribeTableCommand).callsFake(({ TableName }) => {
    if (TableName === 'old') return { Table: { TableName, TableStatus: 'ACTIVE', StreamSpecification: wanted } };
    if (!table.there) throw new ResourceNotFoundException({ message: 'none', $metadata: {} });
    return {
      Table: {
        ...{ TableName, TableStatus: 'ACTIVE', DeletionProtectionEnabled: table.isProtected, RestoreSummary: RESTORE },
        ...(table.stream && { StreamSpecification: wanted, LatestStreamArn: STREAM }),
      },
    };
  });
  client.on(RestoreTableToPointInTimeCommand).callsFake((given) => {
    expect(given).toEqual({ SourceTableName: 'old', TargetTableName: 'new', RestoreDateTime: asked.at });
    return write('restore', { there: true });
  });
  client.on(UpdateTableCommand).callsFake(({ StreamSpecification: stream, TableName }) => {
    expect(TableName).toBe('new');
    return stream ? write('stream', { stream: true }) : write('protection', { isProtected: true });
  });
  client.on(DescribeTimeToLiveCommand).callsFake(({ TableName }) => ({
    TimeToLiveDescription:
      TableName === 'old' || table.expires
        ? { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' }
        : { TimeToLiveStatus: 'DISABLED' },
  }));
  client.on(UpdateTimeToLiveCommand).callsFake(() => write('expiry', { expires: true }));
  client.on(DescribeContinuousBackupsCommand).callsFake(() => ({
    ContinuousBackupsDescription: {
      PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: table.recovers ? 'ENABLED' : 'DISABLED' },
    },
  }));
  client.on(UpdateContinuousBackupsCommand).callsFake(() => write('recovery', { recovers: true }));
  const breakAfter = (more: number): void => {
    left = more;
  };
  return { writes, breakAfter };
};

test('finding W3: a restored table gets what a restore leaves out, each once, however often the command is broken off', async () => {
  const { writes, breakAfter } = dynamoDb();
  for (let run = 0; run < 4; run += 1) {
    breakAfter(1);
    await expect(restoreTable(new DynamoDBClient({}), asked, 1)).rejects.toThrow('lost');
  }
  breakAfter(10);
  expect(await restoreTable(new DynamoDBClient({}), asked, 1)).toBe(STREAM);
  expect(await restoreTable(new DynamoDBClient({}), asked, 1)).toBe(STREAM);
  expect(writes).toEqual(['restore', 'stream', 'expiry', 'recovery', 'protection']);
});

/** A DynamoDB with the table `old`, whose answers about `new` are given; the last one is repeated. */
const answering = (...answers: (object | undefined)[]) => {
  const client = mockClient(DynamoDBClient);
  client.on(DescribeTableCommand).callsFake(({ TableName }) => {
    if (TableName === 'old') return { Table: { TableName, TableStatus: 'ACTIVE' } };
    const [Table] = answers.length > 1 ? answers.splice(0, 1) : answers;
    if (Table === undefined) throw new ResourceNotFoundException({ message: 'none', $metadata: {} });
    return { Table };
  });
  client.on(RestoreTableToPointInTimeCommand).resolves({});
  return client;
};

test.each([
  ['is no restore', undefined],
  ['is a restore of other to 2026-03-02T11:00:00.000Z', { ...RESTORE, SourceTableArn: 'arn:aws:x:table/other' }],
  [
    'is a restore of old to 2026-03-01T11:00:00.000Z',
    { ...RESTORE, RestoreDateTime: new Date('2026-03-01T11:00:00Z') },
  ],
])('finding W3: an existing table that %s is refused and left alone', async (is, RestoreSummary) => {
  const client = answering({ TableName: 'new', TableStatus: 'ACTIVE', ...(RestoreSummary && { RestoreSummary }) });
  await expect(restoreTable(new DynamoDBClient({}), asked, 1)).rejects.toThrow(`The table new exists and ${is}`);
  expect(client.calls().every(({ args: [command] }) => command instanceof DescribeTableCommand)).toBe(true);
});

test('finding W3: the wait for a restore ends when its table disappears, is deleted or cannot be read', async () => {
  const creating = {
    TableName: 'new',
    TableStatus: 'CREATING',
    RestoreSummary: { ...RESTORE, RestoreInProgress: true },
  };
  answering(undefined, creating, undefined);
  await expect(restoreTable(new DynamoDBClient({}), asked, 1)).rejects.toThrow('There is no table new any more');
  for (const TableStatus of ['DELETING', 'INACCESSIBLE_ENCRYPTION_CREDENTIALS']) {
    answering(undefined, undefined, creating, { ...creating, TableStatus });
    const failed = restoreTable(new DynamoDBClient({}), asked, 1);
    await expect(failed).rejects.toThrow(`The table new cannot be used: its status is ${TableStatus}.`);
  }
});

test('a table that is not there is said in one sentence', async () => {
  dynamoDb();
  const none = restoreTable(new DynamoDBClient({}), { ...asked, source: 'new' }, 1);
  await expect(none).rejects.toThrow(new PlainFailure('There is no table new in this account and region.'));
});
