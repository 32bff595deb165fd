import { COPY_FILE_DAYS } from '../../functions/resource-sharing/domain/copies/loan-document.ts';
import { declared } from '../builders/declared-touches.ts';
import { synthesised, templateOf } from '../builders/templates.ts';

type Statement = { Action: string | string[]; Resource: unknown };
type Resource = { Properties?: Record<string, unknown> };

const template = templateOf('resource-sharing');
const resources = (type: string): [string, Resource][] =>
  Object.entries(template.findResources(type) as Record<string, Resource>);

/** Returns the ends of the ids of functions whose role may do this. */
const mayDo = (action: string): string[] =>
  resources('AWS::IAM::Policy')
    .filter(([, { Properties }]) => {
      const { Statement } = {
        Statement: [],
        ...(Properties?.PolicyDocument as { Statement: Statement[] } | undefined),
      };
      return Statement.some(({ Action }) => [Action].flat().includes(action));
    })
    .map(([id]) => id.replace(/^resourcesharing/, '').replace(/ServiceRole.*$/, ''))
    .toSorted();

test('the workflow waits by a task token, as long as the request requires, and a time-out continues it', () => {
  const [[, machine] = ['', {} as Resource], ...more] = resources('AWS::StepFunctions::StateMachine');
  expect(more).toEqual([]);
  expect(machine.Properties).toMatchObject({ StateMachineType: 'STANDARD', StateMachineName: 'Concord-loan-request' });
  const text = JSON.stringify(machine.Properties?.DefinitionString);
  for (const part of ['lambda:invoke.waitForTaskToken', 'TimeoutSecondsPath', '$.seconds', 'States.Timeout'])
    expect(text).toContain(part);
});

