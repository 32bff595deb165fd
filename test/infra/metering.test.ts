import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp } from '../../infra/build-app.ts';
import { readConfig } from '../../infra/config.ts';

type Resource = { Type: string; Properties?: Record<string, unknown> };

const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
buildApp(app, readConfig('no-such-file'), 'aws');
const templates = app.node.children.flatMap((stack) =>
  'templateFile' in stack ? [[stack.node.id, Template.fromStack(stack as never)] as const] : [],
);
const resources = (type: string): [string, Resource][] =>
  templates.flatMap(([stack, template]) =>
    Object.entries(template.findResources(type) as Record<string, Resource>).map(
      ([id, resource]): [string, Resource] => [`${stack}/${id}`, resource],
    ),
  );

test('each log group is metered by one subscription, and metering’s own by none', () => {
  const groups = resources('AWS::Logs::LogGroup').map(([id]) => id);
  const subscribed = resources('AWS::Logs::SubscriptionFilter').map(([, { Properties }]) =>
    JSON.stringify(Properties?.LogGroupName),
  );
  const ofContexts = groups.filter((id) => !id.includes('MeteringLogs'));
  expect(groups.length - ofContexts.length).toBe(1);
  expect(subscribed.length).toBe(ofContexts.length);
  expect(new Set(subscribed).size).toBe(subscribed.length);
  expect(subscribed.filter((name) => name.includes('MeteringLogs'))).toEqual([]);
});

test('metering logs to a group of its own', () => {
  const [metering] = resources('AWS::Lambda::Function').filter(
    ([, { Properties }]) => Properties?.FunctionName === 'Concord-finance-meter-usage',
  );
  expect(JSON.stringify(metering?.[1].Properties?.LoggingConfig)).toContain('MeteringLogs');
  expect(metering?.[1].Properties).toMatchObject({ DeadLetterConfig: { TargetArn: expect.anything() } });
});

test('finance knows what stands idle: nodes, alarms and keys as they are in the templates', () => {
  const [reader] = resources('AWS::Lambda::Function').filter(
    ([, { Properties }]) => Properties?.FunctionName === 'Concord-finance-get-month',
  );
  const environment = reader?.[1].Properties?.Environment as { Variables: Record<string, string> } | undefined;
  expect(JSON.parse(environment?.Variables.STANDING ?? '{}')).toEqual({
    search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
    alarms: resources('AWS::CloudWatch::Alarm').length,
    kmsKeys: resources('AWS::KMS::Key').length,
    logRetentionDays: 90,
  });
});
