import { factColumns } from '../../functions/fact-table.ts';
import { ofType, type Resource, synthesised } from '../builders/templates.ts';

const aws = synthesised('aws', { alarmEmail: 'on.call@example.org' });
const { analytics = {}, outbox = {}, core = {} } = aws;
const text = (resource: Resource | undefined): string => JSON.stringify(resource?.Properties);
const only = (stack: Record<string, Resource>, type: string) =>
  Object.values(stack).filter(({ Type }) => Type === type);
const grantsOf = (stack: Record<string, Resource>, id: string): string =>
  Object.entries(stack)
    .filter(([name, { Type }]) => Type === 'AWS::IAM::Policy' && name.startsWith(id.replaceAll('-', '')))
    .map(([, policy]) => text(policy))
    .join();

test('facts reach the archive by a queue behind the relay, many in one batch; a third reader of the stream does not exist', () => {
  const [mapping] = only(analytics, 'AWS::Lambda::EventSourceMapping');
  expect(mapping?.Properties).toMatchObject({
    ...{ BatchSize: 3000, MaximumBatchingWindowInSeconds: 300, FunctionResponseTypes: ['ReportBatchItemFailures'] },
  });
  const queues = only(analytics, 'AWS::SQS::Queue');
  // Six times the function's minute, and the five minutes in which a batch is gathered.
  expect(queues.map(text).join()).toContain('"VisibilityTimeout":660');
  expect(text(queues.find(({ Properties }) => Properties?.RedrivePolicy !== undefined))).toContain(
    '"maxReceiveCount":5',
  );
  expect(grantsOf(outbox, 'outbox-relay-changes')).toMatch(/sqs:SendMessage[\s\S]*DecisionsQueue/);
  const streams = ofType(aws, 'AWS::Lambda::EventSourceMapping').filter(
    ({ Properties }) => Properties?.StartingPosition !== undefined,
  );
  expect(streams).toHaveLength(2);
});

test('messages that no file took raise an alarm', () => {
  expect(only(analytics, 'AWS::CloudWatch::Alarm').map(text).join()).toMatch(/DecisionsDead/);
});

test('the writer of facts may write under facts/ and read there, and delete nothing; joining deletes facts only', () => {
  const [writer, joiner] = ['analytics-write-facts', 'analytics-compact-facts'].map((id) => grantsOf(analytics, id));
  for (const grants of [writer, joiner]) expect(grants).not.toMatch(/dynamodb:|s3:\*/);
  expect(writer).not.toMatch(/s3:Delete/);
  expect(writer).toMatch(/s3:PutObject[\s\S]*facts\/\*/);
  expect(joiner).toMatch(/s3:DeleteObjectVersion"[\s\S]*\/facts\/\*/);
  expect(joiner).not.toMatch(/s3:DeleteObjectVersion[^}]*(sources|evidence|bills)/);
});

test('the table has the columns of the schema, and its months follow from the clock', () => {
  const [table] = only(analytics, 'AWS::Glue::Table');
  const input = table?.Properties?.TableInput as Record<string, unknown> | undefined;
  expect(input).toMatchObject({
    ...{ Name: 'decision', PartitionKeys: [{ Name: 'month', Type: 'string' }] },
    Parameters: {
      ...{ 'projection.enabled': 'true', 'projection.month.type': 'date', 'projection.month.format': 'yyyy-MM' },
      ...{ 'projection.month.range': '2020-01,NOW', 'projection.month.interval.unit': 'MONTHS' },
    },
    StorageDescriptor: {
      Columns: factColumns.map(({ name, sql }) => expect.objectContaining({ Name: name, Type: sql })),
    },
  });
  expect(JSON.stringify(input)).toContain(`/facts/fact=decision/month=\${month}`);
});

test('a query may read 10 GB at most, and its results are encrypted and deleted after a week', () => {
  const [group] = only(analytics, 'AWS::Athena::WorkGroup');
  expect(group?.Properties?.WorkGroupConfiguration).toMatchObject({
    ...{ EnforceWorkGroupConfiguration: true, BytesScannedCutoffPerQuery: 10 * 1024 ** 3 },
    ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
  });
  const [bucket] = only(core, 'AWS::S3::Bucket');
  expect(bucket?.Properties).toMatchObject({
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    BucketEncryption: expect.anything(),
    LifecycleConfiguration: {
      Rules: expect.arrayContaining([expect.objectContaining({ Prefix: 'fact-queries/', ExpirationInDays: 7 })]),
    },
  });
  // The facts themselves stay: no rule expires them.
  expect(JSON.stringify(bucket?.Properties?.LifecycleConfiguration)).not.toContain('"facts/"');
});
