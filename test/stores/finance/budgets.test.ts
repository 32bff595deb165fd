import { members } from '../../../demo/members.ts';

import { handler as watch } from '../../../functions/finance/consumers/watch-budgets/handler.ts';
import { budgetStore } from '../../../functions/finance/data/budget-store.ts';
import { monthStore } from '../../../functions/finance/data/month-store.ts';
import { spendingStore } from '../../../functions/finance/data/spending-store.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import { budgetWatchDeps } from '../../../functions/finance/deps.ts';
import type { Alert } from '../../../functions/finance/domain/budgets/alert.ts';
import { publicAlert } from '../../../functions/finance/domain/budgets/public-alert.ts';
import { handler as listBudgets } from '../../../functions/finance/operations/list-budgets/handler.ts';
import { handler as listPeriods } from '../../../functions/finance/operations/list-periods/handler.ts';
import { handler as setBudget } from '../../../functions/finance/operations/set-budget/handler.ts';
import { watchBudgets } from '../../../functions/finance/use-cases/watch-budgets.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { keys as auditKeys } from '../../../layers/records/audit/data/keys.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { proofSize } from '../../builders/proof-size.ts';
import { thinPast } from '../../builders/thin-past.ts';

type Published = { source: string; name: string; detail: unknown };
const published: Published[] = [];

const engines = {
  bus: (source: string) => ({
    publish: async (events: readonly { name: string; detail: unknown }[]) =>
      void published.push(...events.map((event) => ({ source, ...event }))),
  }),
};

const preparer = consortiumStaff('finance-preparer');
const [one, two] = members.map(({ memberId }) => memberId) as [string, string];
const noon = '2026-10-21T12:00:00.000Z';
let table: Table;
let serial = 0;

beforeAll(() => {
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
  process.env.BUS_NAME = 'no-bus';
});
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  published.length = 0;
  table = await aTable();
  for (const member of members) await memberStore(table).create(member, '2025-01-01T00:00:00.000Z');
  await usageStore(table).loadPast(thinPast({ before: '2026-11', months: 1, seed: 1 }));
});

const watched = (when = noon) => {
  serial += 1;
  return watch.using(at(when, engines))({}, { awsRequestId: `watch-${serial}` });
};
const set = (owner: string, place: string, body: object, actor: Actor = preparer, when = noon) => {
  const [measure = '', span = '', from = ''] = place.split('/');
  return call(setBudget.using(at(when)), {
    ...{ actor, path: { memberId: owner, measure, span, from } },
    body: { currency: 'USD', thresholds: { actual: [50, 80, 100], forecast: 100 }, v: 0, ...body },
  });
};
const listed = async (actor: Actor, query: Record<string, string> = {}, when = noon) =>
  (await call(listBudgets.using(at(when)), { actor, query })) as {
    status: number;
    body: { alerts: Alert[]; statuses: { actual: number; period: string; measure: string; forecast?: number }[] };
  };
const spentBy = async (owner: string): Promise<number> =>
  (await spendingStore(table).of(owner, '2026-10'))[0]?.platform.amount ?? 0;
const names = ({ body }: Awaited<ReturnType<typeof listed>>) =>
  body.alerts.map(({ weighs, threshold }) => `${weighs} ${threshold}`).toSorted();

test('a spent budget is alerted once, in any number and order of readings', async () => {
  await watched();
  const spent = await spentBy(one);
  expect(spent).toBeGreaterThan(100);
  // Exactly reached: the limit counts as exceeded.
  const budget = await set(one, 'platform/month/2026-10', { amount: spent * 2 });
  expect(budget).toMatchObject({ status: 200, body: { owner: one, v: 1, amount: spent * 2 } });
  expect(await Promise.all([watched(), watched()])).toMatchObject([{ reminded: 0 }, { reminded: 0 }]);
  await watched('2026-10-20T12:00:00.000Z');
  await watched();
  const seen = await listed(staffAt(one, 'member-finance'), { member: one });
  expect(names(seen)).toEqual(['actual 50']);
  expect(seen.body.alerts[0]).toMatchObject({ period: '2026-10', amount: spent * 2, actual: spent });
  const ids = published.map(({ detail }) => (detail as { id: string }).id);
  expect(new Set(ids).size).toBe(1);
  expect(published[0]).toMatchObject({ source: 'concord.finance', name: 'budget-threshold-passed' });
  expect(JSON.stringify(published)).not.toMatch(/pat_|staff:/);
});

