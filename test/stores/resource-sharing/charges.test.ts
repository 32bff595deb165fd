import { handler as listCharges } from '../../../functions/finance/operations/list-charges/handler.ts';
import { handler as postNetting } from '../../../functions/finance/operations/post-netting/handler.ts';
import { handler as refundCharge } from '../../../functions/finance/operations/refund-charge/handler.ts';
import { loanRequestStore } from '../../../functions/resource-sharing/data/loan-request-store.ts';
import { partnerAccountStore } from '../../../functions/resource-sharing/data/partner-account-store.ts';
import { chargesOf } from '../../../functions/resource-sharing/domain/charges/charges.ts';
import type { LoanRequest } from '../../../functions/resource-sharing/domain/requests/request.ts';
import { defaultSharingPolicy } from '../../../functions/resource-sharing/domain/sharing-policy.ts';
import { type Acted, act } from '../../../functions/resource-sharing/domain/workflow/act.ts';
import type { TriggerContext } from '../../../functions/resource-sharing/domain/workflow/context.ts';
import type { Side, Trigger } from '../../../functions/resource-sharing/domain/workflow/triggers.ts';
import { chargeWrites, owedWrites } from '../../../functions/resource-sharing/use-cases/charge-writes.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { balances } from '../../../layers/records/ledger/domain/ledger.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { aLoanRequest, context, SHIPMENT } from '../../builders/loan-request.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const rules = {
  policy: { ...defaultSharingPolicy, loanFees: [{ fee: 500 }], copyFees: [{ fee: 150 }], replacementFee: 4000 },
  currency: 'EUR',
};
const month = '2026-11';
let table: Table;
let serial = 0;

beforeAll(async () => {
  table = await aTable();
});
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

const asked = (requesterMember: string, supplier: string): LoanRequest => {
  serial += 1;
  const [requestId, pickupBranch] = [`req_${serial}`, `${requesterMember}.main`];
  return {
    ...aLoanRequest().withRota(supplier).wanting('copy-or-loan').asked().build(),
    ...{ requestId, requesterMember, pickupBranch },
  };
};

/** Takes a step and books its cost, as the transaction that saves it would. Returns the request after it. */
const step = async (request: LoanRequest, side: Side, trigger: Trigger, more: Partial<TriggerContext> = {}) => {
  const acted = act(request, trigger, context({ side, askId: 'ask-1', ...more }));
  if ('refused' in acted) throw new Error(JSON.stringify(acted.refused));
  const charged = { acted, at: context(more).at, terms: more.terms };
  expect(await table.write(await chargeWrites(ledgerStore(table), charged, rules))).toBeUndefined();
  return acted;
};
const ship = (request: LoanRequest): Promise<Acted> => step(request, 'supplier', 'ship', SHIPMENT);

const charges = async (memberId: string, actor = staffAt(memberId, 'ill')) =>
  call(listCharges, { actor, path: { memberId }, query: { month } });
const pairsOf = async (memberId: string) =>
  ((await charges(memberId)).body as { pairs: { other: string; owes: number; owed: number; net: number }[] }).pairs.map(
    ({ other, owes, owed, net }) => ({ other, owes, owed, net }),
  );
/** Writes a request with its asks to the table, as it is after its steps. */
const keep = async ({ patron: _, ...request }: LoanRequest): Promise<void> => {
  const requests = loanRequestStore(table);
  expect(await requests.place({ ...request, state: 'requested', asks: [], history: [] }, [])).toBe('placed');
  const stored = await requests.load(request.requestId);
  expect(stored && (await requests.save(stored, { request, facts: [], outgoing: [] }))).toBe(true);
};
const refund = (requestId: string, branchId: string, charge: string) =>
  call(refundCharge.using(at('2026-11-20T10:00:00.000Z')), {
    actor: staffAt(branchId, 'ill'),
    path: { requestId },
    body: { branchId, askId: 'ask-1', charge },
  });

