import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { members } from '../../../demo/members.ts';
import { wholePast } from '../../../demo/past-whole.ts';
import { handler as readBill } from '../../../functions/finance/consumers/read-bill/handler.ts';
import { periodStore } from '../../../functions/finance/data/period-store.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import type { BillView, ReconciliationView } from '../../../functions/finance/domain/cloud-bills/view-schema.ts';
import { billingSchema } from '../../../functions/finance/domain/statements/billing-policy.ts';
import { handler as acceptException } from '../../../functions/finance/operations/accept-exception/handler.ts';
import { handler as listBills } from '../../../functions/finance/operations/list-bills/handler.ts';
import { handler as openBill } from '../../../functions/finance/operations/open-bill/handler.ts';
import { handler as showReconciliation } from '../../../functions/finance/operations/show-reconciliation/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Role } from '../../../layers/kernel/identity/roles.ts';
import { parseExact } from '../../../layers/kernel/money/exact.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { type Runtime, systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { type Fault, makeBill, type RawMonth } from '../../builders/bill/make-bill.ts';
import { rawMonth, rawResources } from '../../builders/bill/synthetic-bill.ts';
import { billCsv, type Written } from '../../builders/bill/write-bill.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { type Answered, call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';

const bucket = bucketInMemory();

const month = '2026-10';
const staff = (role: Role, scope: 'consortium' | 'member' = 'consortium'): Actor => ({
  kind: 'staff',
  id: `stf_${role}`,
  grants: [scope === 'consortium' ? { role, scope } : { role, scope, member: 'riverton' }],
});
const preparer = staff('finance-preparer');

let now = Date.parse('2026-11-24T12:00:00.000Z');
let runtime: Runtime;
let table: Awaited<ReturnType<typeof aTable>>;
let used: RawMonth;
beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
  table = await aTable();
  runtime = { ...systemRuntime(), clock: { now: () => now }, engines: { bucket } };
  for (const member of members) await memberStore(table).create(member, '2025-01-01T00:00:00.000Z');
  // The planted differences are small: each from metered use is to be explained.
  const body = billingSchema.parse({ explain: { metered: 0, together: 100_000 } });
  const adopted = {
    effectiveFrom: '2026-01-01T00:00:00.000Z',
    adoptedBy: 'staff:stf_admin',
    decisionReference: 'A test',
  };
  const at = '2025-12-01T00:00:00.000Z';
  await policyStore(table).adopt({ kind: 'billing', ...adopted, body }, () => ({
    ...{ subject: 'policy:billing', auditId: 'aud_1', by: 'staff:stf_admin', at, did: 'policy-adopted', detail: {} },
  }));
  const past = wholePast({ before: '2026-11', months: 1, seed: 1 });
  await usageStore(table).loadPast(past);
  const logged = past.reduce((sum, { counts }) => sum + counts.logBytes, 0);
  const sizes = { tableBytes: 0n, objectBytes: 0n, logBytes: BigInt(Math.round((logged * 90) / 30)) };
  used = rawMonth(month, past, { resources: { ...rawResources, ...sizes } });
}, 120_000);
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
});

const file = (faults: Fault[] = [], written: Partial<Written> = {}): Buffer =>
  Buffer.from(billCsv(makeBill(used, faults), { format: 'cur-2.0', month, ...written }));
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const announce = (bytes: Uint8Array, over: Record<string, unknown> = {}, actor = preparer): Promise<Answered> =>
  call(openBill.using(runtime), {
    actor,
    path: { month },
    body: { fileName: 'bill.csv', bytes: bytes.length, sha256: sha(bytes), ...over },
  });
const arrive = (key: string) =>
  readBill.using(runtime)({ detail: { object: { key } } }, { awsRequestId: `arrived-${now}` });

