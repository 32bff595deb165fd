import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as inForce } from '../../../functions/governance/operations/get-policy-in-force/handler.ts';
import { handler as list } from '../../../functions/governance/operations/list-policies/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { blocksKind } from '../../../layers/records/policies/domain/blocks.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { loanRules } from '../../builders/policies.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const admin = consortiumStaff('admin');
const desk = staffAt('riverton.main', 'desk');
const blocks = (owedLimit: number, effectiveFrom?: string) => ({
  kind: 'blocks' as const,
  ...(effectiveFrom ? { effectiveFrom } : {}),
  decisionReference: 'Board 2026-05-12, item 4',
  body: { maxLoans: 50, maxHolds: 20, owedLimit, perGroup: {} },
});
let table: Table;

/** Returns the same handler at a time, with an empty cache. */
const at = <H extends typeof adopt>(handler: H, time = now) =>
  handler.using({ clock: { now: () => time }, ids: countingIds(), environment: readEnvironment(process.env) });

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
});

test('versions follow each other, and the one in force is that of the day', async () => {
  const first = await call(at(adopt), { actor: admin, body: blocks(1000) });
  expect(first).toMatchObject({
    status: 201,
    body: {
      kind: 'blocks',
      version: 1,
      effectiveFrom: '2026-06-01T00:00:00.000Z',
      adoptedBy: 'staff:stf_of-consortium',
    },
  });
  await call(at(adopt), { actor: admin, body: blocks(500, '2026-07-01T00:00:00Z') });
  const of = async (query: Record<string, string>) =>
    (await call(at(inForce), { actor: desk, path: { kind: 'blocks' }, query })).body;
  expect(await of({})).toMatchObject({ version: 1, body: { owedLimit: 1000 } });
  expect(await of({ at: '2026-07-01T00:00:00Z' })).toMatchObject({ version: 2, body: { owedLimit: 500 } });
  expect(await of({ at: '2026-05-31T23:59:59Z' })).toMatchObject({ status: 404, code: 'none-in-force' });
  const { body } = await call(at(list), { actor: desk, query: { kind: 'blocks' } });
  expect((body as { policies: { version: number }[] }).policies.map(({ version }) => version)).toEqual([1, 2]);
});

test('each adoption has its audit line', async () => {
  await call(at(adopt), { actor: admin, body: blocks(1000) });
  expect(await table.queryAll({ partition: 'AUDIT#policy:blocks' })).toMatchObject([
    {
      by: 'staff:stf_of-consortium',
      did: 'adopt-policy',
      detail: { version: 1, decisionReference: 'Board 2026-05-12, item 4' },
    },
  ]);
});

test('adopted concurrently, each gets a version of its own', async () => {
  const answers = await Promise.all([1, 2, 3].map((limit) => call(at(adopt), { actor: admin, body: blocks(limit) })));
  expect(answers.map(({ body }) => (body as { version: number }).version).sort()).toEqual([1, 2, 3]);
});

test('a body that does not fit its kind, and one that begins in the past, are refused with the field', async () => {
  const { owedLimit: _, ...lacking } = blocks(1).body;
  const unfit = await call(at(adopt), { actor: admin, body: { ...blocks(1), body: lacking } });
  expect(unfit).toMatchObject({ status: 400, body: { errors: [{ pointer: '/body/body/owedLimit' }] } });
  const past = await call(at(adopt), { actor: admin, body: blocks(1, '2026-05-01T00:00:00Z') });
  expect(past).toMatchObject({
    status: 422,
    body: { code: 'in-the-past', errors: [{ pointer: '/body/effectiveFrom' }] },
  });
  expect(await call(at(adopt), { actor: desk, body: blocks(1) })).toMatchObject({ status: 403 });
});

test('the engine reads a policy again after a minute, not before', async () => {
  const engine = policyStore(table);
  await policyStore(table).adopt({ ...blocks(1000), effectiveFrom: '2026-01-01T00:00:00.000Z', adoptedBy: 'x' }, () =>
    line(1),
  );
  expect((await engine.inForce(blocksKind, now))?.body.owedLimit).toBe(1000);
  await policyStore(table).adopt({ ...blocks(10), effectiveFrom: '2026-02-01T00:00:00.000Z', adoptedBy: 'x' }, () =>
    line(2),
  );
  expect((await engine.inForce(blocksKind, now + 59_000))?.body.owedLimit).toBe(1000);
  expect((await engine.inForce(blocksKind, now + 60_000))?.body.owedLimit).toBe(10);
  expect((await engine.version(blocksKind, 1, now + 60_000))?.body.owedLimit).toBe(1000);
  expect(await engine.version(blocksKind, 3, now + 60_000)).toBeUndefined();
});

const line = (n: number) => ({
  subject: 'policy:blocks',
  at: 'then',
  auditId: `aud_${n}`,
  by: 'x',
  did: 'x',
  detail: {},
});

test('fees and loan rules are in one currency, in any order of adoption and start', async () => {
  const fees = (currency: string, effectiveFrom?: string) => ({
    ...{ kind: 'fees', decisionReference: 'Board', body: { currency, fees: { card: 300 } } },
    ...(effectiveFrom && { effectiveFrom }),
  });
  const rules = { kind: 'loan-rules', decisionReference: 'Board', body: loanRules([], { currency: 'JPY' }) };
  const say = (body: object) => call(at(adopt), { actor: admin, body });
  expect((await say(fees('JPY', '2026-07-01T00:00:00Z'))).status).toBe(201);
  const other = { ...rules, body: { ...rules.body, currency: 'USD' } };
  expect(await say(other)).toMatchObject({ status: 422, body: { code: 'other-currency' } });
  expect((await say(rules)).status).toBe(201);
  expect(await say(fees('USD', '2027-01-01T00:00:00Z'))).toMatchObject({ body: { code: 'other-currency' } });
});

test('who decides after reading a version is told when another was adopted since, and nothing is undone', async () => {
  const following = (follows: number, owedLimit: number) =>
    call(at(adopt), { actor: admin, body: { ...blocks(owedLimit), follows } });
  expect((await following(0, 1000)).status).toBe(201);
  const both = await Promise.all([following(1, 500), following(1, 700)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'policy-overtaken' });
  expect(await policyStore(table).list(blocksKind, true)).toHaveLength(2);
});
