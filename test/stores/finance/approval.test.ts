import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { adjustmentStore } from '../../../functions/finance/data/adjustment-store.ts';
import { periodStore } from '../../../functions/finance/data/period-store.ts';
import { platformBillStore } from '../../../functions/finance/data/platform-bill-store.ts';
import type { Reconciliation } from '../../../functions/finance/domain/periods/period.ts';
import { handler as decidePeriod } from '../../../functions/finance/operations/decide-period/handler.ts';
import { handler as postNetting } from '../../../functions/finance/operations/post-netting/handler.ts';
import { handler as withdrawAdjustment } from '../../../functions/finance/operations/withdraw-adjustment/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { post } from '../../../layers/records/ledger/domain/post.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff } from '../../builders/people.ts';

const now = '2026-11-12T09:00:00.000Z';
const hash = 'c'.repeat(64);
/** Returns a user who may prepare and approve, so that only the earlier act prevents it. */
const someone = (id: string): Actor =>
  ({ ...consortiumStaff('finance-preparer', 'finance-approver'), id: `stf_${id}` }) as Actor;
const [ann, bea, cat] = [someone('ann'), someone('bea'), someone('cat')];

let table: Table;
let runtime: Runtime;
beforeAll(async () => {
  process.env.MACHINE_ARN = 'no-machine';
  table = await aTable();
  runtime = at(now, { workflow: { start: async () => {}, wake: async () => false } });
});
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

/** Stores the month as reconciled, so that its statements await approval. */
const reconciled = async (month: string, reconciliation: Reconciliation): Promise<void> => {
  const before = await periodStore(table).load(month);
  const draft = { hash, statements: 0, currency: 'USD', total: 0, due: 0 };
  const after = { ...before.period, state: 'reconciled' as const, round: 1, reconciliation, draft };
  expect(await periodStore(table).save(before, after)).toBe(true);
};
const approve = (month: string, actor: Actor) =>
  call(decidePeriod.using(runtime), { actor, path: { month }, body: { step: 'approve', hash } });
const ownWork = { status: 403, body: { code: 'own-work' } };

test('F12 a person who entered or withdrew a withdrawn correction does not approve the month', async () => {
  const month = '2026-10';
  const place = { memberId: 'ash', code: 'outage', amount: -100, currency: 'USD' };
  const credit = { kind: 'credit' as const, ...place, reason: 'Outage', by: 'staff:stf_ann', at: now };
  expect(await adjustmentStore(table).add(month, credit, [])).toBe('added');
  const path = { month, memberId: 'ash', lineId: 'credit-outage' };
  expect((await call(withdrawAdjustment.using(runtime), { actor: bea, path })).status).toBe(200);
  await reconciled(month, { reason: 'Trial month' });
  expect(await approve(month, ann)).toMatchObject(ownWork);
  expect(await approve(month, bea)).toMatchObject(ownWork);
  expect((await approve(month, cat)).status).toBe(201);
});

test('F12 the person who booked the netting does not approve the month, and is in the audit; one who found it booked may', async () => {
  const month = '2026-09';
  const about = { entryId: 'ent_1', at: '2026-09-10T11:00:00.000Z', kind: 'fine-paid' as const, memo: 'paid' };
  const fine = post({ ...about, causeId: 'bil_1', member: 'ash', takenBy: 'elm', amount: 500, currency: 'USD' });
  if ('refused' in fine) throw new Error('refused');
  await ledgerStore(table).book([fine]);
  const net = (actor: Actor) => call(postNetting.using(runtime), { actor, body: { month } });
  expect(await net(bea)).toMatchObject({ status: 201, body: { posted: true } });
  expect(await net(cat)).toMatchObject({ status: 201, body: { posted: true } });
  expect(await table.queryAll({ partition: `AUDIT#period:${month}` })).toMatchObject([
    {
      ...{ by: 'staff:stf_bea', did: 'post-netting', at: now },
      detail: {
        transfers: [{ from: 'elm', to: 'ash', amount: 500, currency: 'USD' }],
        entries: [`netting-${month}-USD`],
      },
    },
  ]);
  await reconciled(month, { reason: 'Trial month' });
  expect(await approve(month, bea)).toMatchObject(ownWork);
  expect((await approve(month, cat)).status).toBe(201);
});

const takeBill = async (month: string, billId: string): Promise<void> => {
  const [bills, audit] = [
    platformBillStore(table),
    { subject: `platform-bill:${billId}`, at: now, by: 'x', detail: {} },
  ];
  const file = { fileName: 'bill.csv', bytes: 1, sha256: hash, sentBy: 'staff:stf_ann', openedAt: now };
  await bills.announce({ billId, month, ...file }, { ...audit, auditId: `${billId}-1`, did: 'bill-announced' });
  const summary = { month, format: 'cur-2.0' as const, currency: 'USD', lines: 0, total: 0n, cells: [] };
  const read = { summary, snapshot: hash, at: `2026-11-1${billId.at(-1)}T09:00:00.000Z` };
  const place = { month, billId, sentBy: file.sentBy };
  expect(await bills.take(place, read, { ...audit, auditId: `${billId}-2`, did: 'bill-taken' })).toBe(true);
};

/** Runs a function after all reads and before the first transaction is written. */
const meanwhile = async <T>(work: () => Promise<void>, asked: () => Promise<T>): Promise<T> => {
  const { send } = DynamoDBDocumentClient.prototype;
  const spy = jest.spyOn(DynamoDBDocumentClient.prototype, 'send').mockImplementation(async function (
    this: DynamoDBDocumentClient,
    ...given: unknown[]
  ) {
    if (given[0] instanceof TransactWriteCommand) {
      spy.mockRestore();
      await work();
    }
    return Reflect.apply(send, this, given);
  });
  return asked().finally(() => spy.mockRestore());
};

test.each([
  ['without a bill', '2026-08', { reason: 'No bill yet' }, 'pbl_1'],
  ['against the bill before', '2026-07', { billId: 'pbl_1', billed: '0.000000000000' }, 'pbl_2'],
])(
  'F12 a bill imported while a month reconciled %s is approved does not change it',
  async (_, month, against, late) => {
    if ('billId' in against) await takeBill(month, against.billId);
    await reconciled(month, against);
    const answered = await meanwhile(
      () => takeBill(month, late),
      () => approve(month, cat),
    );
    expect(answered).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect((await periodStore(table).load(month)).period.state).toBe('reconciled');
    expect(await approve(month, cat)).toMatchObject({ status: 409, body: { code: 'later-bill' } });
  },
);
