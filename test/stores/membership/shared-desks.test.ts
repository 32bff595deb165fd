import { handler as authorizer } from '../../../functions/membership/consumers/authorize/handler.ts';
import { staffStore } from '../../../functions/membership/data/staff-store.ts';
import { handler as enrol } from '../../../functions/membership/operations/enrol-desk/handler.ts';
import { handler as issueToken } from '../../../functions/membership/operations/issue-machine-token/handler.ts';
import { handler as listDesks } from '../../../functions/membership/operations/list-desks/handler.ts';
import { handler as listStaff } from '../../../functions/membership/operations/list-staff/handler.ts';
import { handler as setPass } from '../../../functions/membership/operations/set-desk-pass/handler.ts';
import { handler as signOut } from '../../../functions/membership/operations/sign-out/handler.ts';
import { handler as whoami } from '../../../functions/membership/operations/whoami/handler.ts';
import { handler as withdraw } from '../../../functions/membership/operations/withdraw-desk/handler.ts';
import type { Grant } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { type Actor, actorName } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { type Call, call } from '../../builders/call.ts';
import { aDevice } from '../../builders/desks.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { staffAt, withBranch } from '../../builders/people.ts';
import { mockSigningKey } from '../../builders/signing-key.ts';

const admin = staffAt('riverton', 'member-admin');
const branchId = 'riverton.main';
const atBranch: Grant = { role: 'desk', scope: 'branch', branch: branchId };
const everywhere: Grant = { role: 'desk-supervisor', scope: 'member', member: 'riverton' };
const administers: Grant = { role: 'member-admin', scope: 'member', member: 'riverton' };
const elsewhere: Grant = { role: 'desk', scope: 'branch', branch: 'riverton.east' };
const device = aDevice();
let table: Table;
let now = Date.parse('2026-11-30T09:00:00Z');
let deskId: string;

const runtime = () => ({ clock: { now: () => now }, ids: systemIds, environment: readEnvironment(process.env) });
const ask = (handler: OperationHandler, request: Call) => call(handler.using(runtime()), request);
const textOf = (body: unknown, name: string): string => String((body as Record<string, unknown>)[name]);

const employed = async (staffId: string, ...grants: Grant[]): Promise<Actor> => {
  const person = {
    staffId,
    name: staffId,
    email: `${staffId}@example.org`,
    memberId: 'riverton',
    grants,
    invited: true,
  };
  const audit = { subject: staffId, at: 'then', auditId: `aud_${staffId}`, by: 'test', did: 'test', detail: {} };
  await staffStore(table).add(person, audit);
  return { kind: 'staff', id: staffId, grants };
};
const codeOf = async (actor: Actor): Promise<string> =>
  textOf((await ask(setPass, { actor, path: { staffId: actor.id }, body: { code: 'new' } })).body, 'code');

/** Signs in at the desk by a badge or code, or renews the session of an actor. Each request is a second later than the last. */
const atDesk = (proves: { pass: string } | { actor: Actor }, { by = device, desk = deskId, at = 0 } = {}) => {
  now += 1000;
  const [pass, actor] = 'pass' in proves ? [proves.pass] : [undefined, proves.actor];
  const session = actor?.kind === 'staff' ? (actor.session ?? '') : '';
  const clientSecret = by.signature(desk, now + at, pass ?? session);
  const body = { clientId: desk, clientSecret, desk: { at: now + at, ...(pass !== undefined && { pass }) } };
  return ask(issueToken, { body, ...(actor && { actor }) });
};

/** Returns whom a new container of the authorizer passes on for a token. */
const actorBy = async (answered: { body: unknown }): Promise<Extract<Actor, { kind: 'staff' }>> => {
  const headers = { authorization: `Bearer ${textOf(answered.body, 'access_token')}` };
  const { context } = await authorizer.using(runtime())({ headers }, { awsRequestId: 'lambda-1' });
  return JSON.parse(context.actor ?? JSON.stringify(context));
};

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockSigningKey();
  process.env.USER_POOL_ID = 'us-east-1_Test';
  table = await aTable();
  await withBranch(table, branchId);
  await withBranch(table, 'riverton.east');
  const body = { name: 'Left', memberId: 'riverton', branchId, lockMinutes: 5, publicKey: device.publicKey };
  const enrolled = await ask(enrol, { actor: admin, body });
  expect(enrolled).toMatchObject({ status: 201, body: { branchId, lockMinutes: 5 } });
  deskId = textOf(enrolled.body, 'deskId');
});

