import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { closingAlone } from '../builders/closing-months.ts';
import { adminToken, calling, deployed, patiently, signedInStaff } from '../builders/deployed.ts';

const endpoints = deployed();
const call = calling(endpoints);
const run = Date.now().toString(36);
const [own, other] = [`f${run}`, `g${run}`];
const today = new Date().toISOString().slice(0, 10);
const month = today.slice(0, 7);

let admin: string;
let preparer: string;
let approver: string;
let finance: string;

const joined = async (memberId: string): Promise<void> => {
  const library = { memberId, name: 'A test library', type: 'special', fiscalYearStartsIn: 1, lendsOnRequest: false };
  expect(await call('POST', '/membership/members', { token: admin, body: library })).toMatchObject({ status: 201 });
};

const staffWith = async (memberId: string, grant: Record<string, string>): Promise<string> => {
  const email = `${grant.role}.${run}@example.org`;
  const person = { name: 'A test reader', email, memberId };
  const { body } = await call('POST', '/membership/staff', { token: admin, body: person });
  const given = await call('POST', `/membership/staff/${String(body.staffId)}/roles`, {
    token: admin,
    body: { grant, reason: 'A test' },
  });
  expect(given).toMatchObject({ status: 200 });
  return signedInStaff(endpoints, email);
};

const requestsOf = (token: string, operation: string, more = '') =>
  call('GET', `/finance/days/${today}/requests?member=${own}&operation=${operation}${more}`, { token });

type Row = { requestId: string; status: number; invocations: number; megabyteMs: number; amount: { exact: string } };

/** Polls until the request is metered, which takes seconds. */
const metered = async (operation: string, requestId: string): Promise<Row> => {
  for (
    const until = Date.now() + 120_000;
    Date.now() < until;
    await new Promise((resolve) => setTimeout(resolve, 500))
  ) {
    let next = '';
    do {
      const { body } = await requestsOf(preparer, operation, next ? `&after=${encodeURIComponent(next)}` : '');
      const page = body as { requests: Row[]; next?: string };
      const found = page.requests.find((row) => row.requestId === requestId);
      if (found) return found;
      next = page.next ?? '';
    } while (next);
  }
  throw new Error(`${requestId} was not metered within 120 s`);
};

beforeAll(async () => {
  admin = await adminToken(endpoints);
  await joined(own);
  await joined(other);
  finance = await staffWith(own, { role: 'member-finance', scope: 'member', member: own });
  preparer = await staffWith('consortium', { role: 'finance-preparer', scope: 'consortium' });
  approver = await staffWith('consortium', { role: 'finance-approver', scope: 'consortium' });
}, 60_000);

test('a call through the API is in the month with its request id, its member and the billed time', async () => {
  // An error response contains the request id.
  const { status, body } = await requestsOf(finance, 'any', '&after=not-a-cursor');
  expect([status, body.code]).toEqual([400, 'bad-cursor']);
  const row = await metered('finance-list-requests', String(body.requestId));
  expect(row).toMatchObject({ status: 400, invocations: 1, because: 'staff-workplace' });
  expect([row.megabyteMs > 0, Number(row.amount.exact) > 0]).toEqual([true, true]);

  const path = `/finance/months/${month}/operations?member=${own}&service=administration`;
  const { operations } = (await call('GET', path, { token: finance })).body as {
    operations: { operation: string; pool: string; events: number; member: string }[];
  };
  expect(
    operations.find(({ operation, pool }) => operation === 'finance-list-requests' && pool === 'own'),
  ).toMatchObject({ member: own });
}, 180_000);

test('the month sums to the cent, with metering’s own cost and the authorizer’s as lines', async () => {
  // On a busy machine its function may need longer than its limit for the first report, which has the use of all other tests.
  const { status, body } = await patiently(call)('GET', `/finance/months/${month}`, { token: preparer });
  expect(status).toBe(200);
  const view = body as { rounded: number; members: { rounded: number }[] };
  expect(view.members.reduce((sum, { rounded }) => sum + rounded, 0)).toBe(view.rounded);
  const all = await call('GET', `/finance/months/${month}/operations`, { token: preparer });
  const names = (all.body as { operations: { operation: string }[] }).operations.map(({ operation }) => operation);
  expect(names).toEqual(expect.arrayContaining(['finance-meter-usage', 'membership-authorize', 'search-domain']));
});

