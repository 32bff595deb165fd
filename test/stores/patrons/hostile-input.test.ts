import { handler as giveRole } from '../../../functions/membership/operations/give-role/handler.ts';
import { handler as issueToken } from '../../../functions/membership/operations/issue-machine-token/handler.ts';
import { handler as listMachines } from '../../../functions/membership/operations/list-machine-clients/handler.ts';
import { handler as withdrawMachine } from '../../../functions/membership/operations/withdraw-machine-client/handler.ts';
import { handler as lookUp } from '../../../functions/patrons/operations/look-up-patron/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as searchPatrons } from '../../../functions/patrons/operations/search-patrons/handler.ts';
import { patronStore } from '../../../functions/patrons/public/patron-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { addMachine } from '../../builders/machine-clients.ts';
import { aPatron, consortiumStaff, staffAt, withBranch } from '../../builders/people.ts';
import { mockSigningKey } from '../../builders/signing-key.ts';

const desk = staffAt('riverton.main', 'desk');
const memberAdmin = staffAt('riverton', 'member-admin');
const cursorOf = (key: object): string => Buffer.from(JSON.stringify(key)).toString('base64url');
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockSigningKey();
  table = await aTable();
  await withBranch(table, 'riverton.main');
});

const registration = (more: object) => ({
  branchId: 'riverton.main',
  card: '1',
  category: 'adult',
  expiresOn: '2099-12-31',
  person: { name: { family: 'Okafor' } },
  ...more,
});

// Without validation, each would exceed DynamoDB's limits for keys, or become another key.
test.each<[string, object]>([
  ['a card of 10,000 characters', { card: '1'.repeat(10_000) }],
  ['a card that grows when it is normalised', { card: 'ﷺ'.repeat(64) }],
  ['a card of blanks and marks', { card: ' \u200b\u200b ' }],
  ['a family name of 10,000 characters', { person: { name: { family: 'x'.repeat(10_000) } } }],
  ['a guarantor of 10,000 characters', { guarantorId: 'p'.repeat(10_000) }],
  ['a branch that is a key', { homeBranch: 'riverton.main#STATUS' }],
  ['a date that is none', { expiresOn: '2026-02-30' }],
])('%s is a 400', async (_what, more) => {
  const refused = await call(register, { actor: desk, body: registration(more) });
  expect(refused).toMatchObject({ status: 400, body: { code: 'bad-input' } });
});

test.each<[string, string]>([
  ['of 200 ideographs twice', '漢'.repeat(200)],
  ['that grows when it is folded', 'ﷺ'.repeat(200)],
  ['with the marks that part keys', 'O#Neill%23 '.repeat(15)],
])('a name %s is stored unchanged and found again', async (_what, family) => {
  const card = String(Math.random()).slice(2);
  const person = { name: { family, given: family } };
  expect((await call(register, { actor: desk, body: registration({ card, person }) })).status).toBe(201);
  const found = await call(searchPatrons, {
    actor: desk,
    body: { branchId: 'riverton.main', name: family.slice(0, 3) },
  });
  expect(found.body).toMatchObject({ patrons: [{ card, name: { family: family.trim() } }] });
});

test('a number with a # opens no other person’s item', async () => {
  const { patronId } = await aPatron(table, {});
  const body = { branchId: 'riverton.main', patronId: `${patronId}#PERSON` };
  expect(await call(lookUp, { actor: desk, body })).toMatchObject({ status: 404, body: { code: 'patron-unknown' } });
});

describe('a cursor', () => {
  test('continues where the page ended, in its own list only', async () => {
    for (const family of ['Zander', 'Zebra', 'Zeller']) await aPatron(table, { family });
    const patrons = patronStore(table);
    const first = await patrons.byName('riverton', 'z', { limit: 2 });
    const after = first === 'bad-cursor' ? '' : (first.next ?? '');
    const names = (page: typeof first) =>
      page === 'bad-cursor' ? page : page.rows.map(({ person }) => person.name.family);
    expect(names(first)).toEqual(['Zander', 'Zebra']);
    expect(names(await patrons.byName('riverton', 'z', { limit: 2, after }))).toEqual(['Zeller']);
    expect(await patrons.byName('riverton', 'a', { limit: 2, after })).toBe('bad-cursor');
    expect(await patrons.byName('lakeshore', 'z', { limit: 2, after })).toBe('bad-cursor');
  });

  const home = { gsi2pk: 'PATRONS-OF#riverton', gsi2sk: 'z' };
  test.each<[string, string]>([
    ['that is no JSON', Buffer.from('nonsense').toString('base64url')],
    ['that is no key', cursorOf([1])],
    ['that lacks a part', cursorOf(home)],
    ['with a part too many', cursorOf({ ...home, pk: 'a', sk: 'b', gsi1pk: 'c' })],
    ['with a part that is longer than a key', cursorOf({ ...home, pk: 'a', sk: 'x'.repeat(1500) })],
    ['with a number for a text', cursorOf({ ...home, pk: 'a', sk: 1 })],
  ])('%s is a 400', async (_what, after) => {
    const refused = await call(searchPatrons, { actor: desk, body: { branchId: 'riverton.main', after } });
    expect(refused).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
  });
});

test.each([
  { role: 'desk', scope: 'member', member: 'm'.repeat(10_000) },
  { role: 'desk', scope: 'branch', branch: 'riverton.' },
  { role: 'king', scope: 'consortium' },
])('a role at an impossible place is a 400: %.40j', async (grant) => {
  const path = { staffId: 'stf_1' };
  const refused = await call(giveRole, { actor: consortiumStaff('admin'), path, body: { grant, reason: 'x' } });
  expect(refused).toMatchObject({ status: 400, body: { code: 'bad-input' } });
});

test('a withdrawn machine gets no token, and is withdrawn by its own member, once', async () => {
  const client = {
    clientId: 'mch_9',
    name: 'x',
    memberId: 'riverton',
    branchId: 'riverton.main',
    scopes: ['self-check'],
    createdAt: 'then',
  };
  const audit = { subject: 'machine:mch_9', at: 'then', auditId: 'aud_9', by: 'x', did: 'x', detail: {} };
  await addMachine(table, client, 'a secret', audit);
  const credentials = { clientId: 'mch_9', clientSecret: 'a secret' };
  expect((await call(issueToken, { body: credentials })).status).toBe(200);
  const withdraw = (memberId: string, actor = memberAdmin) =>
    call(withdrawMachine, { actor, path: { clientId: 'mch_9' }, body: { memberId, reason: 'Stolen' } });
  expect(await withdraw('lakeshore', staffAt('lakeshore', 'member-admin'))).toMatchObject({ status: 404 });
  expect((await withdraw('riverton')).status).toBe(200);
  expect(await withdraw('riverton')).toMatchObject({ status: 409, body: { code: 'withdrawn-already' } });
  expect(await call(issueToken, { body: credentials })).toMatchObject({
    status: 401,
    body: { code: 'client-refused' },
  });
  const listed = await call(listMachines, { actor: memberAdmin, query: { memberId: 'riverton' } });
  expect(listed.body).toMatchObject({ machines: [{ clientId: 'mch_9', withdrawnAt: expect.any(String) }] });
  expect(JSON.stringify(listed.body)).not.toMatch(/secret/i);
});
