import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { handler } from '../../../functions/membership/consumers/authorize/handler.ts';
import { machineStore } from '../../../functions/membership/data/machine-store.ts';
import { staffStore } from '../../../functions/membership/data/staff-store.ts';
import { handler as issueToken } from '../../../functions/membership/operations/issue-machine-token/handler.ts';
import { handler as staffSignOut } from '../../../functions/membership/operations/sign-out/handler.ts';
import { handler as withdrawMachine } from '../../../functions/membership/operations/withdraw-machine-client/handler.ts';
import { handler as endSession } from '../../../functions/patrons/operations/end-my-session/handler.ts';
import { handler as refresh } from '../../../functions/patrons/operations/refresh/handler.ts';
import { handler as replaceCard } from '../../../functions/patrons/operations/replace-card/handler.ts';
import { handler as resetPin } from '../../../functions/patrons/operations/reset-pin/handler.ts';
import { handler as signIn } from '../../../functions/patrons/operations/sign-in/handler.ts';
import { handler as signOut } from '../../../functions/patrons/operations/sign-out/handler.ts';
import type { Grant } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aPatron, staffAt, withBranch } from '../../builders/people.ts';
import { mockSigningKey } from '../../builders/signing-key.ts';
import { aPatronToken, aStaffPool, aStaffToken, CLIENT, POOL } from '../../builders/tokens.ts';

const desk: Grant = { role: 'desk', scope: 'branch', branch: 'riverton.main' };
const admin: Grant = { role: 'admin', scope: 'consortium' };
const audit = (auditId: string) => ({ subject: 'staff:stf_1', at: 'then', auditId, by: 'x', did: 'x', detail: {} });
let table: Table;
let server: Server;
let asked: string[];
let now: number;

const runtimeOf = () => ({ clock: { now: () => now }, ids: systemIds, environment: readEnvironment(process.env) });

/** Creates a new container of the authorizer, on the clock of the test. */
const aContainer = () => {
  const container = handler.using(runtimeOf());
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
  await withBranch(table, 'riverton.main');
  await staffStore(table).add(person, audit('aud_1'));
  await staffStore(table).add(giver, audit('aud_2'));
});
/** A patron with a PIN and the token that signing in gave. */
const aSignedInPatron = async () => {
  const { patronId, card } = await aPatron(table, { pin: '482615' });
  const body = { card, pin: '482615' };
  const { body: given } = await call(signIn.using(runtimeOf()), { address: `198.51.100.${patronId.length}`, body });
  return { patronId, card, text: (given as { access_token: string }).access_token };
};

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
  const token = await aSignedInPatron();
  expect(JSON.parse((await authorize(bearing(token.text))).context.actor ?? '')).toMatchObject({ id: token.patronId });
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

test('finding S6: a withdrawn role ends after 25 s, to which the gateway adds 30', async () => {
  const authorize = aContainer();
  const token = aStaffToken(now);
  const held = async () => grantsIn(await authorize(bearing(token)));
  expect(await held()).toEqual([desk]);
  const [by, of] = await Promise.all([staffStore(table).get('stf_2'), staffStore(table).get('stf_1')]);
  if (!by || !of) throw new Error('the people of this test are missing');
  expect(await staffStore(table).changeGrants({ by, of, grants: [], audit: audit('aud_3') })).toBe('changed');
  now += 24_999;
  expect(await held()).toEqual([desk]);
  now += 1;
  expect(await held()).toEqual([]);
});

test('finding W15: when the pool’s keys cannot be fetched, the authorizer fails, and answers as soon as they can be', async () => {
  const pool = process.env.AWS_ENDPOINT_URL;
  process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:9';
  const authorize = aContainer();
  process.env.AWS_ENDPOINT_URL = pool;
  await expect(authorize(bearing(aStaffToken(now)))).rejects.toThrow();
  expect((await authorize({})).isAuthorized).toBe(true);
});

