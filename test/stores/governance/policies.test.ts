import { usualBylaws } from '../../../functions/governance/domain/bylaws/bylaws.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as inForce } from '../../../functions/governance/operations/get-policy-in-force/handler.ts';
import { handler as list } from '../../../functions/governance/operations/list-policies/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { blocksKind } from '../../../layers/records/policies/domain/blocks.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium } from '../../builders/lending.ts';
import { aPatronsPolicy } from '../../builders/patrons-policy.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { aRule, baseValues, loanRules } from '../../builders/policies.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const admin = consortiumStaff('admin');
const desk = staffAt('riverton.main', 'desk');
const blocks = (owedLimit: number, effectiveFrom?: string, follows?: number) => ({
  kind: 'blocks' as const,
  ...(effectiveFrom ? { effectiveFrom } : {}),
  ...(follows ? { follows } : {}),
  decisionReference: 'Board 2026-05-12, item 4',
  body: { maxLoans: 50, maxHolds: 20, owedLimit, perGroup: {} },
});
let table: Table;

/** Returns the same handler at a time, with an empty cache. */
const at = <H extends typeof adopt>(handler: H, time = now) =>
  handler.using({ clock: { now: () => time }, ids: countingIds(), environment: readEnvironment(process.env) });

/** Returns the units that some work takes. */
const measured = (work: () => Promise<void>) =>
  metered(async ({ units }) => {
    await work();
    return units;
  });

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
});

