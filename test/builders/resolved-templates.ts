import type { Resource, WholeTemplate } from './templates.ts';

/** The account and region for which templates are resolved. */
export const account = '111122223333';
export const region = 'us-east-1';

/** The properties of a resolved resource. */
export type Properties = Record<string, unknown>;

/** A resource whose properties contain no CloudFormation function any more. */
export type ResolvedResource = {
  stack: string;
  id: string;
  type: string;
  name: string;
  arn: string;
  properties: Properties;
};

const pseudo: Record<string, string> = {
  'AWS::AccountId': account,
  'AWS::Region': region,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The property with the physical name of a resource, and its ARN by that name; other types have an opaque ARN. */
const shapes: Record<string, { named?: string; arn: (name: string) => string }> = {
  'AWS::CloudWatch::Alarm': {
    named: 'AlarmName',
    arn: (name) => `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`,
  },
  'AWS::Events::Rule': { named: 'Name', arn: (name) => `arn:aws:events:${region}:${account}:rule/${name}` },
  'AWS::IAM::Role': { named: 'RoleName', arn: (name) => `arn:aws:iam::${account}:role/${name}` },
  'AWS::Lambda::Function': {
    named: 'FunctionName',
    arn: (name) => `arn:aws:lambda:${region}:${account}:function:${name}`,
  },
  'AWS::Logs::LogGroup': {
    named: 'LogGroupName',
    arn: (name) => `arn:aws:logs:${region}:${account}:log-group:${name}:*`,
  },
  'AWS::S3::Bucket': { named: 'BucketName', arn: (name) => `arn:aws:s3:::${name}` },
  'AWS::SNS::Topic': { named: 'TopicName', arn: (name) => `arn:aws:sns:${region}:${account}:${name}` },
  'AWS::SQS::Queue': { named: 'QueueName', arn: (name) => `arn:aws:sqs:${region}:${account}:${name}` },
  'AWS::StepFunctions::StateMachine': {
    named: 'StateMachineName',
    arn: (name) => `arn:aws:states:${region}:${account}:stateMachine:${name}`,
  },
};

/** The types whose Ref is their ARN and not their name. */
const refIsArn = new Set(['AWS::SNS::Topic', 'AWS::StepFunctions::StateMachine']);

/** Resolves the functions of templates to the values that CloudFormation would give them; every id and name is the logical id. */
export const resolvedResources = (templates: Readonly<Record<string, WholeTemplate>>): ResolvedResource[] => {
  type Place = { stack: string; template: WholeTemplate };
  const places = Object.entries(templates).map(([stack, template]): Place => ({ stack, template }));

  const found = ({ stack, template }: Place, id: string): Resource => {
    const resource = template.Resources[id];
    if (!resource) throw new Error(`${stack} has no resource ${id}.`);
    return resource;
  };
  const nameOf = (place: Place, id: string): string => {
    const { Type, Properties: properties } = found(place, id);
    const given = properties?.[shapes[Type]?.named ?? ''];
    return given === undefined ? `${place.stack}-${id}` : String(resolve(place, given));
  };
  const arnOf = (place: Place, id: string): string => {
    const { Type, Properties: properties } = found(place, id);
    const name = nameOf(place, id);
    // A version and an alias are the function's ARN with a qualifier.
    if (Type === 'AWS::Lambda::Version') return `${resolve(place, properties?.FunctionName)}:1`;
    if (Type === 'AWS::Lambda::Alias')
      return `${functionArn(resolve(place, properties?.FunctionName))}:${properties?.Name}`;
    return shapes[Type]?.arn(name) ?? `arn:aws:any:${region}:${account}:${name}`;
  };
  const refTo = (place: Place, id: string): string => {
    if (id in pseudo) return pseudo[id] ?? '';
    const { Type } = found(place, id);
    if (Type === 'AWS::SQS::Queue') return `https://sqs.${region}.amazonaws.com/${account}/${nameOf(place, id)}`;
    return refIsArn.has(Type) || /^AWS::Lambda::(Version|Alias)$/.test(Type) ? arnOf(place, id) : nameOf(place, id);
  };
  const attribute = (place: Place, id: string, name: string): string => {
    if (/^(Arn|TopicArn)$/.test(name)) return arnOf(place, id);
    return name === 'QueueName' ? nameOf(place, id) : `${nameOf(place, id)}.${name}`;
  };
  const outputOf = (stack: string, name: string): unknown => {
    const place = places.find((one) => stack.endsWith(`-${one.stack}`));
    return place && resolve(place, place.template.Outputs?.[name]?.Value);
  };
  const functions: Record<string, (place: Place, value: never) => unknown> = {
    Ref: (place, id: string) => refTo(place, id),
    'Fn::GetAtt': (place, [id, name]: [string, string]) => attribute(place, id, name),
    'Fn::Join': (place, [by, parts]: [string, unknown[]]) => parts.map((part) => resolve(place, part)).join(by),
    'Fn::Select': (place, [index, list]: [number, unknown]) => (resolve(place, list) as unknown[])[Number(index)],
    'Fn::Split': (place, [by, text]: [string, unknown]) => String(resolve(place, text)).split(by),
    'Fn::Sub': (place, text: string) => text.replaceAll(/\$\{([^}]+)\}/g, (_, id: string) => refTo(place, id)),
    'Fn::GetStackOutput': (_, { StackName, OutputName }: { StackName: string; OutputName: string }) =>
      outputOf(StackName, OutputName),
  };
  const resolve = (place: Place, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((one) => resolve(place, one));
    if (typeof value !== 'object' || value === null) return value;
    const [[name, argument] = ['', undefined], ...others] = Object.entries(value);
    const evaluate = others.length === 0 ? functions[name] : undefined;
    if (evaluate) return evaluate(place, argument as never);
    if (name.startsWith('Fn::')) throw new Error(`The function ${name} is not known here.`);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(place, one)]));
  };
  return places.flatMap((place) =>
    Object.entries(place.template.Resources).map(([id, { Type: type, Properties: properties = {} }]) => ({
      ...{ stack: place.stack, id, type, name: nameOf(place, id), arn: arnOf(place, id) },
      properties: resolve(place, properties) as Properties,
    })),
  );
};

/** Returns the ARN of a function that a template names by name or ARN. */
export const functionArn = (named: unknown): string =>
  String(named).startsWith('arn:') ? String(named) : `arn:aws:lambda:${region}:${account}:function:${named}`;