test('a new version is another budget with its own thresholds; earlier alerts remain', async () => {
  await watched();
  const spent = await spentBy('consortium');
  await set('consortium', 'platform/month/2026-10', { amount: spent - 1 });
  await watched();
  const first = names(await listed(preparer));
  expect(first).toEqual(['actual 100', 'actual 50', 'actual 80', 'forecast 100']);
  await set('consortium', 'platform/month/2026-10', { amount: spent, v: 1 });
  await watched();
  expect((await listed(preparer)).body.alerts.filter(({ v }) => v === 2).length).toBeGreaterThan(0);
  const before = await listed(preparer);
  await set('consortium', 'platform/month/2026-10', { amount: 0, v: 2 });
  await watched();
  expect(names(await listed(preparer))).toEqual(names(before));
  expect((await listed(preparer)).body.statuses).toEqual([]);
  const { pk: partition } = auditKeys.key('audit', { subject: 'budget:consortium', at: 'a', auditId: 'b' });
  expect((await table.queryAll({ partition })).map(({ did }) => did)).toEqual([
    'set-budget',
    'set-budget',
    'set-budget',
  ]);
});

test('an interrupted watch is completed by the next: nothing is lost, nothing alerted under two ids', async () => {
  await watched();
  await set(one, 'platform/month/2026-10', { amount: 1 });
  let sent: Alert[] = [];
  const publish = async (alert: Alert): Promise<void> => void sent.push(alert);
  const deps = { ...budgetWatchDeps(at(noon)), publish };
  const now = Date.parse(noon);
  for (let writes = 0; writes < 12; writes += proofSize(3, 1)) {
    let left = writes;
    const dying: Table = {
      ...table,
      write: async (all) => {
        left -= 1;
        if (left < 0) throw new Error('died');
        return table.write(all);
      },
    };
    await watchBudgets({ ...deps, budgets: budgetStore(dying), spending: spendingStore(dying) }, now).catch(
      () => undefined,
    );
  }
  await watchBudgets(deps, now);
  expect(names(await listed(preparer, { member: one }))).toEqual([
    'actual 100',
    'actual 50',
    'actual 80',
    'forecast 100',
  ]);
  expect(new Set(sent.map((alert) => JSON.stringify(publicAlert(alert).detail))).size).toBe(4);
  const board = await call(listPeriods.using(at(noon)), { actor: preparer, query: { months: '2' } });
  expect(board.body).toMatchObject({ budgetAlerts: { '2026-10': 4 } });
  sent = [];
  await watchBudgets(deps, now + 1);
  expect(sent).toEqual([]);
});

test('spending of members is stored when it moves between them and the total of the consortium stays the same', async () => {
  const deps = budgetWatchDeps(at(noon));
  const now = Date.parse(noon);
  await watchBudgets(deps, now);
  const before = await spentBy(one);
  const read: typeof deps.months.read = async (month, when) => {
    const found = await deps.months.read(month, when);
    if ('refused' in found) return found;
    const taker = found.report.members.find(({ member }) => member !== one)?.member;
    const moved = (member: string): number => (member === one ? -1 : member === taker ? 1 : 0);
    const members = found.report.members.map((row) => ({ ...row, roundedTotal: row.roundedTotal + moved(row.member) }));
    return { ...found, report: { ...found.report, members } };
  };
  await watchBudgets({ ...deps, months: { ...deps.months, read } }, now + 1);
  expect(await spentBy(one)).toBe(before - 1);
});

