import { synthesised, templateOf } from '../builders/templates.ts';

type Statement = { Action: string | string[]; Resource: unknown };
type Resource = { Properties?: Record<string, unknown> };

const template = templateOf('resource-sharing');
const resources = (type: string): [string, Resource][] =>
  Object.entries(template.findResources(type) as Record<string, Resource>);

/** The ends of the ids of functions whose role may do this. */
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

test('the workflow waits by a task token, as long as the request says, and a time-out leads on', () => {
  const [[, machine] = ['', {} as Resource], ...more] = resources('AWS::StepFunctions::StateMachine');
  expect(more).toEqual([]);
  expect(machine.Properties).toMatchObject({ StateMachineType: 'STANDARD', StateMachineName: 'Concord-loan-request' });
  const text = JSON.stringify(machine.Properties?.DefinitionString);
  for (const part of ['lambda:invoke.waitForTaskToken', 'TimeoutSecondsPath', '$.seconds', 'States.Timeout'])
    expect(text).toContain(part);
});

test('only placing (also in another’s stead), restarting, the mail and the long-lived workflow itself start an execution; every step of staff may wake one', () => {
  const starting = ['advancerequest', 'carrymail', 'filllocally', 'placerequest', 'restartrequest', 'takesteps'];
  expect(mayDo('states:StartExecution')).toEqual(starting);
  expect(mayDo('states:SendTaskSuccess')).toEqual(
    [
      ...['amend', 'answer', 'cancel', 'complete', 'lend', 'receive', 'renew', 'return', 'sendhome', 'ship'].map(
        (name) => `${name}request`,
      ),
      ...['awaitnews', 'carrymail', 'delivercopy', 'filllocally', 'supplycopy', 'takestep', 'takesteps'],
    ].toSorted(),
  );
});

test('mail is worked off from a queue that its worker and the relay fill, and nobody else', () => {
  const [[id, worker] = ['', {} as Resource]] = resources('AWS::Lambda::EventSourceMapping');
  expect(id).toContain('carrymail');
  expect(worker.Properties).toMatchObject({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
  expect(mayDo('sqs:SendMessage')).toEqual(['carrymail']);
  const senders = Object.entries(synthesised('aws').circulation ?? {}).filter(
    ([, { Type, Properties }]) =>
      Type === 'AWS::IAM::Policy' && /sqs:SendMessage[\s\S]*PartnerMail/.test(JSON.stringify(Properties)),
  );
  expect(senders.map(([name]) => name.replace(/ServiceRole.*/, ''))).toEqual(['circulationrelayfacts']);
});

test('our secrets for partners are written by two operations and read by one worker, under one path', () => {
  expect(mayDo('ssm:PutParameter')).toEqual(['addpartner', 'editpartner']);
  // The other one reads where people reach us, for the link of a copy.
  expect(mayDo('ssm:GetParameter')).toEqual(['carrymail', 'supplycopy']);
  const paths = JSON.stringify(resources('AWS::IAM::Policy')).match(/:parameter[^"]*/g);
  expect(new Set(paths)).toEqual(new Set([':parameter/Concord/partners/*', ':parameter/Concord/site']));
});

test('partners come in without our authorizer; on AWS none is reached on the machine itself', () => {
  const routes = resources('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);
  const open = routes.filter((route) => route?.AuthorizationType === 'NONE').map((route) => route?.RouteKey);
  expect(open).toEqual(['POST /v1/resource-sharing/iso18626', 'POST /v1/resource-sharing/iso18626/{door}']);
  expect(JSON.stringify(resources('AWS::Lambda::Function'))).not.toContain('PARTNERS_HERE');
});
