import { apiContexts } from '../../functions/load-contracts.ts';
import { operations } from '../../functions/operations.ts';
import { readConfig } from '../../infra/config.ts';
import { routeKeysOf } from '../../layers/platform/http/function-group.ts';
import { anApp, ofType, synthesised } from '../builders/templates.ts';

const { throttle } = readConfig('no-such-file');
const limitsOf = (stacks: ReturnType<typeof synthesised>) =>
  ofType(stacks, 'AWS::ApiGatewayV2::Stage').map(({ Properties }) => Properties?.DefaultRouteSettings);

test('finding S8: the API of each context has its own limit of requests, and no function reserves concurrency', () => {
  const aws = synthesised('aws');
  const usual = { ThrottlingRateLimit: throttle.rate, ThrottlingBurstLimit: throttle.burst };
  expect(limitsOf(aws)).toEqual(apiContexts.map(() => usual));
  const reserving = ofType(aws, 'AWS::Lambda::Function').filter(
    ({ Properties }) => Properties?.ReservedConcurrentExecutions !== undefined,
  );
  expect(reserving).toEqual([]);
});

test('finding S8: one context and one function can have limits of their own', () => {
  const contexts = { discovery: { rate: 50, burst: 100, open: { rate: 10, burst: 500 } } };
  const aws = synthesised('aws', {
    throttle: { ...throttle, contexts },
    reservedConcurrency: { 'membership-authorize': 30 },
  });
  expect(limitsOf(aws).filter((one) => JSON.stringify(one).includes('50'))).toEqual([
    { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
  ]);
  const reserving = ofType(aws, 'AWS::Lambda::Function').flatMap(({ Properties }) =>
    Properties?.ReservedConcurrentExecutions === undefined ? [] : [Properties.ReservedConcurrentExecutions],
  );
  expect(reserving).toEqual([30]);
});

test('finding S8: what strangers may call has a lower limit on each route, so that a flood leaves room for staff', () => {
  const contexts = { discovery: { rate: 50, burst: 100, open: { rate: 10, burst: 500 } } };
  const aws = synthesised('aws', { throttle: { ...throttle, contexts } });
  const open = operations.filter(({ permission }) =>
    permission.some(({ who }) => who === 'anyone' || who === 'partner'),
  );
  expect(open.length).toBeGreaterThan(20);
  const settings = Object.values(aws).flatMap((stack) => {
    const [stage] = Object.values(stack).filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Stage');
    const keyOf = (id: string) => String(stack[id]?.Properties?.RouteKey);
    const waitsFor = [stage?.DependsOn ?? []].flat().map(keyOf);
    return Object.entries(stage?.Properties?.RouteSettings ?? {}).map(([key, limit]) => {
      // The gateway refuses settings of a route that does not exist yet.
      expect(waitsFor).toContain(key);
      return [key, limit] as const;
    });
  });
  const usual = { ThrottlingRateLimit: throttle.open.rate, ThrottlingBurstLimit: throttle.open.burst };
  expect(throttle.open.rate).toBeLessThan(throttle.rate);
  const lower = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 100 };
  expect(Object.fromEntries(settings)).toEqual(
    Object.fromEntries(
      open.flatMap((one) => routeKeysOf(one).map((key) => [key, one.context === 'discovery' ? lower : usual])),
    ),
  );
});

test('finding S8: a limit of what does not exist stops the deployment', () => {
  const wrong = { throttle: { ...throttle, contexts: { serch: { rate: 1, burst: 1, open: throttle.open } } } };
  expect(() => anApp('aws', wrong)).toThrow('serch');
  expect(() => anApp('aws', { reservedConcurrency: { 'no-function': 1 } })).toThrow('no-function');
});
