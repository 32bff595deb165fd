import { handler as advancePeriod } from '../../../functions/finance/consumers/advance-period/handler.ts';
import { handler as watchBudgets } from '../../../functions/finance/consumers/watch-budgets/handler.ts';
import { periodStore } from '../../../functions/finance/data/period-store.ts';
import { closingDeps } from '../../../functions/finance/deps.ts';
import { aSum } from '../../../functions/finance/domain/usage-report/synthetic-month.ts';
import { handler as decidePeriod } from '../../../functions/finance/operations/decide-period/handler.ts';
import { handler as listBudgets } from '../../../functions/finance/operations/list-budgets/handler.ts';
import { handler as setBudget } from '../../../functions/finance/operations/set-budget/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { reconciledMonth } from '../../builders/month/close-month.ts';
import { consortiumStaff } from '../../builders/people.ts';
import { quietEngines } from '../../builders/quiet-engines.ts';

const published: { name: string; detail: unknown }[] = [];
let busIsDown = false;
const engines = {
  ...quietEngines(),
  bus: () => ({
    publish: async (events: readonly { name: string; detail: unknown }[]) => {
      if (busIsDown) throw new Error('no bus');
      published.push(...events);
    },
  }),
};

const month = '2026-02';
const now = '2026-03-02T09:00:00.000Z';
const later = '2026-03-02T10:00:00.000Z';
let table: Table;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { DEPLOYED_RESOURCES, MACHINE_ARN: 'no-machine', BUS_NAME: 'no-bus' });
  published.length = 0;
  busIsDown = false;
  table = await aTable();
  for (const memberId of ['ash', 'cedar']) {
    const member = { memberId, name: memberId, type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false };
    await memberStore(table).create(member, '2026-01-01T00:00:00.000Z');
  }
  // Any statement of a month exceeds a cent; none reaches a million dollars.
  for (const [memberId, amount] of [
    ['ash', 1],
    ['cedar', 100_000_000],
  ] as const) {
    const path = { memberId, measure: 'statement', span: 'month', from: month };
    const body = { amount, currency: 'USD', thresholds: { actual: [80, 100] }, v: 0 };
    const set = await call(setBudget.using(at('2026-02-10T09:00:00.000Z')), {
      ...{ actor: consortiumStaff('finance-preparer'), path, body },
    });
    expect(set.status).toBe(200);
  }
  const sums = ['ash', 'cedar'].map((member) =>
    aSum({ day: `${month}-05`, member, operation: 'circulation-check-out', service: 'circulation' }, 1000, 6, 2),
  );
  await reconciledMonth(closingDeps(at(now, engines)), { month, sums, now: Date.parse(now) });
  expect(await advance(now)).toBe('wait');
});

const advance = async (when = later): Promise<string> =>
  (await advancePeriod.using(at(when, engines))({ month }, { awsRequestId: 'lambda-1' })).next;
const watch = (when = later) => watchBudgets.using(at(when, engines))({}, { awsRequestId: 'lambda-2' });
const approve = async (): Promise<void> => {
  const { draft } = (await periodStore(table).load(month)).period;
  const body = { step: 'approve', hash: draft?.hash };
  const done = await call(decidePeriod.using(at(now, engines)), {
    ...{ actor: { ...consortiumStaff('finance-approver'), id: 'stf_approver' }, path: { month }, body },
  });
  expect(done.status).toBe(201);
};
const alertsOf = async (member: string) => {
  const { body } = await call(listBudgets.using(at(later, engines)), {
    actor: consortiumStaff('auditor'),
    query: { member },
  });
  return (body as { alerts: { threshold: number; period: string; measure: string }[] }).alerts
    .map(({ measure, period, threshold }) => `${measure} ${period} ${threshold}`)
    .toSorted();
};

test('a close immediately alerts on the budgets that its statements exceed, once; before it there is no alert', async () => {
  await watch(now);
  expect([await alertsOf('ash'), published]).toEqual([[], []]);
  await approve();
  expect(await advance()).toBe('end');
  expect(await alertsOf('ash')).toEqual(['statement 2026-02 100', 'statement 2026-02 80']);
  expect(await alertsOf('cedar')).toEqual([]);
  expect(published.map(({ name }) => name)).toEqual(['budget-threshold-passed', 'budget-threshold-passed']);
  await advance();
  await watch();
  expect(published).toHaveLength(2);
});

test('a close succeeds although its budget alerts fail; the next watch sends them', async () => {
  await approve();
  busIsDown = true;
  expect(await advance()).toBe('end');
  expect((await periodStore(table).load(month)).period.state).toBe('closed');
  busIsDown = false;
  await watch();
  expect(await alertsOf('ash')).toEqual(['statement 2026-02 100', 'statement 2026-02 80']);
  expect(published).toHaveLength(2);
});
