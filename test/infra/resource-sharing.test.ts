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

test('only placing, restarting and the long-lived workflow itself start an execution; every step of staff may wake one', () => {
  expect(mayDo('states:StartExecution')).toEqual(['advancerequest', 'placerequest', 'restartrequest']);
  expect(mayDo('states:SendTaskSuccess')).toEqual(
    [
      ...['answer', 'cancel', 'complete', 'lend', 'receive', 'renew', 'return', 'sendhome', 'ship'].map(
        (name) => `${name}request`,
      ),
      ...['awaitnews', 'followitem', 'takestep'],
    ].toSorted(),
  );
});

test('the relay may send news of copies to the queue of resource sharing, and what works it off may wake a workflow', () => {
  const { circulation = {}, 'resource-sharing': sharing = {} } = synthesised('aws');
  const texts = (stack: typeof circulation, type: string, id: string): string =>
    Object.entries(stack)
      .filter(([name, { Type }]) => Type === type && name.startsWith(id))
      .map(([, one]) => JSON.stringify(one.Properties))
      .join();
  const grants = texts(circulation, 'AWS::IAM::Policy', 'circulationrelayfacts');
  expect(grants).toMatch(/sqs:SendMessage[\s\S]*LoanNewsQueue/);
  expect(grants).not.toMatch(/sqs:ReceiveMessage[^}]*LoanNewsQueue/);
  expect(texts(sharing, 'AWS::Lambda::EventSourceMapping', 'resourcesharingfollowitem')).toContain('LoanNewsQueue');
});
