import { bucketPrefixesOf } from '../../functions/bucket-prefixes.ts';
import { consumers } from '../../functions/consumers.ts';
import { groups } from '../../functions/function-groups.ts';
import { ofType, type Resource, synthesised } from '../builders/templates.ts';

// Settings that the emulator stores and ignores, or drops: only the template can prove them.
const aws = synthesised('aws', { alarmEmail: 'on.call@example.org' });
const propertiesOf = (type: string): Record<string, unknown>[] =>
  ofType(aws, type).map(({ Properties }) => Properties ?? {});
const mappings = propertiesOf('AWS::Lambda::EventSourceMapping');
const ours = ofType(aws, 'AWS::Lambda::Function').filter(({ Properties }) => Properties?.FunctionName !== undefined);

test('the table is retained, restorable, protected, encrypted, with all four indexes, its stream and its expiry', () => {
  const [table] = ofType(aws, 'AWS::DynamoDB::GlobalTable');
  expect(table?.DeletionPolicy).toBe('Retain');
  expect(table?.Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    SSESpecification: { SSEEnabled: true },
    Replicas: [
      { DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
    ],
    GlobalSecondaryIndexes: ['gsi1', 'gsi2', 'gsi3', 'gsi4'].map((IndexName) => expect.objectContaining({ IndexName })),
  });
});

test('the Practice Library has a table of its own without a stream, which a schedule resets and no other background function reaches', () => {
  const practice = ofType(aws, 'AWS::DynamoDB::GlobalTable').filter(
    ({ Properties }) => !Properties?.StreamSpecification,
  );
  expect(practice.map(({ Properties }) => Properties?.TimeToLiveSpecification)).toHaveLength(1);
  const reaching = consumers.filter(({ id }) => {
    const lambda = ours.find(({ Properties }) => Properties?.FunctionName === `Concord-${id}`);
    const { Variables = {} } = (lambda?.Properties?.Environment ?? {}) as { Variables?: Record<string, unknown> };
    return 'PRACTICE_TABLE_NAME' in Variables;
  });
  expect(reaching).toMatchObject([{ id: 'patrons-maintain-patrons', trigger: { by: 'schedule', everyMinutes: 15 } }]);
});

test('exactly two consumers read the table’s stream, and neither can block it', () => {
  const readers = mappings.filter(({ StartingPosition: from }) => from !== undefined);
  expect(readers.length).toBe(2);
  for (const reader of readers)
    expect(reader).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 24 * 3600,
      DestinationConfig: { OnFailure: { Destination: expect.anything() } },
    });
});

test('consumers of queues report individual failures, and have a dead-letter queue', () => {
  const workers = mappings.filter(({ StartingPosition: from }) => from === undefined);
  expect(workers.length).toBeGreaterThanOrEqual(4);
  for (const worker of workers) expect(worker).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
  const queues = Object.values(aws)
    .flatMap((resources) => Object.entries(resources))
    .filter(([, { Type }]) => Type === 'AWS::SQS::Queue');
  const worked = JSON.stringify(workers.map(({ EventSourceArn: arn }) => arn));
  for (const [id, { Properties }] of queues.filter(([name]) => worked.includes(`"${name}"`)))
    expect([id, Properties?.RedrivePolicy]).toEqual([
      id,
      { deadLetterTargetArn: expect.anything(), maxReceiveCount: expect.any(Number) },
    ]);
});

test('queues are encrypted; dead-letter queues retain messages for two weeks', () => {
  const queues = propertiesOf('AWS::SQS::Queue');
  for (const queue of queues) expect(queue).toMatchObject({ SqsManagedSseEnabled: true });
  const last = queues.filter(({ RedrivePolicy: policy }) => policy === undefined);
  expect(last.map(({ MessageRetentionPeriod: seconds }) => seconds)).toEqual(last.map(() => 14 * 24 * 3600));
});

test('no bucket is public, all are encrypted and answer over TLS only', () => {
  const buckets = propertiesOf('AWS::S3::Bucket');
  expect(buckets.length).toBe(2);
  for (const bucket of buckets)
    expect(bucket).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [expect.anything()] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  for (const policy of propertiesOf('AWS::S3::BucketPolicy'))
    expect(JSON.stringify(policy)).toContain('"aws:SecureTransport":"false"');
});

test('the search domain uses TLS 1.2 only and is encrypted at rest and between nodes', () => {
  expect(propertiesOf('AWS::OpenSearchService::Domain')).toEqual([
    expect.objectContaining({
      DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' },
      EncryptionAtRestOptions: { Enabled: true },
      NodeToNodeEncryptionOptions: { Enabled: true },
    }),
  ]);
});

