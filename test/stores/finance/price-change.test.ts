import { members } from '../../../demo/members.ts';
import { handler as advancePeriod } from '../../../functions/finance/consumers/advance-period/handler.ts';
import { periodStore } from '../../../functions/finance/data/period-store.ts';
import { statementStore } from '../../../functions/finance/data/statement-store.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import type { EstimateView } from '../../../functions/finance/domain/estimate/view-schema.ts';
import type { Period } from '../../../functions/finance/domain/periods/period.ts';
import { priceBookKind } from '../../../functions/finance/domain/pricing/price-change.ts';
import { monthViewSchema } from '../../../functions/finance/domain/usage-report/month-view.ts';
import { handler as approveChange } from '../../../functions/finance/operations/approve-price-change/handler.ts';
import { handler as decidePeriod } from '../../../functions/finance/operations/decide-period/handler.ts';
import { handler as estimateCost } from '../../../functions/finance/operations/estimate-cost/handler.ts';
import { handler as getMonth } from '../../../functions/finance/operations/get-month/handler.ts';
import { handler as getPriceBook } from '../../../functions/finance/operations/get-price-book/handler.ts';
import { handler as preparePeriod } from '../../../functions/finance/operations/prepare-period/handler.ts';
import { handler as prepareChange } from '../../../functions/finance/operations/prepare-price-change/handler.ts';
import { handler as printEstimate } from '../../../functions/finance/operations/print-estimate/handler.ts';
import { handler as showChange } from '../../../functions/finance/operations/show-price-change/handler.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { staffStore } from '../../../functions/membership/public/staff-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { whilePeriod } from '../../../layers/records/ledger/data/period-check.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff } from '../../builders/people.ts';
import { quietEngines } from '../../builders/quiet-engines.ts';
import { thinPast } from '../../builders/thin-past.ts';

const SHIPPED = 'us-east-1/2024-11-01/8';
const someone = (id: string, ...roles: Parameters<typeof consortiumStaff>): Actor =>
  ({ ...consortiumStaff(...roles), id }) as Actor;
const ann = someone('stf_ann', 'finance-preparer');
const cat = someone('stf_cat', 'finance-approver');
const both = someone('stf_both', 'finance-preparer', 'finance-approver');
const admin = someone('stf_admin', 'admin');

let table: Table;
let runtime: Runtime;
beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
  process.env.MACHINE_ARN = 'no-machine';
  process.env.BUS_NAME = 'no-bus';
});
const past = thinPast({ before: '2026-11', months: 1, seed: 1 });
// Each test has a table of its own, with a month of use that nobody has metered.
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  runtime = at('2026-11-12T09:00:00.000Z', quietEngines());
  await Promise.all([
    ...members.map((member) => memberStore(table).create(member, '2025-01-01T00:00:00.000Z')),
    usageStore(table).loadPast(past),
  ]);
}, 60_000);

const changed = (effectiveFrom: string | undefined, price: string, more: object = {}) => ({
  decisionReference: 'Board 2026-11-21, item 3',
  ...(effectiveFrom !== undefined && { effectiveFrom }),
  body: {
    ...{ region: 'us-east-1', currency: 'USD', decidedOn: '2026-11-11' },
    ...{ source: 'AWS Price List of 2026-11-10', reason: 'AWS changed it' },
    prices: { 'search-t3-medium-hour': { per: 1, tiers: [{ price }] } },
    ...more,
  },
});
const propose = (body: object, actor: Actor = ann) => call(prepareChange.using(runtime), { actor, body });
const approve = (seal: string, actor: Actor = cat) => call(approveChange.using(runtime), { actor, body: { seal } });
/** Proposes as one user and adopts as another; returns the refusal where the proposal is refused. */
const adopt = async (body: object) => {
  const proposed = await propose(body);
  return proposed.status === 201 ? approve((proposed.body as { seal: string }).seal) : proposed;
};
const read = async (month: string) => {
  const { body } = await call(getMonth.using(runtime), { actor: ann, path: { month } });
  const view = monthViewSchema.parse(body);
  return { total: Number(view.total.exact), version: view.priceBook.version };
};
const estimated = async (month: string) => {
  const { body } = await call(estimateCost.using(runtime), { query: { month } });
  const view = body as { total: { exact: string }; priceBook: { version: string } };
  return { total: Number(view.total.exact), version: view.priceBook.version };
};
const prepare = (month: string, body: object) =>
  call(preparePeriod.using(runtime), { actor: ann, path: { month }, body });
