import { consumers } from '../../functions/consumers.ts';
import { ofType, synthesised } from '../builders/templates.ts';

const stacks = synthesised('aws');
const jobs = consumers.filter(({ trigger }) => trigger.by === 'hand' && trigger.untilDone);

test('finding W3: each job over the whole table is a workflow that calls its function until nothing is left', () => {
  expect(jobs.map(({ id }) => id).toSorted()).toEqual([
    'catalogue-rebuild-index',
    'circulation-rebuild-scheduled-checks',
    'patrons-replay-erasures',
  ]);
  for (const { id, context } of jobs) {
    const name = `Concord-${id.slice(context.length + 1)}`;
    const machine = ofType(stacks, 'AWS::StepFunctions::StateMachine').find(
      ({ Properties }) => Properties?.StateMachineName === name,
    );
    const definition = JSON.stringify(machine?.Properties?.DefinitionString).replaceAll('\\"', '"');
    expect([id, definition]).toEqual([id, expect.stringContaining('"Variable":"$.go","BooleanEquals":true')]);
    for (const part of ['States.ALL', 'Succeed', id.replaceAll('-', '')]) expect(definition).toContain(part);
  }
});

test('finding S7: the list of erasures outlives point-in-time recovery and a year of backups', () => {
  const [bucket] = ofType({ core: stacks.core ?? {} }, 'AWS::S3::Bucket');
  expect(bucket?.Properties?.LifecycleConfiguration).toMatchObject({
    Rules: expect.arrayContaining([expect.objectContaining({ Prefix: 'erasures/', ExpirationInDays: 400 })]),
  });
});
