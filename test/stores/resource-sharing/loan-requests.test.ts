import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as membershipKeys } from '../../../functions/membership/public/keys.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { defaultSharingPolicy } from '../../../functions/resource-sharing/domain/sharing-policy.ts';
import { TIMERS_IN_DEMO } from '../../../functions/resource-sharing/domain/workflow/timers.ts';
import { handler as patronRequests } from '../../../functions/resource-sharing/operations/list-patron-requests/handler.ts';
import { readBalance } from '../../../functions/resource-sharing/use-cases/loan-candidates.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { aLoan } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at, countersOf } from '../../builders/lending.ts';
import { mockMachine } from '../../builders/loan-machine.ts';
import { patron as somePatron, staffAt } from '../../builders/people.ts';
import { aRule } from '../../builders/policies.ts';
import { sharingAt } from '../../builders/sharing.ts';

const monday = '2026-03-02T11:00:00.000Z';
const mediated = ['ash', 'birch', 'elm'].map((itemOwner) =>
  aRule({ id: `on-request-${itemOwner}`, setBy: itemOwner, when: { itemOwner }, values: { requestOnly: true } }),
);
let table: Table;
let sharing: ReturnType<typeof sharingAt>;

beforeAll(async () => {
  table = await aTable();
  await aConsortium(table, mediated);
  const policy = {
    ...defaultSharingPolicy,
    ...{ timers: TIMERS_IN_DEMO, answerInOpenHours: false },
    courierRoutes: [{ from: 'elm', to: 'cedar', days: 3 }],
    loanFees: [{ from: 'elm', fee: 250 }],
    reciprocalGroups: { west: ['ash', 'cedar'] },
  };
  const adopted = { effectiveFrom: '2026-01-01T00:00:00.000Z', decisionReference: 'D-2', adoptedBy: 'staff:root' };
  await policyStore(table).adopt({ kind: 'resource-sharing', ...adopted, body: policy }, () => ({
    ...{ subject: 'policy:resource-sharing', at: monday, auditId: 'aud_1', by: 'test', did: 'adopted', detail: {} },
  }));
  for (const memberId of ['ash', 'birch', 'elm']) {
    const member = { memberId, name: memberId, type: 'special', fiscalYearStartsIn: 1, lendsOnRequest: true };
    const put = { ...membershipKeys.key('member', { memberId }), ...stamp('member', 1), ...member, createdAt: monday };
    await table.write([{ put }]);
  }
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockMachine.started.length = 0;
  mockMachine.woken.length = 0;
  sharing = sharingAt(monday);
  sharing.begin(systemRuntime());
});

const branchOf: Record<string, string> = { ash: 'ash.main', birch: 'birch.east', elm: 'elm.main' };

/** Creates a title that only these members hold, and a patron of cedar who wants it; returns them with the copies by member. */
const aWantedTitle = async (members = ['ash', 'birch', 'elm']) => {
  const copies: Record<string, ItemCirculation> = {};
  let recordId: string | undefined;
  for (const member of members) {
    const copy: ItemCirculation = await aCopy(table, {
      ...{ branchId: branchOf[member] ?? '' },
      ...(recordId && { recordId, sourceId: `${member}:${recordId.slice(4)}` }),
    });
    recordId = copy.recordId;
    copies[member] = copy;
  }
  const borrower = await aBorrower(table);
  return { ...borrower, copies, recordId: recordId ?? '', copyOf: (member: string) => copies[member]?.barcode ?? '' };
};
type Wanted = Awaited<ReturnType<typeof aWantedTitle>>;

const ask = async ({ actor, recordId }: Wanted, more = {}) => {
  const placed = await sharing.place(actor, { recordId, pickupBranch: 'cedar.main', ...more });
  expect(placed).toMatchObject({ status: 201, view: { status: { state: 'requested' } } });
  return placed.view.requestId;
};
const ill = (branch: string): Actor => staffAt(branch, 'ill');
const openAsk = async (requestId: string): Promise<{ askId: string; branch: string; member: string }> => {
  const { view } = await sharing.get(ill('cedar.main'), requestId);
  const member = view.supplierMember ?? '';
  return { askId: view.askId ?? '', member, branch: branchOf[member] ?? '' };
};
const state = async (requestId: string): Promise<string> =>
  (await sharing.get(ill('cedar.main'), requestId)).view.status.state;