test('G64 rules for a limited time end after their last day in the zone of the bylaws, and the rules before them apply again', async () => {
  const zoned = { ...usualBylaws, zone: 'America/New_York' };
  await call(at(adopt), { actor: admin, body: { kind: 'bylaws', decisionReference: 'Founding', body: zoned } });
  const limited = (untilDay: string, follows: number, from?: string) =>
    call(at(adopt, now + 60_001), { actor: admin, body: { ...blocks(2500, from, follows), untilDay } });
  expect((await limited('2027-06-30', 0)).body).toMatchObject({ code: 'nothing-to-return-to' });
  await call(at(adopt), { actor: admin, body: blocks(1000) });
  expect((await limited('2026-07-31', 1, '2026-08-01T12:00:00Z')).body).toMatchObject({
    code: 'ends-before-it-begins',
  });
  expect(await limited('2027-06-30', 1)).toMatchObject({ status: 201, body: { version: 2 } });
  const limitAt = async (time: string) => {
    const { body } = await call(at(inForce, Date.parse(time)), { actor: desk, path: { kind: 'blocks' }, query: {} });
    return body as { version: number; body: { owedLimit: number }; returnsTo?: number };
  };
  expect(await limitAt('2027-07-01T03:59:59Z')).toMatchObject({ version: 2, body: { owedLimit: 2500 } });
  expect(await limitAt('2027-07-01T04:00:00Z')).toMatchObject({ version: 3, returnsTo: 1, body: { owedLimit: 1000 } });
  // A later decision says whether the rules before still return.
  expect((await call(at(adopt, now + 120_000), { actor: admin, body: blocks(3000, undefined, 3) })).body).toMatchObject(
    {
      code: 'later-version-adopted',
    },
  );
  await call(at(adopt, now + 120_000), { actor: admin, body: { ...blocks(3000, undefined, 3), endsLater: true } });
  expect(await limitAt('2027-07-02T04:00:00Z')).toMatchObject({ version: 4, body: { owedLimit: 3000 } });
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
  await call(at(adopt), { actor: admin, body: blocks(500, '2026-07-01T00:00:00Z', 1) });
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

test('kinds that are adopted concurrently are all in force', async () => {
  const kinds = ['patrons', 'targeting', 'holds', 'notices'];
  const bodies = kinds.map((kind) => ({ kind, decisionReference: 'Board', body: {} }));
  const answers = await Promise.all([...bodies, blocks(1)].map((body) => call(at(adopt), { actor: admin, body })));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  for (const kind of [...kinds, 'blocks'])
    expect((await call(at(inForce), { actor: desk, path: { kind } })).body).toMatchObject({ kind, version: 1 });
});

test('finding C2: a body based on an outdated version, or on none, is a conflict and undoes nothing', async () => {
  const answers = await Promise.all([1, 2, 3].map((limit) => call(at(adopt), { actor: admin, body: blocks(limit) })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(await call(at(adopt), { actor: admin, body: blocks(9) })).toMatchObject({
    status: 409,
    body: { code: 'policy-overtaken', errors: [{ pointer: '/body/follows' }] },
  });
  expect(await policyStore(table).list(blocksKind, true)).toHaveLength(1);
});

test('finding C2: a decision before a version that begins later says whether that still begins', async () => {
  const say = (body: object) => call(at(adopt), { actor: admin, body });
  await say(blocks(1000));
  await say(blocks(500, '2026-09-01T00:00:00Z', 1));
  const july = blocks(700, '2026-07-01T00:00:00Z', 2);
  expect(await say(july)).toMatchObject({
    status: 409,
    body: { code: 'later-version-adopted', detail: expect.stringContaining('version 2 from 2026-09-01') },
  });
  expect(await say({ ...july, endsLater: false })).toMatchObject({ status: 201, body: { version: 3 } });
  const limitAt = async (day: string) =>
    (await call(at(inForce), { actor: desk, path: { kind: 'blocks' }, query: { at: `${day}T12:00:00Z` } })).body;
  expect(await limitAt('2026-07-01')).toMatchObject({ version: 3 });
  expect(await limitAt('2026-09-01')).toMatchObject({ version: 2 });
  const august = { ...blocks(600, '2026-08-01T00:00:00Z', 3), endsLater: true };
  expect(await say(august)).toMatchObject({ status: 201, body: { version: 4, endsLater: true } });
  expect(await limitAt('2026-07-31')).toMatchObject({ version: 3 });
  expect(await limitAt('2026-09-01')).toMatchObject({ version: 4 });
});

test('finding C3: reading what is in force costs the same after any number of versions', async () => {
  const rules = Array.from({ length: 600 }, (_, index) =>
    aRule({ id: `rule-${index}`, setBy: 'ash', when: { itemOwner: 'ash', location: `shelf-${index}` } }),
  );
  const policies = policyStore(table);
  const costs: number[] = [];
  for (let number = 1; number <= 12; number += 1) {
    const effectiveFrom = `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`;
    const body = loanRules(rules, { base: { ...baseValues, renewals: number } });
    await policies.adopt({ kind: 'loan-rules', effectiveFrom, decisionReference: 'D', adoptedBy: 'x', body }, () => ({
      ...line(number),
      at: effectiveFrom,
    }));
    const units = await measured(async () => {
      const found = await policyStore(table).inForce(loanRulesKind, now);
      expect([found?.version, found?.body.rules.length]).toEqual([number, 600]);
    });
    costs.push(units.readUnits);
  }
  expect(new Set(costs).size).toBeLessThanOrEqual(2);
  expect(Math.max(...costs)).toBeLessThanOrEqual(4);
  const units = await measured(async () => {
    expect((await policyStore(table).inForce(loanRulesKind, Date.parse('2026-01-03T00:00:00Z'), now))?.version).toBe(3);
  });
  expect(units.readUnits).toBeGreaterThan(4);
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
  at: '2026-01-01T00:00:00.000Z',
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
  expect(await say({ ...fees('USD', '2027-01-01T00:00:00Z'), follows: 1 })).toMatchObject({
    body: { code: 'other-currency' },
  });
});

test('finding C2: fees in a currency that was cancelled before they began hinder no loan rules in another', async () => {
  const say = (body: object) => call(at(adopt), { actor: admin, body });
  const fees = (currency: string, effectiveFrom: string) => ({
    ...{ kind: 'fees', decisionReference: 'Board', effectiveFrom, body: { currency, fees: { card: 300 } } },
  });
  expect((await say(fees('USD', '2027-01-01T00:00:00Z'))).status).toBe(201);
  const rules = { kind: 'loan-rules', decisionReference: 'Board', body: loanRules([], { currency: 'JPY' }) };
  expect(await say(rules)).toMatchObject({ body: { code: 'other-currency' } });
  const instead = { ...fees('JPY', '2026-07-01T00:00:00Z'), follows: 1, endsLater: true };
  expect((await say(instead)).status).toBe(201);
  expect((await say(rules)).status).toBe(201);
});

test('of two decisions based on the same version one is adopted, and the other is refused', async () => {
  const following = (follows: number, owedLimit: number) =>
    call(at(adopt), { actor: admin, body: { ...blocks(owedLimit), follows } });
  expect((await following(0, 1000)).status).toBe(201);
  const both = await Promise.all([following(1, 500), following(1, 700)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'policy-overtaken' });
  expect(await policyStore(table).list(blocksKind, true)).toHaveLength(2);
});

test('finding C2: loan rules that name an unknown member or branch are refused with the row', async () => {
  await aConsortium(table);
  const rule = aRule({ id: 'typing-error', when: { itemOwner: 'ash.mian' } });
  const body = {
    kind: 'loan-rules',
    decisionReference: 'Board',
    follows: 1,
    body: loanRules([rule], { currency: 'EUR' }),
  };
  expect(await call(at(adopt), { actor: admin, body })).toMatchObject({
    status: 422,
    body: { code: 'unknown-name', errors: [{ pointer: '/body/body/rules/0/when/itemOwner' }] },
  });
  await aPatronsPolicy(table, { residences: { ashton: 'Town of Ashton' } }, '2026-05-01T00:00:00.000Z');
  const elsewhere = aRule({ id: 'non-residents', when: { patronResidence: { notIn: ['ashton', 'atlantis'] } } });
  const rules = loanRules([elsewhere], { currency: 'EUR' });
  expect(await call(at(adopt), { actor: admin, body: { ...body, body: rules } })).toMatchObject({
    status: 422,
    body: { code: 'unknown-name', errors: [{ pointer: '/body/body/rules/0/when/patronResidence/notIn/1' }] },
  });
});