describe('finding S6: within 25 s, to which the gateway adds 30, the tokens of a patron end by', () => {
  const branchId = 'riverton.main';
  const actor = staffAt(branchId, 'desk');
  const on = <O extends { using(runtime: ReturnType<typeof runtimeOf>): O }>(operation: O): O =>
    operation.using(runtimeOf());
  type Who = Awaited<ReturnType<typeof aSignedInPatron>>;
  const ends: [string, (who: Who, self: Actor) => Promise<{ status: number }>][] = [
    [
      'a PIN reset at the desk',
      ({ patronId: id }) => call(on(resetPin), { actor, path: { patronId: id }, body: { branchId, pin: '739164' } }),
    ],
    [
      'a card that is replaced as stolen',
      ({ patronId: id }) => {
        const body = { branchId, card: String(Math.random()).slice(2, 16), reason: 'stolen' };
        return call(on(replaceCard), { actor, path: { patronId: id }, body });
      },
    ],
    ['signing out', (_who, self) => call(on(signOut), { actor: self, body: {} })],
    ['signing out everywhere', (_who, self) => call(on(signOut), { actor: self, body: { everywhere: true } })],
  ];
  test.each(ends)('%s; no refresh from that moment', async (_what, end) => {
    const authorize = aContainer();
    const who = await aSignedInPatron();
    const context = async () => (await authorize(bearing(who.text))).context;
    const self: Actor = JSON.parse((await context()).actor ?? '');
    expect((await call(on(refresh), { actor: self })).status).toBe(200);
    expect((await end(who, self)).status).toBe(200);
    expect(await call(on(refresh), { actor: self })).toMatchObject({ status: 401, body: { code: 'sign-in-again' } });
    now += 25_000;
    expect(await context()).toEqual({ reason: 'token-expired' });
  });

  test('ending the session from another device; no refresh from that moment', async () => {
    const authorize = aContainer();
    const who = await aSignedInPatron();
    const context = async () => (await authorize(bearing(who.text))).context;
    const self: Actor = JSON.parse((await context()).actor ?? '');
    if (self.kind !== 'patron' || self.session === undefined) throw new Error('a patron signed in');
    const other: Actor = { ...self, session: 'that of the other device' };
    expect((await call(on(endSession), { actor: other, path: { sessionId: self.session } })).status).toBe(200);
    expect(await call(on(refresh), { actor: self })).toMatchObject({ status: 401, body: { code: 'sign-in-again' } });
    now += 25_000;
    expect(await context()).toEqual({ reason: 'token-expired' });
  });

  test('a new PIN, and who signs in with it is admitted at once', async () => {
    const authorize = aContainer();
    const { patronId, card, text } = await aSignedInPatron();
    expect((await authorize(bearing(text))).context).toHaveProperty('actor');
    now += 1000;
    await call(on(resetPin), { actor, path: { patronId }, body: { branchId, pin: '739164' } });
    const { body } = await call(on(signIn), { address: '203.0.113.11', body: { card, pin: '739164' } });
    const anew = (body as { access_token: string }).access_token;
    expect((await authorize(bearing(anew))).context).toHaveProperty('actor');
  });

  test('signing out at one device leaves another signed in, signing out everywhere does not', async () => {
    const [one, again] = [await aSignedInPatron(), '482615'];
    const { body } = await call(on(signIn), { address: '203.0.113.9', body: { card: one.card, pin: again } });
    const other = (body as { access_token: string }).access_token;
    const actorOf = async (token: string) => (await aContainer()(bearing(token))).context;
    const self: Actor = JSON.parse((await actorOf(one.text)).actor ?? '');
    await call(on(signOut), { actor: self, body: {} });
    expect(await actorOf(one.text)).toEqual({ reason: 'token-expired' });
    expect(await actorOf(other)).toHaveProperty('actor');
    await call(on(signOut), { actor: JSON.parse((await actorOf(other)).actor ?? ''), body: { everywhere: true } });
    expect(await actorOf(other)).toEqual({ reason: 'token-expired' });
    now += 1000;
    const anew = await call(on(signIn), { address: '203.0.113.9', body: { card: one.card, pin: again } });
    expect(await actorOf((anew.body as { access_token: string }).access_token)).toHaveProperty('actor');
  });
});

test('finding S6: a withdrawn machine is refused within 25 s, to which the gateway adds 30', async () => {
  const client = { clientId: 'mch_1', name: 'Self-check', memberId: 'riverton', branchId: 'riverton.main' };
  const machine = { ...client, scopes: ['self-check'], createdAt: '2026-03-01T00:00:00.000Z' };
  expect(await machineStore(table).add(machine, 'a secret', audit('aud_4'))).toBe(true);
  const body = { clientId: 'mch_1', clientSecret: 'a secret' };
  const issued = await call(issueToken.using(runtimeOf()), { address: '203.0.113.10', body });
  const authorize = aContainer();
  const token = bearing((issued.body as { access_token: string }).access_token);
  expect((await authorize(token)).context).toHaveProperty('actor');
  const withdrawn = await call(withdrawMachine.using(runtimeOf()), {
    ...{ actor: staffAt('riverton', 'member-admin'), path: { clientId: 'mch_1' } },
    body: { memberId: 'riverton', reason: 'The self-check was stolen' },
  });
  expect(withdrawn.status).toBe(200);
  now += 25_000;
  expect((await authorize(token)).context).toEqual({ reason: 'token-refused' });
});

test('finding S6: staff who sign out are refused with refreshed tokens too, and sign in anew', async () => {
  const session = { auth_time: Math.floor(now / 1000), origin_jti: 'first-2' };
  const claims = { username: 'stf_2', ...session };
  const context = async (more: object = {}) =>
    (await aContainer()(bearing(aStaffToken(now, { claims: { ...claims, ...more } })))).context;
  const self: Actor = JSON.parse((await context()).actor ?? '');
  await call(staffSignOut.using(runtimeOf()), { actor: self, body: {} });
  expect(await context({ jti: 'refreshed' })).toEqual({ reason: 'token-expired' });
  expect(await context({ origin_jti: 'other-device' })).toHaveProperty('actor');
  await call(staffSignOut.using(runtimeOf()), { actor: self, body: { everywhere: true } });
  expect(await context({ origin_jti: 'other-device' })).toEqual({ reason: 'token-expired' });
  now += 2000;
  const anew = { origin_jti: 'anew', auth_time: Math.floor(now / 1000) };
  expect(await context(anew)).toHaveProperty('actor');
});

test('finding S12: the authorizer says whether CloudFront sent a request, with or without a token', async () => {
  const container = handler.using(runtimeOf()).with({ isOriginSecret: async (sent) => sent === 'known' });
  const contextOf = async (headers: Record<string, string>) =>
    (await container({ headers }, { awsRequestId: 'lambda-1' })).context;
  expect(await contextOf({ 'x-concord-origin': 'known' })).toEqual({ origin: 'cloudfront' });
  expect(await contextOf({ 'x-concord-origin': 'other' })).toEqual({});
  expect(await contextOf({})).toEqual({});
  const refused = await contextOf({ 'x-concord-origin': 'known', authorization: 'Bearer a.b.c' });
  expect(refused).toEqual({ origin: 'cloudfront', reason: 'token-refused' });
});
