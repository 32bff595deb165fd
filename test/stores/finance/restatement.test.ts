import { members } from '../../../demo/members.ts';
import { wholePast } from '../../../demo/past-whole.ts';
import { handler as advancePeriod } from '../../../functions/finance/consumers/advance-period/handler.ts';
import { handler as meterUsage } from '../../../functions/finance/consumers/meter-usage/handler.ts';
import { periodStore } from '../../../functions/finance/data/period-store.ts';
import { platformBillStore } from '../../../functions/finance/data/platform-bill-store.ts';
import { statementStore } from '../../../functions/finance/data/statement-store.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import { takenIn } from '../../../functions/finance/domain/cloud-bills/stored-bill.ts';
import type { Statement } from '../../../functions/finance/domain/statements/statement.ts';
import { handler as approveRestatement } from '../../../functions/finance/operations/approve-restatement/handler.ts';
import { handler as decidePeriod } from '../../../functions/finance/operations/decide-period/handler.ts';
import { handler as listLineEvidence } from '../../../functions/finance/operations/list-line-evidence/handler.ts';
import { handler as preparePeriod } from '../../../functions/finance/operations/prepare-period/handler.ts';
import { handler as prepareRestatement } from '../../../functions/finance/operations/prepare-restatement/handler.ts';
import { handler as showRestatement } from '../../../functions/finance/operations/show-restatement/handler.ts';
import type { RestatementView } from '../../../functions/finance/schemas/restatements.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { parseExact, toMinorUnits } from '../../../layers/kernel/money/exact.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { type Fault, makeBill, type RawMonth } from '../../builders/bill/make-bill.ts';
import { explained, sentBill } from '../../builders/bill/sent-bill.ts';
import { rawMonth, rawResources } from '../../builders/bill/synthetic-bill.ts';
import { billCsv } from '../../builders/bill/write-bill.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aLogsEvent, aReportLine, aUsageLine } from '../../builders/log-lines.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { quietEngines } from '../../builders/quiet-engines.ts';

const files = new Map<string, Uint8Array>();

const month = '2026-10';
const someone = (id: string, ...roles: Parameters<typeof consortiumStaff>): Actor =>
  ({ ...consortiumStaff(...roles), id }) as Actor;
const ann = someone('stf_ann', 'finance-preparer');
const bob = someone('stf_bob', 'finance-preparer', 'finance-approver');
const cat = someone('stf_cat', 'finance-approver');
const auditor = someone('stf_aud', 'auditor');
const [one] = members.map(({ memberId }) => memberId) as [string];

let table: Table;
let used: RawMonth;
// Bills are imported in the order in which they were read: each is a minute after the one before.
let now = Date.parse('2026-12-03T09:00:00.000Z');
const runtime = (): Runtime => at(new Date(now).toISOString(), quietEngines(files));

const send = (faults: Fault[]): Promise<string> => {
  now += 60_000;
  const bytes = Buffer.from(billCsv(makeBill(used, faults), { format: 'cur-2.0', month }));
  return sentBill({ runtime: runtime(), month, objects: files, bytes });
};
const prepare = (of: string, body: object) =>
  call(preparePeriod.using(runtime()), { actor: ann, path: { month: of }, body });
const advance = (of: string) => advancePeriod.using(runtime())({ month: of }, { awsRequestId: 'lambda-1' });
const close = async (of: string, against: object): Promise<void> => {
  expect((await prepare(of, { step: 'meter' })).status).toBe(201);
  expect((await prepare(of, { step: 'reconcile', ...against })).status).toBe(201);
  await advance(of);
  const { draft } = (await periodStore(table).load(of)).period;
  const approve = { actor: cat, path: { month: of }, body: { step: 'approve', hash: draft?.hash } };
  expect((await call(decidePeriod.using(runtime()), approve)).status).toBe(201);
  while ((await advance(of)).next === 'again');
};
const statementsOf = async (of: string): Promise<Statement[]> => {
  const store = statementStore(table);
  const heads = await store.heads((await periodStore(table).load(of)).period);
  return Promise.all(heads.map((head) => store.read(head)));
};
const packOf = async (of: string): Promise<string> => {
  const { period } = await periodStore(table).load(of);
  const heads = await statementStore(table).heads(period);
  return sha256(JSON.stringify([period, heads, await statementStore(table).texts(heads)]));
};
const platformOf = async (of: string): Promise<number> =>
  (await statementsOf(of))
    .flatMap(({ lines }) => lines.filter(({ exact }) => exact !== undefined))
    .reduce((sum, { amount }) => sum + amount, 0);
