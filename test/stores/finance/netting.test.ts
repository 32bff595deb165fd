import { handler as postNetting } from '../../../functions/finance/operations/post-netting/handler.ts';
import { handler as showNetting } from '../../../functions/finance/operations/show-netting/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { post } from '../../../layers/records/ledger/domain/post.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

let table: Table;
const approver = consortiumStaff('finance-approver');
const posting = (month = '2026-03', actor = approver, when = '2026-04-01T02:00:00.000Z') =>
  call(postNetting.using(at(when)), { actor, body: { month } });

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  const taken = [
    ['ash', 'birch', 500, 'EUR'],
    ['birch', 'cedar', 300, 'EUR'],
    ['cedar', 'ash', 300, 'EUR'],
    ['ash', 'cedar', 70, 'USD'],
    ['ash', 'ash', 900, 'EUR'],
  ] as const;
  const entries = taken.map(([member, takenBy, amount, currency], i) => {
    const about = { entryId: `ent_${i}`, at: '2026-03-10T11:00:00.000Z', kind: 'fine-paid' as const, memo: 'paid' };
    const booked = post({ ...about, causeId: `bil_${i}`, member, takenBy, amount, currency });
    if ('refused' in booked) throw new Error('refused');
    return booked;
  });
  await ledgerStore(table).book(entries);
});

const nets = [
  { member: 'ash', currency: 'EUR', owed: 500, owes: 300, net: 200 },
  { member: 'birch', currency: 'EUR', owed: 300, owes: 500, net: -200 },
  { member: 'cedar', currency: 'EUR', owed: 300, owes: 300, net: 0 },
  { member: 'ash', currency: 'USD', owed: 70, owes: 0, net: 70 },
  { member: 'cedar', currency: 'USD', owed: 0, owes: 70, net: -70 },
];

test('C74 a month’s netting is shown, and booked once for any number of requests, by preparers and approvers', async () => {
  const shown = await call(showNetting, { actor: consortiumStaff('auditor'), path: { month: '2026-03' } });
  expect(shown.body).toMatchObject({
    positions: nets,
    transfers: [
      { from: 'birch', to: 'ash', currency: 'EUR', amount: 200 },
      { from: 'cedar', to: 'ash', currency: 'USD', amount: 70 },
    ],
    posted: false,
  });
  const answers = await Promise.all([posting(), posting('2026-03', consortiumStaff('finance-preparer')), posting()]);
  const [first] = answers;
  expect(first).toMatchObject({ status: 201, body: { positions: nets, posted: true } });
  for (const other of answers) expect(other.status).toBe(201);
  expect((await posting()).body).toMatchObject({ positions: nets, posted: true });
  const booked = (await ledgerStore(table).all('2026-03')).filter(({ kind }) => kind === 'netting-settled');
  expect(booked.map(({ entryId }) => entryId).sort()).toEqual(['netting-2026-03-EUR', 'netting-2026-03-USD']);
});

test('a current month is not booked, nor by anyone without the role; one without debts has nothing to book', async () => {
  const early = await posting('2026-03', approver, '2026-04-01T00:30:00.000Z');
  expect(early).toMatchObject({ status: 409, body: { code: 'month-open' } });
  expect((await posting('2026-03', consortiumStaff('auditor'))).status).toBe(403);
  expect((await posting('2026-03', staffAt('ash', 'member-finance'))).status).toBe(403);
  expect(await posting('2026-02')).toMatchObject({ status: 201, body: { positions: [], postings: [], posted: false } });
});