const item = (copy: ItemCirculation | undefined) => itemStore(table).get(copy?.itemId ?? '', { strong: true });

test('the first supplier refuses, the second times out, the third supplies: received, lent, returned, home (C79, C84)', async () => {
  const wanted = await aWantedTitle();
  const requestId = await ask(wanted);
  expect(mockMachine.started).toEqual([requestId]);
  expect(await countersOf(table, wanted.patronId)).toMatchObject({ holds: 1, loans: 0 });

  const first = await sharing.round(requestId);
  expect(first).toMatchObject({ next: 'wait', seconds: 180 });
  const one = await openAsk(requestId);
  expect((await sharing.list(ill(one.branch), { memberId: one.member, side: 'supplier' })).body).toMatchObject({
    requests: expect.arrayContaining([
      expect.objectContaining({ requestId, status: expect.objectContaining({ state: 'request-received' }) }),
    ]),
  });
  const no = { askId: one.askId, answer: 'unfilled', reason: 'NotOnShelf' };
  expect(await sharing.step('answer', requestId, one.branch, no)).toMatchObject({ status: 200 });
  expect(mockMachine.woken).toEqual([first.token]);

  await sharing.round(requestId);
  const two = await openAsk(requestId);
  expect(two.member).not.toBe(one.member);
  sharing.later(3);
  await sharing.round(requestId);
  const three = await openAsk(requestId);
  expect([one.member, two.member, three.member].toSorted()).toEqual(['ash', 'birch', 'elm']);

  const barcode = wanted.copyOf(three.member);
  const yes = { askId: three.askId, answer: 'will-supply', barcode };
  expect(await sharing.step('answer', requestId, three.branch, yes)).toMatchObject({
    status: 200,
    view: { seenAs: 'supplier', status: { state: 'will-supply' } },
  });
  const copy = wanted.copies[three.member];
  expect(await item(copy)).toMatchObject({ state: 'paged', hold: { holdId: requestId } });

  const due = '2026-03-20T22:59:59.000Z';
  expect(await sharing.step('ship', requestId, three.branch, { askId: three.askId, barcode, due })).toMatchObject({
    status: 200,
    view: { status: { state: 'shipped' } },
  });
  expect(await item(copy)).toMatchObject({ state: 'in-transit', transit: { to: 'cedar.main', holdId: requestId } });
  expect(await sharing.step('receive', requestId, 'cedar.main', { barcode })).toMatchObject({ status: 200 });
  expect(await item(copy)).toMatchObject({ state: 'on-hold-shelf', currentBranch: 'cedar.main' });
  expect(await sharing.step('lend', requestId, 'cedar.main', { barcode })).toMatchObject({ status: 200 });
  expect(await item(copy)).toMatchObject({ state: 'on-loan', loan: { patronId: wanted.patronId, due } });
  expect(await countersOf(table, wanted.patronId)).toMatchObject({ holds: 0, loans: 1 });
  expect(await sharing.step('return', requestId, 'cedar.main', { barcode })).toMatchObject({ status: 200 });
  expect(await item(copy)).toMatchObject({ state: 'in-transit', transit: { to: three.branch, purpose: 'home' } });
  expect(await sharing.step('send-home', requestId, 'cedar.main')).toMatchObject({ status: 200 });
  expect(await sharing.step('complete', requestId, three.branch, { askId: three.askId, barcode })).toMatchObject({
    status: 200,
    view: { status: { state: 'completed' }, actions: [] },
  });
  expect(await item(copy)).toMatchObject({ state: 'available', currentBranch: three.branch });
  expect(await countersOf(table, wanted.patronId)).toMatchObject({ holds: 0, loans: 0 });
  expect(await sharing.round(requestId)).toMatchObject({ next: 'end' });

  const { view } = await sharing.get(ill('cedar.main'), requestId);
  expect(view.asks.map(({ outcome }) => outcome)).toEqual(['unfilled', 'timed-out', 'completed']);
  expect(view.rota.map(({ member }) => member).toSorted()).toEqual(['ash', 'birch', 'elm']);
  expect(view.rota[0]?.factors).toContainEqual(expect.objectContaining({ factor: 'available', value: 1000 }));
  const why = (member: string, factor: string) =>
    view.rota.find((entry) => entry.member === member)?.factors.find((one) => one.factor === factor)?.why;
  expect(['ash', 'elm'].map((member) => why(member, 'distance'))).toEqual(['2 days of transit', '3 days of transit']);
  expect(['ash', 'elm'].map((member) => why(member, 'cost'))).toEqual([
    'lends free of charge',
    'costs 250 of at most 2000 minor units',
  ]);
  expect(['ash', 'elm'].map((member) => why(member, 'reciprocal'))).toEqual([
    'in one reciprocal group',
    'in no reciprocal group with the requester',
  ]);
  expect(view.steps.filter(({ side }) => side === 'requester').map(({ trigger }) => trigger)).toEqual([
    ...['ask', 'unfilled', 'ask', 'answer-timeout', 'ask', 'will-supply', 'loaned', 'receive', 'lend'],
    ...['return', 'ship-back', 'completed'],
  ]);
  expect(await readBalance(table, three.member)).toMatchObject({ lent: 1, filled: 1, answeredIn5: 1 });
  expect(await readBalance(table, 'cedar')).toMatchObject({ borrowed: 1 });
});