test('a later reading is not overwritten by an earlier one, nor a final month by any', async () => {
  const spending = spendingStore(table);
  const row = (asOf: number, amount: number, settled = false) => ({
    ...{ owner: one, month: '2026-09', asOf, days: 30, settled, platform: { amount, currency: 'USD' } },
  });
  await spending.note(row(20, 200));
  await spending.note(row(10, 100));
  expect((await spending.of(one, '2026-09'))[0]?.platform.amount).toBe(200);
  await spending.note(row(30, 300, true));
  await spending.note(row(40, 400));
  expect((await spending.of(one, '2026-09'))[0]).toMatchObject({ asOf: 30, settled: true });
});

test('a fiscal year is the member’s own; the previous month is still checked, and the platform’s figure is the report’s', async () => {
  await usageStore(table).loadPast(thinPast({ before: '2026-10', months: 2, seed: 1 }));
  await watched('2026-11-02T12:00:00.000Z');
  const read = await monthStore(at(noon)).read('2026-10', Date.parse('2026-11-02T12:00:00.000Z'));
  if ('refused' in read) throw new Error('refused');
  expect(await spentBy('consortium')).toBe(read.report.roundedTotal);
  const { fiscalYearStartsIn } = members.find(({ memberId }) => memberId === two) ?? { fiscalYearStartsIn: 1 };
  const year = fiscalYearStartsIn > 11 ? '2025' : '2026';
  expect((await set(two, `platform/year/${year}`, { amount: 1 }, staffAt(two, 'member-finance'))).status).toBe(200);
  await watched('2026-11-02T13:00:00.000Z');
  const { body } = await listed(preparer, { member: two }, '2026-11-02T13:00:00.000Z');
  const rows = await spendingStore(table).of(two, '2026-08');
  expect(rows.length).toBeGreaterThanOrEqual(3);
  const [now] = body.statuses;
  const own = rows.filter(({ month }) => month >= `${year}-${String(fiscalYearStartsIn).padStart(2, '0')}`);
  expect(now?.actual).toBe(own.reduce((sum, { platform }) => sum + platform.amount, 0));
  expect(body.alerts.map(({ period }) => period)).toContain(year);
});

test('an invalid budget is refused: past periods, another currency, a lost race, an unknown member', async () => {
  const code = async (...asked: Parameters<typeof set>) => {
    const { status, body } = await set(...asked);
    return [status, (body as { code: string }).code];
  };
  expect(await code(one, 'platform/month/2026-09', { amount: 5 })).toEqual([422, 'past-period']);
  expect(await code(one, 'platform/month/2026', { amount: 5 })).toEqual([400, expect.any(String)]);
  expect(await code(one, 'platform/month/2026-10', { amount: 5, currency: 'EUR' })).toEqual([422, 'other-currency']);
  expect(await code('nowhere', 'platform/month/2026-10', { amount: 5 })).toEqual([404, 'unknown-member']);
  const racing = await Promise.all([5, 6, 7].map((amount) => set(one, 'platform/month/2026-10', { amount })));
  expect(racing.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
});

test('F7 a member sets and sees its own budgets only; auditors see all and set none', async () => {
  const own = staffAt(one, 'member-finance');
  const status = async (...asked: Parameters<typeof set>) => (await set(...asked)).status;
  expect(await status(one, 'platform/month/2026-10', { amount: 5 }, own)).toBe(200);
  expect(await status(two, 'platform/month/2026-10', { amount: 5 }, own)).toBe(403);
  expect(await status('consortium', 'platform/month/2026-10', { amount: 5 }, own)).toBe(403);
  expect(await status(one, 'platform/month/2026-10', { amount: 5, v: 1 }, consortiumStaff('auditor'))).toBe(403);
  expect((await listed(own, { member: two })).status).toBe(403);
  expect((await listed(own)).status).toBe(403);
  expect((await listed(consortiumStaff('auditor'), { member: two })).status).toBe(200);
});
