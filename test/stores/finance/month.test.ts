import { members } from '../../../demo/members.ts';
import type { PastSum } from '../../../demo/past.ts';
import { handler as meterUsage } from '../../../functions/finance/consumers/meter-usage/handler.ts';
import { idleStore } from '../../../functions/finance/data/idle-store.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import { type MonthView, monthViewSchema } from '../../../functions/finance/domain/usage-report/month-view.ts';
import { trendSchema } from '../../../functions/finance/domain/usage-report/trend.ts';
import { handler as getMonth } from '../../../functions/finance/operations/get-month/handler.ts';
import { handler as getMonthCsv } from '../../../functions/finance/operations/get-month-csv/handler.ts';
import { handler as getPriceBook } from '../../../functions/finance/operations/get-price-book/handler.ts';
import { handler as listOperations } from '../../../functions/finance/operations/list-operations/handler.ts';
import { handler as listRequests } from '../../../functions/finance/operations/list-requests/handler.ts';
import { handler as showTrend } from '../../../functions/finance/operations/show-trend/handler.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { parseExact, sumExact } from '../../../layers/kernel/money/exact.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aLogsEvent, aReportLine, aUsageLine } from '../../builders/log-lines.ts';
import { quietEngines } from '../../builders/quiet-engines.ts';
import { thinPast } from '../../builders/thin-past.ts';

const month = '2026-10';
const preparer: Actor = {
  kind: 'staff',
  id: 'stf_preparer',
  grants: [{ role: 'finance-preparer', scope: 'consortium' }],
};
const financeOf = (member: string): Actor => ({
  kind: 'staff',
  id: `stf_${member}`,
  grants: [{ role: 'member-finance', scope: 'member', member }],
});

/** Multiplies usage by twenty: the demo's month costs less than a hundred dollars, the result well above. */
const twentyfold = (sum: PastSum): PastSum => {
  const counts = { ...sum.counts };
  for (const name of Object.keys(counts) as (keyof PastSum['counts'])[]) counts[name] *= 20;
  return { ...sum, events: sum.events * 20, succeeded: sum.succeeded * 20, counts };
};

let runtime: Runtime;
let table: Awaited<ReturnType<typeof aTable>>;
beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.DEPLOYED_RESOURCES = JSON.stringify({
    search: { instanceType: 't3.small.search', instances: 1, storageGb: 20 },
    alarms: 12,
    kmsKeys: 1,
    firewall: { acls: 1, rules: 2 },
    secrets: 1,
    logRetentionDays: 90,
  });
  table = await aTable();
  runtime = at('2026-11-24T12:00:00.000Z', quietEngines());
  for (const member of members) await memberStore(table).create(member, '2025-01-01T00:00:00.000Z');
  await usageStore(table).loadPast(thinPast({ before: '2026-11', months: 2, seed: 1 }).map(twentyfold));
}, 60_000);
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

const monthOf = async (actor: Actor, member?: string): Promise<MonthView> => {
  const { status, body } = await call(getMonth.using(runtime), {
    actor,
    path: { month },
    ...(member ? { query: { member } } : {}),
  });
  expect([status, body]).toEqual([200, expect.anything()]);
  return monthViewSchema.parse(body);
};
const exact = (amounts: { exact: string }[]): bigint => sumExact(amounts.map((amount) => parseExact(amount.exact)));

