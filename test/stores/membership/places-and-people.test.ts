import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AliasExistsException,
  CognitoIdentityProviderClient,
  ListUsersCommand,
  UnsupportedUserStateException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as inviteFirst } from '../../../functions/membership/consumers/invite-first-administrator/handler.ts';
import { machineStore } from '../../../functions/membership/data/machine-store.ts';
import { staffStore } from '../../../functions/membership/data/staff-store.ts';
import type { Staff } from '../../../functions/membership/domain/staff.ts';
import { handler as createBranch } from '../../../functions/membership/operations/create-branch/handler.ts';
import { handler as createMachine } from '../../../functions/membership/operations/create-machine-client/handler.ts';
import { handler as createMember } from '../../../functions/membership/operations/create-member/handler.ts';
import { handler as giveRole } from '../../../functions/membership/operations/give-role/handler.ts';
import { handler as inviteStaff } from '../../../functions/membership/operations/invite-staff/handler.ts';
import { handler as directory } from '../../../functions/membership/operations/list-directory/handler.ts';
import { handler as listInvitations } from '../../../functions/membership/operations/list-invitations/handler.ts';
import { handler as listStaff } from '../../../functions/membership/operations/list-staff/handler.ts';
import { handler as setHours } from '../../../functions/membership/operations/update-branch-hours/handler.ts';
import { handler as whoami } from '../../../functions/membership/operations/whoami/handler.ts';
import { handler as withdrawInvitation } from '../../../functions/membership/operations/withdraw-invitation/handler.ts';
import { handler as withdrawRole } from '../../../functions/membership/operations/withdraw-role/handler.ts';
import { exampleBranch, exampleMember } from '../../../functions/membership/schemas/examples.ts';
import type { Grant } from '../../../layers/kernel/identity/roles.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aPatron, consortiumStaff, patron, staffAt } from '../../builders/people.ts';

const admin = consortiumStaff('admin');
const memberAdmin = staffAt('riverton', 'member-admin');
const cognito = mockClient(CognitoIdentityProviderClient);
let table: Table;

/** Stores a staff user of this library; returns the actor. */
const employed = async (staffId: string, memberId: string, ...grants: Grant[]): Promise<Actor> => {
  const person = { staffId, name: staffId, email: `${staffId}@example.org`, memberId, grants, invited: true };
  const audit = { subject: staffId, at: 'then', auditId: `aud_${staffId}`, by: 'test', did: 'test', detail: {} };
  await staffStore(table).add(person, audit);
  return { kind: 'staff', id: staffId, grants };
};

const auditOf = async (staffId: string) =>
  (await table.queryAll({ partition: `AUDIT#staff:${staffId}` })).map(({ by, did, detail }) => ({ by, did, detail }));

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.USER_POOL_ID = 'us-east-1_Test';
  table = await aTable();
  await call(createMember, { actor: admin, body: exampleMember });
});
beforeEach(() => {
  cognito.reset();
  cognito.on(AdminCreateUserCommand).resolves({});
});

describe('branches', () => {
  const path = { memberId: 'riverton' };

  test('are created by the member’s admin and shown in the directory with their hours', async () => {
    const created = await call(createBranch, { actor: memberAdmin, path, body: exampleBranch });
    expect(created).toMatchObject({ status: 201, body: exampleBranch });
    expect((await call(directory)).body).toEqual({ members: [{ ...exampleMember, branches: [exampleBranch] }] });
  });

  test('are claimed once, for an existing member, under its own name', async () => {
    const again = await call(createBranch, { actor: memberAdmin, path, body: exampleBranch });
    expect(again).toMatchObject({ status: 409, body: { code: 'branch-exists' } });
    const nowhere = { ...exampleBranch, branchId: 'nowhere.main' };
    const homeless = await call(createBranch, { actor: admin, path: { memberId: 'nowhere' }, body: nowhere });
    expect(homeless).toMatchObject({ status: 404, body: { code: 'member-unknown' } });
    const astray = await call(createBranch, { actor: admin, path, body: nowhere });
    expect(astray).toMatchObject({ status: 422, body: { code: 'branch-elsewhere' } });
  });

  test('change their hours', async () => {
    const calendar = { ...exampleBranch.calendar, closures: [] };
    const changed = await call(setHours, { actor: memberAdmin, path: { branchId: 'riverton.main' }, body: calendar });
    expect(changed).toMatchObject({ status: 200, body: { ...exampleBranch, calendar } });
    const unknown = await call(setHours, { actor: memberAdmin, path: { branchId: 'riverton.west' }, body: calendar });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'branch-unknown' } });
  });
});

