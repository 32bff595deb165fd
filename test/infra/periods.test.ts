import { declared } from '../builders/declared-touches.ts';
import { templateOf } from '../builders/templates.ts';

type Resource = { Properties?: Record<string, unknown> };
const resources = (type: string): [string, Resource][] =>
  Object.entries(templateOf('finance').findResources(type) as Record<string, Resource>);

const mayDo = (action: string): string[] =>
  resources('AWS::IAM::Policy')
    .filter(([, policy]) => JSON.stringify(policy.Properties).includes(action))
    .map(([id]) => id.replace(/^finance/, '').replace(/ServiceRole.*$/, ''))
    .toSorted();

test('a period’s workflow waits by a task token for people, continues at once where there is more, and ends', () => {
  const [[, machine] = ['', {} as Resource], ...more] = resources('AWS::StepFunctions::StateMachine');
  expect(more).toEqual([]);
  expect(machine.Properties).toMatchObject({ StateMachineType: 'STANDARD', StateMachineName: 'Concord-period-close' });
  const text = JSON.stringify(machine.Properties?.DefinitionString);
  for (const part of ['lambda:invoke.waitForTaskToken', '$.seconds', '$.month', 'again', 'States.Timeout'])
    expect(text).toContain(part);
});

test('preparer’s and approver’s steps start and wake it; its own waiting step wakes it where it missed a step', () => {
  const start = declared('finance', 'machine', 'period-close');
  expect(start.by).toEqual(['decideperiod', 'prepareperiod']);
  expect(mayDo('states:StartExecution')).toEqual(start.functions);
  const wake = declared('finance', 'taskTokens', true);
  expect(wake.by).toEqual(['awaitperiod', 'decideperiod', 'prepareperiod']);
  expect(mayDo('states:SendTaskSuccess')).toEqual(wake.functions);
});