describe('A demo month', () => {
  it('is above 100 dollars, and its members and services sum to it to the cent', async () => {
    const view = await monthOf(preparer);
    expect([view.synthetic, view.currency, view.provisionalUntil]).toEqual([true, 'USD', '2026-11-10']);
    expect(view.rounded).toBeGreaterThan(10_000);
    expect(view.members.reduce((sum, { rounded }) => sum + rounded, 0)).toBe(view.rounded);
    expect(exact(view.members.map(({ total }) => total))).toBe(parseExact(view.total.exact));
    expect(exact(view.services.map(({ amount }) => amount))).toBe(parseExact(view.total.exact));
    for (const { roundedAmounts, rounded } of view.members) {
      expect(Object.values(roundedAmounts).reduce((sum, cents) => sum + cents, 0)).toBe(rounded);
    }
  });

  it('shows idle cost as lines of its own, and the change from the previous month as volume and price', async () => {
    const view = await monthOf(preparer);
    const idle = view.services.filter(({ category }) => category === 'idle');
    expect(idle.map(({ service }) => service)).toEqual(members.map(() => 'platform'));
    const { change } = view;
    expect(change?.since).toBe('2026-09');
    expect(parseExact(change?.change.exact ?? '0')).toBe(
      parseExact(change?.volumeEffect.exact ?? '0') + parseExact(change?.priceEffect.exact ?? '0'),
    );
    const operations = await call(listOperations.using(runtime), {
      actor: preparer,
      path: { month },
      query: { service: 'platform' },
    });
    const { operations: lines } = operations.body as { operations: { operation: string; amount: { exact: string } }[] };
    expect(lines.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining(['search-domain', 'search-storage', 'alarms', 'signing-key', 'firewall', 'secrets']),
    );
    expect(exact(lines.map(({ amount }) => amount))).toBe(exact(idle.map(({ amount }) => amount)));
  });

  it('stands in the trend with the month before, by member, for the consortium and for a member', async () => {
    const trendOf = async (actor: Actor, member?: string) =>
      call(showTrend.using(runtime), { actor, path: { month }, query: { months: '3', ...(member && { member }) } });
    const view = await monthOf(preparer);
    const { body } = await trendOf(preparer);
    const trend = trendSchema.parse(body);
    expect(trend.months.map((one) => [one.month, one.over, one.synthetic])).toEqual([
      ['2026-09', true, true],
      ['2026-10', true, true],
    ]);
    expect(trend.months[1]?.amount).toBe(view.rounded);
    const rounded = view.members.map((one) => ({ member: one.member, amount: one.rounded }));
    expect(trend.months[1]?.members).toEqual(rounded);
    expect(trend).not.toHaveProperty('forecast');
    const own = trendSchema.parse((await trendOf(financeOf('riverton'), 'riverton')).body);
    expect(own.months[1]?.members).toEqual(rounded.filter((one) => one.member === 'riverton'));
    expect((await trendOf(financeOf('riverton'))).status).toBe(403);
    expect((await trendOf(financeOf('riverton'), 'lakeshore')).status).toBe(403);
    const early = await call(showTrend.using(runtime), { actor: preparer, path: { month: '2026-02' }, query: {} });
    expect([early.status, early.body]).toMatchObject([404, { code: 'no-report' }]);
  });

  it('opens to operations that sum to the same total, for all and for one member', async () => {
    for (const member of [undefined, 'riverton']) {
      const { body } = await call(listOperations.using(runtime), {
        actor: preparer,
        path: { month },
        query: member ? { member } : {},
      });
      const { operations } = body as { operations: { amount: { exact: string } }[] };
      const view = await monthOf(preparer, member);
      expect(exact(operations.map(({ amount }) => amount))).toBe(parseExact(view.total.exact));
    }
  });

  it('shows with the change whether the previous month was simulated', async () => {
    const { body } = await call(getMonth.using(runtime), { actor: preparer, path: { month: '2026-11' } });
    expect(body).toMatchObject({ synthetic: false, change: { since: month, synthetic: true } });
  });

  it.each([getMonth, getMonthCsv, listOperations])('of a future month does not exist', async (handler) => {
    const answered = await call(handler.using(runtime), { actor: preparer, path: { month: '2026-12' } });
    expect(answered).toMatchObject({ status: 404, body: { code: 'no-report', detail: '2026-12 has not begun.' } });
  });

  it('F11 has the same totals as CSV', async () => {
    for (const [member, file] of [
      [undefined, 'concord-2026-10-all-synthetic.csv'],
      ['calder', 'concord-2026-10-calder-synthetic.csv'],
    ] as const) {
      const view = await monthOf(preparer, member);
      const { status, headers, body } = await call(getMonthCsv.using(runtime), {
        actor: preparer,
        path: { month },
        query: member ? { member } : {},
      });
      expect([status, headers['content-type'], headers['content-disposition']]).toEqual([
        200,
        'text/csv; charset=utf-8',
        `attachment; filename="${file}"`,
      ]);
      const others = members.map(({ memberId }) => memberId).filter((id) => member !== undefined && id !== member);
      for (const other of others) expect(String(body)).not.toContain(other);
      const rows = String(body)
        .trimEnd()
        .split('\r\n')
        .map((row) => row.split(','));
      const [header = []] = rows;
      const column = (row: string[], name: string): string => row[header.indexOf(name)] ?? '';
      const lines = rows.filter((row) => row[0] === 'line');
      expect(sumExact(lines.map((row) => parseExact(column(row, 'exact'))))).toBe(parseExact(view.total.exact));
      const total = rows.find((row) => row[0] === 'total') ?? [];
      expect(Math.round(Number(column(total, 'rounded')) * 100)).toBe(view.rounded);
    }
  });

  it('shows what metering itself costs, for all and for one member, as the lines of that operation', async () => {
    for (const member of [undefined, 'calder']) {
      const { metering, total } = await monthOf(preparer, member);
      const { body } = await call(listOperations.using(runtime), {
        actor: preparer,
        path: { month },
        query: { service: 'administration', ...(member ? { member } : {}) },
      });
      const { operations } = body as { operations: { operation: string; amount: { exact: string } }[] };
      const own = operations.filter(({ operation }) => operation === 'finance-meter-usage');
      expect(own).toHaveLength(1);
      expect(exact(own.map(({ amount }) => amount))).toBe(parseExact(metering.amount.exact));
      const share = (100 * Number(metering.amount.exact)) / Number(total.exact);
      expect(Math.abs(Number(metering.percent) - share)).toBeLessThanOrEqual(0.005001);
    }
  });

  it('shows for a simulated day that it has no requests to open', async () => {
    const asked = (day: string) =>
      call(listRequests.using(runtime), {
        actor: preparer,
        path: { day },
        query: { member: 'riverton', operation: 'circulation-check-out' },
      });
    expect((await asked('2026-10-05')).body).toMatchObject({ synthetic: true, requests: [] });
    expect((await asked('2026-11-05')).body).toMatchObject({ synthetic: false, requests: [] });
  });

  it('shows what a checkout and a search cost', async () => {
    const { unitCosts } = await monthOf(preparer);
    expect(unitCosts.slice(0, 2).map(({ name, events }) => [name, events > 0])).toEqual([
      ['checkout', true],
      ['search', true],
    ]);
  });
});

