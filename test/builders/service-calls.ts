import type { Call, Statement } from './policy-evaluator.ts';
import { account, functionArn, type Properties, type ResolvedResource, region } from './resolved-templates.ts';

/** A call that the templates require: who makes it, and why. */
export type RequiredCall = Call & { why: string };

type Document = { Statement: Statement[] };

const statementsOf = (document: unknown): Statement[] => (document as Document).Statement;

/** The policy of a topic without one of its own: the account may do everything, and its services with it. */
const defaultTopicPolicy: Statement = {
  ...{ Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sns:*' },
  Condition: { StringEquals: { 'aws:SourceOwner': account } },
};

/** A permission of a function, as Lambda writes it into the function's policy. */
const permissionStatement = ({ Action, Principal, SourceArn, SourceAccount }: Properties): Statement => ({
  Effect: 'Allow',
  Principal: { Service: String(Principal) },
  Action: String(Action),
  Condition: {
    ...(SourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': String(SourceArn) } }),
    ...(SourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': String(SourceAccount) } }),
  },
});

const queueArn = (url: unknown): string => `arn:aws:sqs:${region}:${account}:${String(url).split('/').at(-1)}`;

/** The resources that a policy of a type governs, by ARN. */
const governed: Record<string, (properties: Properties) => { arns: string[]; statements: Statement[] }> = {
  'AWS::SQS::QueuePolicy': ({ Queues, PolicyDocument }) => ({
    arns: (Queues as string[]).map(queueArn),
    statements: statementsOf(PolicyDocument),
  }),
  'AWS::SNS::TopicPolicy': ({ Topics, PolicyDocument }) => ({
    arns: Topics as string[],
    statements: statementsOf(PolicyDocument),
  }),
  'AWS::S3::BucketPolicy': ({ Bucket, PolicyDocument }) => ({
    arns: [`arn:aws:s3:::${Bucket}`],
    statements: statementsOf(PolicyDocument),
  }),
  'AWS::Lambda::Permission': (properties) => ({
    arns: [functionArn(properties.FunctionName)],
    statements: [permissionStatement(properties)],
  }),
};

/** The types of resource that carry a policy which the calls below are decided by. */
export const evaluatedTypes = [...Object.keys(governed), 'AWS::IAM::Role', 'AWS::IAM::Policy'];

/** Returns the statements that decide a call: those of the resource's policy, and for a role those of the role. */
export const statementsFor = (resources: readonly ResolvedResource[], { by, resource, action }: Call): Statement[] => {
  const called = resource.replace(/^(arn:aws:s3:::[^/]+)\/.*$/, '$1');
  const own = resources.flatMap(({ type, arn, properties }) => {
    if (type === 'AWS::IAM::Role' && action === 'sts:AssumeRole' && arn === called)
      return statementsOf(properties.AssumeRolePolicyDocument);
    const policy = governed[type]?.(properties);
    return policy?.arns.includes(called) ? policy.statements : [];
  });
  const topic = resources.some(({ type, arn }) => type === 'AWS::SNS::Topic' && arn === called);
  if (topic && own.length === 0) return [defaultTopicPolicy];
  if ('service' in by) return own;
  const role = by.role.split('/').at(-1) ?? '';
  const granted = resources.filter(
    ({ type, properties }) => type === 'AWS::IAM::Policy' && (properties.Roles as string[]).includes(role),
  );
  return [...own, ...granted.flatMap(({ properties }) => statementsOf(properties.PolicyDocument))];
};

const overTls = { 'aws:SecureTransport': 'true' };

const from = (sourceArn: string): Record<string, string> => ({
  ...overTls,
  'aws:SourceArn': sourceArn,
  'aws:SourceAccount': account,
  'aws:SourceOwner': account,
});

const invoke = (service: string, resource: string, sourceArn: string, why: string): RequiredCall => ({
  ...{ by: { service }, action: 'lambda:InvokeFunction', resource, context: from(sourceArn), why },
});

const assume = (service: string, role: unknown, context: Call['context'], why: string): RequiredCall => ({
  ...{ by: { service }, action: 'sts:AssumeRole', resource: String(role), context, why },
});

const asRole = (role: unknown, action: string, resource: unknown, why: string): RequiredCall => ({
  ...{ by: { role: String(role) }, action, resource: String(resource), context: overTls, why },
});

const reading: Record<string, string[]> = {
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  dynamodb: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'],
};

/** The functions that a workflow calls, as its definition names them. */
const tasksOf = (definition: string): string[] => [
  ...new Set([...definition.matchAll(/arn:aws:lambda:[^"\\]+/g)].map(([arn]) => arn)),
];

type Lookup = { resources: readonly ResolvedResource[]; roleOf: (functionName: unknown) => unknown };
type Rule = { Arn: string; RoleArn?: string; DeadLetterConfig?: { Arn: string } };

const byRule = (rule: ResolvedResource): RequiredCall[] =>
  (rule.properties.Targets as Rule[]).flatMap(({ Arn, RoleArn, DeadLetterConfig }) => {
    const service = 'events.amazonaws.com';
    const send = (resource: string): RequiredCall => ({
      ...{ by: { service }, action: 'sqs:SendMessage', resource, context: from(rule.arn), why: rule.id },
    });
    const dead = DeadLetterConfig ? [send(DeadLetterConfig.Arn)] : [];
    if (Arn.startsWith('arn:aws:lambda:')) return [invoke(service, Arn, rule.arn, rule.id), ...dead];
    if (Arn.startsWith('arn:aws:sqs:')) return [send(Arn), ...dead];
    return [
      assume(service, RoleArn, from(rule.arn), rule.id),
      asRole(RoleArn, 'states:StartExecution', Arn, rule.id),
      ...dead,
    ];
  });

const integrationOf = ({ resources }: Lookup, stack: string, target: unknown): string => {
  const id = String(target).replace(/^integrations\//, '');
  const integration = resources.find((one) => one.stack === stack && one.name === id);
  return functionArn(integration?.properties.IntegrationUri);
};

const gateway = (api: unknown, rest: string): string => `arn:aws:execute-api:${region}:${account}:${api}/${rest}`;

/** The calls that a resource requires, by its type. */
const calls: Record<string, (resource: ResolvedResource, lookup: Lookup) => RequiredCall[]> = {
  'AWS::CloudWatch::Alarm': ({ arn, id, properties }) =>
    ['AlarmActions', 'OKActions'].flatMap((kind) =>
      ((properties[kind] ?? []) as string[]).map((resource) => ({
        ...{ by: { service: 'cloudwatch.amazonaws.com' }, action: 'sns:Publish', resource },
        ...{ context: from(arn), why: `${id} ${kind}` },
      })),
    ),
  'AWS::Events::Rule': byRule,
  'AWS::ApiGatewayV2::Route': ({ stack, properties: { ApiId, RouteKey, Target } }, lookup) => {
    const [method, path] = String(RouteKey).split(' ');
    const source = gateway(ApiId, `$default/${method}${path}`);
    return [invoke('apigateway.amazonaws.com', integrationOf(lookup, stack, Target), source, String(RouteKey))];
  },
  'AWS::ApiGatewayV2::Authorizer': ({ id, name, properties: { ApiId, AuthorizerUri } }) => {
    const [, called = ''] = /functions\/(.+)\/invocations$/.exec(String(AuthorizerUri)) ?? [];
    return [invoke('apigateway.amazonaws.com', called, gateway(ApiId, `authorizers/${name}`), id)];
  },
  'AWS::Logs::SubscriptionFilter': ({ id, properties: { LogGroupName, DestinationArn } }) => {
    const group = `arn:aws:logs:${region}:${account}:log-group:${LogGroupName}:*`;
    return [invoke('logs.amazonaws.com', String(DestinationArn), group, id)];
  },
  'AWS::CloudFront::Distribution': ({ id, name, properties }, { resources }) => {
    const { Origins } = properties.DistributionConfig as {
      Origins: { DomainName: string; S3OriginConfig?: unknown }[];
    };
    return Origins.filter(({ S3OriginConfig }) => S3OriginConfig).map(({ DomainName }) => {
      const bucket = resources.find(({ type, name: own }) => type === 'AWS::S3::Bucket' && DomainName.startsWith(own));
      const context = from(`arn:aws:cloudfront::${account}:distribution/${name}`);
      const resource = `${bucket?.arn}/index.html`;
      return { by: { service: 'cloudfront.amazonaws.com' }, action: 's3:GetObject', resource, context, why: id };
    });
  },
  'AWS::Cognito::UserPool': ({ id, arn, properties: { LambdaConfig = {} } }) =>
    Object.values(LambdaConfig as Record<string, unknown>)
      .filter((trigger) => typeof trigger === 'string')
      .map((trigger) => invoke('cognito-idp.amazonaws.com', trigger, arn, id)),
  'AWS::Lambda::Function': ({ id, properties: { Role, DeadLetterConfig } }) => {
    const failed = (DeadLetterConfig as { TargetArn?: string } | undefined)?.TargetArn;
    const dead = failed === undefined ? [] : [asRole(Role, 'sqs:SendMessage', failed, id)];
    return [assume('lambda.amazonaws.com', Role, overTls, id), ...dead];
  },
  'AWS::Lambda::EventSourceMapping': ({ id, properties }, { roleOf }) => {
    const { EventSourceArn: source, FunctionName, DestinationConfig } = properties;
    const role = roleOf(FunctionName);
    const failed = (DestinationConfig as { OnFailure: { Destination: string } } | undefined)?.OnFailure.Destination;
    const kind = String(source).startsWith('arn:aws:sqs:') ? 'sqs' : 'dynamodb';
    const reads = (reading[kind] ?? []).map((action) => asRole(role, action, source, id));
    return [...reads, ...(failed === undefined ? [] : [asRole(role, 'sqs:SendMessage', failed, id)])];
  },
  'AWS::StepFunctions::StateMachine': ({ id, arn, properties: { RoleArn, DefinitionString } }) => [
    assume('states.amazonaws.com', RoleArn, from(arn), id),
    ...tasksOf(String(DefinitionString)).map((task) => asRole(RoleArn, 'lambda:InvokeFunction', task, id)),
  ],
};

/** Returns every call between services that the templates require. */
export const requiredCalls = (resources: readonly ResolvedResource[]): RequiredCall[] => {
  const roles = new Map(
    resources
      .filter(({ type }) => type === 'AWS::Lambda::Function')
      .map(({ arn, properties }) => [arn, properties.Role] as const),
  );
  // An alias and a version run with the role of their function.
  const roleOf = (named: unknown): unknown => roles.get(functionArn(named).split(':').slice(0, 7).join(':'));
  return resources.flatMap((resource) => calls[resource.type]?.(resource, { resources, roleOf }) ?? []);
};
