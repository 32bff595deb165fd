import { templateOf } from '../builders/templates.ts';

type Resource = { Properties: Record<string, unknown> };

const catalogue = templateOf('catalogue');
const of = (type: string): [string, Resource][] =>
  Object.entries(catalogue.findResources(type) as Record<string, Resource>);
const mappings = of('AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);

/** Returns a workflow's definition as one text, with plain quotes. */
const definitionOf = (name: string): string => {
  const machine = of('AWS::StepFunctions::StateMachine').find(
    ([, { Properties }]) => Properties.StateMachineName === name,
  );
  return JSON.stringify(machine?.[1].Properties.DefinitionString).replaceAll('\\"', '"');
};

// The emulator stores these settings and ignores them: only AWS applies them.
test('the indexer halves a batch that fails, tries it five times, then sends it to a queue: no shard is blocked', () => {
  const [stream] = mappings.filter(({ StartingPosition: from }) => from !== undefined);
  expect(stream).toMatchObject({
    StartingPosition: 'TRIM_HORIZON',
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 5,
    MaximumRecordAgeInSeconds: 86_400,
    DestinationConfig: { OnFailure: { Destination: expect.anything() } },
  });
  const { Filters: filters } = (stream?.FilterCriteria ?? { Filters: [] }) as { Filters: { Pattern: string }[] };
  const entity = {
    entity: { S: ['record', 'source', 'itemDescription', 'item', 'unionDecision', 'sourceChange', 'authority'] },
  };
  expect(filters.map(({ Pattern }) => JSON.parse(Pattern))).toEqual([
    { dynamodb: { NewImage: entity } },
    { eventName: ['REMOVE'], dynamodb: { OldImage: entity } },
  ]);
});

test('documents that failed to index wait in queues with a dead-letter queue; temporary failures for four days', () => {
  const queues = of('AWS::SQS::Queue').map(([, { Properties }]) => Properties);
  const waiting = queues.filter(({ RedrivePolicy: policy }) => policy !== undefined);
  expect(
    waiting.map(({ RedrivePolicy: policy }) => (policy as { maxReceiveCount: number }).maxReceiveCount).sort(),
  ).toEqual([3, 5]);
  for (const { MessageRetentionPeriod: seconds } of waiting) expect(seconds).toBeGreaterThanOrEqual(24 * 3600);
  const bySingle = mappings.filter(({ StartingPosition: from }) => from === undefined);
  expect(bySingle.map(({ FunctionResponseTypes: types }) => types)).toEqual([
    ['ReportBatchItemFailures'],
    ['ReportBatchItemFailures'],
  ]);
});

test('the arrival of a file starts its load; the workflow has ids only and records when it stops', () => {
  const rule = of('AWS::Events::Rule').find(([, { Properties }]) => Properties.EventPattern !== undefined)?.[1];
  expect(rule?.Properties.EventPattern).toMatchObject({ detail: { object: { key: [{ prefix: 'imports/' }] } } });
  const definition = definitionOf('Concord-import');
  for (const step of ['Prepare', 'Every part', 'Finish', 'Note that it stopped']) expect(definition).toContain(step);
});

test('a rebuild of the index calls its function until the table is read, and retries a call from its start', () => {
  const definition = definitionOf('Concord-rebuild-index');
  for (const text of ['"Variable":"$.go","BooleanEquals":true,"Next":"Do a part"', 'States.ALL', 'Succeed'])
    expect(definition).toContain(text);
  expect(definition).toContain('cataloguerebuildindex');
});

test('only the rebuild of the index, inventories, changes of many items and new match rules may scan the table', () => {
  const walking = of('AWS::IAM::Policy').filter(([, { Properties }]) =>
    JSON.stringify(Properties).includes('dynamodb:Scan'),
  );
  expect(walking.map(([id]) => id.replace(/ServiceRole.*/, '')).toSorted()).toEqual([
    'cataloguecountinventories',
    'catalogueprocessitembatches',
    'cataloguerebuildindex',
    'catalogueredecideunions',
  ]);
});

test('closed inventories are counted every five minutes', () => {
  const counting = of('AWS::Lambda::Function').find(
    ([, { Properties }]) => Properties.FunctionName === 'Concord-catalogue-count-inventories',
  );
  const rules = of('AWS::Events::Rule').filter(([, one]) => JSON.stringify(one).includes(`"${counting?.[0]}"`));
  expect(rules.map(([, { Properties }]) => Properties.ScheduleExpression)).toEqual(['rate(5 minutes)']);
});
