import { decide, type Statement } from '../builders/policy-evaluator.ts';
import { account, type ResolvedResource, region, resolvedResources } from '../builders/resolved-templates.ts';
import { evaluatedTypes, requiredCalls, statementsFor } from '../builders/service-calls.ts';
import { wholeTemplates } from '../builders/templates.ts';

// The emulator enforces no resource policy: only the template can prove that the services get through.
const resources = resolvedResources(wholeTemplates('aws', { alarmEmail: 'on.call@example.org' }));
const calls = requiredCalls(resources);
const of = (type: string): ResolvedResource[] => resources.filter((one) => one.type === type);
const by = (service: string): typeof calls =>
  calls.filter((call) => 'service' in call.by && call.by.service === `${service}.amazonaws.com`);
const refused = (required: typeof calls): unknown[] =>
  required
    .map((call) => ({
      why: call.why,
      ...call.by,
      resource: call.resource,
      is: decide(call, statementsFor(resources, call)),
    }))
    .filter(({ is }) => is !== 'allowed');

test('finding W2: CloudWatch may publish every alarm, and its end, to the topic that sends e-mail', () => {
  expect(by('cloudwatch').length).toBe(2 * of('AWS::CloudWatch::Alarm').length);
  expect(by('cloudwatch').length).toBeGreaterThan(50);
  expect(refused(by('cloudwatch'))).toEqual([]);
});

test('finding W2: a topic whose only statement denies plain HTTP refuses CloudWatch', () => {
  const onlyDenies = resources.map((one) => {
    const { Statement: statements } = (one.properties.PolicyDocument ?? {}) as { Statement?: Statement[] };
    if (one.type !== 'AWS::SNS::TopicPolicy' || !statements) return one;
    const PolicyDocument = { Statement: statements.filter(({ Effect }) => Effect === 'Deny') };
    return { ...one, properties: { ...one.properties, PolicyDocument } };
  });
  const [alarm] = by('cloudwatch');
  expect(alarm && decide(alarm, statementsFor(onlyDenies, alarm))).toBe('not-allowed');
  const withoutPolicy = resources.filter(({ type }) => type !== 'AWS::SNS::TopicPolicy');
  expect(alarm && decide(alarm, statementsFor(withoutPolicy, alarm))).toBe('allowed');
});

test('finding W2: the topic takes alarms of this deployment and account only, and over TLS only', () => {
  const [alarm] = by('cloudwatch');
  if (!alarm) throw new Error('There is no alarm.');
  const decisionWith = (context: Record<string, string>): string => {
    const call = { ...alarm, context: { ...alarm.context, ...context } };
    return decide(call, statementsFor(resources, call));
  };
  expect(decisionWith({ 'aws:SecureTransport': 'false' })).toBe('denied');
  expect(decisionWith({ 'aws:SourceAccount': '999999999999' })).toBe('not-allowed');
  expect(decisionWith({ 'aws:SourceArn': `arn:aws:cloudwatch:${region}:${account}:alarm:Other-errors` })).toBe(
    'not-allowed',
  );
});

test('finding W2: the gateways may call the function of every route and the authorizer', () => {
  expect(by('apigateway').length).toBe(
    of('AWS::ApiGatewayV2::Route').length + of('AWS::ApiGatewayV2::Authorizer').length,
  );
  expect(refused(by('apigateway'))).toEqual([]);
});

test('finding W2: a gateway may call a function for its own routes only', () => {
  const route = calls.find(({ why }) => why === 'POST /v1/membership/staff');
  if (!route) throw new Error('The route is missing.');
  const context = { ...route.context, 'aws:SourceArn': `arn:aws:execute-api:${region}:${account}:other/$default/GET/` };
  expect(decide({ ...route, context }, statementsFor(resources, route))).toBe('not-allowed');
});

test('finding W2: EventBridge may start what every rule names', () => {
  const rules = of('AWS::Events::Rule');
  expect(new Set(by('events').map(({ why }) => why)).size).toBe(rules.length);
  expect(refused(by('events'))).toEqual([]);
});

test('finding W2: the bucket of every rule on files sends its events to EventBridge', () => {
  const buckets = of('AWS::Events::Rule').flatMap(({ properties }) => {
    const pattern = properties.EventPattern as
      | { source?: string[]; detail?: { bucket: { name: string[] } } }
      | undefined;
    return pattern?.source?.includes('aws.s3') ? (pattern.detail?.bucket.name ?? []) : [];
  });
  const sending = of('Custom::S3BucketNotifications')
    .filter(({ properties }) =>
      JSON.stringify(properties.NotificationConfiguration).includes('"EventBridgeConfiguration"'),
    )
    .map(({ properties }) => properties.BucketName);
  expect(buckets.length).toBeGreaterThan(1);
  expect(buckets.filter((bucket) => !sending.includes(bucket))).toEqual([]);
});

test('finding W2: CloudFront may read the files of the site, and no other distribution may', () => {
  const [read] = by('cloudfront');
  expect(by('cloudfront').length).toBe(1);
  expect(refused(by('cloudfront'))).toEqual([]);
  if (!read) throw new Error('The site has no files.');
  const context = { ...read.context, 'aws:SourceArn': `arn:aws:cloudfront::${account}:distribution/other` };
  expect(decide({ ...read, context }, statementsFor(resources, read))).toBe('not-allowed');
});

test('finding W2: log groups may call metering', () => {
  expect(by('logs').length).toBe(of('AWS::Logs::SubscriptionFilter').length);
  expect(refused(by('logs'))).toEqual([]);
});

test('finding W2: functions, workflows and rules may assume their roles, which may do what the wiring requires', () => {
  const assuming = calls.filter(({ action }) => action === 'sts:AssumeRole');
  expect(assuming.length).toBeGreaterThanOrEqual(
    of('AWS::Lambda::Function').length + of('AWS::StepFunctions::StateMachine').length,
  );
  const wired = calls.filter((call) => 'role' in call.by);
  for (const action of ['sqs:ReceiveMessage', 'dynamodb:GetRecords', 'sqs:SendMessage', 'lambda:InvokeFunction'])
    expect([action, wired.some((call) => call.action === action)]).toEqual([action, true]);
  expect(refused([...assuming, ...wired])).toEqual([]);
});

test('finding W2: every type of resource with a policy is evaluated', () => {
  const types = new Set(resources.map(({ type }) => type).filter((type) => /Polic(y|ies)$|Permission$/.test(type)));
  // CloudFront's headers and times in its cache are no permissions.
  for (const setting of ['ResponseHeadersPolicy', 'CachePolicy']) types.delete(`AWS::CloudFront::${setting}`);
  expect([...types].filter((type) => !evaluatedTypes.includes(type))).toEqual([]);
});
