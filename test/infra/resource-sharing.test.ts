import { COPIES } from '../../layers/data/copy-files.ts';
import { COPY_FILE_DAYS } from '../../layers/domain/resource-sharing/copies/loan-document.ts';
import { templateOf } from '../builders/templates.ts';

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

test('only placing, restarting and the long-lived workflow itself start an execution; every step of staff may wake one', () => {
  expect(mayDo('states:StartExecution')).toEqual(['advancerequest', 'placerequest', 'restartrequest']);
  expect(mayDo('states:SendTaskSuccess')).toEqual(
    [
      ...['answer', 'cancel', 'complete', 'lend', 'receive', 'renew', 'return', 'sendhome', 'ship'].map(
        (name) => `${name}request`,
      ),
      ...['awaitnews', 'takestep', 'supplycopy', 'delivercopy'],
    ].toSorted(),
  );
});

test('copies go by their own clock, every version, by one function alone; what it ever missed goes by the bucket’s own rule', () => {
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
  for (const prefix of [COPIES, 'ill-slips/']) expect(rules).toContain(`"Prefix":"${prefix}"`);
});

test('whoever sends links to others reads our own address from where the web stack writes it', () => {
  expect(mayDo('ssm:GetParameter')).toEqual(['supplycopy']);
  const parameters = JSON.stringify(templateOf('web').findResources('AWS::SSM::Parameter'));
  expect(parameters).toContain('"Name":"/Concord/site"');
});
