import { contract as wakeHolds } from '../../functions/circulation/consumers/wake-holds/contract.ts';
import { type Resource, synthesised } from '../builders/templates.ts';

const { circulation = {} } = synthesised('aws');
const text = (resource: Resource | undefined): string => JSON.stringify(resource?.Properties);

test('holds are triggered every quarter of an hour by a function that may send to the work queue, and scans no table', () => {
  const [[lambdaId, lambda] = ['', undefined]] = Object.entries(circulation).filter(
    ([, { Type, Properties }]) =>
      Type === 'AWS::Lambda::Function' && text({ Type, Properties: Properties ?? {} }).includes(wakeHolds.id),
  );
  const rules = Object.values(circulation).filter(
    (resource) => resource.Type === 'AWS::Events::Rule' && text(resource).includes(`"${lambdaId}"`),
  );
  expect(rules.map(({ Properties }) => Properties?.ScheduleExpression)).toEqual(['rate(15 minutes)']);
  const queueId = /"HOLD_WORK_QUEUE_URL":\{"Ref":"(\w+)"/.exec(text(lambda))?.[1] ?? 'none';
  const policies = Object.entries(circulation)
    .filter(([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.toLowerCase().startsWith('circulationwakeholds'))
    .map(([, policy]) => text(policy));
  expect(policies.join()).toContain(`"${queueId}"`);
  expect(policies.join()).toContain('sqs:SendMessage');
  expect(policies.join()).not.toContain('dynamodb:Scan');
});
