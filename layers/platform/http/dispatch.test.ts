import * as z from 'zod';
import { anEvent } from '../../../test/builders/call.ts';
import { openTable } from '../dynamodb/table.ts';
import { openBucket } from '../objects/object-store.ts';
import { systemClock } from '../runtime/clock.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { systemIds } from '../runtime/ids.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { operation, type Touches } from './contract.ts';
import { dispatch } from './dispatch.ts';
import type { HttpEvent } from './exchange.ts';
import { handle } from './handle.ts';
import { answer } from './outcome.ts';

const runtimeOf = (): Runtime => ({
  clock: systemClock,
  ids: systemIds,
  environment: readEnvironment({ TABLE_NAME: 'the-table', BUCKET_NAME: 'the-bucket' }),
});

const shared = (runtime: Runtime) => ({ table: runtime.environment.need('TABLE_NAME'), made: {} });

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
});

const anOperation = (name: string, touches: Touches, compose: (runtime: Runtime) => object = shared) => {
  const contract = operation({
    ...{ id: `loans-${name}`, context: 'loans', service: 'circulation', method: 'GET', path: `/v1/loans/${name}` },
    ...{ summary: name, permission: [{ who: 'anyone' }], touches, errorImpact: 'None.', refusals: {} },
    output: z.object({ bucket: z.string().optional() }),
    example: { output: {} },
  });
  const seen: object[] = [];
  const handler = handle(contract, compose, async (_, deps) => {
    seen.push(deps);
    return answer({});
  });
  return { handler, seen };
};

const event = (name: string): HttpEvent => ({ ...anEvent({}), routeKey: `GET /v1/loans/${name}` });
const context = { awsRequestId: 'a-call' };

test('an operation is imported when its route is first called, and once', async () => {
  const imported: string[] = [];
  const route = (name: string) => async () => {
    imported.push(name);
    return anOperation(name, { table: 'read' }).handler;
  };
  const lambda = dispatch({ 'GET /v1/loans/list': route('list'), 'GET /v1/loans/one': route('one') }, runtimeOf);
  expect(imported).toEqual([]);
  for (const name of ['list', 'list', 'one'])
    expect(await lambda(event(name), context)).toMatchObject({ statusCode: 200 });
  expect(imported).toEqual(['list', 'one']);
});

test('HEAD of a route is answered as GET, without the body', async () => {
  const { handler } = anOperation('list', { table: 'read' });
  const lambda = dispatch({ 'GET /v1/loans/list': async () => handler }, runtimeOf);
  const whole = await lambda(event('list'), context);
  const head = await lambda({ ...event('list'), routeKey: 'HEAD /v1/loans/list' }, context);
  expect([whole?.body, head]).toEqual(['{}', { ...whole, body: '' }]);
});

test('an operation reads only the settings of its own touches, whatever its group has', async () => {
  const needsBucket = (runtime: Runtime) => ({ bucket: runtime.environment.need('BUCKET_NAME') });
  const forgetful = anOperation('forgetful', { table: 'read' }, needsBucket);
  const honest = anOperation('honest', { table: 'read', bucket: 'read' }, needsBucket);
  const lambda = dispatch(
    { 'GET /v1/loans/forgetful': async () => forgetful.handler, 'GET /v1/loans/honest': async () => honest.handler },
    runtimeOf,
  );
  expect(await lambda(event('honest'), context)).toMatchObject({ statusCode: 200 });
  await expect(lambda(event('forgetful'), context)).rejects.toThrow('The setting BUCKET_NAME is missing');
});

test('operations with the same settings share what was composed', async () => {
  const one = anOperation('one', { table: 'read' });
  const two = anOperation('two', { table: 'read' });
  const other = anOperation('other', { table: 'read', bucket: 'read' });
  const lambda = dispatch(
    {
      'GET /v1/loans/one': async () => one.handler,
      'GET /v1/loans/two': async () => two.handler,
      'GET /v1/loans/other': async () => other.handler,
    },
    runtimeOf,
  );
  for (const name of ['one', 'two', 'other']) await lambda(event(name), context);
  const made = [one, two, other].map(({ seen }) => (seen[0] as { made: object }).made);
  expect(made[0]).toBe(made[1]);
  expect(made[0]).not.toBe(made[2]);
});

test('a failed import is tried again by the next call', async () => {
  let tries = 0;
  const route = async () => {
    tries += 1;
    if (tries === 1) throw new Error('The file could not be read.');
    return anOperation('list', { table: 'read' }).handler;
  };
  const lambda = dispatch({ 'GET /v1/loans/list': route }, runtimeOf);
  await expect(lambda(event('list'), context)).rejects.toThrow('The file could not be read.');
  expect(await lambda(event('list'), context)).toMatchObject({ statusCode: 200 });
});

test('a route of another function is an error', async () => {
  await expect(dispatch({}, runtimeOf)(event('list'), context)).rejects.toThrow(
    'This function has no operation for the route GET /v1/loans/list.',
  );
});

test('a call that keeps the container warm imports every operation, and runs none', async () => {
  const operations = ['list', 'one'].map((name) => anOperation(name, { table: 'read' }));
  let imports = 0;
  const routes = operations.map(({ handler }, at) => {
    const importing = async () => {
      imports += 1;
      return handler;
    };
    return [`GET /v1/loans/${at}`, importing] as const;
  });
  const broken = () => Promise.reject(new Error('The file could not be read.'));
  const lambda = dispatch({ ...Object.fromEntries(routes), 'GET /v1/loans/broken': broken }, runtimeOf);
  expect(await lambda({ warmUp: true }, context)).toBeUndefined();
  expect(imports).toBe(2);
  expect(operations.flatMap(({ seen }) => seen)).toEqual([]);
});

test.each(['table', 'bucket'] as const)(
  'an operation that declares to read the %s cannot write there',
  async (store) => {
    const writes = (runtime: Runtime) => ({
      table: () => openTable(runtime).write([{ delete: { pk: 'A', sk: 'A' } }]),
      bucket: () => openBucket(runtime).put('a', 'text'),
    });
    const contract = operation({
      ...{
        id: 'loans-forgetful',
        context: 'loans',
        service: 'circulation',
        method: 'GET',
        path: '/v1/loans/forgetful',
      },
      ...{ summary: 'Forgetful', permission: [{ who: 'anyone' }], errorImpact: 'None.', refusals: {} },
      touches: { table: 'read', bucket: 'read' },
      output: z.object({}),
      example: { output: {} },
    });
    const handler = handle(contract, writes, async (_, deps) => {
      await deps[store]();
      return answer({});
    });
    const print = jest.spyOn(console, 'error').mockImplementation(() => {});
    const lines = jest.spyOn(console, 'log');
    const lambda = dispatch({ 'GET /v1/loans/forgetful': async () => handler }, runtimeOf);
    expect(await lambda(event('forgetful'), context)).toMatchObject({ statusCode: 500 });
    const logged = [...print.mock.calls, ...lines.mock.calls].join();
    expect(logged).toContain(`The ${store} is read-only here`);
  },
);