const totalOf = async (billId: string): Promise<number> => {
  const bill = takenIn((await platformBillStore(table).ofMonth(month)).bills).find((some) => some.billId === billId);
  return toMinorUnits(parseExact(bill?.total ?? '0'));
};

const show = (actor = auditor) => call(showRestatement.using(runtime()), { actor, path: { month } });
const seen = async (): Promise<RestatementView> => (await show()).body as RestatementView;
const propose = (seal: string, actor = ann) =>
  call(prepareRestatement.using(runtime()), { actor, path: { month }, body: { seal } });
const approve = (seal: string, into: string, actor = cat) =>
  call(approveRestatement.using(runtime()), { actor, path: { month }, body: { seal, into } });

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
  process.env.MACHINE_ARN = 'no-machine';
  process.env.BUS_NAME = 'no-bus';
  table = await aTable();
  for (const member of members) await memberStore(table).create(member, '2025-01-01T00:00:00.000Z');
  const past = wholePast({ before: '2026-11', months: 1, seed: 1 }).filter(({ day }) => day === '2026-10-01');
  await usageStore(table).loadPast(past);
  const logged = past.reduce((sum, { counts }) => sum + counts.logBytes, 0);
  const sizes = { tableBytes: 0n, objectBytes: 0n, logBytes: BigInt(Math.round((logged * 90) / 30)) };
  used = rawMonth(month, past, { resources: { ...rawResources, ...sizes } });
  const billId = await send([]);
  await explained({ runtime: runtime(), month, table });
  await close(month, { billId });
}, 120_000);
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

const dearer: Fault = { kind: 'dearer', family: 'DynamoDB requests', perMille: 50 };
const support: Fault = { kind: 'support', code: 'AWSSupportBusiness', cents: 2900 };