const decide = (month: string, body: object) =>
  call(decidePeriod.using(runtime), { actor: cat, path: { month }, body });
const advance = (month: string) => advancePeriod.using(runtime)({ month }, { awsRequestId: 'lambda-1' });
const load = async (month: string): Promise<Period> => (await periodStore(table).load(month)).period;
const reconcile = { step: 'reconcile', reason: 'Trial month' };
const changes = async (): Promise<number> => (await policyStore(table).list(priceBookKind, true)).length;
/** Returns all stored rows of a closed month, byte for byte. */
const packOf = async (month: string): Promise<string> => {
  const statements = statementStore(table);
  const heads = await statements.heads(await load(month));
  const texts = await Promise.all(heads.map((head) => statements.text(head)));
  return sha256(JSON.stringify([await load(month), heads, texts]));
};
const basesOf = async (month: string): Promise<Set<string>> => {
  const statements = statementStore(table);
  const heads = await statements.heads(await load(month));
  const all = await Promise.all(heads.map((head) => statements.read(head)));
  return new Set(all.map(({ basis }) => basis.priceBook));
};

describe('A price change', () => {
  it('is proposed by a preparer and adopted by another person, each with an audit line; an admin alone cannot do both', async () => {
    const body = changed('2026-10-15T00:00:00Z', '0.05');
    expect((await propose(body, admin)).status).toBe(403);
    const alone = await call(adoptPolicy.using(runtime), { actor: admin, body: { kind: 'price-book', ...body } });
    expect(alone.status).toBe(400);
    expect(await propose(changed(undefined, '0.0000000000001'))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/body/body/prices/search-t3-medium-hour/tiers/0/price' }] },
    });
    expect(
      (await propose(changed(undefined, '1', { prices: { 'no-such': { per: 1, tiers: [{ price: '1' }] } } }))).status,
    ).toBe(400);
    expect(await propose(changed(undefined, '1', { currency: 'EUR' }))).toMatchObject({
      status: 422,
      body: { code: 'no-such-book' },
    });
    expect(await approve('a'.repeat(64))).toMatchObject({ status: 409, body: { code: 'not-prepared' } });
    const before = [await read('2026-09'), await read('2026-10'), await estimated('2026-10')] as const;
    expect(before.map(({ version }) => version)).toEqual([SHIPPED, SHIPPED, SHIPPED]);
    // A user who proposed it once may not adopt it, though another proposed it since; and only the version shown is adopted.
    expect((await propose(changed('2026-10-15T00:00:00Z', '0.04'), both)).status).toBe(201);
    const { seal } = (await propose(body)).body as { seal: string };
    expect((await propose(body)).body).toMatchObject({ seal, state: 'prepared' });
    expect((await approve(seal, ann)).body).toMatchObject({ code: 'not-permitted' });
    expect(await approve(seal, both)).toMatchObject({ status: 403, body: { code: 'preparer-approves' } });
    expect(await approve('a'.repeat(64))).toMatchObject({ status: 409, body: { code: 'other-content' } });
    expect(await changes()).toBe(0);
    const answers = await Promise.all([1, 2, 3].map(() => approve(seal)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body: answer }) => JSON.stringify(answer))).size).toBe(1);
    const person = { staffId: 'stf_ann', name: 'Ann Example', email: 'ann@example.org', memberId: 'consortium' };
    const audited = { auditId: 'aud_0', at: '2026-11-12T09:00:00.000Z', by: 'system', subject: 'staff:stf_ann' };
    await staffStore(table).add({ ...person, grants: [], invited: true }, { ...audited, did: 'invite', detail: {} });
    expect((await call(showChange.using(runtime), { actor: ann })).body).toMatchObject({
      proposal: { seal, state: 'adopted', prepared: { by: 'staff:stf_ann' }, approved: { by: 'staff:stf_cat' } },
      names: { 'staff:stf_ann': 'Ann Example' },
    });
    const audit = await table.queryAll({ partition: 'AUDIT#policy:price-book' });
    expect(audit.map(({ did, by }) => `${by} ${did}`).toSorted()).toEqual([
      ...['staff:stf_ann prepare-price-change', 'staff:stf_both prepare-price-change', 'staff:stf_cat adopt-policy'],
    ]);
    expect(audit.find(({ did }) => did === 'adopt-policy')).toMatchObject({
      detail: { version: 1, effectiveFrom: '2026-10-15T00:00:00.000Z', preparers: ['staff:stf_both', 'staff:stf_ann'] },
    });
    const [september, october, estimate] = before;
    expect(await read('2026-09')).toEqual(september);
    const now = await read('2026-10');
    expect(now.version).toBe(`${SHIPPED}+price-book/1`);
    // Two nodes, 31 days of 24 hours, at 0.073 by the shipped book.
    expect(october.total - now.total).toBeCloseTo(2 * 31 * 24 * 0.023, 6);
    const again = await estimated('2026-10');
    expect([again.version, again.total < estimate.total]).toEqual([`${SHIPPED}+price-book/1`, true]);
  });

  it('is shown in the book in force beside the shipped price, with person, time, source and reason', async () => {
    expect((await adopt(changed('2026-10-15T00:00:00Z', '0.05'))).status).toBe(201);
    const book = async (on: string) =>
      (await call(getPriceBook.using(runtime), { actor: ann, query: { on } })).body as {
        version: string;
        prices: Record<string, { changed?: object; tiers: object[] }>;
      };
    expect((await book('2026-10-14')).version).toBe(SHIPPED);
    const { prices } = await book('2026-10-15');
    expect(prices['search-t3-medium-hour']).toMatchObject({
      ...{ tiers: [{ price: '0.05' }], mark: 'documented', source: 'AWS Price List of 2026-11-10' },
      changed: {
        ...{ policy: 'price-book/1', effectiveFrom: '2026-10-15T00:00:00.000Z', decidedOn: '2026-11-11' },
        ...{ decisionReference: 'Board 2026-11-21, item 3', adoptedBy: 'staff:stf_cat', reason: 'AWS changed it' },
        shipped: { per: 1, tiers: [{ price: '0.073' }] },
      },
    });
    expect(prices['dynamodb-write']).not.toHaveProperty('changed');
  });

  it('changes the figures of a metered month, which is then metered again', async () => {
    expect((await prepare('2026-10', { step: 'meter' })).status).toBe(201);
    expect((await adopt(changed('2026-10-20T00:00:00Z', '0.06'))).status).toBe(201);
    expect(await prepare('2026-10', reconcile)).toMatchObject({ status: 409, body: { code: 'figures-moved' } });
    expect(await prepare('2026-10', { step: 'meter' })).toMatchObject({
      status: 201,
      body: { metered: { priceBook: `${SHIPPED}+price-book/1` } },
    });
  });

  it('begins neither in nor before a month that is reconciled, approved or closed, of which 0 bytes change', async () => {
    const refused = async () => {
      const [stored, pack] = [await changes(), await packOf('2026-10')];
      for (const from of ['2026-10-31T23:59:59Z', '2026-10-01T00:00:00Z', '2026-09-01T00:00:00Z']) {
        expect(await adopt(changed(from, '0.01'))).toMatchObject({ status: 409, body: { code: 'period-written' } });
      }
      expect([await changes(), await packOf('2026-10')]).toEqual([stored, pack]);
    };
    expect((await adopt(changed('2026-10-20T00:00:00Z', '0.06'))).status).toBe(201);
    expect((await prepare('2026-10', { step: 'meter' })).status).toBe(201);
    const { seal } = (await propose(changed('2026-10-25T00:00:00Z', '0.01'))).body as { seal: string };
    expect((await prepare('2026-10', reconcile)).status).toBe(201);
    expect(await approve(seal)).toMatchObject({ status: 409, body: { code: 'period-written' } });
    await refused();
    await advance('2026-10');
    const { draft } = await load('2026-10');
    expect((await decide('2026-10', { step: 'approve', hash: draft?.hash })).status).toBe(201);
    await refused();
    while ((await advance('2026-10')).next !== 'end');
    expect((await load('2026-10')).state).toBe('closed');
    await refused();
    const pack = await packOf('2026-10');
    expect((await adopt(changed('2026-11-01T00:00:00Z', '0.01'))).status).toBe(201);
    await advance('2026-10');
    expect(await packOf('2026-10')).toBe(pack);
    expect(await basesOf('2026-10')).toEqual(new Set([`${SHIPPED}+price-book/1`]));
    expect((await read('2026-11')).version).toBe(`${SHIPPED}+price-book/2`);
  });

  it('is not written when a month was reconciled between the read and the write', async () => {
    expect((await prepare('2026-10', { step: 'meter' })).status).toBe(201);
    expect((await prepare('2026-10', reconcile)).status).toBe(201);
    const stored = await changes();
    const { decisionReference, body } = changed(undefined, '0.01');
    const adoption = {
      kind: 'price-book',
      decisionReference,
      body,
      effectiveFrom: '2026-10-01T00:00:00.000Z',
      adoptedBy: 'x',
    };
    const line = {
      subject: 'policy:price-book',
      at: '2026-11-21T10:00:00.000Z',
      auditId: 'aud_1',
      by: 'x',
      did: 'x',
      detail: {},
    };
    const lost = await policyStore(table).adoptWhile(
      adoption as Parameters<ReturnType<typeof policyStore>['adoptWhile']>[0],
      () => line,
      [whilePeriod('2026-10', 'open', 'metered')],
    );
    expect([lost, await changes()]).toEqual([undefined, stored]);
  });
});

