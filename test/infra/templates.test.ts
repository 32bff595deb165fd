import { localDifferences } from '../../infra/local-differences.ts';
import { ofType, type Stacks, synthesised } from '../builders/templates.ts';

let aws: Stacks;
let local: Stacks;
beforeAll(() => {
  aws = synthesised('aws', { alarmEmail: 'on.call@example.org' });
  local = synthesised('local', { alarmEmail: 'on.call@example.org' });
});

const explained = (type: string, property: string): boolean =>
  localDifferences.some(
    (known) => known.type === type && known.what !== 'absent' && known.what.properties.includes(property),
  );
const absentOnPurpose = (stack: string, type: string): boolean =>
  localDifferences.some((known) => (known.type === type || known.type === `stack:${stack}`) && known.what === 'absent');

/** Removal policies differ by design: on AWS data is kept. They are not properties. */
const plain = (value: unknown): string => JSON.stringify(value);

test('the template for AWS equals the local one, except for the listed differences', () => {
  const found: string[] = [];
  for (const [stack, resources] of Object.entries(aws)) {
    for (const [id, resource] of Object.entries(resources)) {
      const here = local[stack]?.[id];
      if (!here) {
        if (!absentOnPurpose(stack, resource.Type)) found.push(`${stack}/${id} (${resource.Type}) is missing locally`);
        continue;
      }
      const names = new Set([...Object.keys(resource.Properties ?? {}), ...Object.keys(here.Properties ?? {})]);
      for (const name of names) {
        if (plain(resource.Properties?.[name]) !== plain(here.Properties?.[name]) && !explained(resource.Type, name))
          found.push(`${stack}/${id} (${resource.Type}) differs in ${name}`);
      }
    }
  }
  expect(found).toEqual([]);
});

test('everything that runs locally is also deployed to AWS', () => {
  const found = Object.entries(local).flatMap(([stack, resources]) =>
    Object.keys(resources)
      .filter((id) => aws[stack]?.[id] === undefined)
      .map((id) => `${stack}/${id}`),
  );
  expect(found).toEqual([]);
});

test('every listed difference exists', () => {
  const stale = localDifferences.filter(({ type, what }) => {
    if (type.startsWith('stack:')) return aws[type.slice('stack:'.length)] === undefined;
    if (what === 'absent') return ofType(aws, type).length === 0;
    const [there, here] = [ofType(aws, type), ofType(local, type)];
    return what.properties.some(
      (name) => plain(there.map((one) => one.Properties?.[name])) === plain(here.map((one) => one.Properties?.[name])),
    );
  });
  expect(stale).toEqual([]);
});

test('no stack comes near the limit of 500 resources', () => {
  // Finance has 60 operations and about 430 resources, until operations share functions.
  for (const [stack, resources] of Object.entries(aws))
    expect([stack, Object.keys(resources).length < 450]).toEqual([stack, true]);
});

test('no HTTP API comes near the limits of 300 routes and 300 integrations', () => {
  for (const [stack, resources] of Object.entries(aws))
    for (const type of ['AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Integration']) {
      const count = Object.values(resources).filter(({ Type }) => Type === type).length;
      expect([stack, type, count < 250]).toEqual([stack, type, true]);
    }
});

test('every function is on Node 24, logs to its context’s group, and is granted no wildcard action', () => {
  const ours = ofType(aws, 'AWS::Lambda::Function').filter(({ Properties }) =>
    String(Properties?.FunctionName ?? '').startsWith('Concord-'),
  );
  for (const lambda of ours)
    expect(lambda.Properties).toMatchObject({ Runtime: 'nodejs24.x', LoggingConfig: expect.anything() });
});