/** Uploads a bill as the browser would, and delivers its event. Returns its id. */
const send = async (bytes: Uint8Array, over: Record<string, unknown> = {}): Promise<string> => {
  now += 60_000;
  const { status, body } = await announce(bytes, over);
  expect([status, body]).toEqual([201, expect.anything()]);
  const { billId, upload } = body as { billId: string; upload: { url: string } };
  const key = new URL(upload.url).pathname.slice(1);
  bucket.objects.set(key, bytes);
  now += 60_000;
  await arrive(key);
  return billId;
};
const bill = async (billId: string): Promise<BillView | undefined> => {
  const { body } = await call(listBills.using(runtime), { actor: staff('auditor'), path: { month } });
  return (body as { bills: BillView[] }).bills.find((one) => one.billId === billId);
};
const shown = async (): Promise<ReconciliationView> => {
  const { status, body } = await call(showReconciliation.using(runtime), { actor: staff('auditor'), path: { month } });
  expect([status, body]).toEqual([200, expect.anything()]);
  return body as ReconciliationView;
};
const accept = (body: Record<string, unknown>, actor = preparer): Promise<Answered> =>
  call(acceptException.using(runtime), { actor, path: { month }, body });

describe('Before a bill', () => {
  it('there is nothing to reconcile with, and only a preparer uploads one', async () => {
    expect(await shown()).toMatchObject({ month, synthetic: true, bills: [] });
    expect((await shown()).reconciled).toBeUndefined();
    for (const actor of [
      staff('finance-approver'),
      staff('auditor'),
      staff('admin'),
      staff('member-finance', 'member'),
    ])
      expect(await announce(file(), {}, actor)).toMatchObject({ status: 403 });
    const own = staff('member-finance', 'member');
    for (const handler of [showReconciliation, listBills])
      expect(await call(handler.using(runtime), { actor: own, path: { month } })).toMatchObject({ status: 403 });
  });

  it('a bill for a future month, or a too large one, is refused', async () => {
    expect(await announce(file(), { bytes: 300 * 1024 * 1024 })).toMatchObject({ status: 413 });
    const body = { fileName: 'a', bytes: 1, sha256: sha(file()) };
    for (const [path, code] of [
      [{ month: '2026-12' }, 'not-begun'],
      [{ month: '2020-01' }, 'no-price-book'],
    ] as const)
      expect(await call(openBill.using(runtime), { actor: preparer, path, body })).toMatchObject({
        status: 409,
        body: { code },
      });
  });
});

describe('A file that is not a valid bill', () => {
  const gz = () => gzipSync(file());
  it.each([
    ['other-month', 'Send the export of 2026-10', () => file([], { month: '2026-09' })],
    ['other-currency', 'Export the bill in USD', () => file([], { currency: 'EUR' })],
    ['truncated', 'broke off', () => file().subarray(0, 9999)],
    ['truncated', 'broke off', () => gz().subarray(0, gz().length - 500)],
    [
      'not-csv',
      'damaged',
      // Its checksum differs: whatever the file contains, the change is detected.
      () => Buffer.concat([gz().subarray(0, -8), Buffer.from([1, 2, 3, 4]), gz().subarray(-4)]),
    ],
    ['unknown-format', 'In AWS Data Exports', () => Buffer.from('a,b\n1,2\n')],
    [
      'missing-columns',
      'line_item_usage_type',
      () => Buffer.from(file().toString().replace('line_item_usage_type', 'type')),
    ],
  ])('is refused as %s and gives advice: %s', async (code, text, bytes) => {
    const refused = await bill(await send(bytes()));
    expect(refused).toMatchObject({ state: 'refused', refusal: { code } });
    expect(refused?.refusal?.detail).toContain(text);
    expect((await shown()).reconciled).toBeUndefined();
  });

  it('is refused with each unreadable row', async () => {
    const rows = file().toString().split('\n');
    const [at, other] = [rows.findIndex((row) => row.includes(',Usage,')), rows.length - 3];
    const broken = rows.map((row, line) => (line === at ? row.replace(',Usage,', ',,') : line === other ? 'a,b' : row));
    expect((await bill(await send(Buffer.from(broken.join('\n')))))?.refusal).toMatchObject({
      code: 'unreadable-rows',
      faults: [
        { line: at + 1, reason: 'no-category' },
        { line: other + 1, reason: 'too-few-cells' },
      ],
    });
  });

  it('or is not the announced file, or not the whole invoice', async () => {
    expect(await bill(await send(file(), { sha256: sha(Buffer.from('other')) }))).toMatchObject({
      refusal: { code: 'other-file' },
    });
    expect(await bill(await send(file(), { bytes: file().length - 1 }))).toMatchObject({
      refusal: { code: 'other-file' },
    });
    expect(await bill(await send(file(), { invoiced: '1.00' }))).toMatchObject({ refusal: { code: 'total-differs' } });
  });
});