test('an answer counts once, only from the member asked, and only while its ask is open (C79, C80, C85)', async () => {
  const wanted = await aWantedTitle();
  const requestId = await ask(wanted);
  await sharing.round(requestId);
  const one = await openAsk(requestId);
  const no = { askId: one.askId, answer: 'unfilled', reason: 'NotHeld' };
  const stranger = Object.values(branchOf).find((branch) => branch !== one.branch) ?? '';
  expect(await sharing.step('answer', requestId, stranger, no)).toMatchObject({
    status: 404,
    body: { code: 'unknown-request' },
  });
  expect(await sharing.step('answer', requestId, one.branch, no)).toMatchObject({ status: 200 });
  const after = await sharing.get(ill('cedar.main'), requestId);
  expect(await sharing.step('answer', requestId, one.branch, no)).toMatchObject({ status: 200 });
  const late = { askId: one.askId, answer: 'will-supply', barcode: wanted.copyOf(one.member) };
  expect(await sharing.step('answer', requestId, one.branch, late)).toMatchObject({
    status: 409,
    body: { code: 'ask-closed' },
  });
  expect((await sharing.get(ill('cedar.main'), requestId)).view).toEqual(after.view);
  expect(await item(wanted.copies[one.member])).toMatchObject({ state: 'available' });
});

