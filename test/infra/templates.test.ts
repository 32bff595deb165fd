import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp } from '../../infra/build-app.ts';
import { readConfig } from '../../infra/config.ts';
import { localDifferences, type Target } from '../../infra/local-differences.ts';

type Resource = { Type: string; Properties?: Record<string, unknown> };
type Stacks = Record<string, Record<string, Resource>>;

const synthesise = (target: Target): Stacks => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [], '@aws-cdk/core:defaultCrossStackReferences': 'strong' } });
  buildApp(app, readConfig('no-such-file'), target);
  return Object.fromEntries(
    app.node.children.flatMap((stack) => ('templateFile' in stack ? [[stack.node.id, Template.fromStack(stack as never).toJSON().Resources as Record<string, Resource>]] : [])),
  );
};

let aws: Stacks;
let local: Stacks;
beforeAll(() => {
  aws = synthesise('aws');
  local = synthesise('local');
});

const all = (stacks: Stacks): Resource[] => Object.values(stacks).flatMap((resources) => Object.values(resources));
const ofType = (stacks: Stacks, type: string): Resource[] => all(stacks).filter((resource) => resource.Type === type);

const explained = (type: string, property: string): boolean =>
  localDifferences.some((known) => known.type === type && known.what !== 'absent' && known.what.properties.includes(property));
const absentOnPurpose = (type: string): boolean => localDifferences.some((known) => known.type === type && known.what === 'absent');

/** Removal policies differ by nature: on AWS data is kept. They are not properties. */
const plain = (value: unknown): string => JSON.stringify(value);

test('the template that goes to AWS is the one that runs here, but for the listed differences', () => {
  const found: string[] = [];
  for (const [stack, resources] of Object.entries(aws)) {
    for (const [id, resource] of Object.entries(resources)) {
      const here = local[stack]?.[id];
      if (!here) {
        if (!absentOnPurpose(resource.Type)) found.push(`${stack}/${id} (${resource.Type}) is missing locally`);
        continue;
      }
      const names = new Set([...Object.keys(resource.Properties ?? {}), ...Object.keys(here.Properties ?? {})]);
      for (const name of names) {
        if (plain(resource.Properties?.[name]) !== plain(here.Properties?.[name]) && !explained(resource.Type, name)) found.push(`${stack}/${id} (${resource.Type}) differs in ${name}`);
      }
    }
  }
  expect(found).toEqual([]);
});

test('no stack comes near the limit of 500 resources', () => {
  for (const [stack, resources] of Object.entries(aws)) expect([stack, Object.keys(resources).length < 400]).toEqual([stack, true]);
});

test('the table on AWS is kept, restorable, protected, encrypted, with all four indexes, its stream and its expiry', () => {
  const [table] = ofType(aws, 'AWS::DynamoDB::GlobalTable');
  expect(table?.Properties).toMatchObject({
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    SSESpecification: { SSEEnabled: true },
    Replicas: [{ DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }],
  });
  expect((table?.Properties?.GlobalSecondaryIndexes as unknown[]).length).toBe(4);
});

test('at most two consumers read the table’s stream', () => {
  const readers = ofType(aws, 'AWS::Lambda::EventSourceMapping').filter((mapping) => JSON.stringify(mapping.Properties).includes('Stream'));
  expect(readers.length).toBeLessThanOrEqual(2);
});

test('every function is on Node 24, logs to its context’s group, and is granted no wildcard action', () => {
  for (const lambda of ofType(aws, 'AWS::Lambda::Function').filter(({ Properties }) => String(Properties?.FunctionName ?? '').startsWith('Concord-'))) {
    expect(lambda.Properties).toMatchObject({ Runtime: 'nodejs24.x', LoggingConfig: expect.anything() });
  }
  const actions = ofType(aws, 'AWS::IAM::Policy').flatMap(({ Properties }) => (Properties?.PolicyDocument as { Statement: { Action: string | string[] }[] }).Statement.flatMap(({ Action }) => Action));
  expect(actions.filter((action) => action === '*' || action.endsWith(':*'))).toEqual([]);
});