describe('Bills of a month', () => {
  let first: string;
  beforeAll(async () => {
    first = await send(gzipSync(file()));
  });

  it('F1 without planted faults have no reported difference, and the members’ lines sum to them', async () => {
    const { bills, reconciled } = await shown();
    expect(bills[0]).toMatchObject({
      billId: first,
      state: 'taken',
      format: 'cur-2.0',
      sentBy: 'staff:stf_finance-preparer',
    });
    expect(reconciled).toMatchObject({
      exceptions: [],
      settled: true,
      calibrated: { left: { exact: '0.000000000000' } },
    });
    const { calibrated, rows, billed } = reconciled ?? { rows: [] };
    expect(calibrated?.members.reduce((sum, { rounded }) => sum + rounded, 0)).toBe(calibrated?.rounded);
    expect(calibrated?.total.exact).toBe(billed?.exact);
    for (const { percent } of rows) expect(Math.abs(Number(percent))).toBeLessThan(0.5);
  });

  it('are imported once: a file that arrives again, or another in its place, changes nothing', async () => {
    const [before, key] = [await shown(), `bills/${month}/${first}/file`];
    await arrive(key);
    bucket.objects.set(key, file([{ kind: 'tax', code: 'AWSLambda', cents: 100 }]));
    await arrive(key);
    expect(await shown()).toEqual(before);
    expect(await arrive('bills/elsewhere')).toMatchObject({ became: undefined });
    const audit = await table.queryAll({ partition: `AUDIT#platform-bill:${first}` });
    expect(audit.map(({ did, by, detail }) => [did, by, (detail as { month: string }).month])).toEqual([
      ['bill-announced', 'staff:stf_finance-preparer', month],
      ['bill-taken', 'staff:stf_finance-preparer', month],
    ]);
  });

  it('finding F10: that have the same charges again are refused and change nothing', async () => {
    const before = await shown();
    const again = await send(file());
    const { bills, ...rest } = await shown();
    expect(bills.find(({ billId }) => billId === again)).toMatchObject({ refusal: { code: 'same-bill' } });
    expect(rest.reconciled).toEqual(before.reconciled);
  });

  const faults: Fault[] = [
    { kind: 'dearer', family: 'Lambda', perMille: 30 },
    { kind: 'missing-day', family: 'SQS', day: `${month}-13` },
    { kind: 'tax', code: 'AWSLambda', cents: 412 },
    { kind: 'support', code: 'AWSSupportBusiness', cents: 2900 },
    { kind: 'refund', code: 'AmazonES', cents: 75 },
  ];
  it('F1 with planted faults report each and no other; a later bill is stored beside the earlier and reported, too', async () => {
    const second = await send(file(faults, { format: 'focus-1.2' }));
    const { bills, reconciled } = await shown();
    expect(reconciled?.bill.billId).toBe(second);
    expect(bills.filter(({ state }) => state === 'taken').map(({ billId }) => billId)).toEqual([second, first]);
    const restated = ['AWSSupportBusiness:support', 'Lambda:tax', 'Lambda:usage', 'OpenSearch:refund', 'SQS:usage'];
    expect(reconciled?.exceptions.map(({ id }) => id)).toEqual([
      'beyond-tolerance:Lambda',
      `missing-day:SQS:${month}-13`,
      'refund:OpenSearch',
      'support:AWSSupportBusiness',
      'tax:Lambda',
      ...restated.map((part) => `restated:${second}:${part}`),
    ]);
    // Support of 29.00 must be explained, too: tax and refund are below the sum of 10.00 that the policy sets for what no meter counts.
    expect(reconciled?.exceptions.filter(({ open }) => open).map(({ kind }) => kind)).toEqual([
      ...['beyond-tolerance', 'missing-day', 'support', 'restated', 'restated', 'restated', 'restated', 'restated'],
    ]);
    for (const { difference, effect } of reconciled?.exceptions ?? [])
      expect(effect.reduce((sum, { amount }) => sum + parseExact(amount.exact), 0n)).toBe(parseExact(difference.exact));
    expect(reconciled?.rows.find(({ service }) => service === 'Lambda')).toMatchObject({ percent: '3.00' });
    expect(reconciled?.calibrated.left.exact).toBe('0.000000000000');
    expect(reconciled?.calibrated.total.exact).toBe(reconciled?.billed.exact);
    expect(bucket.objects.has(`bill-snapshots/${month}/${first}.json`)).toBe(true);
  });

  it('are settled when a preparer has given a reason, once and for that amount', async () => {
    const { reconciled } = await shown();
    const open = reconciled?.exceptions.filter((exception) => exception.open) ?? [];
    const [one] = open;
    const exceptions = open.map(({ id, difference }) => ({ exceptionId: id, difference: difference.exact }));
    const text = { exceptions: exceptions.slice(0, 1), reason: 'Retries, case 4711' };
    const [first] = text.exceptions;
    expect(await accept(text, staff('finance-approver'))).toMatchObject({ status: 403 });
    expect(await accept(text, staff('auditor'))).toMatchObject({ status: 403 });
    // All or none: one that moved, or is unknown, leaves the others unexplained.
    const moved = { ...first, difference: '0.010000000000' };
    expect(await accept({ ...text, exceptions: [...exceptions.slice(1), moved] })).toMatchObject({
      status: 409,
      body: { code: 'difference-moved', errors: [{ pointer: `/body/exceptions/${exceptions.length - 1}` }] },
    });
    expect(await accept({ ...text, exceptions: [{ ...first, exceptionId: 'tax:Mars' }] })).toMatchObject({
      status: 404,
      body: { code: 'unknown-exception' },
    });
    expect(await accept({ ...text, exceptions: [first, first] })).toMatchObject({ status: 400 });
    const both = await Promise.all([accept(text), accept(text)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await accept({ exceptions: exceptions.slice(1), reason: 'As the supplier says' })).toMatchObject({
      status: 201,
    });
    const settled = await shown();
    expect(settled.reconciled?.settled).toBe(true);
    expect(settled.reconciled?.exceptions[0]?.accepted).toMatchObject({
      reason: 'Retries, case 4711',
      by: 'staff:stf_finance-preparer',
    });
    const audit = await table.queryAll({ partition: `AUDIT#platform-month:${month}` });
    expect(audit).toHaveLength(2);
  });

  it('that arrive later keep accepted differences where the amount is the same, and reopen the rest', async () => {
    const third = await send(file([...faults.slice(1), { kind: 'dearer', family: 'Lambda', perMille: 40 }]));
    const { reconciled } = await shown();
    expect(reconciled?.exceptions.filter(({ open }) => open).map(({ id }) => id)).toEqual([
      'beyond-tolerance:Lambda',
      `restated:${third}:Lambda:usage`,
    ]);
    expect(parseExact(reconciled?.difference.exact ?? '0')).toBeGreaterThan(0n);
  });

  it('are no longer reported once the month is approved or closed', async () => {
    const [open] = (await shown()).reconciled?.exceptions.filter((exception) => exception.open) ?? [];
    const text = {
      exceptions: [{ exceptionId: open?.id, difference: open?.difference.exact }],
      reason: 'Too late',
    };
    const periods = periodStore(table);
    for (const state of ['approved', 'closed'] as const) {
      const before = await periods.load(month);
      expect(await periods.save(before, { ...before.period, state })).toBe(true);
      expect(await accept(text)).toMatchObject({ status: 409, body: { code: 'period-closed' } });
    }
    expect((await shown()).reconciled?.exceptions.find(({ id }) => id === open?.id)?.open).toBe(true);
  });

  it('are not used when their stored totals were changed', async () => {
    const key = `bill-snapshots/${month}/${first}.json`;
    const reported = Buffer.from(bucket.objects.get(key) ?? []);
    bucket.objects.set(key, Buffer.from(reported.toString().replace('"lines":', '"lines": ')));
    expect(await call(showReconciliation.using(runtime), { actor: preparer, path: { month } })).toMatchObject({
      status: 500,
    });
    bucket.objects.set(key, reported);
    expect(await call(showReconciliation.using(runtime), { actor: preparer, path: { month } })).toMatchObject({
      status: 200,
    });
  });
});