test('charges between members are read by both, and settled by the netting of the month', async () => {
  await ship(asked('ash', 'birch'));
  await ship(asked('birch', 'cedar'));
  await step(asked('ash', 'birch'), 'supplier', 'supply-copy', { documentId: 'doc-1' });
  expect(await pairsOf('ash')).toEqual([{ other: 'birch', owes: 650, owed: 0, net: -650 }]);
  expect(await pairsOf('birch')).toEqual([
    { other: 'ash', owes: 0, owed: 650, net: 650 },
    { other: 'cedar', owes: 500, owed: 0, net: -500 },
  ]);
  expect((await charges('ash', consortiumStaff('auditor'))).status).toBe(200);
  expect((await charges('ash', staffAt('birch', 'ill'))).status).toBe(403);
  const approver = consortiumStaff('finance-approver');
  const netted = await call(postNetting.using(at('2026-12-01T02:00:00.000Z')), { actor: approver, body: { month } });
  expect(netted.body).toMatchObject({
    posted: true,
    positions: [
      { member: 'ash', net: -650 },
      { member: 'birch', net: 150 },
      { member: 'cedar', net: 500 },
    ],
  });
  const dues = balances(await ledgerStore(table).all(month)).filter(({ account }) => account.startsWith('due-'));
  expect(dues.every(({ balance }) => balance === 0)).toBe(true);
});

test('a repeated step books nothing more, and nothing is booked twice at any instant', async () => {
  const request = asked('dogwood', 'elm');
  const acted = await ship(request);
  const again = { acted, at: context().at };
  expect(await chargeWrites(ledgerStore(table), again, rules)).toEqual([]);
  const later = chargesOf(acted, rules).map((posting) => ({ ...posting, at: '2026-11-30T10:00:00.000Z' }));
  expect(await table.write(owedWrites(later))).toBeDefined();
  const raced = asked('dogwood', 'elm');
  const shipped = act(raced, 'ship', context({ side: 'supplier', askId: 'ask-1', ...SHIPMENT }));
  if ('refused' in shipped) throw new Error('it can be shipped');
  const tries = Array.from({ length: 8 }, () => table.write(owedWrites(chargesOf(shipped, rules))));
  expect((await Promise.all(tries)).filter((lost) => lost === undefined)).toHaveLength(1);
  expect(await pairsOf('dogwood')).toEqual([{ other: 'elm', owes: 1000, owed: 0, net: -1000 }]);
});

test('the fee for an unusable copy is refunded with that step', async () => {
  const sent = await step(asked('fir', 'gum'), 'supplier', 'supply-copy', { documentId: 'doc-1' });
  const unusable = act(sent.request, 'copy-unusable', context({ at: '2026-11-05T09:00:00.000Z' }));
  if ('refused' in unusable) throw new Error('it can be said');
  const back = { acted: unusable, at: '2026-11-05T09:00:00.000Z' };
  expect(await table.write(await chargeWrites(ledgerStore(table), back, rules))).toBeUndefined();
  expect(await chargeWrites(ledgerStore(table), back, rules)).toEqual([]);
  expect(await pairsOf('fir')).toEqual([{ other: 'gum', owes: 150, owed: 150, net: 0 }]);
});

test('a supplier refunds a replacement when the item is found: once, for any number of attempts', async () => {
  const shipped = await ship(asked('hazel', 'iris'));
  const lost = await step(shipped.request, 'requester', 'report-lost');
  const { request } = await step(lost.request, 'supplier', 'declare-lost');
  await keep(request);
  expect(await pairsOf('hazel')).toMatchObject([{ owes: 4500, owed: 0 }]);
  expect((await refund(request.requestId, 'hazel.main', 'replacement')).status).toBe(404);
  expect((await refund(request.requestId, 'iris.main', 'damage')).body).toMatchObject({ code: 'nothing-charged' });
  const answers = await Promise.all([1, 2, 3, 4].map(() => refund(request.requestId, 'iris.main', 'replacement')));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
  expect((await refund(request.requestId, 'iris.main', 'replacement')).body).toMatchObject({
    code: 'refunded-already',
  });
  expect(await pairsOf('hazel')).toEqual([{ other: 'iris', owes: 4500, owed: 4000, net: -500 }]);
});

test('debts to and from a partner outside are on the member’s account with it, concurrent charges summed', async () => {
  const maxCost = { amount: 1000, currency: 'EUR' };
  const requests = Array.from({ length: 12 }, () => ({ ...asked('juniper', 'prt_1'), maxCost }));
  await Promise.all(requests.map(ship));
  const theirs = { ...asked('juniper', 'juniper'), kind: 'outside-supply' as const, requesterMember: 'prt_1' };
  await ship({ ...theirs, pickupBranch: 'prt_1.outside' });
  expect(await partnerAccountStore(table).get('juniper', 'prt_1')).toEqual([
    { partnerId: 'prt_1', currency: 'EUR', owes: 6000, owed: 500 },
  ]);
  expect(await pairsOf('juniper')).toEqual([{ other: 'prt_1', owes: 6000, owed: 500, net: -5500 }]);
});