test('a code signs in at the desk, with the roles of work at its branch and no others', async () => {
  const person = await employed('stf_both', everywhere, administers, elsewhere);
  const pass = await codeOf(person);
  expect(pass).toMatch(/^\d{6}$/);
  const actor = await actorBy(await atDesk({ pass }));
  const grants = [
    { role: 'desk-supervisor', scope: 'branch', branch: branchId },
    { ...elsewhere, branch: branchId },
  ];
  expect(actor).toMatchObject({ kind: 'staff', id: 'stf_both', desk: deskId, grants: [grants[0]] });
  expect(actorName(actor)).toBe(`staff:stf_both@${deskId}`);
  // The screen also knows the roles that ask for the full sign-in.
  const { body } = await ask(whoami, { actor });
  expect(body).toMatchObject({
    desk: deskId,
    grants: [grants[0], administers],
    deskPass: { code: expect.any(String) },
  });
  const { body: listed } = await ask(listDesks, { actor: admin, query: { memberId: 'riverton' } });
  expect(listed).toMatchObject({ desks: [{ deskId, usedAt: expect.any(String) }] });
  expect(JSON.stringify(listed)).not.toContain('publicKey');
});

test('a badge signs in, another one replaces it and ends the sessions, and nobody else of the library can have it', async () => {
  const [person, other] = [await employed('stf_badge', atBranch), await employed('stf_other', atBranch)];
  const setBadge = (actor: Actor, badge: string | null) =>
    ask(setPass, { actor, path: { staffId: actor.id }, body: { badge } });
  expect(await setBadge(person, 'STAFF-0042')).toMatchObject({ status: 200, body: { deskPass: {} } });
  const session = await atDesk({ pass: 'STAFF-0042' });
  expect(await actorBy(session)).toMatchObject({ id: 'stf_badge' });
  expect(await setBadge(other, 'STAFF-0042')).toMatchObject({ status: 409, body: { code: 'badge-taken' } });
  expect((await setBadge(person, '482615')).status).toBe(400);
  now += 1000;
  expect((await setBadge(person, 'STAFF-0043')).status).toBe(200);
  expect(await actorBy(session)).toEqual({ reason: 'token-expired' });
  expect((await atDesk({ pass: 'STAFF-0042' })).status).toBe(401);
  expect((await setBadge(other, 'STAFF-0042')).status).toBe(200);
  expect(JSON.stringify(await table.queryAll({ partition: 'STAFF-PASSES#riverton' }))).not.toContain('STAFF-004');
});

test('who works at another branch only is refused, as is a code that nobody has', async () => {
  const pass = await codeOf(await employed('stf_east', elsewhere));
  for (const wrong of [pass, 'no such badge'])
    expect(await atDesk({ pass: wrong })).toMatchObject({ status: 401, body: { code: 'pass-refused' } });
  await atDesk({ pass: await codeOf(await employed('stf_unlocks', atBranch)) });
});

test('five wrong codes in a row lock the desk, also for the right one, and the next desk goes on', async () => {
  const pass = await codeOf(await employed('stf_locked', atBranch));
  const second = aDevice();
  const body = { name: 'Right', memberId: 'riverton', branchId, lockMinutes: 5, publicKey: second.publicKey };
  const desk = textOf((await ask(enrol, { actor: admin, body })).body, 'deskId');
  const at = { by: second, desk };
  for (let i = 0; i < 5; i += 1) expect((await atDesk({ pass: `wrong-${i}` }, at)).status).toBe(401);
  const locked = await atDesk({ pass }, at);
  expect(locked).toMatchObject({ status: 423, body: { code: 'desk-locked' } });
  expect(Number(locked.headers['retry-after'])).toBeGreaterThan(800);
  expect((await atDesk({ pass })).status).toBe(200);
  now += 15 * 60_000;
  expect((await atDesk({ pass }, at)).status).toBe(200);
});

test('who has a code cannot guess those of colleagues: own sign-ins do not lower the wrong ones of a quarter hour and a day', async () => {
  const pass = await codeOf(await employed('stf_guesses', atBranch));
  const third = aDevice();
  const body = { name: 'Back', memberId: 'riverton', branchId, lockMinutes: 5, publicKey: third.publicKey };
  const at = { by: third, desk: textOf((await ask(enrol, { actor: admin, body })).body, 'deskId') };
  /** Guesses until the desk is locked, with an own sign-in after every third wrong code. */
  const guesses = async (): Promise<number> => {
    for (let wrong = 0; wrong < 50; wrong += 1) {
      if (wrong % 3 === 0 && (await atDesk({ pass }, at)).status === 423) return wrong;
      if ((await atDesk({ pass: `guess-${wrong}` }, at)).status === 423) return wrong;
    }
    return 50;
  };
  now = Math.ceil(now / 86_400_000) * 86_400_000;
  const each: number[] = [];
  for (let quarter = 0; quarter < 5; quarter += 1) {
    each.push(await guesses());
    now = Math.ceil(now / 900_000) * 900_000;
  }
  expect(each).toEqual([10, 10, 10, 0, 0]);
  expect(await atDesk({ pass }, at)).toMatchObject({ status: 423, body: { code: 'desk-locked' } });
  expect((await atDesk({ pass })).status).toBe(200);
});

