import { contract } from '../../../functions/patrons/operations/block-patron/contract.ts';
import { handler as block } from '../../../functions/patrons/operations/block-patron/handler.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { present } from '../../../layers/platform/dynamodb/condition.ts';
import { openRequest } from '../../../layers/platform/dynamodb/idempotency-store.ts';
import { openTable, type Table } from '../../../layers/platform/dynamodb/table.ts';
import { handle } from '../../../layers/platform/http/handle.ts';
import { answer } from '../../../layers/platform/http/outcome.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aPatron, staffAt, withBranch } from '../../builders/people.ts';

const supervisor = staffAt('riverton.main', 'desk-supervisor');
const body = { branchId: 'riverton.main', code: 'conduct' };
const blocked = (patronId: string, idempotencyKey: string, more: object = {}) =>
  call(block, {
    ...{ actor: supervisor, path: { patronId }, body: { ...body, ...more } },
    headers: { 'idempotency-key': idempotencyKey },
  });
let table: Table;
const blocksOf = async (patronId: string) =>
  (await table.get(patronsKeys.key('patronStatus', { patronId }), { strong: true }))?.blocks;

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await withBranch(table, 'riverton.main');
});

test('the same key and body get the same answer, and have one effect', async () => {
  const { patronId } = await aPatron(table, {});
  const first = await blocked(patronId, 'k1');
  expect(await blocked(patronId, 'k1')).toEqual(first);
  expect(first.status).toBe(200);
  expect(await blocksOf(patronId)).toHaveLength(1);
});

test('another body under the same key is refused, and so is the same body for another patron', async () => {
  const [one, other] = [await aPatron(table, {}), await aPatron(table, {})];
  expect((await blocked(one.patronId, 'k2')).status).toBe(200);
  const reused = { status: 422, body: { code: 'key-reused' } };
  expect(await blocked(one.patronId, 'k2', { code: 'card-misuse' })).toMatchObject(reused);
  expect(await blocked(other.patronId, 'k2')).toMatchObject(reused);
  expect(await blocksOf(other.patronId)).toEqual([]);
});

test('a refusal frees the key: after the cause is corrected, the same request succeeds', async () => {
  expect(await blocked('pat_later', 'k3')).toMatchObject({ status: 404 });
  await aPatron(table, { patronId: 'pat_later' });
  expect((await blocked('pat_later', 'k3')).status).toBe(200);
});

test('a key in flight is a 409 for a minute, then a worker that died has lost it', async () => {
  const id = { actor: 'staff:1', operation: 'patrons-block-patron', requestKey: 'k4' };
  const now = Date.now();
  expect(await openRequest(table, id, 'hash', now)).toBe('opened');
  expect(await openRequest(table, id, 'hash', now + 59_000)).toBe('in-flight');
  expect(await openRequest(table, id, 'hash', now + 61_000)).toBe('opened');
});

test('an answer whose own write lost its race is saved all the same: the key stays bound to its body', async () => {
  const unchanged = contract.example.output;
  const block = handle(contract, openTable, async ({ keep }, deps) => {
    const missing = patronsKeys.key('patronStatus', { patronId: 'pat_missing' });
    const lost = await deps.write([{ check: missing, when: present() }, ...keep(unchanged)]);
    expect(lost).toBeDefined();
    return answer(unchanged);
  });
  const send = (code: string) =>
    call(block, {
      ...{ actor: supervisor, path: { patronId: 'pat_1' }, body: { ...body, code } },
      headers: { 'idempotency-key': 'k5' },
    });
  const first = await send('conduct');
  expect(first.status).toBe(200);
  expect(await send('conduct')).toEqual(first);
  expect(await send('card-misuse')).toMatchObject({ status: 422, body: { code: 'key-reused' } });
});
