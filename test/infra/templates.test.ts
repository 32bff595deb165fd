import { groups } from '../../functions/function-groups.ts';
import { localDifferences } from '../../infra/local-differences.ts';
import { ofType, type Stacks, synthesised } from '../builders/templates.ts';

/** The logical id of a function's version ends with a hash of the function's settings, which differ between the targets. */
const withoutVersionHashes = (stacks: Stacks): Stacks =>
  JSON.parse(JSON.stringify(stacks).replaceAll(/(CurrentVersion[0-9A-F]{8})[0-9a-f]+/g, '$1')) as Stacks;

let aws: Stacks;
let local: Stacks;
beforeAll(() => {
  aws = withoutVersionHashes(synthesised('aws', { alarmEmail: 'on.call@example.org' }));
  local = withoutVersionHashes(synthesised('local', { alarmEmail: 'on.call@example.org' }));
});

const explained = (id: string, type: string, property: string): boolean =>
  localDifferences.some(
    (known) =>
      known.type === type &&
      id.startsWith(known.id ?? '') &&
      known.what !== 'absent' &&
      known.what.properties.includes(property),
  );
const absentOnPurpose = (stack: string, type: string): boolean =>
  localDifferences.some((known) => (known.type === type || known.type === `stack:${stack}`) && known.what === 'absent');

/** Removal policies differ by design: on AWS the data stays. They are not properties. */
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
        if (
          plain(resource.Properties?.[name]) !== plain(here.Properties?.[name]) &&
          !explained(id, resource.Type, name)
        )
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

test('no stack has more than half of the 500 resources that a stack may have', () => {
  const counts = Object.entries(aws).map(([stack, resources]) => [stack, Object.keys(resources).length] as const);
  expect(counts.filter(([, count]) => count > 250)).toEqual([]);
});

// Each context brings two or three functions, what anyone may write is apart from what staff write, and ballots are counted by a schedule. An account has 1,000 roles, and a deployment takes about a second a function.
test('a deployment has at most 124 functions and 135 roles', () => {
  const countOf = (type: string): number => ofType(aws, type).length;
  expect(countOf('AWS::Lambda::Function')).toBeLessThanOrEqual(124);
  expect(countOf('AWS::IAM::Role')).toBeLessThanOrEqual(135);
});

test('no function policy exceeds the 20,480 bytes that Lambda stores', () => {
  const bytes = new Map<string, number>();
  for (const { Properties } of ofType(aws, 'AWS::Lambda::Permission')) {
    const lambda = JSON.stringify(Properties?.FunctionName);
    // An account id, a gateway id and an ARN take the place of references: 500 bytes a statement are more than Lambda needs.
    bytes.set(lambda, (bytes.get(lambda) ?? 0) + 500);
  }
  expect([...bytes].filter(([, size]) => size > 20_480)).toEqual([]);
  expect(bytes.size).toBeGreaterThan(30);
});

test('a gateway has one integration and one permission for each group of operations', () => {
  const routed = groups.map(({ id }) => id.replaceAll('-', '').toLowerCase());
  const integrations = ofType(aws, 'AWS::ApiGatewayV2::Integration');
  expect(integrations).toHaveLength(groups.length);
  const allowed = ofType(aws, 'AWS::Lambda::Permission')
    .filter(({ Properties }) => Properties?.Principal === 'apigateway.amazonaws.com')
    .map(({ Properties }) => JSON.stringify(Properties?.FunctionName).toLowerCase())
    .filter((name) => name.includes('live'));
  expect(allowed).toHaveLength(groups.length);
  expect(routed.filter((id) => !allowed.some((name) => name.includes(`"${id}aliaslive`)))).toEqual([]);
});

test('no HTTP API comes near the limits of 300 routes and 300 integrations', () => {
  for (const [stack, resources] of Object.entries(aws))
    for (const type of ['AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Integration']) {
      const count = Object.values(resources).filter(({ Type }) => Type === type).length;
      expect([stack, type, count < 250]).toEqual([stack, type, true]);
    }
});

test('every function is on Node 24 and logs to a log group of the deployment', () => {
  const ours = ofType(aws, 'AWS::Lambda::Function').filter(({ Properties }) =>
    String(Properties?.FunctionName ?? '').startsWith('Concord-'),
  );
  for (const lambda of ours)
    expect(lambda.Properties).toMatchObject({ Runtime: 'nodejs24.x', LoggingConfig: { LogGroup: expect.anything() } });
});
