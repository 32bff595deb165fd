import { newPeriod } from '../../../functions/finance/domain/periods/period.ts';
import { handler as listPartners } from '../../../functions/finance/operations/list-partners/handler.ts';
import { handler as moveVouchers } from '../../../functions/finance/operations/move-vouchers/handler.ts';
import { handler as refundCharge } from '../../../functions/finance/operations/refund-charge/handler.ts';
import { handler as settlePartner } from '../../../functions/finance/operations/settle-partner/handler.ts';
import { handler as showStatement } from '../../../functions/finance/operations/show-partner-statement/handler.ts';
import { chargeId } from '../../../functions/resource-sharing/public/charge-id.ts';
import { owedWrites } from '../../../functions/resource-sharing/public/charge-writes.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/public/loan-request-store.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { keys as ledgerKeys } from '../../../layers/records/ledger/data/keys.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { balanceOf } from '../../../layers/records/ledger/domain/ledger.ts';
import type { OwedPosting } from '../../../layers/records/ledger/domain/owed.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aLoanRequest } from '../../builders/loan-request.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const month = '2026-11';
// The runtime reads the settings of the table, so the table must exist first.
const now = () => at('2026-11-24T10:00:00.000Z');
let table: Table;
let serial = 0;

beforeAll(async () => {
  table = await aTable();
});
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

/** Books a debt between a member and a partner, as a loan would. */
const owing = async (owes: string, owed: string, amount: number, currency = 'EUR'): Promise<void> => {
  serial += 1;
  const about = { entryId: `ill-${serial}`, causeId: `req_${serial}`, memo: 'loan', at: '2026-11-10T10:00:00.000Z' };
  const posting: OwedPosting = { ...about, kind: 'ill-loan-charged', owes, owed, amount, currency };
  expect(await table.write(owedWrites([posting]))).toBeUndefined();
};
const finance = (member: string): Actor => staffAt(member, 'member-finance');
const settle = (memberId: string, body: object, headers: Record<string, string> = {}) =>
  call(settlePartner.using(now()), {
    ...{ actor: finance(memberId), headers },
    body: { memberId, partnerId: 'prt_1', currency: 'EUR', ...body },
  });
const move = (memberId: string, what: 'bought' | 'redeemed', voucher: string, count: number) =>
  call(moveVouchers.using(now()), {
    actor: finance(memberId),
    body: { memberId, move: what, vouchers: [{ voucher, count }] },
  });
const accounts = async (member: string) =>
  (await call(listPartners, { actor: finance(member), query: { member } })).body;
const whole = (count: number) => [{ voucher: 'ifla-whole', count }];

test('F10 a debt is paid by vouchers from stock, at face value, in the books with it', async () => {
  await owing('ash', 'prt_1', 1600);
  expect(await settle('ash', { settles: 'owes', vouchers: whole(1) })).toMatchObject({
    status: 409,
    body: { code: 'vouchers-lacking' },
  });
  expect((await move('ash', 'bought', 'ifla-whole', 3)).status).toBe(201);
  const paid = await settle('ash', { settles: 'owes', vouchers: whole(2) });
  expect(paid).toMatchObject({
    status: 201,
    body: { entry: { kind: 'partner-paid-by-vouchers', partner: 'prt_1', memo: 'settlement' } },
  });
  expect(await accounts('ash')).toEqual({
    partners: [{ partnerId: 'prt_1', currency: 'EUR', owes: 0, owed: 0 }],
    vouchers: [{ voucher: 'ifla-whole', value: 800, currency: 'EUR', count: 1 }],
  });
  expect((await move('ash', 'redeemed', 'ifla-whole', 2)).body).toMatchObject({ code: 'vouchers-lacking' });
  expect((await move('ash', 'redeemed', 'ifla-whole', 1)).status).toBe(201);
  expect((await move('ash', 'bought', 'gold', 1)).body).toMatchObject({ code: 'unknown-voucher' });
});

