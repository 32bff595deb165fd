import { keys as financeKeys } from '../../../functions/finance/data/keys.ts';
import { scenarioStore } from '../../../functions/finance/data/scenario-store.ts';
import { whileNotTruedUp } from '../../../functions/finance/data/true-up-store.ts';
import { scenarioDeps } from '../../../functions/finance/deps.ts';
import type { Outcome, Scenario } from '../../../functions/finance/domain/cost-sharing/scenario.ts';
import { duesOfMonth } from '../../../functions/finance/domain/statements/dues-lines.ts';
import { handler as adopt } from '../../../functions/finance/operations/adopt-scenario/handler.ts';
import { handler as change } from '../../../functions/finance/operations/change-scenario/handler.ts';
import { handler as compare } from '../../../functions/finance/operations/compare-scenarios/handler.ts';
import { handler as create } from '../../../functions/finance/operations/create-scenario/handler.ts';
import { handler as deleteDraft } from '../../../functions/finance/operations/delete-scenario/handler.ts';
import { handler as listScenarios } from '../../../functions/finance/operations/list-scenarios/handler.ts';
import { handler as show } from '../../../functions/finance/operations/show-scenario/handler.ts';
import { examplePrepared } from '../../../functions/finance/schemas/true-ups.ts';
import { loadDues } from '../../../functions/finance/use-cases/load-dues.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { OperationHandler } from '../../../layers/platform/http/handle.ts';
import { keys as ledgerKeys } from '../../../layers/records/ledger/data/keys.ts';
import { call } from '../../builders/call.ts';
import { aScenarioInput, figuresOf, withFigures, withMembers } from '../../builders/cost-sharing.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

type View = {
  scenario: Scenario;
  outcome?: { fees: Outcome['rows'][number]['fee'][]; seal: string; total: number };
  concerns: string[];
  monthsClosed?: { months: string[]; amount: number };
  besides: { scenarioId: string }[];
};
let table: Table & { name: string };
// The runtime reads the settings of the table, so the table must exist first.
const now = () => at('2026-11-24T10:00:00.000Z');
const named = (actor: Actor, id: string): Actor => ({ ...actor, id });
const preparer = named(consortiumStaff('finance-preparer'), 'stf_preparer');
const approver = named(consortiumStaff('finance-approver'), 'stf_approver');
const auditor = named(consortiumStaff('auditor'), 'stf_auditor');
const ofMember = (member: string) => staffAt(member, 'member-finance');

const made = async (input: object = aScenarioInput(), actor = preparer): Promise<Scenario> => {
  const { status, body } = await call(create.using(now()), { actor, body: input });
  expect(status).toBe(201);
  return body as Scenario;
};
const seen = async (scenarioId: string, actor: Actor = auditor, query: Record<string, string> = {}) =>
  call(show.using(now()), { actor, path: { scenarioId }, query });
const viewOf = async (scenarioId: string): Promise<View> => (await seen(scenarioId)).body as View;
const adopting = (view: View, over: { actor?: Actor; body?: object; headers?: Record<string, string> } = {}) =>
  call(adopt.using(now()), {
    ...{ actor: over.actor ?? approver, path: { scenarioId: view.scenario.scenarioId }, headers: over.headers ?? {} },
    body: {
      ...{ v: view.scenario.v, seal: view.outcome?.seal, decisionReference: 'Board, item 4' },
      ...{ acknowledged: view.concerns, ...over.body },
    },
  });
const changing = (scenario: Scenario, input: object = aScenarioInput({ title: 'Another' })) =>
  call(change.using(now()), {
    ...{ actor: preparer, path: { scenarioId: scenario.scenarioId } },
    body: { ...input, v: scenario.v },
  });
const feesIn = ({ outcome }: View) =>
  Object.fromEntries((outcome?.fees ?? []).map(({ memberId, fee }) => [memberId, fee]));
const rowsOf = (scenarioId: string) =>
  table.queryAll({ partition: financeKeys.key('scenario', { scenarioId }).pk, strong: true });
const three = () =>
  withFigures(table, [
    figuresOf('ash', { items: 10 }),
    figuresOf('birch', { items: 30 }),
    figuresOf('cedar', { items: 60 }),
  ]);

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await withMembers(table, 'ash', 'birch', 'cedar', 'dogwood');
  await three();
});