test('adopted while a month is being reconciled, a change is in all of its statements or in none, or refused', async () => {
  for (let round = 1; round <= 6; round += 1) {
    expect((await prepare('2026-10', { step: 'meter' })).status).toBe(201);
    const [adopted, prepared] = await Promise.all([
      adopt(changed('2026-10-01T00:00:00Z', `0.0${round}`)),
      prepare('2026-10', reconcile),
    ]);
    expect([201, 409]).toContain(adopted.status);
    await advance('2026-10');
    const { draft, state } = await load('2026-10');
    if (adopted.status === 409) expect(state).toBe('reconciled');
    if (draft) expect(await basesOf('2026-10')).toEqual(new Set([(await read('2026-10')).version]));
    if (prepared.status === 201)
      expect((await decide('2026-10', { step: 'reopen', reason: 'Again' })).status).toBe(201);
  }
}, 60_000);

test('anyone gets an estimate of the whole cost, also as a PDF; a month without prices and unreadable libraries are refused', async () => {
  const files = new Map<string, Uint8Array>();
  const open = at('2026-11-12T09:00:00.000Z', quietEngines(files));
  const query = { libraries: 'Alder:120000;Birch:40000', todayAYear: '400000' };
  const { body } = await call(estimateCost.using(open), { query });
  const { workload, whole } = body as EstimateView;
  expect([workload.members, workload.checkoutsAYear]).toEqual([2, 160_000]);
  expect(whole.shares.map(({ name, loans }) => [name, loans])).toEqual([
    ['Alder', 120_000],
    ['Birch', 40_000],
  ]);
  const printed = await call(printEstimate.using(open), { query, body: { language: 'spa' } });
  const { url } = printed.body as { url: string };
  expect(String(Buffer.from(files.get(url.replace('https://bucket.test/', '')) ?? []).subarray(0, 5))).toBe('%PDF-');
  const statusOf = async (asked: Record<string, string>) => [
    (await call(estimateCost.using(open), { query: asked })).status,
    (await call(printEstimate.using(open), { query: asked, body: {} })).status,
  ];
  expect(await statusOf({ month: '2019-01' })).toEqual([404, 404]);
  for (const wrong of [{ libraries: 'Alder' }, { hourRate: '-1' }, { gateways: '1.5' }, { paymentFee: '0.591' }])
    expect(await statusOf(wrong)).toEqual([400, 400]);
});