test('of concurrent settlements no more than the debt succeeds, and no voucher is spent twice', async () => {
  await owing('birch', 'prt_1', 4000);
  await move('birch', 'bought', 'ifla-whole', 3);
  const byBank = Array.from({ length: 10 }, () => settle('birch', { settles: 'owes', amount: 400 }));
  const byVouchers = Array.from({ length: 8 }, () => settle('birch', { settles: 'owes', vouchers: whole(1) }));
  const answers = await Promise.all([...byBank, ...byVouchers]);
  expect(answers.every(({ status }) => [201, 409, 503].includes(status))).toBe(true);
  const { partners, vouchers } = (await accounts('birch')) as {
    partners: { owes: number }[];
    vouchers: { count: number }[];
  };
  const entries = await ledgerStore(table).all(month);
  const owed = balanceOf(entries, { account: 'due-to-partners', member: 'birch', currency: 'EUR' });
  expect(owed).toBeGreaterThanOrEqual(0);
  expect(partners[0]?.owes).toBe(owed);
  const stock = balanceOf(entries, { account: 'voucher-stock', member: 'birch', currency: 'EUR' });
  expect((vouchers[0]?.count ?? 0) * 800).toBe(stock);
  expect(stock).toBeGreaterThanOrEqual(0);
  expect((await settle('birch', { settles: 'owes', amount: owed + 1 })).body).toMatchObject({ code: 'more-than-owed' });
});

test('the same key settles once', async () => {
  await owing('cedar', 'prt_1', 1000);
  const key = { 'idempotency-key': 'pay-1' };
  const [one, two] = [
    await settle('cedar', { settles: 'owes', amount: 300 }, key),
    await settle('cedar', { settles: 'owes', amount: 300 }, key),
  ];
  expect([one.status, two.body]).toEqual([201, one.body]);
  expect(await accounts('cedar')).toMatchObject({ partners: [{ owes: 700 }] });
});

test('the month’s statement lists charges and settlements with one partner, the current debt, and the vouchers', async () => {
  await owing('dogwood', 'prt_1', 2000);
  await owing('prt_1', 'dogwood', 500);
  await owing('dogwood', 'prt_2', 9900);
  await owing('dogwood', 'elm', 7700);
  expect((await settle('dogwood', { settles: 'both', amount: 501 })).body).toMatchObject({ code: 'more-than-owed' });
  expect((await settle('dogwood', { settles: 'both', amount: 500 })).status).toBe(201);
  await settle('dogwood', { settles: 'owes', amount: 300 });
  const statement = (actor: Actor, member = 'dogwood') =>
    call(showStatement.using(now()), { actor, path: { partnerId: 'prt_1', month }, query: { member } });
  const { status, body } = await statement(finance('dogwood'));
  expect(status).toBe(200);
  expect(body).toMatchObject({
    charged: [{ currency: 'EUR', owes: 2000, owed: 500, net: -1500 }],
    balances: [
      {
        ...{ owes: 1200, owed: 0 },
        payableBy: [
          { voucher: 'ifla-whole', count: 1 },
          { voucher: 'ifla-half', count: 1 },
        ],
      },
    ],
  });
  const lines = (body as { lines: { kind: string; side: string; amount: number }[] }).lines;
  expect(lines.map(({ kind, side, amount }) => `${kind} ${side} ${amount}`).toSorted()).toEqual([
    'ill-loan-charged owed 500',
    'ill-loan-charged owes 2000',
    'partner-offset owes 500',
    'partner-paid owes 300',
  ]);
  expect((await statement(consortiumStaff('auditor'))).status).toBe(200);
  expect((await statement(finance('elm'))).status).toBe(403);
});

