import { contract as rebuildScheduledChecks } from '../../functions/circulation/consumers/rebuild-scheduled-checks/contract.ts';
import { contract as runScheduledWork } from '../../functions/circulation/consumers/run-scheduled-work/contract.ts';
import { type Resource, synthesised } from '../builders/templates.ts';

const { circulation = {}, outbox = {} } = synthesised('aws');
const text = (resource: Resource | undefined): string => JSON.stringify(resource?.Properties);
const lambdaOf = (id: string) =>
  Object.entries(circulation).find(
    ([, resource]) => resource.Type === 'AWS::Lambda::Function' && text(resource).includes(`"Concord-${id}"`),
  );
const rulesOf = (id: string): unknown[] =>
  Object.values(circulation)
    .filter((one) => one.Type === 'AWS::Events::Rule' && text(one).includes(`"${lambdaOf(id)?.[0]}"`))
    .map(({ Properties }) => Properties?.ScheduleExpression);
const policiesOf = (id: string): string =>
  Object.entries(circulation)
    .filter(([name, { Type }]) => Type === 'AWS::IAM::Policy' && name.startsWith(id.replaceAll('-', '')))
    .map(([, policy]) => text(policy))
    .join();

test('the clock runs every quarter of an hour, may only send notices, and scans no table', () => {
  expect(rulesOf(runScheduledWork.id)).toEqual(['rate(15 minutes)']);
  expect(text(lambdaOf(runScheduledWork.id)?.[1])).toContain('"NOTICES_QUEUE_URL"');
  expect(policiesOf(runScheduledWork.id)).toContain('sqs:SendMessage');
  expect(policiesOf(runScheduledWork.id)).not.toContain('dynamodb:Scan');
});

test('its index is rebuilt by hand only, and only that scans the table', () => {
  expect(rulesOf(rebuildScheduledChecks.id)).toEqual([]);
  expect(policiesOf(rebuildScheduledChecks.id)).toContain('dynamodb:Scan');
});

test('the relay receives new patron summaries, noted changes of them and refusals, not each loan’s counters', () => {
  const mappings = Object.values(outbox).filter(
    (one) => one.Type === 'AWS::Lambda::EventSourceMapping' && text(one).includes('patronStatus'),
  );
  expect(mappings).toHaveLength(1);
  const patterns = mappings
    .flatMap(({ Properties = {} }) => (Properties.FilterCriteria as { Filters: { Pattern: string }[] }).Filters)
    .flatMap(({ Pattern }) => (Pattern.includes('patronStatus') ? [Pattern] : []));
  expect(patterns.map((one) => JSON.parse(one))).toEqual([
    {
      eventName: ['INSERT'],
      dynamodb: {
        NewImage: {
          entity: { S: ['refusal', 'patronStatus', 'patronChange', 'partnerMessage', 'policy', 'webhookSend'] },
        },
      },
    },
  ]);
});