test('finding F13: a body that is not valid is 400 for those who may call, and 403 for all others', async () => {
  const [path, body] = [`/finance/periods/${month}/preparations`, { balanceOfPower: 1 }];
  expect(await call('POST', path, { token: preparer, body })).toMatchObject({
    status: 400,
    body: { code: 'bad-input' },
  });
  for (const token of [finance, approver, admin])
    expect(await call('POST', path, { token, body })).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  const budget = `/finance/budgets/${other}/platform/month/${month}`;
  expect(await call('PUT', budget, { token: finance, body })).toMatchObject({ status: 403 });
});

test('a member reads its own month only', async () => {
  const mine = await call('GET', `/finance/months/${month}?member=${own}`, { token: finance });
  expect(mine).toMatchObject({ status: 200, body: { member: own } });
  expect(JSON.stringify(mine.body)).not.toContain(other);
  for (const path of [`months/${month}`, `months/${month}?member=${other}`, `months/${month}/csv?member=${other}`]) {
    const answered = await call('GET', `/finance/${path}`, { token: finance });
    expect([path, answered.status, answered.body.code]).toEqual([path, 403, 'not-permitted']);
  }
  expect(await call('GET', `/finance/months/${month}`)).toMatchObject({ status: 401 });
});

test('the CSV is a file with the same total', async () => {
  const answer = await fetch(`${endpoints.api}/finance/months/${month}/csv?member=${own}`, {
    headers: { authorization: `Bearer ${finance}` },
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(await answer.text()).toMatch(/^row,month,synthetic,member,[\s\S]*\r\ntotal,/);
});

type Seen = {
  scenario: { v: number };
  outcome: { seal: string; fees: { memberId: string; fee: number }[] };
  concerns: string[];
  besides: { scenarioId: string }[];
};

test('a formula is tried, compared with another and adopted by someone other than its preparer; a member sees its own fee', async () => {
  const { body: figures } = await call('GET', '/finance/figures?limit=100', { token: preparer });
  const known = (figures.figures as { memberId: string }[]).map(({ memberId }) => memberId);
  for (const [memberId, token, items] of [
    [own, finance, 30],
    [other, preparer, 10],
  ] as const) {
    const body = { figures: { [`items-${run}`]: { 2026: items } }, v: 0 };
    expect(await call('PUT', `/finance/figures/${memberId}`, { token, body })).toMatchObject({ status: 200 });
  }
  const { body: published } = await call('GET', '/finance/formulas', { token: preparer });
  expect((published.formulas as { name: string }[]).map(({ name }) => name)).toContain('mnpals');
  const input = (key: object) => ({
    ...{ title: 'A test', year: 2026, costs: { ils: 100_000 } },
    formula: {
      ...{ name: 'a-test', title: 'A test', source: 'A test', currency: 'USD' },
      parts: [{ kind: 'share', title: 'All', cost: 'ils', key }],
    },
  });
  const make = async (key: object): Promise<string> => {
    const { status, body } = await call('POST', '/finance/scenarios', { token: preparer, body: input(key) });
    expect([status, body.state]).toEqual([201, 'draft']);
    return String(body.scenarioId);
  };
  const [alike, bySize] = [await make({ by: 'equal' }), await make({ by: 'figure', figure: `items-${run}` })];
  const sides = `/finance/scenario-comparisons?one=${alike}&other=${bySize}`;
  // If other members of this deployment have no such figure, the comparison by size is refused until they have one.
  const compared = await call('GET', sides, { token: preparer });
  if (known.length > 0) expect(compared).toMatchObject({ status: 409, body: { code: 'not-reckonable' } });
  else expect(compared.body).toMatchObject({ before: 100_000, after: 100_000, gain: 1, lose: 1 });
  const again = await call('GET', `/finance/scenario-comparisons?one=${alike}&other=${alike}`, { token: preparer });
  expect(again.body).toMatchObject({ gain: 0, lose: 0, same: known.length + 2, before: 100_000 });
  const read = async (): Promise<Seen> =>
    (await call('GET', `/finance/scenarios/${alike}`, { token: approver })).body as Seen;
  const adopting = (token: string, { scenario, outcome, concerns, besides }: Seen) => {
    const acknowledgement = { replaces: besides.map(({ scenarioId }) => scenarioId), acknowledged: concerns };
    const body = { v: scenario.v, seal: outcome.seal, decisionReference: 'A test', ...acknowledgement };
    return call('POST', `/finance/scenarios/${alike}/adoption`, { token, body });
  };
  let seen = await read();
  expect(await adopting(preparer, seen)).toMatchObject({ status: 403 });
  let adoption = await adopting(approver, seen);
  // The seal covers the members without figures, and other tests of this deployment register members: the approver looks again.
  for (let left = 20; left > 0 && adoption.body.code === 'changed-meanwhile'; left -= 1) {
    seen = await read();
    adoption = await adopting(approver, seen);
  }
  expect(adoption).toMatchObject({ status: 201, body: { state: 'adopted', adopted: { total: 100_000 } } });
  const mine = await call('GET', `/finance/scenarios/${alike}?member=${own}`, { token: finance });
  const fee = seen.outcome.fees.find(({ memberId }) => memberId === own);
  expect((mine.body as Seen).outcome.fees).toMatchObject([{ memberId: own, fee: fee?.fee }]);
  expect(JSON.stringify(mine.body)).not.toContain(other);
  expect(await call('GET', `/finance/scenarios/${bySize}?member=${own}`, { token: finance })).toMatchObject({
    status: 404,
  });
}, 60_000);

type Period = { state: string; draft?: { hash: string }; blocked?: string };

/** Polls a month's period until it reaches the state: the workflow writes, books and seals between people's steps. */
const periodOnce = async (of: string, isThere: (period: Period) => boolean): Promise<Period> => {
  const until = Date.now() + 120_000;
  for (;;) {
    const { body } = await call('GET', `/finance/periods/${of}`, { token: approver });
    const { period } = body as { period: Period };
    if (isThere(period)) return period;
    if (Date.now() > until) throw new Error(`${of} is still ${JSON.stringify(period)}`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
};

test('a member’s codes are in its closed statement and its files, and later changes do not affect them', async () => {
  const codes = `/finance/members/${own}/account-codes`;
  const set = (version: number, account: string, token = finance) =>
    call('PUT', codes, {
      token,
      body: { effectiveFrom: '2025-01-01', version, default: { account, costCentre: '=20' } },
    });
  expect(await set(0, '6410')).toMatchObject({ status: 200, body: { version: 1 } });
  expect(await set(0, '6411', preparer)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  expect(await set(1, '6411', approver)).toMatchObject({ status: 403 });
  const others = await call('GET', codes.replace(own, other), { token: finance });
  expect(others).toMatchObject({ status: 403 });
  // A past month: nobody else in this deployment closes it, and only members of that time have a statement for it.
  const since = { token: admin, body: { memberSince: '2025-01-01' } };
  expect(await call('PUT', `/membership/members/${own}/membership`, since)).toMatchObject({ status: 200 });
  const past = '2025-03';
  const prepare = (body: object) => call('POST', `/finance/periods/${past}/preparations`, { token: preparer, body });
  expect(await prepare({ step: 'meter' })).toMatchObject({ status: 201 });
  await closingAlone(async () => {
    expect(await prepare({ step: 'reconcile', reason: 'A test' })).toMatchObject({ status: 201 });
    const { draft } = await periodOnce(past, (period) => period.draft !== undefined || period.blocked !== undefined);
    const body = { step: 'approve', hash: draft?.hash };
    const decisions = `/finance/periods/${past}/decisions`;
    expect(await call('POST', decisions, { token: approver, body })).toMatchObject({ status: 201 });
    await periodOnce(past, ({ state }) => state === 'closed');
  });
  const statement = `/finance/periods/${past}/statements/${own}`;
  const before = await call('GET', statement, { token: finance });
  expect(before).toMatchObject({ status: 200, body: { state: 'closed', statement: { codes: { version: 1 } } } });
  expect(await set(1, '9999')).toMatchObject({ status: 200, body: { version: 2 } });
  expect((await call('GET', statement, { token: finance })).body).toEqual(before.body);
  const { body: file } = await call('POST', `${statement}/files`, { token: finance, body: { format: 'csv' } });
  const csv = await (await fetch(String(file.url))).text();
  expect(csv.split('\r\n')[0]).toMatch(/,account_code,cost_centre,purchase_order,reason,pays_for$/);
  const lines = (before.body as { statement: { lines: { codes?: object }[] } }).statement.lines;
  for (const line of lines) expect(line.codes).toEqual({ account: '6410', costCentre: '=20' });
  expect(csv.match(/,6410,'=20,/g) ?? []).toHaveLength(lines.length);
}, 900_000);

test('a year’s true-up is refused with a reason before its months are closed, without a scenario, and for a member', async () => {
  const show = (path: string, token: string) => call('GET', `/finance/true-ups/${path}`, { token });
  expect(await show('2026/a-test', approver)).toMatchObject({ status: 409, body: { code: 'months-open' } });
  expect(await show('2026/none', approver)).toMatchObject({ status: 404, body: { code: 'no-scenario' } });
  expect(await show('2026/a-test', finance)).toMatchObject({ status: 403 });
  const seal = 'a'.repeat(64);
  const prepare = (token: string) =>
    call('POST', '/finance/true-ups/2026/a-test/preparations', { token, body: { seal } });
  expect(await prepare(approver)).toMatchObject({ status: 403 });
  expect(await prepare(preparer)).toMatchObject({ status: 409, body: { code: 'months-open' } });
  const approval = { token: approver, body: { seal, month } };
  expect(await call('POST', '/finance/true-ups/2026/a-test/approval', approval)).toMatchObject({
    ...{ status: 409, body: { code: 'not-prepared' } },
  });
}, 60_000);

test('idle resources are read on schedule', async () => {
  const client = new LambdaClient({
    endpoint: endpoints.aws,
    region: endpoints.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ FunctionName: 'Concord-finance-read-idle-costs' }),
  );
  client.destroy();
  const reading = JSON.parse(Buffer.from(Payload ?? []).toString('utf8'));
  expect(FunctionError).toBeUndefined();
  expect(reading).toMatchObject({ day: expect.any(String), search: { instances: expect.any(Number) } });
  expect(reading.tableBytes).toBeGreaterThanOrEqual(0);
});

test('a member sets a budget, its spending is recorded on schedule, and the passed threshold is reported once', async () => {
  const place = `/finance/budgets/${own}/platform/month/${month}`;
  const body = { amount: 1, currency: 'USD', thresholds: { actual: [100] }, v: 0 };
  expect(await call('PUT', place, { token: finance, body })).toMatchObject({ status: 200, body: { v: 1, owner: own } });
  const others = `/finance/budgets/${other}/platform/month/${month}`;
  expect(await call('PUT', others, { token: finance, body })).toMatchObject({ status: 403 });
  const watch = async (): Promise<unknown> => {
    const client = new LambdaClient({
      endpoint: endpoints.aws,
      region: endpoints.region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const { Payload, FunctionError } = await client.send(
      new InvokeCommand({ FunctionName: 'Concord-finance-watch-budgets' }),
    );
    client.destroy();
    expect(FunctionError).toBeUndefined();
    return JSON.parse(Buffer.from(Payload ?? []).toString('utf8'));
  };
  expect(await watch()).toEqual({ raised: expect.any(Number), reminded: expect.any(Number) });
  await watch();
  const seen = await call('GET', `/finance/budgets?member=${own}`, { token: finance });
  const { statuses, alerts } = seen.body as { statuses: { actual: number }[]; alerts: { threshold: number }[] };
  expect(statuses).toHaveLength(1);
  // All members share the idle cost, so each member has spent a cent.
  expect(statuses[0]?.actual).toBeGreaterThan(0);
  expect(alerts).toMatchObject([{ threshold: 100, weighs: 'actual', period: month }]);
  expect(await call('GET', `/finance/budgets?member=${other}`, { token: finance })).toMatchObject({ status: 403 });
  // The function that sends reminders by hand has a role of its own: it reads the account, and finds nothing overdue.
  const body2 = { invoice: 'F-0', level: 1 };
  const reminder = await call('POST', `/finance/accounts/${own}/reminders`, { token: preparer, body: body2 });
  expect(reminder).toMatchObject({ status: 409, body: { code: 'not-overdue' } });
}, 120_000);
