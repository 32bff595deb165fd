import { settingsSchema } from '../../gateways/sip2/settings.ts';
import type { Config } from '../../infra/config.ts';
import { type Resource, synthesised } from '../builders/templates.ts';

const gateway: NonNullable<Config['sip2Gateway']> = {
  image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/concord-sip2:1',
  allow: ['198.51.100.0/24', '203.0.113.7/32'],
  certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/2',
  ...{ timeZone: 'America/New_York', currency: 'USD', port: 6001 },
  ...{ defaults: { language: 'es' }, clients: { mch_sorter: { timeZone: 'America/Denver', requests: ['09'] } } },
};
const stacks = synthesised('aws', { sip2Gateway: gateway });
const ofType = (type: string): Resource[] => Object.values(stacks.sip2 ?? {}).filter((one) => one.Type === type);
const only = (type: string): Record<string, unknown> => {
  const found = ofType(type);
  expect(found).toHaveLength(1);
  return found[0]?.Properties ?? {};
};

test('there is no gateway for SIP2 unless the settings name one', () => {
  expect(synthesised('aws').sip2).toEqual({});
  expect(synthesised('local', { sip2Gateway: gateway }).sip2).toBeUndefined();
});

test('only the addresses of libraries reach the load balancer, and only the load balancer the container', () => {
  const groups = ofType('AWS::EC2::SecurityGroup');
  const open = groups.flatMap(({ Properties }) => (Properties?.SecurityGroupIngress ?? []) as { CidrIp?: string }[]);
  expect(open.map(({ CidrIp }) => CidrIp).toSorted()).toEqual(['198.51.100.0/24', '203.0.113.7/32']);
  const between = ofType('AWS::EC2::SecurityGroupIngress').map(({ Properties }) => Properties);
  expect(between.map((one) => [one?.FromPort, 'CidrIp' in (one ?? {})])).toEqual(
    expect.arrayContaining([
      [6001, false],
      [2049, false],
    ]),
  );
  expect(between.every((one) => !('CidrIp' in (one ?? {})))).toBe(true);
});

test('the load balancer ends TLS with the certificate of the settings', () => {
  expect(only('AWS::ElasticLoadBalancingV2::Listener')).toMatchObject({
    ...{ Port: 6001, Protocol: 'TLS' },
    Certificates: [{ CertificateArn: gateway.certificateArn }],
  });
});

test('the container is small, writes to its journal only, and has settings that the program accepts and no secret', () => {
  const task = only('AWS::ECS::TaskDefinition') as {
    Cpu: string;
    Memory: string;
    ContainerDefinitions: { Environment: { Value: unknown }[]; Secrets?: unknown; ReadonlyRootFilesystem: boolean }[];
  };
  expect([task.Cpu, task.Memory]).toEqual(['256', '512']);
  const [container] = task.ContainerDefinitions;
  expect(container).toMatchObject({ ReadonlyRootFilesystem: true, User: '1000:1000' });
  expect(container?.Secrets).toBeUndefined();
  const text = JSON.stringify(container?.Environment[0]?.Value);
  const { 'Fn::Join': joined } = JSON.parse(text) as { 'Fn::Join': [string, unknown[]] };
  const settings = joined[1].map((part) => (typeof part === 'string' ? part : 'example.org')).join('');
  expect(settingsSchema.safeParse(JSON.parse(settings))).toMatchObject({
    ...{ success: true, data: { defaults: gateway.defaults, clients: gateway.clients } },
  });
});

test('one container runs at a time, also during a deployment: two would write the same journal', () => {
  expect(only('AWS::ECS::Service')).toMatchObject({
    DesiredCount: 1,
    DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 },
  });
});

test('no NAT gateway is paid, and the journal is encrypted and outlives the stack', () => {
  expect(ofType('AWS::EC2::NatGateway')).toEqual([]);
  expect(only('AWS::EFS::FileSystem')).toMatchObject({ Encrypted: true });
  expect(ofType('AWS::EFS::FileSystem')[0]?.DeletionPolicy).toMatch(/^Retain/);
});

test('finance knows of the gateway: its hours are stand-by costs', () => {
  expect(JSON.stringify(stacks)).toContain(String.raw`\"sip2Gateways\":1`);
  expect(JSON.stringify(synthesised('aws'))).not.toContain('sip2Gateways');
});

test('an alarm is raised when Concord refuses what a device did off line, and when such transactions wait for an hour', () => {
  const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties ?? {});
  expect(alarms.map(({ AlarmName, EvaluationPeriods }) => [AlarmName, EvaluationPeriods])).toEqual([
    ['Concord-sip2-refused', 1],
    ['Concord-sip2-waiting', 12],
  ]);
  const patterns = ofType('AWS::Logs::MetricFilter').map(({ Properties }) => Properties?.FilterPattern);
  expect(patterns).toEqual(['{ ($.what = "refused") || ($.what = "journal-unreadable") }', '{ $.what = "waiting" }']);
});