test('all logs expire after the configured days', () => {
  const days = propertiesOf('AWS::Logs::LogGroup').map(({ RetentionInDays: days }) => days);
  expect(new Set(days)).toEqual(new Set([90]));
});

test('the gateways cache an actor for a minute at most', () => {
  const lifetimes = propertiesOf('AWS::ApiGatewayV2::Authorizer').map(({ AuthorizerResultTtlInSeconds: ttl }) =>
    Number(ttl),
  );
  expect(lifetimes.length).toBeGreaterThan(0);
  expect(Math.max(...lifetimes)).toBeLessThanOrEqual(60);
});

test('the functions reserve none of the account’s concurrency', () => {
  expect(ours.filter(({ Properties }) => Properties?.ReservedConcurrentExecutions !== undefined)).toEqual([]);
});

describe('what a function’s role may do', () => {
  const read = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
  const write = [
    ...read,
    ...['Put', 'Update', 'Delete'].map((verb) => `dynamodb:${verb}Item`),
    'dynamodb:ConditionCheckItem',
  ];
  /** The meaning of each value of `touches`; the contracts define the rest. */
  const meant: Record<string, string[]> = {
    'table read': read,
    'table write': write,
    'scan true': ['dynamodb:Scan'],
    'index read': ['es:ESHttpGet'],
    'index write': ['Get', 'Post', 'Put', 'Delete', 'Head'].map((verb) => `es:ESHttp${verb}`),
    'bucket read': ['s3:GetObject', 's3:ListBucket'],
    'bucket write': ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
    'forgets letters': ['s3:ListBucketVersions', 's3:DeleteObjectVersion'],
    'forgets onboarding': ['s3:ListBucketVersions', 's3:DeleteObjectVersion'],
    'forgets ill-copies': ['s3:ListBucketVersions', 's3:DeleteObjectVersion'],
    'forgets facts': ['s3:ListBucketVersions', 's3:DeleteObjectVersion'],
    'site true': ['ssm:GetParameter'],
    'bus true': ['events:PutEvents'],
    'signingKey sign': ['kms:Sign'],
    'signingKey verify': ['kms:GetPublicKey'],
    'userPool invite': ['cognito-idp:AdminCreateUser'],
    'userPool invitations': [
      ...['cognito-idp:AdminCreateUser', 'cognito-idp:ListUsers'],
      ...['cognito-idp:AdminGetUser', 'cognito-idp:AdminDeleteUser'],
    ],
    'userPool verify': ['ssm:GetParameter'],
    'originSecret true': ['ssm:GetParameter', 'secretsmanager:GetSecretValue'],
    'machine import': ['states:StartExecution'],
    'machine loan-request': ['states:StartExecution'],
    'machine load': ['states:StartExecution'],
    'machine period-close': ['states:StartExecution'],
    'taskTokens true': ['states:SendTaskSuccess'],
    'partners keep': ['ssm:PutParameter', 'ssm:DeleteParameter'],
    'partners send': ['ssm:GetParameter'],
    'webhooks keep': ['ssm:PutParameter', 'ssm:DeleteParameter'],
    'webhooks send': ['ssm:GetParameter'],
    'ballotKeys keep': ['ssm:PutParameter'],
    'ballotKeys open': ['ssm:GetParameter', 'ssm:DeleteParameter'],
    'wallets keep': ['ssm:PutParameter', 'ssm:DeleteParameter'],
    'wallets send': ['ssm:GetParameter'],
    // Only where the settings name a sender.
    'email true': [],
    'texts send': [],
    // A setting alone: whether text messages are offered, and which addresses a call to others may have.
    'texts offer': [],
    'outside true': [],
    'facts true': [
      ...['StartQueryExecution', 'GetQueryExecution', 'GetQueryResults', 'StopQueryExecution'].map(
        (action) => `athena:${action}`,
      ),
      ...['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions', 'glue:CreateDatabase'],
      ...['s3:GetObject', 's3:PutObject', 's3:GetBucketLocation', 's3:ListBucket'],
    ],
    'practice enter': ['dynamodb:GetItem', 'dynamodb:PutItem'],
    'practice reset': ['Get', 'Put', 'Delete'].map((verb) => `dynamodb:${verb}Item`).concat('dynamodb:Scan'),
    'sizes configured': [],
    'sizes described': ['es:DescribeDomain', 'dynamodb:DescribeTable', 's3:ListBucketVersions'],
  };
  /** Permissions of the wiring: to read the stream, and to consume and fill queues. */
  const wired = (actions: string[]): string[] =>
    actions.filter(
      (action) => !/^(sqs:|dynamodb:(ListStreams|DescribeStream|GetRecords|GetShardIterator)$)/.test(action),
    );
  type Policy = { PolicyDocument: { Statement: { Action: string | string[]; Resource: unknown }[] } };
  const roleOf = ({ Properties }: Resource): string =>
    (Properties as { Role: { 'Fn::GetAtt': [string] } }).Role['Fn::GetAtt'][0];
  const statementsOf = (role: string) =>
    ofType(aws, 'AWS::IAM::Policy')
      .filter(({ Properties }) => JSON.stringify(Properties?.Roles).includes(`"${role}"`))
      .flatMap(({ Properties }) => (Properties as Policy).PolicyDocument.Statement);
  const actionsOf = (role: string): string[] => statementsOf(role).flatMap(({ Action }) => Action);
  const byName = new Map(ours.map((lambda) => [String(lambda.Properties?.FunctionName), lambda]));

  test.each([...groups, ...consumers].map(({ id, touches }) => [id, touches] as const))('%s', (id, touches) => {
    const lambda = byName.get(`Concord-${id}`);
    const expected = Object.entries(touches).flatMap(([kind, how]) => {
      const actions = meant[`${kind} ${how}`];
      if (!actions) throw new Error(`Say in this test what "${kind} ${how}" lets a function do.`);
      return actions;
    });
    // The Practice Library has no index: what searches reads its table.
    const searches = groups.find((group) => group.id === id)?.operations.some((one) => one.withoutIndex === 'scan');
    if (searches) expected.push('dynamodb:Scan');
    const actual = lambda ? wired(actionsOf(roleOf(lambda))) : undefined;
    expect([...new Set(actual)].toSorted()).toEqual([...new Set(expected)].toSorted());
  });

  test('a function without the permission to scan scans the table of the Practice Library at most', () => {
    const scanning = new Map([...groups, ...consumers].map(({ id, touches }) => [`Concord-${id}`, 'scan' in touches]));
    const scans = ours.flatMap((lambda) => {
      if (scanning.get(String(lambda.Properties?.FunctionName)) !== false) return [];
      return statementsOf(roleOf(lambda))
        .filter(({ Action }) => [Action].flat().includes('dynamodb:Scan'))
        .map(({ Resource }) => JSON.stringify(Resource));
    });
    expect(scans.length).toBeGreaterThan(0);
    expect(scans.filter((resource) => !/practice/i.test(resource))).toEqual([]);
  });

  test('finding S12: a function that deletes files sees the versions of those only', () => {
    const forgetting = [...groups, ...consumers].filter(({ touches }) => touches.forgets !== undefined);
    expect(forgetting.length).toBeGreaterThan(2);
    for (const { id, touches } of forgetting) {
      const lambda = byName.get(`Concord-${id}`);
      const role = lambda ? roleOf(lambda) : '';
      const policies = ofType(aws, 'AWS::IAM::Policy').filter(({ Properties }) =>
        JSON.stringify(Properties?.Roles).includes(`"${role}"`),
      );
      const condition = `"Condition":{"StringLike":{"s3:prefix":["${touches.forgets}/*"]}}`;
      expect([id, JSON.stringify(policies).includes(`"Action":"s3:ListBucketVersions",${condition}`)]).toEqual([
        id,
        true,
      ]);
    }
  });

  test('finding S12: a function that uses files sees those of its context only', () => {
    type Statement = { Action: string | string[]; Resource: unknown; Condition?: unknown };
    const using = [...groups, ...consumers].filter(({ touches }) => touches.bucket !== undefined);
    expect(using.length).toBeGreaterThan(20);
    for (const { id, context } of using) {
      const lambda = byName.get(`Concord-${id}`);
      const role = lambda ? roleOf(lambda) : '';
      const statements = ofType(aws, 'AWS::IAM::Policy')
        .filter(({ Properties }) => JSON.stringify(Properties?.Roles).includes(`"${role}"`))
        .flatMap(
          ({ Properties }) => (Properties as { PolicyDocument: { Statement: Statement[] } }).PolicyDocument.Statement,
        );
      const [objects, ...more] = statements.filter(({ Action }) => [Action].flat().includes('s3:GetObject'));
      expect(more).toEqual([]);
      const seen = [objects?.Resource].flat().map((one) => /\/([a-z-]*\/?\*)"\]?/.exec(JSON.stringify(one))?.[1]);
      const own = bucketPrefixesOf(context).map((prefix) => `${prefix}*`);
      expect([id, ...seen]).toEqual([id, ...own]);
      const lists = statements.filter(({ Action }) => [Action].flat().includes('s3:ListBucket'));
      const listed = lists.map(({ Condition }) => Condition as { StringLike: { 's3:prefix': string | string[] } });
      expect([id, listed.flatMap((one) => one.StringLike['s3:prefix'])]).toEqual([id, own]);
    }
  });
});