describe('an invitation', () => {
  const body = { name: 'Amina Diallo', email: 'Amina.Diallo@Example.org', memberId: 'riverton' };

  test('creates the account under the staff id, without a password of ours, and claims the address', async () => {
    const invited = await call(inviteStaff, { actor: memberAdmin, body });
    const { staffId } = invited.body as Staff;
    expect(invited).toMatchObject({
      status: 201,
      body: {
        ...body,
        email: 'amina.diallo@example.org',
        staffId: expect.stringMatching(/^stf_/),
        grants: [],
        invited: true,
      },
    });
    expect(cognito.commandCalls(AdminCreateUserCommand).map(({ args }) => args[0].input)).toEqual([
      expect.objectContaining({ Username: staffId, DesiredDeliveryMediums: ['EMAIL'] }),
    ]);
    expect(JSON.stringify(cognito.commandCalls(AdminCreateUserCommand)[0]?.args[0].input)).not.toMatch(/password/i);
    expect(await auditOf(staffId)).toEqual([
      { by: 'staff:stf_of-riverton', did: 'invite-staff', detail: { memberId: 'riverton' } },
    ]);
  });

  test('finding W4: that expired is sent again, under the same account and with an audit line', async () => {
    const person = { ...body, email: 'late@example.org' };
    const { staffId } = (await call(inviteStaff, { actor: memberAdmin, body: person })).body as Staff;
    const again = await call(inviteStaff, { actor: memberAdmin, body: person });
    expect(again).toMatchObject({ status: 201, body: { staffId, invited: true } });
    expect(cognito.commandCalls(AdminCreateUserCommand).at(-1)?.args[0].input).toMatchObject({
      ...{ Username: staffId, MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'] },
    });
    expect((await auditOf(staffId)).map(({ did }) => did)).toEqual(['invite-staff', 'invite-again']);
  });

  test('finding W4: of an account that was deleted in the pool creates the account again', async () => {
    const person = { ...body, email: 'deleted@example.org' };
    const { staffId } = (await call(inviteStaff, { actor: memberAdmin, body: person })).body as Staff;
    const gone = new UserNotFoundException({ message: '', $metadata: {} });
    cognito.on(AdminCreateUserCommand, { MessageAction: 'RESEND' }).rejects(gone);
    expect(await call(inviteStaff, { actor: memberAdmin, body: person })).toMatchObject({ status: 201 });
    expect(cognito.commandCalls(AdminCreateUserCommand).at(-1)?.args[0].input).toMatchObject({
      ...{
        Username: staffId,
        UserAttributes: expect.arrayContaining([{ Name: 'email', Value: 'deleted@example.org' }]),
      },
    });
  });

  test('finding W4: is refused for a person who has signed in, and for one of another library', async () => {
    const person = { ...body, email: 'active@example.org' };
    const { staffId } = (await call(inviteStaff, { actor: memberAdmin, body: person })).body as Staff;
    const elsewhere = await call(inviteStaff, { actor: admin, body: { ...person, memberId: 'consortium' } });
    expect(elsewhere).toMatchObject({ status: 409, body: { code: 'email-taken' } });
    cognito
      .on(AdminCreateUserCommand, { MessageAction: 'RESEND' })
      .rejects(new UnsupportedUserStateException({ message: '', $metadata: {} }));
    const again = await call(inviteStaff, { actor: memberAdmin, body: person });
    expect(again).toMatchObject({ status: 409, body: { code: 'email-taken' } });
    expect((await auditOf(staffId)).map(({ did }) => did)).toEqual(['invite-staff']);
  });

  test('is listed until the person signs in, and withdrawn until then: the address is free again', async () => {
    const [noor, sami] = ['Noor', 'Sami'].map((name) => ({ ...body, name, email: `${name}@example.org` }));
    const { staffId } = (await call(inviteStaff, { actor: memberAdmin, body: noor })).body as Staff;
    const other = (await call(inviteStaff, { actor: memberAdmin, body: sami })).body as Staff;
    const UserLastModifiedDate = new Date('2026-11-24T15:04:05.000Z');
    const account = { UserStatus: 'FORCE_CHANGE_PASSWORD', UserLastModifiedDate } as const;
    cognito
      .on(ListUsersCommand)
      .resolves({ Users: [{ Username: other.staffId, UserStatus: 'CONFIRMED' }], PaginationToken: 'more' })
      .on(ListUsersCommand, { PaginationToken: 'more' })
      .resolves({ Users: [{ Username: staffId, ...account }] });
    const listed = await call(listInvitations, { actor: memberAdmin, query: { memberId: 'riverton' } });
    const sentAt = UserLastModifiedDate.toISOString();
    expect(listed.body).toEqual({
      invitations: [{ staffId, name: 'Noor', email: 'noor@example.org', memberId: 'riverton', sentAt }],
    });
    cognito.on(AdminGetUserCommand).resolves({ UserStatus: 'CONFIRMED' });
    cognito.on(AdminGetUserCommand, { Username: staffId }).resolves(account);
    cognito.on(AdminDeleteUserCommand).resolves({});
    const withdraw = (id: string, memberId = 'riverton', actor: Actor = memberAdmin) =>
      call(withdrawInvitation, { actor, path: { staffId: id }, body: { memberId } });
    expect(await withdraw(other.staffId)).toMatchObject({ status: 409, body: { code: 'signed-in' } });
    expect(await withdraw(staffId, 'consortium', admin)).toMatchObject({
      status: 404,
      body: { code: 'staff-unknown' },
    });
    expect(await withdraw(staffId)).toMatchObject({ status: 200, body: { staffId } });
    expect(cognito.commandCalls(AdminDeleteUserCommand).map(({ args }) => args[0].input.Username)).toEqual([staffId]);
    expect((await auditOf(staffId)).at(-1)).toMatchObject({ did: 'withdraw-invitation' });
    expect(await withdraw(staffId)).toMatchObject({ status: 404, body: { code: 'staff-unknown' } });
    const anew = (await call(inviteStaff, { actor: memberAdmin, body: noor })).body as Staff;
    expect(anew.staffId).not.toBe(staffId);
    // Broken off after the account ended: the repeated call finds none, and completes.
    cognito.on(AdminGetUserCommand).rejects(new UserNotFoundException({ message: '', $metadata: {} }));
    expect(await withdraw(anew.staffId)).toMatchObject({ status: 200 });
  });

  test('that was interrupted is resumed with the same account', async () => {
    const other = { ...body, email: 'broken@example.org' };
    cognito.on(AdminCreateUserCommand).rejectsOnce(new Error('no connection')).resolves({});
    expect((await call(inviteStaff, { actor: memberAdmin, body: other })).status).toBe(500);
    expect((await call(inviteStaff, { actor: memberAdmin, body: other })).status).toBe(201);
    const names = cognito.commandCalls(AdminCreateUserCommand).map(({ args }) => args[0].input.Username);
    expect(names[0]).toBe(names[1]);
  });

  test('is refused for an address that signs in already, and for an unknown member', async () => {
    cognito.on(AdminCreateUserCommand).rejects(new AliasExistsException({ message: '', $metadata: {} }));
    const taken = await call(inviteStaff, { actor: memberAdmin, body: { ...body, email: 'alias@example.org' } });
    expect(taken).toMatchObject({ status: 409, body: { code: 'email-taken' } });
    const nowhere = await call(inviteStaff, { actor: admin, body: { ...body, memberId: 'nowhere' } });
    expect(nowhere).toMatchObject({ status: 404, body: { code: 'member-unknown' } });
  });

  test('finding W4: of the first administrator is sent by every deployment until they sign in, and then no more', async () => {
    process.env.FIRST_ADMINISTRATOR = 'first@example.org';
    const container = inviteFirst.using(systemRuntime());
    const deploy = () => container({}, { awsRequestId: 'lambda-1' });
    expect([await deploy(), await deploy()]).toEqual([{ outcome: 'invited' }, { outcome: 'invited' }]);
    const inputs = cognito.commandCalls(AdminCreateUserCommand).map(({ args }) => args[0].input);
    expect(inputs.map(({ MessageAction }) => MessageAction)).toEqual([undefined, 'RESEND']);
    expect(new Set(inputs.map(({ Username }) => Username)).size).toBe(1);
    cognito
      .on(AdminCreateUserCommand, { MessageAction: 'RESEND' })
      .rejects(new UnsupportedUserStateException({ message: '', $metadata: {} }));
    expect(await deploy()).toEqual({ outcome: 'known' });
    const found = await staffStore(table).byEmail('first@example.org');
    expect(found?.staff).toMatchObject({ memberId: 'consortium', grants: [{ role: 'admin', scope: 'consortium' }] });
  });
});

describe('roles', () => {
  const desk: Grant = { role: 'desk', scope: 'branch', branch: 'riverton.main' };
  const memberAdminGrant: Grant = { role: 'member-admin', scope: 'member', member: 'riverton' };
  const adminGrant: Grant = { role: 'admin', scope: 'consortium' };
  const give = (actor: Actor, staffId: string, grant: Grant) =>
    call(giveRole, { actor, path: { staffId }, body: { grant, reason: 'Begins at the desk' } });
  const withdraw = (actor: Actor, staffId: string, grant: Grant) =>
    call(withdrawRole, { actor, path: { staffId }, body: { grant, reason: 'Leaves' } });

  test('are granted and withdrawn, each with an audit line in the same write', async () => {
    const giver = await employed('stf_giver', 'riverton', memberAdminGrant);
    await employed('stf_new', 'riverton');
    expect(await give(giver, 'stf_new', desk)).toMatchObject({ status: 200, body: { grants: [desk] } });
    expect(await give(giver, 'stf_new', desk)).toMatchObject({ status: 409, body: { code: 'already-held' } });
    expect(await withdraw(giver, 'stf_new', desk)).toMatchObject({ status: 200, body: { grants: [] } });
    expect((await auditOf('stf_new')).slice(-2)).toEqual([
      { by: 'staff:stf_giver', did: 'give-role', detail: { grant: desk, reason: 'Begins at the desk' } },
      { by: 'staff:stf_giver', did: 'withdraw-role', detail: { grant: desk, reason: 'Leaves' } },
    ]);
  });

  test('are decided by the current roles, not by those of the token', async () => {
    const dismissed = await employed('stf_dismissed', 'riverton');
    await employed('stf_friend', 'riverton');
    const stale: Actor = { ...dismissed, grants: [memberAdminGrant] } as Actor;
    expect(await give(stale, 'stf_friend', desk)).toMatchObject({ status: 403, body: { code: 'not-yours-to-give' } });
  });

  test('at an unknown branch are not granted', async () => {
    const giver = await employed('stf_giver2', 'riverton', memberAdminGrant);
    await employed('stf_new2', 'riverton');
    const nowhere: Grant = { role: 'desk', scope: 'branch', branch: 'riverton.nowhere' };
    expect(await give(giver, 'stf_new2', nowhere)).toMatchObject({ status: 404, body: { code: 'place-unknown' } });
    expect((await staffStore(table).get('stf_new2'))?.staff.grants).toEqual([]);
  });

  test('two admins who withdraw each other’s role at once do not both succeed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [`stf_one${round}`, `stf_two${round}`];
      const [a, b] = [await employed(one, 'consortium', adminGrant), await employed(two, 'consortium', adminGrant)];
      const answers = await Promise.all([withdraw(a, two, adminGrant), withdraw(b, one, adminGrant)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    }
  });

  test('the staff of a member are listed page by page; a cursor of another list is refused', async () => {
    const first = await call(listStaff, { actor: memberAdmin, query: { memberId: 'riverton' } });
    expect((first.body as { staff: Staff[] }).staff.every(({ memberId }) => memberId === 'riverton')).toBe(true);
    const page = await staffStore(table).list('consortium', { limit: 2 });
    const foreign = page === 'bad-cursor' ? '' : (page.next ?? '');
    const refused = await call(listStaff, { actor: memberAdmin, query: { memberId: 'riverton', after: foreign } });
    expect(refused).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
    const rest = await staffStore(table).list('consortium', { limit: 2, after: foreign });
    expect(rest).toMatchObject({ rows: [expect.anything(), expect.anything()] });
  });
});

describe('a machine client', () => {
  const body = { name: 'Self-check', memberId: 'riverton', branchId: 'riverton.main', scopes: ['self-check'] };

  test('gets a secret that is shown once and is valid', async () => {
    const { status, body: made } = await call(createMachine, { actor: memberAdmin, body });
    const { clientId, clientSecret } = made as { clientId: string; clientSecret: string };
    expect(status).toBe(201);
    expect(await machineStore(table).authenticate(clientId, clientSecret)).toMatchObject(body);
  });

  test('is refused at another member’s branch', async () => {
    const astray = await call(createMachine, { actor: memberAdmin, body: { ...body, branchId: 'harcourt.main' } });
    expect(astray).toMatchObject({ status: 422, body: { code: 'branch-elsewhere' } });
  });
});

describe('the current user', () => {
  test('is shown to staff, patrons and machines', async () => {
    const desk: Grant = { role: 'desk', scope: 'member', member: 'riverton' };
    const staff = await employed('stf_me', 'riverton', desk);
    const staffBody = { kind: 'staff', id: 'stf_me', name: 'stf_me', member: 'riverton', grants: [desk], deskPass: {} };
    expect((await call(whoami, { actor: staff })).body).toEqual(staffBody);
    const { patronId } = await aPatron(table, {});
    const patronBody = { kind: 'patron', id: patronId, name: 'Amara Okafor', member: 'riverton' };
    expect((await call(whoami, { actor: patron(patronId) })).body).toEqual(patronBody);
    const gone = await call(whoami, { actor: patron('pat_gone') });
    expect(gone).toMatchObject({ status: 410, body: { code: 'gone' } });
  });
});
