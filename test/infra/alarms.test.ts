import { existsSync } from 'node:fs';
import { groups } from '../../functions/function-groups.ts';
import { apiContexts, contexts } from '../../functions/load-contracts.ts';
import { ofType, synthesised } from '../builders/templates.ts';

const withEmail = synthesised('aws', { alarmEmail: 'on.call@example.org' });
const silent = synthesised('aws');
const alarms = ofType(withEmail, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties ?? {});
const names = alarms.map(({ AlarmName: name }) => String(name));

test.each(apiContexts)('%s has an alarm for errors, for unanswered calls and for slow answers', (context) => {
  for (const kind of ['errors', 'unanswered', 'slow']) expect(names).toContain(`Concord-${context}-${kind}`);
});

test('the readers of the stream, dead-letter queues, workflows and shared resources have alarms', () => {
  expect(names.filter((name) => !/-(errors|unanswered|slow)$/.test(name)).toSorted()).toEqual(
    [
      ...['catalogue-behind', 'outbox-behind'],
      ...['catalogue', 'finance', 'onboarding', 'resource-sharing'].flatMap((context) => [
        `${context}-workflow`,
        `${context}-workflowlate`,
      ]),
      ...['changeslost', 'indexretrydead', 'indexworkdead'].map((queue) => `catalogue-deadletters-${queue}`),
      'analytics-deadletters-decisionsdead',
      ...['holdworkdead', 'pastloansdead'].map((queue) => `circulation-deadletters-${queue}`),
      ...['changeslost', 'relaypoison'].map((queue) => `outbox-deadletters-${queue}`),
      ...['finance-deadletters-failedbatches', 'search-full', 'search-red', 'sign-in'],
      ...[
        'notices-deadletters-noticesdead',
        'notices-deadletters-textrepliesdead',
        'resource-sharing-deadletters-loaneventsdead',
      ],
      ...['resource-sharing-deadletters-partnermessagesdead', 'table-reads-throttled', 'table-writes-throttled'],
      ...['functions-near-quota', 'functions-throttled', 'webhooks-deadletters-webhooksendsdead'],
    ]
      .map((name) => `Concord-${name}`)
      .toSorted(),
  );
});

test('an alarm describes what is lost and names an existing runbook', () => {
  for (const { AlarmName: name, AlarmDescription: text } of alarms) {
    const page = /What to do: (docs\/runbooks\/[a-z-]+\.md)$/.exec(String(text))?.[1];
    expect([name, page && existsSync(page), String(text).length > 60]).toEqual([name, true, true]);
  }
});

test('alarms are sent to the configured address, and to no one without one', () => {
  expect(ofType(withEmail, 'AWS::SNS::Subscription').map(({ Properties }) => Properties)).toEqual([
    expect.objectContaining({ Protocol: 'email', Endpoint: 'on.call@example.org' }),
  ]);
  for (const { AlarmActions: actions, OKActions: ended } of alarms)
    expect([actions, ended]).toEqual([[expect.anything()], [expect.anything()]]);
  expect(ofType(silent, 'AWS::SNS::Topic')).toEqual([]);
  expect(ofType(silent, 'AWS::CloudWatch::Alarm').length).toBe(alarms.length);
});

test('there is a set of alarms for a context, not for a function: each costs', () => {
  // Three for each context, and at most 28 for queues, workflows and shared resources.
  expect(alarms.length).toBeLessThanOrEqual(3 * contexts.length + 28);
});

test('finding W5: throttles of the account’s functions raise an alarm, and so do four fifths of its quota', () => {
  const of = (stacks: typeof withEmail, name: string) =>
    ofType(stacks, 'AWS::CloudWatch::Alarm').find(({ Properties }) => Properties?.AlarmName === `Concord-${name}`)
      ?.Properties;
  const account = { Namespace: 'AWS/Lambda', Dimensions: undefined, TreatMissingData: 'notBreaching' };
  const throttled = { MetricName: 'Throttles', Statistic: 'Sum', Threshold: 1 };
  expect({ Dimensions: undefined, ...of(withEmail, 'functions-throttled') }).toMatchObject({
    ...account,
    ...throttled,
  });
  const near = { MetricName: 'ConcurrentExecutions', Statistic: 'Maximum' };
  const nearQuota = (stacks: typeof withEmail) => ({ Dimensions: undefined, ...of(stacks, 'functions-near-quota') });
  expect(nearQuota(withEmail)).toMatchObject({ ...account, ...near, Threshold: 800 });
  expect(nearQuota(synthesised('aws', { concurrency: 50 }))).toMatchObject({ ...near, Threshold: 40 });
});

test('errors, refusals and latency by operation are saved queries over the logs of every context with operations', () => {
  const queries = ofType(silent, 'AWS::Logs::QueryDefinition').map(({ Properties }) => Properties ?? {});
  expect(queries.map(({ Name }) => Name).toSorted()).toEqual([
    'Concord/Errors by operation',
    'Concord/Latency by operation',
    'Concord/Refusals by operation',
  ]);
  for (const { LogGroupNames: groups, QueryString: query } of queries) {
    expect(groups).toEqual(apiContexts.map((context) => `/concord/${context}`).toSorted());
    // The names of a logged usage line.
    expect(query).toMatch(/^filter t = "usage" and ispresent\(op\) \| /);
  }
});

test('with keepWarm each function that answers operations, and the authorizer, is called every five minutes', () => {
  const warm = synthesised('aws', { keepWarm: true });
  const rules = ofType(warm, 'AWS::Events::Rule').filter(({ Properties }) =>
    JSON.stringify(Properties).includes('warmUp'),
  );
  const targets = rules.map(({ Properties }) => Properties?.Targets as { Input: string; Arn: unknown }[]);
  expect(new Set(rules.map(({ Properties }) => Properties?.ScheduleExpression))).toEqual(new Set(['rate(5 minutes)']));
  expect(new Set(targets.flat().map(({ Input }) => Input))).toEqual(new Set(['{"warmUp":true}']));
  expect(new Set(targets.flat().map(({ Arn }) => JSON.stringify(Arn))).size).toBe(groups.length + 1);
  expect(Math.max(...targets.map(({ length }) => length))).toBeLessThanOrEqual(5);
  expect(ofType(silent, 'AWS::Events::Rule').some((rule) => JSON.stringify(rule).includes('warmUp'))).toBe(false);
});
