import { machineStore } from '../../../functions/membership/data/machine-store.ts';
import { handler } from '../../../functions/membership/operations/issue-machine-token/handler.ts';
import { actorOfOwnToken } from '../../../functions/membership/use-cases/own-token.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { withBranch } from '../../builders/people.ts';
import { mockSigningKey } from '../../builders/signing-key.ts';
import { ISSUER, ownKey } from '../../builders/tokens.ts';

const client = {
  clientId: 'mch_1',
  name: 'Self-check by the entrance',
  memberId: 'riverton',
  branchId: 'riverton.main',
  scopes: ['self-check'],
  createdAt: '2026-03-02T10:00:00.000Z',
};
const audit = {
  subject: 'machine:mch_1',
  at: client.createdAt,
  auditId: 'aud_1',
  by: 'staff:stf_1',
  did: 'create',
  detail: {},
};
let table: Table;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockSigningKey();
  table = await aTable();
  await withBranch(table, 'riverton.main');
  expect(await machineStore(table).add(client, 'a secret', audit)).toBe(true);
});

test('client id and secret give a token for the machine at its branch', async () => {
  const { status, body } = await call(handler, { body: { clientId: 'mch_1', clientSecret: 'a secret' } });
  expect(status).toBe(200);
  const { access_token: token } = body as { access_token: string };
  expect(await actorOfOwnToken(token, ownKey, ISSUER, Date.now())).toEqual({
    actor: { kind: 'machine', id: 'mch_1', member: 'riverton', scopes: ['self-check'], branch: 'riverton.main' },
  });
});

test.each([
  ['mch_1', 'another secret'],
  ['mch_2', 'a secret'],
])('%s with %s is refused alike', async (clientId, clientSecret) => {
  const refused = await call(handler, { body: { clientId, clientSecret } });
  expect(refused).toMatchObject({ status: 401, body: { code: 'client-refused', errors: [{ pointer: '' }] } });
});

test('the secret is nowhere in the table', async () => {
  const item = await table.get({ pk: 'CLIENT#mch_1', sk: 'CLIENT' });
  expect(JSON.stringify(item)).not.toContain('a secret');
});

test('a machine at an unknown branch is not added', async () => {
  const astray = { ...client, clientId: 'mch_3', branchId: 'riverton.nowhere' };
  expect(await machineStore(table).add(astray, 'a secret', { ...audit, subject: 'machine:mch_3' })).toBe(false);
});
