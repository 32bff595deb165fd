import { measureIdleCost } from '../../bench/idle-cost.ts';
import { scheduleCosts } from '../../functions/finance/domain/estimate/schedule-costs.ts';
import { bookInForce, priceBooks } from '../../functions/finance/domain/pricing/books.ts';
import { idleCostsOfReadings } from '../../functions/finance/domain/usage-report/idle-readings.ts';
import { monthReport } from '../../functions/finance/domain/usage-report/month-report.ts';
import { reported } from '../../functions/finance/domain/usage-report/synthetic-month.ts';
import { decimalText } from '../../layers/kernel/money/exact.ts';
import { deployedResourcesSchema } from '../../layers/kernel/usage/deployed-resources.ts';
import { synthesised } from '../builders/templates.ts';

type Resource = { Type: string; Properties?: Record<string, unknown> };

const resources = (type: string): [string, Resource][] =>
  Object.entries(synthesised('aws')).flatMap(([stack, all]) =>
    Object.entries(all)
      .filter(([, resource]) => resource.Type === type)
      .map(([id, resource]): [string, Resource] => [`Concord-${stack}/${id}`, resource]),
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

test('metering logs to a group of its own, and logs only failures there', () => {
  const [metering] = resources('AWS::Lambda::Function').filter(
    ([, { Properties }]) => Properties?.FunctionName === 'Concord-finance-meter-usage',
  );
  expect(JSON.stringify(metering?.[1].Properties?.LoggingConfig)).toContain('MeteringLogs');
  expect(metering?.[1].Properties?.LoggingConfig).toMatchObject({ LogFormat: 'JSON', SystemLogLevel: 'WARN' });
  expect(metering?.[1].Properties).toMatchObject({ DeadLetterConfig: { TargetArn: expect.anything() } });
});

test('a platform bill is imported on the arrival of its file, and by nothing else', () => {
  const rules = resources('AWS::Events::Rule').filter(([, { Properties }]) =>
    JSON.stringify(Properties?.Targets).includes('financereadbill'),
  );
  expect(rules.map(([, { Properties }]) => Properties?.EventPattern)).toMatchObject([
    { source: ['aws.s3'], 'detail-type': ['Object Created'], detail: { object: { key: [{ prefix: 'bills/' }] } } },
  ]);
});

const rulesOf = ([, { Properties }]: [string, Resource]): number =>
  Array.isArray(Properties?.Rules) ? Properties.Rules.length : 0;

const deployed = (): unknown => {
  const [reader] = resources('AWS::Lambda::Function').filter(
    ([, { Properties }]) => Properties?.FunctionName === 'Concord-finance-read',
  );
  const environment = reader?.[1].Properties?.Environment as { Variables: Record<string, string> } | undefined;
  return JSON.parse(environment?.Variables.DEPLOYED_RESOURCES ?? '{}');
};

test('the idle lines of a month’s report sum, with the scheduled work that it meters, to the idle cost that the command prints', () => {
  const book = bookInForce(priceBooks, 'us-east-1', '2026-11-30');
  if (!book) throw new Error('No book');
  const nothing = { tableBytes: 0, objectBytes: 0, logBytes: 0 };
  const found = deployedResourcesSchema.parse(deployed());
  const reading = { ...found, ...nothing, day: '2026-11-01' };
  const report = monthReport({
    ...{ month: '2026-11', sums: [], book, allowances: [], unitCosts: [], provisionalUntil: '2026-12-10' },
    idle: [...idleCostsOfReadings('2026-11', [reading], '2026-11-30'), ...scheduleCosts('2026-11', found)],
    attributionPolicy: 'attribution/default',
    key: { name: 'equal', version: 'default', weights: new Map([['riverton', 1]]) },
  });
  expect(decimalText(BigInt(reported(report).roundedTotal), 2)).toBe(measureIdleCost('2026-11', 'small').total);
});

/** Returns the runs on a day of the rules of all templates that have a schedule, and the memory of the functions that they start. */
const scheduled = () => {
  const functions = new Map(
    resources('AWS::Lambda::Function').map(([id, { Properties }]) => [id.split('/')[1], Properties]),
  );
  const runs = resources('AWS::Events::Rule').flatMap(([, { Properties }]) => {
    const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(String(Properties?.ScheduleExpression)) ?? [];
    if (count === undefined) return [];
    const minutes = Number(count) * { minute: 1, hour: 60, day: 24 * 60 }[unit as 'minute' | 'hour' | 'day'];
    const [target] = (Properties?.Targets ?? []) as { Arn: { 'Fn::GetAtt': [string, string] } }[];
    return [
      { runs: (24 * 60) / minutes, memory: Number(functions.get(target?.Arn['Fn::GetAtt'][0] ?? '')?.MemorySize) },
    ];
  });
  return {
    runsADay: runs.reduce((sum, one) => sum + one.runs, 0),
    megabytesADay: runs.reduce((sum, one) => sum + one.runs * one.memory, 0),
  };
};

test('finance knows the idle resources: nodes, alarms, dashboards, keys, firewall, secrets and schedules as in the templates', () => {
  const acls = resources('AWS::WAFv2::WebACL');
  expect(deployed()).toEqual({
    search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
    alarms: resources('AWS::CloudWatch::Alarm').length,
    dashboards: resources('AWS::CloudWatch::Dashboard').length,
    kmsKeys: resources('AWS::KMS::Key').length,
    firewall: { acls: acls.length, rules: acls.map(rulesOf).reduce((sum, rules) => sum + rules, 0) },
    secrets: resources('AWS::SecretsManager::Secret').length,
    // A stream has a position from which it is read, a queue has none.
    polledQueues: resources('AWS::Lambda::EventSourceMapping').filter(
      ([, { Properties }]) => Properties?.StartingPosition === undefined,
    ).length,
    schedules: scheduled(),
    logRetentionDays: 90,
  });
});