test('a draft is computed from the current figures, names the members without any, and what it lacks', async () => {
  const { scenarioId } = await made();
  const view = await viewOf(scenarioId);
  expect(feesIn(view)).toEqual({ ash: 21_667, birch: 31_667, cedar: 46_666 });
  expect(view).toMatchObject({ lacking: [], withoutFigures: ['dogwood'], scenario: { state: 'draft', v: 1 } });
  await withFigures(table, [figuresOf('ash', { items: 110 }), figuresOf('cedar', { items: 1 }, { takesPart: false })]);
  expect(feesIn(await viewOf(scenarioId))).toEqual({ ash: 64_286, birch: 35_714 });
  await withFigures(table, [figuresOf('ash', {})]);
  const lacking = await viewOf(scenarioId);
  expect([lacking.outcome, lacking]).toMatchObject([undefined, { lacking: [{ code: 'figure-missing' }] }]);
  expect(await adopting(view)).toMatchObject({ status: 409, body: { code: 'not-reckonable' } });
});

test('F12 no preparer adopts: not who made it, changed it, or set a figure of it; and only what was shown is adopted', async () => {
  const both: Actor = named(consortiumStaff('finance-preparer', 'finance-approver'), 'stf_both');
  const own = await viewOf((await made(aScenarioInput(), both)).scenarioId);
  expect(await adopting(own, { actor: both })).toMatchObject({ status: 403, body: { code: 'preparer-approves' } });
  expect((await adopting(own, { actor: preparer })).body).toMatchObject({ code: 'not-permitted' });
  const { scenarioId } = await made();
  const changed = await call(change.using(now()), {
    actor: both,
    path: { scenarioId },
    body: { ...aScenarioInput(), v: 1 },
  });
  expect(changed.body).toMatchObject({ v: 2, preparers: ['staff:stf_preparer', 'staff:stf_both'] });
  expect((await adopting(await viewOf(scenarioId), { actor: both })).body).toMatchObject({ code: 'preparer-approves' });
  const stale = { ...(await viewOf(scenarioId)) };
  await withFigures(table, [
    figuresOf('ash', { items: 11 }, { changed: { at: '2026-11-02', by: 'staff:stf_approver' } }),
  ]);
  expect((await adopting(await viewOf(scenarioId))).body).toMatchObject({ code: 'preparer-approves' });
  await withFigures(table, [figuresOf('ash', { items: 11 })]);
  expect(await adopting(stale)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  expect((await adopting(await viewOf(scenarioId), { body: { v: 1 } })).body).toMatchObject({
    code: 'changed-meanwhile',
  });
  expect((await adopting(await viewOf(scenarioId))).status).toBe(201);
});

test('no scenario replaces one whose year was trued up, also when that happens after the look', async () => {
  const first = await made();
  expect((await adopting(await viewOf(first.scenarioId))).status).toBe(201);
  const other = await viewOf((await made(aScenarioInput({ costs: { ils: 70_000 } }))).scenarioId);
  const place = { year: first.year, fee: first.formula.name };
  const replacing = () => adopting(other, { body: { replaces: [first.scenarioId] } });
  const preparation = {
    ...examplePrepared,
    trueUp: { ...examplePrepared.trueUp, ...place },
    preparers: ['staff:stf_a'],
  };
  const row = financeKeys.key('trueUp', { ...place, year: String(place.year) });
  const put = async (state: string) =>
    expect(
      await table.write([{ put: { ...row, ...stamp('trueUp', 1), ...preparation, state } as never }]),
    ).toBeUndefined();
  await put('booked');
  expect(await replacing()).toMatchObject({ status: 409, body: { code: 'trued-up' } });
  // The write has the condition too: it holds for what was booked after the read.
  expect(await table.write([whileNotTruedUp(place)])).toMatchObject({ conflict: [{ index: 0 }] });
  await put('prepared');
  expect((await replacing()).status).toBe(201);
});

test('an adopted scenario is frozen: no later change alters a byte of it', async () => {
  const { scenarioId } = await made();
  const draft = await viewOf(scenarioId);
  const headers = { 'idempotency-key': 'adopt-1' };
  const adopted = await adopting(draft, { headers });
  const seal = draft.outcome?.seal;
  expect(adopted).toMatchObject({
    status: 201,
    body: { state: 'adopted', adopted: { seal, members: 3, total: 100_000 } },
  });
  expect((await adopting(draft, { headers })).body).toEqual(adopted.body);
  const before = await rowsOf(scenarioId);
  expect(before).toHaveLength(4);
  await withFigures(table, [figuresOf('ash', { items: 999 }), figuresOf('elm', { items: 5 })]);
  const { scenario } = await viewOf(scenarioId);
  expect((await changing(scenario)).body).toMatchObject({ code: 'not-draft' });
  expect((await adopting(draft)).body).toMatchObject({ code: 'not-draft' });
  // Without the handlers, with the current version: the conditions inside the writes hold too.
  const store = scenarioStore(table);
  const beside = { audit: { subject: 's', at: 'a', auditId: 'aud_x', by: 'b', did: 'd', detail: {} }, beside: [] };
  expect(await store.change({ ...scenario, title: 'Forged', v: scenario.v + 1 }, beside)).toBe(false);
  const forged: Outcome = {
    rows: [{ figures: figuresOf('ash', { items: 1 }), fee: { memberId: 'ash', fee: 0, lines: [] } }],
    total: 0,
    payers: [],
  };
  const again = { ...scenario, adopted: { ...(scenario.adopted ?? forge()), by: 'staff:stf_x' }, v: scenario.v + 1 };
  expect(await store.adopt(again, forged, beside)).toBe(false);
  expect(await rowsOf(scenarioId)).toEqual(before);
  const after = await seen(scenarioId);
  expect([feesIn(after.body as View), after.body]).toMatchObject([feesIn(draft), { outcome: { intact: true } }]);
  // The seal detects direct changes of the table.
  const row = before.find(({ sk }) => String(sk).endsWith('#ash'));
  await table.write([{ update: { pk: String(row?.pk), sk: String(row?.sk) }, set: { 'fee.fee': 1 } }]);
  expect((await seen(scenarioId)).body).toMatchObject({ outcome: { intact: false } });
});

const forge = (): never => {
  throw new Error('It was adopted.');
};

test('of concurrent adoptions and changes one adoption succeeds, with one header and its rows', async () => {
  const { scenarioId, ...rest } = await made();
  const view = await viewOf(scenarioId);
  const others = Array.from({ length: 6 }, (_, i) =>
    adopting(view, { actor: named(consortiumStaff('finance-approver'), `stf_a${i}`) }),
  );
  const answers = await Promise.all([...others, changing({ scenarioId, ...rest })]);
  expect(answers.every(({ status }) => [200, 201, 409, 503].includes(status))).toBe(true);
  expect(answers.filter(({ status }) => status === 200 || status === 201)).toHaveLength(1);
  const { scenario } = await viewOf(scenarioId);
  if (scenario.state === 'draft') expect((await adopting(await viewOf(scenarioId))).status).toBe(201);
  expect((await seen(scenarioId)).body).toMatchObject({ scenario: { state: 'adopted' }, outcome: { intact: true } });
});

test('an interrupted adoption is completed by the next', async () => {
  await withFigures(
    table,
    Array.from({ length: 60 }, (_, i) => figuresOf(`lib-${i}`, { items: i })),
  );
  const { scenarioId } = await made();
  const view = await viewOf(scenarioId);
  let writes = 0;
  const dying: Table = {
    ...table,
    write: async (wanted) => {
      writes += 1;
      if (writes === 2) throw new Error('The worker died.');
      return table.write(wanted);
    },
  };
  const { scenario, outcome } = view;
  const rows = (outcome?.fees ?? []).map((fee) => ({ figures: figuresOf(fee.memberId, {}), fee }));
  const adopted = { at: 'a', by: 'b', decisionReference: 'c', seal: 'f'.repeat(64), members: 63, total: 0, payers: [] };
  const beside = { audit: { subject: 's', at: 'a', auditId: 'aud_y', by: 'b', did: 'd', detail: {} }, beside: [] };
  const dead = { ...scenario, state: 'adopted' as const, adopted, v: 2 };
  await expect(scenarioStore(dying).adopt(dead, { rows, total: 0, payers: [] }, beside)).rejects.toThrow('died');
  expect(await adopting(view)).toMatchObject({ status: 201 });
  const shown = await seen(scenarioId);
  expect(shown.body).toMatchObject({ outcome: { intact: true, total: 100_000 } });
  expect(Object.keys(feesIn(shown.body as View))).toHaveLength(63);
});

test('the budget of a year belongs to its scenario: the lines that dues pay sum to the shared cost, and adoption seals them', async () => {
  await withFigures(table, [figuresOf('ash', { items: 1 }), figuresOf('birch', { items: 3 })]);
  const dues = { from: 'dues', cost: 'ils' };
  const line = (kind: string, amount: number, source: object = dues) => ({ kind, title: kind, amount, source });
  const budget = [
    line('people', 70_000),
    line('cloud', 30_000),
    line('courier', 500, { from: 'grant', grantor: 'State' }),
  ];
  const off = [...budget, line('reserve', 1)];
  expect(await call(create.using(now()), { actor: preparer, body: aScenarioInput({ budget: off }) })).toMatchObject({
    status: 422,
    body: { code: 'budget-differs' },
  });
  const draft = await made(aScenarioInput({ budget }));
  expect(await changing(draft, aScenarioInput({ budget: off }))).toMatchObject({ body: { code: 'budget-differs' } });
  const view = await viewOf(draft.scenarioId);
  const other = await viewOf((await made(aScenarioInput())).scenarioId);
  expect(view.outcome?.fees).toEqual(other.outcome?.fees);
  expect((await adopting(view)).status).toBe(201);
  expect(await viewOf(draft.scenarioId)).toMatchObject({ scenario: { budget }, outcome: { intact: true } });
});

test('a scenario of 500 members is adopted whole, and no row is near the size limit of the table', async () => {
  const many = Array.from({ length: 500 }, (_, i) =>
    figuresOf(
      `lib-${i}`,
      { items: 1000 + i, population: i },
      { figures: { items: Object.fromEntries(Array.from({ length: 20 }, (_, y) => [String(2007 + y), 1000 + i])) } },
    ),
  );
  await withFigures(table, many);
  const input = aScenarioInput();
  const parts = Array.from({ length: 20 }, (_, i) => ({
    ...input.formula.parts[i % 2],
    percent: '5',
    title: `Part ${i}`.padEnd(200, '.'),
  }));
  const { scenarioId } = await made(aScenarioInput({ formula: { ...input.formula, parts } }));
  const view = await viewOf(scenarioId);
  expect((await adopting(view)).status).toBe(201);
  const rows = await rowsOf(scenarioId);
  expect(rows).toHaveLength(504);
  expect(Math.max(...rows.map((row) => JSON.stringify(row).length))).toBeLessThan(40_000);
  expect((await viewOf(scenarioId)).outcome).toEqual({ ...view.outcome, intact: true });
});

test('F7 a member’s finance staff see adopted scenarios and their own fee only; auditors see all and change nothing', async () => {
  const draft = await made();
  const { scenarioId } = await made();
  await adopting(await viewOf(scenarioId));
  const own = ofMember('ash');
  const shown = await seen(scenarioId, own, { member: 'ash' });
  expect([feesIn(shown.body as View), shown.body]).toMatchObject([{ ash: 21_667 }, { outcome: { warnings: [] } }]);
  expect(JSON.stringify(shown.body)).not.toMatch(/birch|cedar|dogwood/);
  expect((await seen(draft.scenarioId, own, { member: 'ash' })).body).toMatchObject({ code: 'unknown-scenario' });
  for (const query of [{}, { member: 'birch' }])
    expect((await seen(scenarioId, own, query as Record<string, string>)).body).toMatchObject({
      code: 'not-permitted',
    });
  const list = async (actor: Actor, query: Record<string, string>) =>
    ((await call(listScenarios.using(now()), { actor, query })).body as { scenarios: Scenario[] }).scenarios;
  expect((await list(own, { member: 'ash' })).map((one) => one.scenarioId)).toEqual([scenarioId]);
  expect((await list(auditor, {})).map((one) => one.scenarioId)).toEqual(
    expect.arrayContaining([scenarioId, draft.scenarioId]),
  );
  const tried: [OperationHandler, object][] = [
    [create, { body: aScenarioInput() }],
    [change, { path: { scenarioId: draft.scenarioId }, body: { ...aScenarioInput(), v: 1 } }],
    [adopt, { path: { scenarioId: draft.scenarioId }, body: { v: 1, seal: 'a'.repeat(64), decisionReference: 'x' } }],
  ];
  for (const actor of [auditor, own])
    for (const [handler, request] of tried)
      expect((await call(handler.using(now()), { actor, ...request })).body).toMatchObject({ code: 'not-permitted' });
});

test('an adoption names what it replaces and acknowledges its warnings; scenarios that it does not replace are billed too', async () => {
  const first = await viewOf((await made()).scenarioId);
  expect(first.concerns).toEqual(['without-figures']);
  expect((await adopting(first, { body: { acknowledged: [] } })).body).toMatchObject({ code: 'not-acknowledged' });
  expect((await adopting(first)).body).toMatchObject({
    adopted: { replaces: [], acknowledged: ['without-figures'], withoutFigures: ['dogwood'] },
  });
  // Figures of the missing one do not change what was sealed.
  await withFigures(table, [figuresOf('dogwood', { items: 5 })]);
  expect((await seen(first.scenario.scenarioId)).body).toMatchObject({
    ...{ withoutFigures: ['dogwood'], outcome: { intact: true } },
  });
  const again = await viewOf((await made()).scenarioId);
  expect(again).toMatchObject({ concerns: ['beside-others'], besides: [{ scenarioId: first.scenario.scenarioId }] });
  expect((await adopting(again)).body).toMatchObject({ code: 'replacement-not-stated' });
  const unknown = { replaces: [again.scenario.scenarioId] };
  expect((await adopting(again, { body: unknown })).body).toMatchObject({ code: 'replaces-no-such' });
  const replaces = [first.scenario.scenarioId];
  expect((await adopting(again, { body: { replaces, acknowledged: [] } })).status).toBe(201);
  const formula = { ...aScenarioInput().formula, name: 'another' };
  const beside = await viewOf((await made(aScenarioInput({ formula, title: 'Another fee' }))).scenarioId);
  expect(beside.besides).toMatchObject([{ scenarioId: again.scenario.scenarioId }]);
  expect((await adopting(beside, { body: { acknowledged: [] } })).body).toMatchObject({ code: 'not-acknowledged' });
  expect((await adopting(beside)).status).toBe(201);
  const dues = await loadDues(scenarioDeps(now()), '2026-03');
  expect([...new Set(dues.map(({ reference }) => reference))].toSorted()).toEqual(
    [again.scenario.scenarioId, beside.scenario.scenarioId].toSorted(),
  );
});

test('months with written statements are named with their amounts, and acknowledged, or nothing is adopted', async () => {
  for (const [month, state] of Object.entries({ '2026-01': 'closed', '2026-02': 'approved', '2026-03': 'metered' })) {
    const period = { month, state, round: 1, steps: [] };
    await table.write([{ put: { ...ledgerKeys.key('period', period), ...stamp('period', 1), ...period } }]);
  }
  const view = await viewOf((await made(aScenarioInput({ year: 2026 }))).scenarioId);
  expect(view.concerns).toContain('months-closed');
  const twelfths = Object.values(feesIn(view)).map((fee) => duesOfMonth({ amount: fee, from: '2026-01' }, '2026-01'));
  const seconds = Object.values(feesIn(view)).map((fee) => duesOfMonth({ amount: fee, from: '2026-01' }, '2026-02'));
  const amount = [...twelfths, ...seconds].reduce<number>((sum, part) => sum + (part ?? 0), 0);
  const closed = { months: ['2026-01', '2026-02'], amount };
  expect(view.monthsClosed).toEqual(closed);
  const acknowledged = view.concerns.filter((concern) => concern !== 'months-closed');
  const unsaid = await adopting(view, { body: { acknowledged } });
  expect(unsaid).toMatchObject({ status: 409, body: { code: 'not-acknowledged' } });
  expect(JSON.stringify(unsaid.body)).toContain(`2026-01, 2026-02, to which ${amount} minor units fall`);
  const adopted = (await adopting(view)).body;
  expect(adopted).toMatchObject({ adopted: { monthsClosed: closed, acknowledged: view.concerns } });
});

test('of two adopted concurrently for one year neither misses the other', async () => {
  const formula = (name: string) => aScenarioInput({ formula: { ...aScenarioInput().formula, name } });
  const views = [];
  for (const name of ['one', 'two', 'three']) views.push(await viewOf((await made(formula(name))).scenarioId));
  const answers = await Promise.all(views.map((view) => adopting(view)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
});

test('a formula that looks back uses what members paid by adopted scenarios, not typed values', async () => {
  const before = await viewOf((await made(aScenarioInput({ year: 2026 }))).scenarioId);
  await adopting(before);
  const guards = [{ kind: 'yearly-change', title: 'At most a tenth', up: '10', down: '10' }];
  const parts = [{ kind: 'fixed', title: 'Each', amount: 30_000 }];
  const { scenarioId } = await made(
    aScenarioInput({ year: 2027, formula: { ...aScenarioInput().formula, parts, guards } }),
  );
  await withFigures(table, [figuresOf('ash', { items: 10 }, { feeBefore: 99_999 })]);
  expect(feesIn(await viewOf(scenarioId))).toEqual({ ash: 23_834, birch: 30_000, cedar: 41_999 });
});

test('two scenarios compared: gains, losses, and where a larger member pays less', async () => {
  const one = await made();
  const bands = [{ upTo: 20, amount: 500 }, { upTo: 50, amount: 900 }, { amount: 800 }];
  const formula = { ...aScenarioInput().formula, parts: [{ kind: 'bands', title: 'Band', figure: 'items', bands }] };
  const other = await made(aScenarioInput({ formula }));
  const comparing = (query: Record<string, string>, actor: Actor = auditor) =>
    call(compare.using(now()), { actor, query });
  const { status, body } = await comparing({ one: one.scenarioId, other: other.scenarioId });
  expect([status, body]).toMatchObject([
    200,
    {
      ...{ before: 100_000, after: 2200, gain: 3, lose: 0, same: 0, currency: 'USD' },
      rows: [{ memberId: 'ash', before: 21_667, after: 500, outcome: 'gains' }, {}, {}],
      // finding F2: the tariff is checked at its own boundaries too.
      checks: {
        one: { warnings: [] },
        other: {
          warnings: [{ larger: 'cedar', largerFee: 800, smaller: 'birch', smallerFee: 900 }],
          tariff: { drops: [{ figure: 'items', smallerSize: '50', largerSize: '51' }] },
        },
      },
    },
  ]);
  const euros = await made(aScenarioInput({ formula: { ...formula, currency: 'EUR' } }));
  const sides = { one: one.scenarioId, other: euros.scenarioId };
  expect(await comparing(sides)).toMatchObject({ status: 422, body: { code: 'scenario-currencies' } });
  const nowhere = { one: one.scenarioId, other: `scn_${'0'.repeat(26)}` };
  expect(await comparing(nowhere)).toMatchObject({ status: 404, body: { code: 'unknown-scenario' } });
  expect((await comparing(sides, ofMember('ash'))).body).toMatchObject({ code: 'not-permitted' });
});

test('finding F13: a preparer deletes a draft as it was read; never one that was changed since, or adopted', async () => {
  const deletes = (scenario: Scenario, actor = preparer, v = scenario.v) => {
    const path = { scenarioId: scenario.scenarioId };
    return call(deleteDraft.using(now()), { actor, path, query: { v: String(v) } });
  };
  const draft = await made();
  expect((await deletes(draft, approver)).status).toBe(403);
  expect((await changing(draft)).status).toBe(200);
  expect(await deletes(draft)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  expect(await deletes(draft, preparer, draft.v + 1)).toMatchObject({ status: 200, body: { deleted: true } });
  expect((await seen(draft.scenarioId)).status).toBe(404);
  expect((await deletes(draft, preparer, draft.v + 1)).status).toBe(404);
  const adopted = await made();
  expect((await adopting(await viewOf(adopted.scenarioId))).status).toBe(201);
  const { scenario } = await viewOf(adopted.scenarioId);
  expect(await deletes(scenario)).toMatchObject({ status: 409, body: { code: 'not-draft' } });
});