test('a partner pays its debt by bank or by vouchers; one request can be named, when it is between the two', async () => {
  await owing('prt_1', 'fir', 1200);
  const asked = aLoanRequest().withRota('fir').asked().build();
  const request = { ...asked, kind: 'outside-supply' as const, requestId: 'req_fir', requesterMember: 'prt_1' };
  const requests = loanRequestStore(table);
  await requests.place({ ...request, asks: [], history: [] }, []);
  const stored = await requests.load('req_fir');
  if (!stored) throw new Error('it was placed');
  await requests.save(stored, { request, facts: [], outgoing: [] });
  const unknown = await settle('fir', { settles: 'owed', amount: 400, requestId: 'req_none' });
  expect(unknown).toMatchObject({ status: 404, body: { code: 'unknown-request' } });
  const got = await settle('fir', { settles: 'owed', vouchers: whole(1), requestId: 'req_fir' });
  expect(got).toMatchObject({
    status: 201,
    body: { entry: { kind: 'partner-received-vouchers', causeId: 'req_fir' } },
  });
  expect((await settle('fir', { settles: 'owed', amount: 400 })).status).toBe(201);
  expect(await accounts('fir')).toMatchObject({ partners: [{ owes: 0, owed: 0 }], vouchers: [{ count: 1 }] });
  expect((await settle('fir', { settles: 'owed', amount: 1 })).body).toMatchObject({ code: 'more-than-owed' });
  expect((await settle('fir', { settles: 'owed' })).body).toMatchObject({ code: 'by-what' });
  const foreign = await call(settlePartner.using(now()), {
    actor: finance('elm'),
    body: { memberId: 'fir', partnerId: 'prt_1', currency: 'EUR', settles: 'owed', amount: 1 },
  });
  expect(foreign.status).toBe(403);
});

test('nothing is settled, reversed or refunded into a closed month: the books are unchanged', async () => {
  await owing('gale', 'prt_1', 1000);
  expect((await move('gale', 'bought', 'ifla-whole', 2)).status).toBe(201);
  const built = aLoanRequest().withRota('gale').asked().build();
  const asked = { ...built, kind: 'outside-supply' as const, requestId: 'req_gale', requesterMember: 'prt_1' };
  const [ask] = asked.asks;
  if (!ask) throw new Error('it was asked');
  const requests = loanRequestStore(table);
  // An earlier request of the same patron for the same title was placed above.
  await requests.place({ ...asked, asks: [], history: [] }, [], { claims: false });
  const stored = await requests.load('req_gale');
  if (!stored) throw new Error('it was placed');
  await requests.save(stored, { request: asked, facts: [], outgoing: [] });
  const charged = { entryId: chargeId('req_gale', ask.askId, 'loan'), causeId: 'req_gale', memo: 'loan' };
  const about = { kind: 'ill-loan-charged' as const, at: '2026-11-10T10:00:00.000Z', amount: 500, currency: 'EUR' };
  await table.write(owedWrites([{ ...charged, ...about, owes: 'prt_1', owed: 'gale' }]));
  const books = async () => [await ledgerStore(table).all(month), await accounts('gale')];
  const before = await books();
  const closed = { ...newPeriod(month), state: 'closed' };
  await table.write([{ put: { ...ledgerKeys.key('period', { month }), ...stamp('period', 9), ...closed } }]);
  const giveBack = call(refundCharge.using(now()), {
    ...{ actor: staffAt('gale.main', 'ill'), path: { requestId: 'req_gale' } },
    body: { branchId: 'gale.main', askId: ask.askId, charge: 'loan' },
  });
  const answers = [
    await settle('gale', { settles: 'owes', amount: 100 }),
    await settle('gale', { settles: 'owes', vouchers: whole(1) }),
    await move('gale', 'bought', 'ifla-whole', 1),
    await move('gale', 'redeemed', 'ifla-whole', 1),
    await giveBack,
  ];
  for (const answer of answers) expect(answer).toMatchObject({ status: 409, body: { code: 'month-closed' } });
  expect(await books()).toEqual(before);
});