test('a task that fails is retried for hours, with growing back-off and jitter', () => {
  const [[, machine] = ['', {} as Resource]] = resources('AWS::StepFunctions::StateMachine');
  const text = JSON.stringify(machine.Properties?.DefinitionString).replaceAll('\\', '');
  const patient = '"IntervalSeconds":2,"MaxAttempts":100,"BackoffRate":2,"MaxDelaySeconds":300,"JitterStrategy":"FULL"';
  for (const errors of ['States.ALL', 'States.TaskFailed']) expect(text).toContain(`["${errors}"],${patient}`);
  expect(text.match(/"Retry":\[\{"ErrorEquals":\["States\.(ALL|TaskFailed)"\]/g)).toHaveLength(2);
});

test('only placing, restarting, partner messages and the workflow itself start an execution; every staff step may wake one', () => {
  const starting = [
    ...[
      'advancerequest',
      'filllocally',
      'followitem',
      'placerequest',
      'processpartnermessages',
      'restartrequest',
      'takesteps',
    ],
  ];
  const start = declared('resource-sharing', 'machine', 'loan-request');
  expect(start.by).toEqual(starting);
  expect(mayDo('states:StartExecution')).toEqual(start.functions);
  const wake = declared('resource-sharing', 'taskTokens', true);
  expect(mayDo('states:SendTaskSuccess')).toEqual(wake.functions);
  expect(wake.by).toEqual(
    [
      ...['amend', 'answer', 'cancel', 'complete', 'lend', 'receive', 'renew', 'return', 'sendhome', 'ship'].map(
        (name) => `${name}request`,
      ),
      ...[
        'awaitevent',
        'processpartnermessages',
        'delivercopy',
        'filllocally',
        'followitem',
        'supplycopy',
        'takestep',
        'takesteps',
      ],
    ].toSorted(),
  );
});

test('partner messages are processed from a queue that only its worker and the relay fill', () => {
  const mappings = resources('AWS::Lambda::EventSourceMapping');
  const [, worker] = mappings.find(([id]) => id.includes('processpartnermessages')) ?? [];
  expect(worker?.Properties).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
  expect(mayDo('sqs:SendMessage')).toEqual(['processpartnermessages']);
  const senders = Object.entries(synthesised('aws').outbox ?? {}).filter(
    ([, { Type, Properties }]) =>
      Type === 'AWS::IAM::Policy' && /sqs:SendMessage[\s\S]*PartnerMessages/.test(JSON.stringify(Properties)),
  );
  expect(senders.map(([name]) => name.replace(/ServiceRole.*/, ''))).toEqual(['outboxrelaychanges']);
});

test('our secrets for partners are written by two operations and read by one worker, under one path', () => {
  expect(mayDo('ssm:PutParameter')).toEqual(['addpartner', 'editpartner', 'removepartner']);
  expect(declared('resource-sharing', 'partners', 'send').by).toEqual(['processpartnermessages']);
  expect(declared('resource-sharing', 'site', true).by).toEqual(['supplycopy']);
  // The worker reads secrets; the shared function of writes reads the site's address, for one of its operations.
  expect(mayDo('ssm:GetParameter')).toEqual(['processpartnermessages', 'write']);
  const sharedRole = resources('AWS::IAM::Policy').filter(([id]) => id.startsWith('resourcesharingwriteServiceRole'));
  expect(JSON.stringify(sharedRole)).not.toContain('parameter/Concord/partners');
  const paths = JSON.stringify(resources('AWS::IAM::Policy')).match(/:parameter[^"]*/g);
  expect(new Set(paths)).toEqual(new Set([':parameter/Concord/partners/*', ':parameter/Concord/site']));
});

test('partners call without a token of ours; on AWS no local address is reached', () => {
  const [optional] = resources('AWS::ApiGatewayV2::Authorizer').filter(([id]) => id.includes('MaybeSignedIn'));
  const routes = resources('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);
  const partners = routes.filter((route) => String(route?.RouteKey).includes('iso18626'));
  expect(partners).toHaveLength(2);
  for (const route of partners) expect(route?.AuthorizerId).toEqual({ Ref: optional?.[0] });
  expect(optional?.[1].Properties?.IdentitySource ?? []).toEqual([]);
  expect(JSON.stringify(resources('AWS::Lambda::Function'))).not.toContain('PARTNERS_HERE');
});

test('the relay may send events of copies to the queue of resource sharing, and its consumer may wake a workflow', () => {
  const { outbox = {}, 'resource-sharing': sharing = {} } = synthesised('aws');
  const texts = (stack: typeof outbox, type: string, id: string): string =>
    Object.entries(stack)
      .filter(([name, { Type }]) => Type === type && name.startsWith(id))
      .map(([, one]) => JSON.stringify(one.Properties))
      .join();
  const grants = texts(outbox, 'AWS::IAM::Policy', 'outboxrelaychanges');
  expect(grants).toMatch(/sqs:SendMessage[\s\S]*LoanEventsQueue/);
  expect(grants).not.toMatch(/sqs:ReceiveMessage[^}]*LoanEventsQueue/);
  expect(texts(sharing, 'AWS::Lambda::EventSourceMapping', 'resourcesharingfollowitem')).toContain('LoanEventsQueue');
});

test('copies expire by their own clock, every version, deleted by one function only; a bucket rule deletes any rest', () => {
  expect(mayDo('s3:DeleteObjectVersion')).toEqual(['forgetcopies']);
  const [deletes] = resources('AWS::IAM::Policy').filter(([, policy]) =>
    JSON.stringify(policy).includes('s3:DeleteObjectVersion'),
  );
  expect(JSON.stringify(deletes)).toContain('/ill-copies/*');
  const [[, bucket] = ['', {} as Resource]] = Object.entries(
    templateOf('core').findResources('AWS::S3::Bucket') as Record<string, Resource>,
  );
  const rules = JSON.stringify(bucket.Properties?.LifecycleConfiguration);
  expect(rules).toContain(`"ExpirationInDays":${COPY_FILE_DAYS}`);
  for (const prefix of ['ill-copies/', 'ill-slips/']) expect(rules).toContain(`"Prefix":"${prefix}"`);
});

test('functions that send links to others read our own address from where the web stack writes it', () => {
  for (const name of declared('resource-sharing', 'site', true).functions)
    expect(mayDo('ssm:GetParameter')).toContain(name);
  const parameters = JSON.stringify(templateOf('web').findResources('AWS::SSM::Parameter'));
  expect(parameters).toContain('"Name":"/Concord/site"');
});