test('the same promise twice is one, and of ten concurrent answers one is written', async () => {
  const wanted = await aWantedTitle();
  const requestId = await ask(wanted);
  await sharing.round(requestId);
  const { askId, branch, member } = await openAsk(requestId);
  const yes = { askId, answer: 'will-supply', barcode: wanted.copyOf(member) };
  const answers = await Promise.all(Array.from({ length: 10 }, () => sharing.step('answer', requestId, branch, yes)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  const { view } = await sharing.get(ill('cedar.main'), requestId);
  expect(view.steps.map(({ trigger }) => trigger)).toEqual(['ask', 'accept', 'will-supply']);
});

test('a promised copy is lent to no one else, and free again when the supplier cannot supply after all', async () => {
  const wanted = await aWantedTitle();
  const requestId = await ask(wanted);
  await sharing.round(requestId);
  const { askId, branch, member } = await openAsk(requestId);
  const barcode = wanted.copyOf(member);
  await sharing.step('answer', requestId, branch, { askId, answer: 'will-supply', barcode });
  const other = await aBorrower(table, { homeMember: member, homeBranch: branch });
  const desk = { actor: staffAt(branch, 'desk'), body: { branchId: branch, item: barcode, patron: other.card } };
  const refused = await call(checkOut.using(at(monday)), desk);
  expect(refused.status).toBe(409);
  expect(JSON.stringify(refused.body)).toContain('item-paged-for-another');
  const no = { askId, answer: 'unfilled', reason: 'PoorCondition' };
  expect(await sharing.step('answer', requestId, branch, no)).toMatchObject({ status: 200 });
  const free = await item(wanted.copies[member]);
  expect([free?.state, free?.hold]).toEqual(['available', undefined]);
  expect(await state(requestId)).toBe('unfilled');
  expect(await countersOf(table, wanted.patronId)).toMatchObject({ holds: 1 });
});

test('at the end of the rota the request ends, and the patron may request again', async () => {
  const wanted = await aWantedTitle(['ash']);
  const requestId = await ask(wanted);
  await sharing.round(requestId);
  const { askId, branch } = await openAsk(requestId);
  await sharing.step('answer', requestId, branch, { askId, answer: 'unfilled', reason: 'NonCirculating' });
  expect(await sharing.round(requestId)).toMatchObject({ next: 'end' });
  expect(await state(requestId)).toBe('end-of-rota');
  expect(await countersOf(table, wanted.patronId)).toMatchObject({ holds: 0 });
  expect((await sharing.mine(wanted.actor)).body).toMatchObject({ requests: [{ requestId }] });
  await ask(wanted);
});

test('cancelling a promise needs the supplier’s consent; once shipped, the request continues (C80)', async () => {
  const wanted = await aWantedTitle(['ash', 'birch']);
  const requestId = await ask(wanted);
  await sharing.round(requestId);
  const { askId, branch, member } = await openAsk(requestId);
  const barcode = wanted.copyOf(member);
  await sharing.step('answer', requestId, branch, { askId, answer: 'will-supply', barcode });
  expect(await sharing.as('cancel', wanted.actor, requestId)).toMatchObject({
    status: 200,
    view: { seenAs: 'patron', status: { state: 'cancel-pending' } },
  });
  await sharing.step('ship', requestId, branch, { askId, barcode });
  expect(await state(requestId)).toBe('shipped');

  const again = await aWantedTitle(['ash']);
  const second = await ask(again);
  await sharing.round(second);
  const asked = await openAsk(second);
  const yes = { askId: asked.askId, answer: 'will-supply', barcode: again.copyOf('ash') };
  await sharing.step('answer', second, asked.branch, yes);
  await sharing.as('cancel', again.actor, second);
  const agreed = { askId: asked.askId, step: 'accept-cancel' };
  expect(await sharing.step('step', second, asked.branch, agreed)).toMatchObject({ status: 200 });
  expect(await state(second)).toBe('cancelled');
  expect(await item(again.copies.ash)).toMatchObject({ state: 'available' });
  expect(await countersOf(table, again.patronId)).toMatchObject({ holds: 0 });
});

test('a request that a hold can fill, no one can supply, or is already open is refused with the reason (C83, C86)', async () => {
  const free = await aCopy(table, { branchId: 'cedar.north' });
  const { actor, patronId } = await aBorrower(table);
  const place = (recordId: string, more = {}) =>
    sharing.place(actor, { recordId, pickupBranch: 'cedar.main', ...more });
  expect(await place(free.recordId ?? '')).toMatchObject({ status: 409, body: { code: 'hold-instead' } });
  expect(await place('rec_nowhere')).toMatchObject({ status: 404, body: { code: 'unknown-record' } });
  const own = await aCopy(table, { branchId: 'ash.main' });
  const ashes = await sharing.place(actor, { recordId: own.recordId, pickupBranch: 'ash.main' });
  expect(ashes).toMatchObject({ status: 409, body: { code: 'no-supplier' } });
  const late = { needBy: '2026-03-01T00:00:00.000Z' };
  expect(await place(own.recordId ?? '', late)).toMatchObject({ status: 422, body: { code: 'need-by-passed' } });
  const twice = await Promise.all([place(own.recordId ?? ''), place(own.recordId ?? '')]);
  expect(twice.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect(await countersOf(table, patronId)).toMatchObject({ holds: 1 });
  const full = await aBorrower(table, { counters: { loans: 0, holds: 10, owed: 0, perGroup: {} } });
  expect(await sharing.place(full.actor, { recordId: own.recordId, pickupBranch: 'cedar.main' })).toMatchObject({
    status: 409,
    body: { code: 'too-many-holds' },
  });
  // Three overdue loans have accrued 30.00, which no bill has yet; the limit is 20.00.
  const owing = await aBorrower(table, { counters: { loans: 3, holds: 0, owed: 0, perGroup: {} } });
  const loan = aLoan({ patronId: owing.patronId, due: '2025-11-03T22:59:59.000Z' });
  for (let i = 0; i < 3; i += 1) await aCopy(table, { branchId: 'birch.east', state: 'on-loan', loan });
  const barred = await sharing.place(owing.actor, { recordId: own.recordId, pickupBranch: 'cedar.main' });
  expect(barred).toMatchObject({ status: 409, body: { code: 'owed-over-limit' } });
});

test('staff identify the patron by the scanned card; a replaced card is refused with the reason', async () => {
  const wanted = await aWantedTitle();
  const replaced = { number: '2999', state: 'replaced', reason: 'lost', replacedAt: monday };
  await table.write([{ put: { ...patronsKeys.key('card', replaced), ...stamp('card', 2), ...replaced } }]);
  const place = (patron: string) =>
    sharing.place(ill('cedar.main'), { recordId: wanted.recordId, pickupBranch: 'cedar.main', patron });
  expect(await place('29-99')).toMatchObject({ status: 410, body: { code: 'card-replaced' } });
  expect(await place(` ${wanted.card}\u200b\n`)).toMatchObject({ status: 201 });
});

test('each side sees its part: the patron the progress of the item, a supplier no patron, others nothing', async () => {
  const wanted = await aWantedTitle();
  const requestId = await ask(wanted);
  await sharing.round(requestId);
  const { branch, member } = await openAsk(requestId);
  const supplier = await sharing.get(ill(branch), requestId);
  expect(supplier.view).toMatchObject({ seenAs: 'supplier', supplierMember: member, rota: [] });
  expect(JSON.stringify(supplier.body)).not.toContain(wanted.patronId);
  const own = await sharing.get(wanted.actor, requestId);
  expect(own.view).toMatchObject({ seenAs: 'patron', rota: [], asks: [], actions: [{ trigger: 'cancel' }] });
  expect(await sharing.list(ill(branch), { memberId: 'cedar' })).toMatchObject({ status: 403 });
  expect(await sharing.list(ill('cedar.main'), { memberId: 'cedar' })).toMatchObject({ status: 200 });
  expect(await sharing.get(somePatron('pat_other', 'cedar'), requestId)).toMatchObject({ status: 404 });
  const notAsked = Object.values(branchOf).find((place) => place !== branch) ?? '';
  expect(await sharing.get(ill(notAsked), requestId)).toMatchObject({ status: 404 });
  expect(await sharing.step('receive', requestId, 'birch.east')).toMatchObject({ status: 404 });
  expect(await sharing.as('cancel', somePatron('pat_other', 'cedar'), requestId)).toMatchObject({ status: 404 });
});

test('a desk of the home library lists a patron’s requests, ended ones too, newest first; another library sees none', async () => {
  const wanted = await aWantedTitle();
  const first = await ask(wanted);
  expect(await sharing.as('cancel', wanted.actor, first)).toMatchObject({ status: 200 });
  sharing.later(60);
  const second = await ask(wanted);
  const seenAt = (branchId: string, patronId = wanted.patronId, more = {}) =>
    call(patronRequests.using(at(sharing.instant())), {
      actor: staffAt(branchId, 'desk'),
      ...{ path: { patronId }, query: { branchId, ...more } },
    });
  const { status, body } = await seenAt('cedar.main');
  const rows = (body as { requests: { requestId: string; status: { state: string } }[] }).requests;
  expect([status, rows.map(({ requestId, status: { state: at } }) => [requestId, at])]).toEqual([
    200,
    [
      [second, 'requested'],
      [first, 'cancelled'],
    ],
  ]);
  expect(await seenAt('ash.main')).toMatchObject({ status: 403, body: { code: 'not-home' } });
  expect(await seenAt('cedar.main', 'pat_nobody')).toMatchObject({ status: 404, body: { code: 'patron-unknown' } });
  expect(await seenAt('cedar.main', wanted.patronId, { after: 'nonsense' })).toMatchObject({
    ...{ status: 400, body: { code: 'bad-cursor' } },
  });
});

test('a workflow run twice, late or again changes nothing more, and misses no event', async () => {
  const wanted = await aWantedTitle();
  const requestId = await ask(wanted);
  const [one, other] = await Promise.all([sharing.round(requestId), sharing.round(requestId)]);
  expect([one.next, other.next]).toEqual(['wait', 'wait']);
  const { askId, branch } = await openAsk(requestId);
  const before = await sharing.get(ill('cedar.main'), requestId);
  expect(before.view.asks).toHaveLength(1);
  await sharing.step('answer', requestId, branch, { askId, answer: 'unfilled', reason: 'NotOnShelf' });
  mockMachine.woken.length = 0;
  await sharing.lateWait(requestId, one.v, 'token-late');
  expect(mockMachine.woken).toEqual(['token-late']);
  expect(await sharing.step('restart', requestId, 'cedar.main')).toMatchObject({ status: 202 });
  expect(mockMachine.started.at(-1)).toMatch(new RegExp(`^${requestId}-again-`));
  await sharing.round(requestId);
  expect((await openAsk(requestId)).askId).not.toBe(askId);
});