describe('A member', () => {
  it('F7 sees its own month, as the total shows it, and no other member in it', async () => {
    const all = await monthOf(preparer);
    const own = await monthOf(financeOf('ashgrove'), 'ashgrove');
    expect(own.members).toEqual(all.members.filter(({ member }) => member === 'ashgrove'));
    expect(own.services).toEqual(all.services.filter(({ member }) => member === 'ashgrove'));
    for (const { memberId } of members.filter(({ memberId }) => memberId !== 'ashgrove')) {
      expect(JSON.stringify(own)).not.toContain(memberId);
    }
  });

  it.each([
    ['the whole', {}],
    ['another member', { member: 'riverton' }],
    ['what is nobody’s', { member: 'unattributed' }],
  ])('does not see %s, by any route', async (_, query) => {
    const actor = financeOf('ashgrove');
    for (const handler of [getMonth, getMonthCsv, listOperations]) {
      expect(await call(handler.using(runtime), { actor, path: { month }, query })).toMatchObject({ status: 403 });
    }
    const path = { day: `${month}-05` };
    const asked = { member: 'riverton', ...query, operation: 'circulation-check-out' };
    expect(await call(listRequests.using(runtime), { actor, path, query: asked })).toMatchObject({ status: 403 });
  });
});

describe('The rest', () => {
  it('opens a metered operation to its requests, which sum to its line', async () => {
    const messages = ['r1', 'r2', 'r3'].flatMap((id, at) => [aUsageLine(id), aReportLine(id, 20 + at)]);
    await meterUsage.using(runtime)(aLogsEvent({ messages, stream: 'month' }), { awsRequestId: 'metering' });
    const query = { member: 'riverton', operation: 'circulation-check-out' };
    const { status, body } = await call(listRequests.using(runtime), {
      actor: financeOf('riverton'),
      path: { day: '2026-11-24' },
      query,
    });
    const { requests } = body as { requests: { requestId: string; at: string; amount: { exact: string } }[] };
    expect([status, requests.map(({ requestId }) => requestId)]).toEqual([200, ['r1', 'r2', 'r3']]);
    const line = await call(listOperations.using(runtime), {
      actor: preparer,
      path: { month: '2026-11' },
      query: { member: 'riverton', service: 'circulation' },
    });
    const { operations } = line.body as { operations: { amount: { exact: string }; events: number }[] };
    expect(operations).toEqual([expect.objectContaining({ operation: 'circulation-check-out', events: 3 })]);
    expect(exact(requests.map(({ amount }) => amount))).toBe(exact(operations.map(({ amount }) => amount)));
  });

  it('has no name in the CSV that begins a formula, whatever a log line contains', async () => {
    const names = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)'];
    const messages = names.flatMap((operation, at) => [aUsageLine(`f${at}`, { operation }), aReportLine(`f${at}`)]);
    await meterUsage.using(runtime)(aLogsEvent({ messages, stream: 'formulas' }), { awsRequestId: 'metering-f' });
    const path = { month: '2026-11' };
    const { body } = await call(getMonthCsv.using(runtime), { actor: preparer, path });
    const csv = String(body);
    for (const name of names) expect(csv).toContain(`'${name.replaceAll('"', '""')}`);
    expect(csv.split(/[,\r\n]+/).filter((cell) => /^"?[=+@]|^"?-(?![0-9.]+$)/.test(cell))).toEqual([]);
  });

  it('computes idle cost from the readings, where there are any', async () => {
    await idleStore(table).note({
      day: '2026-11-04',
      search: { instanceType: 'm7g.large.search', instances: 3, storageGb: 100 },
      tableBytes: 5 * 1024 ** 3,
      objectBytes: 0,
      logBytes: 0,
      alarms: 12,
      kmsKeys: 1,
      firewall: { acls: 0, rules: 0 },
      secrets: 1,
    });
    const { body } = await call(listOperations.using(runtime), {
      actor: preparer,
      path: { month: '2026-11' },
      query: { service: 'platform' },
    });
    const { operations } = body as {
      operations: { operation: string; units: { meter: string; quantity: string }[] }[];
    };
    const domain = operations.find(({ operation }) => operation === 'search-domain');
    // 3 nodes, 24 hours, from the 4th to the 24th.
    expect(domain?.units).toEqual([
      expect.objectContaining({ meter: 'search-m7g-large-hour', quantity: '1512.000000' }),
    ]);
    expect(operations.find(({ operation }) => operation === 'firewall')?.units).toEqual([]);
  });

  it('computes the idle cost of a month from one reading on its first day', async () => {
    const search = { instanceType: 't3.small.search', instances: 1, storageGb: 20 };
    const sizes = { tableBytes: 0, objectBytes: 0, logBytes: 0 };
    const pieces = { alarms: 41, kmsKeys: 1, firewall: { acls: 1, rules: 2 }, secrets: 1 };
    await idleStore(table).note({ day: '2026-08-01', search, ...sizes, ...pieces });
    const august = await call(getMonth.using(runtime), { actor: preparer, path: { month: '2026-08' } });
    // 31 days of 24 hours at 0.036, 20 GB at 0.122, 41 alarms, a key, a secret, a web ACL with two rules
    expect(monthViewSchema.parse(august.body).total.shown).toBe('41.724000');
  });

  it('shares unattributed cost by the adopted key: sizes of three to one, from its day on', async () => {
    const admin: Actor = { kind: 'staff', id: 'stf_admin', grants: [{ role: 'admin', scope: 'consortium' }] };
    const adopted = await call(adoptPolicy.using(runtime), {
      actor: admin,
      body: {
        kind: 'cost-sharing',
        effectiveFrom: '2026-11-25T00:00:00.000Z',
        decisionReference: 'Board 2026-11-20, item 2',
        body: { key: 'size', sizes: { riverton: 3, lakeshore: 1 } },
      },
    });
    expect(adopted.status).toBe(201);
    const read = async (of: string) => {
      const { body } = await call(getMonth.using(runtime), { actor: preparer, path: { month: of } });
      return monthViewSchema.parse(body);
    };
    const november = await read('2026-11');
    expect(november.key).toEqual({ name: 'size', version: 'cost-sharing/1' });
    const idle = new Map(november.members.map(({ member, amounts }) => [member, Number(amounts.idle.exact)]));
    expect(idle.get('riverton')).toBeGreaterThan(1);
    // Quantities are divided to the millionth of a count.
    expect(idle.get('riverton')).toBeCloseTo(3 * (idle.get('lakeshore') ?? 0), 5);
    expect(idle.get('calder')).toBe(0);
    // Months that ended before do not change.
    expect((await read('2026-08')).key).toEqual({ name: 'equal', version: 'default' });
  });

  it('deducts the free tier by the account’s own setting, from its day on', async () => {
    const admin: Actor = { kind: 'staff', id: 'stf_admin', grants: [{ role: 'admin', scope: 'consortium' }] };
    const read = async (of: string) => {
      const { body } = await call(getMonth.using(runtime), { actor: preparer, path: { month: of } });
      return Number(monthViewSchema.parse(body).total.exact);
    };
    const [before, august] = [await read('2026-11'), await read('2026-08')];
    const adopted = await call(adoptPolicy.using(runtime), {
      actor: admin,
      body: {
        ...{ kind: 'free-tier', effectiveFrom: '2026-11-25T00:00:00.000Z', body: { always: true } },
        decisionReference: 'The account is in no organisation',
      },
    });
    expect(adopted.status).toBe(201);
    expect(await read('2026-11')).toBeLessThan(before);
    expect(await read('2026-08')).toBe(august);
  });

  it('shows the price book in force, and reports where there is none', async () => {
    const actor = financeOf('riverton');
    expect(await call(getPriceBook.using(runtime), { actor })).toMatchObject({
      status: 200,
      body: { version: 'us-east-1/2024-11-01/8', currency: 'USD' },
    });
    expect(await call(getPriceBook.using(runtime), { actor, query: { on: '2020-01-01' } })).toMatchObject({
      status: 404,
      body: { code: 'no-price-book' },
    });
    expect(await call(getMonth.using(runtime), { actor: preparer, path: { month: '2020-01' } })).toMatchObject({
      status: 404,
      body: { code: 'no-report' },
    });
  });

  it('refuses an invalid month, day and cursor', async () => {
    const query = { member: 'riverton', operation: 'circulation-check-out' };
    for (const bad of ['2026-13', '2026-1', 'x'.repeat(10_000)]) {
      expect(await call(getMonth.using(runtime), { actor: preparer, path: { month: bad } })).toMatchObject({
        status: 400,
        body: { code: 'bad-input', errors: [{ pointer: '/path/month' }] },
      });
    }
    expect(
      await call(listRequests.using(runtime), { actor: preparer, path: { day: '2026-11-31' }, query }),
    ).toMatchObject({ status: 400 });
    expect(
      await call(listRequests.using(runtime), {
        actor: preparer,
        path: { day: '2026-11-24' },
        query: { ...query, after: 'not-a-cursor' },
      }),
    ).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
  });
});
