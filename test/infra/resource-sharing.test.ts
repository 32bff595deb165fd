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

test('only placing (also in another’s stead), restarting and the long-lived workflow itself start an execution; every step of staff may wake one', () => {
  const starting = ['advancerequest', 'filllocally', 'placerequest', 'restartrequest'];
  expect(mayDo('states:StartExecution')).toEqual(starting);
  expect(mayDo('states:SendTaskSuccess')).toEqual(
    [
      ...['amend', 'answer', 'cancel', 'complete', 'lend', 'receive', 'renew', 'return', 'sendhome', 'ship'].map(
        (name) => `${name}request`,
      ),
      ...['awaitnews', 'filllocally', 'takestep'],
    ].toSorted(),
  );
});
