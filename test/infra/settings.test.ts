import { type Config, configSchema } from '../../infra/config.ts';
import { isWholeProof } from '../builders/proof-size.ts';
import { type Resource, type Stacks, synthesised, wholeTemplates } from '../builders/templates.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:111122223333:table/Concord-2026-03-02';

/** Every setting except those that identify a deployment or give its first table up, each with another value than by default. */
const changed: Partial<Config> = {
  firstAdministrator: 'head@library.example.com',
  site: 'https://library.example.com',
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
  hostedZone: { id: 'Z1', name: 'example.com' },
  firewall: false,
  alarmEmail: 'alarms@library.example.com',
  noticeSender: 'library@library.example.com',
  textNumber: '+18005550199',
  profile: 'large',
  keepWarm: true,
  throttle: {
    ...{ rate: 50, burst: 100, open: { rate: 30, burst: 60 } },
    contexts: { discovery: { rate: 20, burst: 40, open: { rate: 10, burst: 20 } } },
  },
  reservedConcurrency: { 'membership-authorize': 20 },
  originSecretRotation: 1,
  senderIdentity: 'library.example.com',
  concurrency: 500,
  table: `${TABLE}/stream/2026-03-02T12:41:03.123`,
  logRetentionDays: 365,
  sip2Gateway: {
    ...{ image: 'public.ecr.aws/example/concord-sip2:1', allow: ['198.51.100.0/24'], port: 6002 },
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/2',
    ...{ timeZone: 'America/New_York', currency: 'USD' },
  },
};

const usual = synthesised('aws');
const other = synthesised('aws', changed);

/** Settings that need another one: an address of one's own has its certificate. */
const together: readonly (readonly (keyof Config)[])[] = [['site', 'certificateArn', 'hostedZone']];
/** Each setting changed alone, or with those that it needs. */
const eachAlone: Partial<Config>[] = [
  ...together,
  ...(Object.keys(changed) as (keyof Config)[]).filter((name) => !together.flat().includes(name)).map((name) => [name]),
].map((names) => Object.fromEntries(names.map((name) => [name, changed[name]])));
/** `npm test` changes all settings at once; `npm run prove:settings` also each alone. */
const variants: Partial<Config>[] = [changed, ...(isWholeProof ? eachAlone : [])];

/** What holds data, with the properties that AWS cannot change without creating the resource again. */
const createOnly: Record<string, readonly string[]> = {
  'AWS::DynamoDB::GlobalTable': ['TableName', 'KeySchema', 'LocalSecondaryIndexes'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::Cognito::UserPool': ['UsernameAttributes', 'AliasAttributes', 'Schema'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  'AWS::OpenSearchService::Domain': ['DomainName'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
};
const retained = (stacks: Stacks) =>
  Object.entries(stacks).flatMap(([stack, resources]) =>
    Object.entries(resources).flatMap(([id, { Type, DeletionPolicy, Properties = {} }]) => {
      const fixed = createOnly[Type];
      return fixed ? [{ stack, id, Type, DeletionPolicy, fixed: fixed.map((name) => Properties[name]) }] : [];
    }),
  );
const text = (what: unknown): string => JSON.stringify(what);
const texts = (stacks: Stacks) => Object.values(stacks).flatMap((one) => Object.values<Resource>(one).map(text));

test('finding W7: the settings below are all that there are, each with a value of its own', () => {
  expect(Object.keys(changed).toSorted()).toEqual(
    Object.keys(configSchema.shape)
      .filter((name) => !['name', 'account', 'region', 'ownTable'].includes(name))
      .toSorted(),
  );
});

test('finding W7: no stack imports what another exports, so a value that is taken back blocks no update', () => {
  for (const settings of [{}, ...variants]) {
    const stacks = synthesised('aws', settings);
    expect(texts(stacks).filter((one) => /Fn::ImportValue|CrossRegionExport/.test(one))).toEqual([]);
    const outputs = Object.values(wholeTemplates('aws', settings)).flatMap(({ Outputs = {} }) =>
      Object.values(Outputs),
    );
    expect(outputs.length).toBeGreaterThan(50);
    expect(outputs.filter((output) => output.Export !== undefined)).toEqual([]);
    // The references are there, by stack and output.
    expect(texts(stacks).filter((one) => one.includes('Fn::GetStackOutput')).length).toBeGreaterThan(100);
  }
});

test('finding W7: no setting, set or taken back, replaces or removes what holds data', () => {
  expect(retained(usual).length).toBeGreaterThan(15);
  // Without its setting the SIP2 gateway has no log; its journal is retained.
  const others = (stacks: Stacks) => retained(stacks).filter(({ stack }) => stack !== 'sip2');
  for (const settings of variants) expect(others(synthesised('aws', settings))).toEqual(others(usual));
});

test('finding W3: the first table is given up only when another is in use, and AWS keeps it', () => {
  expect(configSchema.safeParse({ ownTable: false }).success).toBe(false);
  expect(configSchema.safeParse({ ownTable: false, table: changed.table }).success).toBe(true);
  const [table] = Object.values(usual.core ?? {}).filter(({ Type }) => Type === 'AWS::DynamoDB::GlobalTable');
  expect(table?.DeletionPolicy).toBe('Retain');
});

test('finding W7: no setting leaves a stack behind: those of the firewall and the SIP2 gateway become empty, which deletes them, the firewall’s after the site', () => {
  for (const settings of variants)
    expect(Object.keys(synthesised('aws', settings)).toSorted()).toEqual(Object.keys(usual).toSorted());
  const empty = (stacks: Stacks) =>
    Object.keys(stacks).filter((stack) => Object.keys(stacks[stack] ?? {}).length === 0);
  expect([empty(usual), empty(other)]).toEqual([['sip2'], ['firewall']]);
});

test('finding W3: with another table in use, functions, grants, readers of the stream and alarms follow it', () => {
  const own = texts({ core: usual.core ?? {} }).filter((one) => one.includes('AWS::DynamoDB::GlobalTable'));
  expect(texts({ core: other.core ?? {} }).filter((one) => one.includes('AWS::DynamoDB::GlobalTable'))).toEqual(own);
  for (const [stack, resources] of Object.entries(other)) {
    for (const [id, { Type, Properties = {} }] of Object.entries(resources)) {
      const all = text(Properties);
      // The first table is named by nothing but itself.
      if (Type !== 'AWS::DynamoDB::GlobalTable')
        expect([stack, id, /"OutputName":"(?!\w*Practice)[^"]*Table|Ref":"Table/.test(all)]).toEqual([
          stack,
          id,
          false,
        ]);
      const { Variables: variables = {} } = (Properties.Environment ?? {}) as { Variables?: Record<string, unknown> };
      if ('TABLE_NAME' in variables) expect([id, variables.TABLE_NAME]).toEqual([id, 'Concord-2026-03-02']);
    }
  }
  const readers = Object.values(other)
    .flatMap((resources) => Object.values(resources))
    .filter(
      ({ Type, Properties }) => Type === 'AWS::Lambda::EventSourceMapping' && 'StartingPosition' in (Properties ?? {}),
    );
  expect(readers.map(({ Properties }) => Properties?.EventSourceArn)).toEqual([changed.table, changed.table]);
  const policies = texts(other).filter((one) => one.includes('AWS::IAM::Policy') && one.includes('dynamodb:'));
  expect(policies.length).toBeGreaterThan(50);
  for (const one of policies) expect(one).toContain(TABLE);
});
