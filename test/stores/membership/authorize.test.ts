import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { handler } from '../../../functions/membership/consumers/authorize/handler.ts';
import { staffStore } from '../../../functions/membership/data/staff-store.ts';
import type { Grant } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { mockSigningKey } from '../../builders/signing-key.ts';
import { aPatronToken, aStaffPool, aStaffToken, CLIENT, POOL } from '../../builders/tokens.ts';

const desk: Grant = { role: 'desk', scope: 'branch', branch: 'riverton.main' };
const admin: Grant = { role: 'admin', scope: 'consortium' };
const audit = (auditId: string) => ({ subject: 'staff:stf_1', at: 'then', auditId, by: 'x', did: 'x', detail: {} });
let table: Table;
let server: Server;
let asked: string[];
let now: number;

/** Creates a new container of the authorizer, on the clock of the test. */
const aContainer = () => {
  const runtime = { clock: { now: () => now }, ids: countingIds(), environment: readEnvironment(process.env) };
  const container = handler.using(runtime);
  return (event: Parameters<typeof handler>[0]) => container(event, { awsRequestId: 'lambda-1' });
};
const bearing = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const grantsIn = ({ context }: { context: Record<string, string> }): Grant[] =>
  JSON.parse(context.actor ?? '{}').grants;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockSigningKey();
  mockClient(SSMClient)
    .on(GetParameterCommand, { Name: '/Test/staff-client-id' })
    .resolves({ Parameter: { Value: CLIENT } });
  table = await aTable();
  server = createServer(async ({ url = '' }, answer) => {
    asked.push(url);
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify(await aStaffPool().jwks()));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    USER_POOL_ID: POOL,
    USER_POOL_CLIENT_PARAMETER: '/Test/staff-client-id',
    // As on a local machine: the pool's keys are a path at the emulator's address.
    STAFF_KEYS_URL: `/${POOL}/.well-known/jwks.json`,
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  });
  const person = {
    staffId: 'stf_1',
    name: 'x',
    email: 'x@example.org',
    memberId: 'riverton',
    grants: [desk],
    invited: true,
  };
  const giver = { ...person, staffId: 'stf_2', email: 'y@example.org', grants: [admin] };
  await staffStore(table).add(person, audit('aud_1'));
  await staffStore(table).add(giver, audit('aud_2'));
});
beforeEach(() => {
  asked = [];
  now = Date.now();
});
afterAll(() => new Promise((done) => server.close(done)));

test('always allows the call; without a token with an empty context, with an invalid one with the reason', async () => {
  const authorize = aContainer();
  expect(await authorize({})).toEqual({ isAuthorized: true, context: {} });
  expect(await authorize(bearing('x.y.z'))).toEqual({ isAuthorized: true, context: { reason: 'token-refused' } });
  const old = aPatronToken(now - 901_000);
  expect(await authorize(bearing(old))).toEqual({ isAuthorized: true, context: { reason: 'token-expired' } });
});

test('passes on a patron and a staff member; keys and client are fetched once', async () => {
  const authorize = aContainer();
  expect(JSON.parse((await authorize(bearing(aPatronToken(now)))).context.actor ?? '')).toMatchObject({ id: 'pat_1' });
  for (let i = 0; i < 3; i += 1) expect(grantsIn(await authorize(bearing(aStaffToken(now))))).toEqual([desk]);
  expect(asked).toEqual([`/${POOL}/.well-known/jwks.json`]);
});

test('forged key ids make it fetch the keys again at most once a minute', async () => {
  const authorize = aContainer();
  const forged = () => authorize(bearing(aStaffToken(Date.now(), { header: { kid: `k${Math.random()}` } })));
  for (let i = 0; i < 5; i += 1) expect((await forged()).context).toEqual({ reason: 'token-refused' });
  expect(asked).toHaveLength(1);
  now += 60_000;
  for (let i = 0; i < 5; i += 1) await forged();
  expect(asked).toHaveLength(2);
});

test('a withdrawn role ends after 30 s, to which the gateway adds 30', async () => {
  const authorize = aContainer();
  const token = aStaffToken(now);
  const held = async () => grantsIn(await authorize(bearing(token)));
  expect(await held()).toEqual([desk]);
  const [by, of] = await Promise.all([staffStore(table).get('stf_2'), staffStore(table).get('stf_1')]);
  if (!by || !of) throw new Error('the people of this test are missing');
  expect(await staffStore(table).changeGrants({ by, of, grants: [], audit: audit('aud_3') })).toBe('changed');
  now += 29_999;
  expect(await held()).toEqual([desk]);
  now += 1;
  expect(await held()).toEqual([]);
});

test('when the pool’s keys cannot be fetched, a staff token may be tried again and no one is admitted', async () => {
  const pool = process.env.AWS_ENDPOINT_URL;
  process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9';
  const authorize = aContainer();
  process.env.AWS_ENDPOINT_URL = pool;
  expect((await authorize(bearing(aStaffToken(now)))).context).toEqual({ reason: 'try-again' });
});