describe('A restated bill of a closed month', () => {
  it('requires no correction as long as no other bill arrived, or it is the same, or its month is open', async () => {
    expect(await show()).toMatchObject({ status: 404, body: { code: 'no-restatement' } });
    await send([]);
    expect(await show()).toMatchObject({ status: 404, body: { code: 'no-restatement' } });
    const open = await call(showRestatement.using(runtime()), { actor: auditor, path: { month: '2026-11' } });
    expect(open).toMatchObject({ status: 409, body: { code: 'not-closed' } });
    expect((await show(staffAt(one, 'member-finance'))).status).toBe(403);
  });

  it('is shared like the month, whatever changed since, and changes nothing of it', async () => {
    const before = await packOf(month);
    const billId = await send([dearer, support]);
    const first = await seen();
    expect(first).toMatchObject({ state: 'possible', restatement: { number: 1, after: billId }, earlier: [] });
    expect((await platformOf(month)) + first.restatement.amount).toBe(await totalOf(billId));
    expect(first.restatement.rows.map(({ of }) => of).toSorted()).toEqual(['DynamoDB requests', 'unmetered-support']);
    const late = aUsageLine('late-1', { at: '2026-10-31T23:59:00.000Z', member: one });
    const batch = aLogsEvent({ messages: [late, aReportLine('late-1')], stream: 'late' });
    await meterUsage.using(runtime())(batch, { awsRequestId: 'lambda-2' });
    const body = { key: 'size', sizes: { [one]: 1 } };
    const policy = { kind: 'cost-sharing', decisionReference: 'Board 2', body, effectiveFrom: runtime().clock.now() };
    const effectiveFrom = new Date(policy.effectiveFrom).toISOString();
    const adopted = { actor: consortiumStaff('admin'), body: { ...policy, effectiveFrom } };
    expect((await call(adoptPolicy.using(runtime()), adopted)).status).toBe(201);
    expect(await seen()).toEqual(first);
    expect(await packOf(month)).toBe(before);
  });

  const preparedByOneApprovedByAnother = async (): Promise<void> => {
    const { seal } = await seen();
    expect((await approve(seal, '2026-11')).body).toMatchObject({ code: 'not-prepared' });
    expect((await propose('a'.repeat(64))).body).toMatchObject({ code: 'other-content' });
    for (const actor of [cat, auditor]) expect((await propose(seal, actor)).status).toBe(403);
    expect(await propose(seal, bob)).toMatchObject({ status: 201, body: { state: 'prepared' } });
    expect(await propose(seal)).toMatchObject({ status: 201, body: { state: 'prepared' } });
    expect((await seen()).state).toBe('prepared');
    expect((await approve(seal, '2026-11', bob)).body).toMatchObject({ code: 'preparer-approves' });
    expect((await approve('a'.repeat(64), '2026-11')).body).toMatchObject({ code: 'other-content' });
    expect((await approve(seal, '2027-01')).body).toMatchObject({ code: 'not-begun' });
  };

  const bookedOnce = async (): Promise<void> => {
    const { seal, restatement } = await seen();
    const all = await Promise.all([approve(seal, '2026-11'), approve(seal, '2026-11'), approve(seal, '2026-11')]);
    expect(all.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await approve(seal, '2026-12')).toMatchObject({ status: 201, body: { state: 'booked', into: '2026-11' } });
    expect(await propose(seal)).toMatchObject({ status: 201, body: { state: 'booked' } });
    expect(await seen()).toMatchObject({ state: 'booked', into: '2026-11' });
    // The consortium's own books have the change of the bill once.
    const entries = await ledgerStore(table).ofConsortium(new Date(now).toISOString().slice(0, 7));
    expect(entries.filter(({ memo }) => memo === 'later-bill')).toMatchObject([{ period: month }]);
    await close('2026-11', { reason: 'Trial month' });
    const lines = (await statementsOf('2026-11')).flatMap((statement) =>
      statement.lines.filter(({ title }) => title === 'restatement'),
    );
    expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(restatement.amount);
    const lineId = 'restatement-2026-10-1-unmetered-support';
    const opened = await call(listLineEvidence.using(runtime()), {
      actor: staffAt(one, 'member-finance'),
      path: { month: '2026-11', memberId: one, lineId },
    });
    expect(opened).toMatchObject({
      status: 200,
      body: { line: { lineId, corrects: { month } }, rows: [{ kind: 'restated', of: 'DynamoDB requests' }, {}] },
    });
  };

  const restatedAgain = async (): Promise<void> => {
    const billId = await send([support]);
    const again = await seen();
    expect(again).toMatchObject({ state: 'possible', restatement: { number: 2, after: billId } });
    expect(again.earlier).toMatchObject([{ into: '2026-11' }]);
    const [{ amount } = { amount: 0 }] = again.earlier;
    expect((await platformOf(month)) + amount + again.restatement.amount).toBe(await totalOf(billId));
    expect((await propose(again.seal)).status).toBe(201);
    expect((await approve(again.seal, '2026-11')).body).toMatchObject({ code: 'not-open' });
    expect(await approve(again.seal, '2026-12')).toMatchObject({ status: 201, body: { state: 'booked' } });
  };

  it('is prepared by one person and approved by another into an open month, booked once, and restated again from its last amount', async () => {
    await preparedByOneApprovedByAnother();
    await bookedOnce();
    await restatedAgain();
  });

  it('finding F3: is not approved into its own month or an earlier one, also an open one', async () => {
    await send([{ ...support, cents: 9900 }]);
    const { seal } = await seen();
    expect(await propose(seal)).toMatchObject({ status: 201, body: { state: 'prepared' } });
    for (const early of [month, '2026-09', '2026-08'])
      expect(await approve(seal, early)).toMatchObject({ status: 409, body: { code: 'not-earlier' } });
    expect((await seen()).state).toBe('prepared');
  });
});