test('only the key of the desk signs in: not another one, not twice, not by a clock that is far off', async () => {
  const pass = await codeOf(await employed('stf_keys', atBranch));
  const refused = { status: 401, body: { code: 'client-refused' } };
  expect(await atDesk({ pass }, { by: aDevice() })).toMatchObject(refused);
  expect(await atDesk({ pass }, { desk: 'dsk_unknown' })).toMatchObject(refused);
  const late = { status: 401, body: { code: 'desk-clock' } };
  for (const at of [-121_000, 121_000]) expect(await atDesk({ pass }, { at })).toMatchObject(late);
  expect((await atDesk({ pass })).status).toBe(200);
  expect(await atDesk({ pass }, { at: -1000 })).toMatchObject(late);
});

test('a session is renewed by the desk where it began, for a working day, until it is signed out', async () => {
  const pass = await codeOf(await employed('stf_renews', atBranch));
  const first = await actorBy(await atDesk({ pass }));
  const renewed = await actorBy(await atDesk({ actor: first }));
  expect(renewed).toEqual(first);
  expect((await atDesk({ actor: { ...first, desk: 'dsk_other' } })).status).toBe(401);
  const token = await atDesk({ actor: first });
  expect((await ask(signOut, { actor: first, body: {} })).status).toBe(200);
  expect(await actorBy(token)).toEqual({ reason: 'token-expired' });
  now += 12 * 60 * 60_000;
  expect((await atDesk({ actor: first })).status).toBe(401);
});

test('an administrator removes codes and badges of others, and never gets one with which to sign in as them', async () => {
  const person = await employed('stf_reset', atBranch);
  const [old, path] = [await codeOf(person), { staffId: person.id }];
  const set = async (actor: Actor, body: object) => ask(setPass, { actor, path, body });
  for (const actor of [staffAt(branchId, 'desk-supervisor'), staffAt('harcourt', 'member-admin')])
    expect(await set(actor, { code: 'none' })).toMatchObject({ status: 404 });
  for (const body of [{ code: 'new' }, { badge: 'ADMIN-0001' }, { code: 'none', badge: 'ADMIN-0001' }])
    expect(await set(admin, body)).toMatchObject({ status: 403, body: { code: 'only-the-person' } });
  expect((await atDesk({ pass: 'ADMIN-0001' })).status).toBe(401);
  expect((await atDesk({ pass: old })).status).toBe(200);
  expect((await set(admin, { code: 'none', badge: null })).status).toBe(200);
  expect((await atDesk({ pass: old })).status).toBe(401);
  const { body: listed } = await ask(listStaff, { actor: admin, query: { memberId: 'riverton' } });
  const { staff } = listed as { staff: { staffId: string; deskPass: object }[] };
  expect(staff.find(({ staffId }) => staffId === person.id)?.deskPass).toEqual({});
  expect((await atDesk({ pass: await codeOf(person) })).status).toBe(200);
  const audits = await table.queryAll({ partition: 'AUDIT#staff:stf_reset' });
  expect(audits.map(({ by }) => by).toSorted()).toEqual(
    [actorName(admin), ...Array(2).fill('staff:stf_reset')].toSorted(),
  );
});

test('a withdrawn desk signs nobody in, and its sessions end with the caches of the authorizer', async () => {
  const pass = await codeOf(await employed('stf_last', atBranch));
  const token = await atDesk({ pass });
  const path = { deskId };
  const body = { memberId: 'riverton', reason: 'Stolen' };
  const foreign = { ...body, memberId: 'harcourt' };
  const stranger = staffAt('harcourt', 'member-admin');
  expect(await ask(withdraw, { actor: stranger, path, body: foreign })).toMatchObject({ status: 404 });
  expect((await ask(withdraw, { actor: admin, path, body })).status).toBe(200);
  expect(await ask(withdraw, { actor: admin, path, body })).toMatchObject({ status: 409 });
  expect(await actorBy(token)).toEqual({ reason: 'token-refused' });
  expect(await atDesk({ pass })).toMatchObject({ status: 401, body: { code: 'client-refused' } });
});

test('a desk is enrolled at a branch of the library, with a key on P-256', async () => {
  const body = { name: 'x', memberId: 'riverton', branchId, lockMinutes: 5, publicKey: device.publicKey };
  const codeFor = async (more: object) =>
    textOf((await ask(enrol, { actor: admin, body: { ...body, ...more } })).body, 'code');
  expect(await codeFor({ branchId: 'harcourt.main' })).toBe('branch-elsewhere');
  expect(await codeFor({ branchId: 'riverton.nowhere' })).toBe('place-unknown');
  expect(await codeFor({ publicKey: 'AAAA' })).toBe('bad-key');
});
