import { keys as resourceSharingKeys } from '../../../functions/resource-sharing/data/keys.ts';
import { resourceSharingDeps } from '../../../functions/resource-sharing/deps.ts';
import { defaultSharingPolicy } from '../../../functions/resource-sharing/domain/sharing-policy.ts';
import { workGroupOf } from '../../../functions/resource-sharing/domain/workflow/work-groups.ts';
import { advanceRequest } from '../../../functions/resource-sharing/use-cases/advance-request.ts';
import { present } from '../../../layers/platform/dynamodb/condition.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { systemRuntime } from '../../../layers/platform/runtime/runtime.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy } from '../../builders/lending.ts';
import { mockMachine } from '../../builders/loan-machine.ts';
import { staffAt } from '../../builders/people.ts';
import { aRule } from '../../builders/policies.ts';
import { sharingAt } from '../../builders/sharing.ts';

const monday = '2026-03-02T11:00:00.000Z';
const day = 24 * 3600 * 1000;
let table: Table;

beforeAll(async () => {
  table = await aTable();
  const onRequest = { id: 'on-request', setBy: 'ash', when: { itemOwner: 'ash' }, values: { requestOnly: true } };
  await aConsortium(table, [aRule(onRequest)]);
  const adopted = { effectiveFrom: '2026-01-01T00:00:00.000Z', decisionReference: 'D-2', adoptedBy: 'staff:root' };
  const body = { ...defaultSharingPolicy, answerInOpenHours: false };
  await policyStore(table).adopt({ kind: 'resource-sharing', ...adopted, body }, () => ({
    ...{ subject: 'policy:resource-sharing', at: monday, auditId: 'aud_1', by: 'test', did: 'adopted', detail: {} },
  }));
});
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockMachine.started.length = 0;
});

const placed = async () => {
  const sharing = sharingAt(monday);
  sharing.begin(systemRuntime());
  const { recordId } = await aCopy(table);
  const { actor } = await aBorrower(table);
  const { view } = await sharing.place(actor, { recordId, pickupBranch: 'cedar.main' });
  mockMachine.started.length = 0;
  return { sharing, requestId: view.requestId };
};

test('an execution is replaced by another long before 25,000 events: its rounds are counted', async () => {
  const { sharing, requestId } = await placed();
  expect(await sharing.round(requestId, { rounds: 10 })).toMatchObject({ rounds: 11, next: 'wait' });
  expect(mockMachine.started).toEqual([]);
  expect(await sharing.round(requestId, { rounds: 999 })).toMatchObject({ rounds: 1000, next: 'end' });
  expect(mockMachine.started).toEqual([`${requestId}-on-${Date.parse(monday)}`]);
});

test('and long before a year: it stores when it began', async () => {
  const { sharing, requestId } = await placed();
  const since = Date.parse(monday);
  expect(await sharing.round(requestId)).toMatchObject({ since, next: 'wait' });
  expect(await sharing.round(requestId, { rounds: 3, since: since - 299 * day })).toMatchObject({ next: 'wait' });
  expect(mockMachine.started).toEqual([]);
  expect(await sharing.round(requestId, { rounds: 4, since: since - 300 * day })).toMatchObject({ next: 'end' });
  // A later retry of the call starts the same one.
  sharing.later(5);
  await sharing.round(requestId, { rounds: 4, since: since - 300 * day });
  expect(mockMachine.started).toEqual([`${requestId}-on-${since - 300 * day}`]);
});

test('it waits at most 30 days, however late the day of a timer: its age is checked between waits', async () => {
  const { sharing, requestId } = await placed();
  await sharing.round(requestId);
  const at = resourceSharingKeys.key('loanRequest', { requestId });
  const timer = { side: 'requester', name: 'answer-by', trigger: 'answer-timeout', at: '9999-12-31T00:00:00.000Z' };
  await table.write([{ update: at, set: { timers: { requester: timer } }, when: present() }]);
  expect(await sharing.round(requestId)).toMatchObject({ next: 'wait', seconds: 30 * 24 * 3600 });
});

test('a dead execution is restarted from the table, and continues where the request is', async () => {
  const { sharing, requestId } = await placed();
  await sharing.round(requestId);
  const actor = staffAt('cedar.main', 'ill');
  expect(await sharing.as('restart', actor, requestId, { branchId: 'cedar.main' })).toMatchObject({ status: 202 });
  expect(mockMachine.started).toEqual([`${requestId}-again-${Date.parse(monday)}`]);
  expect(await sharing.round(requestId)).toMatchObject({ next: 'wait' });
  expect((await sharing.get(actor, requestId)).view).toMatchObject({
    status: { state: 'asked' },
    asks: [{ ordinal: 1 }],
  });
});

test('a request whose next supplier cannot be asked requires attention when it is due, and is retried with back-off', async () => {
  const { requestId } = await placed();
  const stores = { ...resourceSharingDeps(systemRuntime()), newIds: systemIds };
  const { movesFor } = stores.copies;
  const refused = [{ code: 'item-not-free' as const, detail: 'The copy is gone.' }];
  const copies = {
    ...stores.copies,
    movesFor: async (...[move]: Parameters<typeof movesFor>) => (move.trigger === 'ask' ? { refused } : movesFor(move)),
  };
  const after = async (minutes: number) => {
    const way = await advanceRequest({ ...stores, copies }, requestId, Date.parse(monday) + minutes * 60_000);
    const { request } = (await stores.requests.load(requestId)) ?? {};
    const { state = 'requested', attention } = request ?? {};
    return [way.seconds, state, workGroupOf('requester', state, attention)];
  };
  expect(await after(0)).toEqual([3600, 'requested', 'waiting']);
  expect(await after(59.5)).toEqual([60, 'requested', 'waiting']);
  expect(await after(60)).toEqual([3600, 'requested', 'late']);
  await advanceRequest(stores, requestId, Date.parse(monday) + 61 * 60_000);
  expect((await stores.requests.load(requestId))?.request).toMatchObject({ state: 'asked' });
});
