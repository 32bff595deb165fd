import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as rebuildScheduledChecks } from '../../../functions/circulation/consumers/rebuild-scheduled-checks/handler.ts';
import { handler as scheduledWork } from '../../../functions/circulation/consumers/run-scheduled-work/handler.ts';
import { scheduledCheckStore } from '../../../functions/circulation/data/scheduled-check-store.ts';
import { loanCheckOf } from '../../../functions/circulation/domain/loans/loan-checks.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as declareLost } from '../../../functions/circulation/operations/declare-lost/handler.ts';
import { handler as listOverdue } from '../../../functions/circulation/operations/list-overdue/handler.ts';
import { runScheduledWork } from '../../../functions/circulation/use-cases/run-scheduled-work.ts';
import { checkScheduler } from '../../../functions/circulation/use-cases/schedule-checks.ts';
import type { ItemCirculation } from '../../../functions/items/public/item-circulation.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { handler as relay } from '../../../functions/outbox/consumers/relay-changes/handler.ts';
import { handler as listExpiringCards } from '../../../functions/patrons/operations/list-expiring-cards/handler.ts';
import { handler as register } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as renewCard } from '../../../functions/patrons/operations/renew-card/handler.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import type { NoticeMessage } from '../../../layers/kernel/notices/notice-message.ts';
import { noticeMessageSchema } from '../../../layers/kernel/notices/notice-message.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Queue } from '../../../layers/platform/queues/queue.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { metered } from '../../../layers/platform/runtime/meter.ts';
import { call } from '../../builders/call.ts';
import { aHold, aLoan } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, aPlacedHold, at } from '../../builders/lending.ts';
import { staffAt } from '../../builders/people.ts';
import { aRule } from '../../builders/policies.ts';
import { proofSize } from '../../builders/proof-size.ts';
import { queueSettings } from '../../builders/queue-settings.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { streamRecord } from '../../builders/stream-events.ts';

const sqs = mockClient(SQSClient);
const lambda = { awsRequestId: 'lambda-1' };
const lentAt = '2026-03-02T11:00:00.000Z';
/** The end of Friday, 20 March in Berlin; the clocks change on the 29th. */
const friday = '2026-03-20T22:59:59.000Z';
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  Object.assign(process.env, { ...queueSettings, BUS_NAME: 'bus' });
  sqs.on(SendMessageBatchCommand).resolves({});
  mockClient(EventBridgeClient).on(PutEventsCommand).resolves({ FailedEntryCount: 0 });
});
beforeEach(async () => {
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
  table = await aTable();
  await aConsortium(table);
});

type Image = Record<string, unknown> | undefined;
const relayed = (pairs: [Image, Image][], when: string) =>
  relay.using(at(when))({ Records: pairs.map(([before, after]) => streamRecord(before, after)) }, lambda);
const raw = (copy: Pick<ItemCirculation, 'itemId'>): Promise<Image> =>
  table.get(itemsKeys.key('item', copy), { strong: true });
const stored = (copy: ItemCirculation) => itemStore(table).get(copy.itemId, { strong: true });

/** Writes items as they are, and runs the relay on the changes. */
const written = async (pairs: [ItemCirculation | undefined, ItemCirculation][], when: string): Promise<void> => {
  for (let i = 0; i < pairs.length; i += 50) {
    const some = pairs.slice(i, i + 50);
    await table.write(some.map(([, after]) => ({ put: itemRecord(after) })));
    await relayed(
      some.map(([before, after]) => [before && itemRecord(before), itemRecord(after)]),
      when,
    );
  }
};

const lent = (n: number, over: Partial<NonNullable<ItemCirculation['loan']>> = {}): ItemCirculation => ({
  ...{
    itemId: `itm_${n}`,
    barcode: `3${n}`,
    memberId: 'ash',
    branchId: 'ash.main',
    location: 'stacks',
    category: 'book',
  },
  ...{ sourceId: `ash:${n}`, state: 'on-loan' as const, currentBranch: 'birch.east', v: 1 },
  loan: aLoan({ loanId: `lon_${n}`, patronId: `pat_${n}`, checkedOutAt: lentAt, due: friday, ...over }),
});
const renewed = (item: ItemCirculation, due: string): ItemCirculation => ({
  ...item,
  v: item.v + 1,
  ...(item.loan && { loan: { ...item.loan, due, renewals: 1 } }),
});
const back = ({ loan: _, ...item }: ItemCirculation): ItemCirculation => ({
  ...item,
  state: 'available',
  v: item.v + 1,
});

/** Creates a queue that stores its messages, and fails at a batch on request. */
const keeping = () => {
  const sent: NoticeMessage[] = [];
  let breaks = Number.POSITIVE_INFINITY;
  const queue: Queue = {
    send: async (messages) => {
      breaks -= 1;
      if (breaks < 0 && messages.length > 0) throw new Error('the queue is away');
      sent.push(...messages.map((message) => noticeMessageSchema.parse(message)));
    },
  };
  const breakAfter = (batches: number): void => {
    breaks = batches;
  };
  /** Returns what a patron receives in effect: each notice once by its id, however often it was sent. */
  const received = () => new Set(sent.map(({ patronId, noticeId }) => `${patronId} ${noticeId}`));
  return { queue, sent, received, breakAfter };
};

/** Returns a table whose writes fail after the given number, as in a run that is killed. */
const killing = (on: Table, writes: number): Table => {
  let left = writes;
  return {
    ...on,
    write: (...given) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('killed')) : on.write(...given);
    },
  };
};
const killedAfter = (writes: number): Table => killing(table, writes);

const desk = (branch: string) => staffAt(branch, 'desk');
type Late = { loans: { loanId: string; patron?: unknown; patronId: string; stage: string }[]; next?: string };
const list = async (branchId: string, query: Record<string, string>, when: string) =>
  (await call(listOverdue.using(at(when)), { actor: desk(branchId), path: { branchId }, query })).body as Late;

test('many loans, runs repeated and interrupted, renewals and returns meanwhile: each step is notified once, the list correct', async () => {
  const { queue, sent, received, breakAfter } = keeping();
  const run = (when: string, on: Table = table) => runScheduledWork(on, queue, systemIds, Date.parse(when));
  const count = proofSize(60, 300);
  const loans = Array.from({ length: count }, (_, n) => lent(n));
  await written(
    loans.map((loan) => [undefined, loan]),
    lentAt,
  );
  // With nothing due a run costs a query for each shard, half a unit each, however many loans exist.
  await metered(async ({ units }) => {
    expect(await run('2026-03-17T04:59:00.000Z')).toEqual({ looked: 0, notified: 0, aged: 0, failed: 0 });
    expect(units).toMatchObject({ readUnits: 4, writeUnits: 0, queueMessages: 0 });
  });
  // Two at once, of which one is killed; then once more.
  await Promise.allSettled([run('2026-03-17T05:00:00.000Z'), run('2026-03-17T05:00:00.000Z', killedAfter(count / 2))]);
  await run('2026-03-17T05:15:00.000Z');
  expect(received()).toEqual(new Set(loans.map(({ loan }) => `${loan?.patronId} due-soon:${loan?.loanId}:${friday}`)));

  const later = '2026-04-10T21:59:59.000Z';
  const [prolonged, returned] = [loans.slice(0, count / 5), loans.slice(count / 5, (2 * count) / 5)];
  await written(
    prolonged.map((loan) => [loan, renewed(loan, later)]),
    '2026-03-19T11:00:00.000Z',
  );
  breakAfter(7);
  await expect(run('2026-03-21T05:00:00.000Z')).rejects.toThrow('away');
  breakAfter(Number.POSITIVE_INFINITY);
  await run('2026-03-21T05:15:00.000Z');
  const overdue = loans.slice(count / 5);
  const steps = (step: number) => sent.filter((message) => message.kind === 'overdue' && message.step === step);
  expect(new Set(steps(1).map(({ loanId }) => loanId))).toEqual(new Set(overdue.map(({ loan }) => loan?.loanId)));

  await written(
    returned.map((loan) => [loan, back(loan)]),
    '2026-03-24T11:00:00.000Z',
  );
  await run('2026-03-27T05:00:00.000Z');
  const still = loans.slice((2 * count) / 5);
  expect(new Set(steps(2).map(({ loanId }) => loanId))).toEqual(new Set(still.map(({ loan }) => loan?.loanId)));
  expect(received().size).toBe((count * 12) / 5);

  // One is returned and the relay has not processed it yet: it is off the list all the same.
  const [unheard] = still;
  if (unheard) await table.write([{ put: itemRecord(back(unheard)) }]);
  const shown: string[] = [];
  let after: string | undefined;
  do {
    const page = await list(
      'birch.east',
      { limit: String(Math.ceil(count / 4)), ...(after && { after }) },
      '2026-03-27T11:00:00.000Z',
    );
    shown.push(...page.loans.map(({ loanId }) => loanId));
    after = page.next;
  } while (after);
  expect(shown.toSorted()).toEqual(
    still
      .slice(1)
      .map(({ itemId }) => itemId.replace('itm', 'lon'))
      .toSorted(),
  );
  expect(await scanAll(table.name, 'lateLoan')).toHaveLength(2 * still.length);
  // At full size some six thousand calls of the engine, which take time on a busy machine.
}, 180_000);

test('the list: at lender and owner, a member’s whole list once, names of own patrons only, lost separately; no others’ data', async () => {
  const body = {
    ...{ branchId: 'cedar.main', card: '21500000000017', category: 'adult', expiresOn: '2030-12-31' },
    person: { name: { family: 'Okafor', given: 'Amara' } },
  };
  const registered = await call(register.using(at(lentAt)), { actor: desk('cedar.main'), body });
  const { patronId } = registered.body as { patronId: string };
  const stranger = await aBorrower(table, { homeMember: 'elm', homeBranch: 'elm.main' });
  const own = { patronId, patronMember: 'cedar', checkoutBranch: 'cedar.main' };
  const [here, moved, away] = [
    {
      ...(await aCopy(table, { branchId: 'cedar.north' })),
      ...{ state: 'on-loan' as const, loan: aLoan({ ...own, loanId: 'lon_here', due: friday }) },
    },
    {
      ...(await aCopy(table)),
      ...{ state: 'on-loan' as const, loan: aLoan({ ...own, loanId: 'lon_moved', due: friday }) },
    },
    {
      ...(await aCopy(table, { branchId: 'cedar.north' })),
      ...{
        state: 'on-loan' as const,
        loan: aLoan({ loanId: 'lon_away', patronId: stranger.patronId, patronMember: 'elm', due: friday }),
      },
    },
  ];
  await written(
    [here, moved, away].map((item) => [undefined, item]),
    lentAt,
  );
  await scheduledWork.using(at('2026-03-20T23:15:00.000Z'))({}, lambda);
  const when = '2026-03-21T11:00:00.000Z';
  const ids = ({ loans }: Late) => loans.map(({ loanId }) => loanId).toSorted();
  expect(ids(await list('cedar.main', {}, when))).toEqual(['lon_here', 'lon_moved']);
  expect(ids(await list('cedar.north', {}, when))).toEqual(['lon_away', 'lon_here']);
  expect(ids(await list('ash.main', {}, when))).toEqual(['lon_moved']);
  const whole = await list('cedar.main', { of: 'member' }, when);
  expect(ids(whole)).toEqual(['lon_away', 'lon_here', 'lon_moved']);
  const atSharedDesk = { ...desk('cedar.main'), desk: 'dsk_1' };
  const ofDesk = { actor: atSharedDesk, path: { branchId: 'cedar.main' }, query: { of: 'member' } };
  expect(await call(listOverdue.using(at(when)), ofDesk)).toMatchObject({
    ...{ status: 403, body: { code: 'full-sign-in-needed' } },
  });
  expect((await call(listOverdue.using(at(when)), { ...ofDesk, query: {} })).status).toBe(200);
  const names = Object.fromEntries(whole.loans.map(({ loanId, patron }) => [loanId, patron]));
  const amara = { name: { family: 'Okafor', given: 'Amara' }, card: '21500000000017' };
  expect(names).toEqual({ lon_here: amara, lon_moved: amara, lon_away: undefined });
  expect((await list('ash.main', {}, when)).loans).toMatchObject([{ patronId, patronMember: 'cedar' }]);
  expect((await list('ash.main', {}, when)).loans[0]).not.toHaveProperty('patron');

  const asked = { path: { branchId: 'ash.main' }, query: {} };
  expect(await call(listOverdue.using(at(when)), { ...asked, actor: desk('cedar.main') })).toMatchObject({
    status: 403,
  });
  const foreign = (await list('cedar.main', { limit: '1' }, when)).next;
  expect(
    await call(listOverdue.using(at(when)), { ...asked, actor: desk('ash.main'), query: { after: String(foreign) } }),
  ).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });

  const before = await raw(moved);
  const lost = { actor: desk('ash.main'), body: { branchId: 'ash.main', item: moved.barcode } };
  expect((await call(declareLost.using(at(when)), lost)).status).toBe(200);
  await relayed([[before, await raw(moved)]], when);
  expect(ids(await list('ash.main', {}, when))).toEqual([]);
  expect((await list('ash.main', { stage: 'lost' }, when)).loans).toMatchObject([
    { loanId: 'lon_moved', stage: 'lost', since: when, charged: { amount: 3000, currency: 'EUR' } },
  ]);
  const found = await raw(moved);
  await call(checkIn.using(at(when)), { actor: desk('ash.main'), body: { branchId: 'ash.main', item: moved.barcode } });
  expect(ids(await list('ash.main', { stage: 'lost' }, when))).toEqual([]);
  await relayed([[found, await raw(moved)]], when);
  expect((await scanAll(table.name, 'lateLoan')).filter(({ loanId }) => loanId === 'lon_moved')).toEqual([]);
});

test('expiring cards are notified once, a renewed one not; the list shows expiring cards, to its own library', async () => {
  const { queue, received } = keeping();
  const run = (when: string) => runScheduledWork(table, queue, systemIds, Date.parse(when));
  const make = async (n: number, expiresOn: string) => {
    const person = { name: { family: `Reader ${n}`, given: 'A' } };
    const body = { branchId: 'cedar.main', card: `2150000000001${n}`, category: 'adult', expiresOn, person };
    const { patronId } = (await call(register.using(at(lentAt)), { actor: desk('cedar.main'), body })).body as {
      patronId: string;
    };
    await relayed(
      [[undefined, await table.get(patronsKeys.key('patronStatus', { patronId }), { strong: true })]],
      lentAt,
    );
    return patronId;
  };
  const [ends, goesOn, far] = [await make(1, '2026-05-01'), await make(2, '2026-05-02'), await make(3, '2027-05-01')];
  const cards = async (query: Record<string, string>) => {
    const asked = { actor: desk('cedar.main'), path: { branchId: 'cedar.main' }, query };
    const { body } = await call(listExpiringCards.using(at('2026-04-02T11:00:00.000Z')), asked);
    return (body as { cards: { patronId: string }[] }).cards.map(({ patronId }) => patronId);
  };
  expect(await cards({ of: 'member' })).toEqual([ends, goesOn]);
  expect(await cards({ days: '29' })).toEqual([ends]);
  const renewal = { actor: desk('cedar.main'), path: { patronId: goesOn }, body: { branchId: 'cedar.main' } };
  expect((await call(renewCard.using(at('2026-04-01T11:00:00.000Z')), renewal)).status).toBe(200);
  const [change] = await table.queryAll({ partition: `PATRON#${goesOn}`, begins: 'CHANGE#', strong: true });
  await relayed([[undefined, change]], '2026-04-01T11:00:00.000Z');
  // Thirty days before, at six in the morning in Berlin.
  for (const when of ['2026-04-01T03:45:00.000Z', '2026-04-01T04:00:00.000Z', '2026-04-02T04:00:00.000Z'])
    await run(when);
  expect(received()).toEqual(new Set([`${ends} card-expiring:2026-05-01`]));
  expect(await cards({})).toEqual([ends]);
  expect(await cards({ days: '180' })).not.toContain(far);
  const elsewhere = { actor: desk('elm.main'), path: { branchId: 'cedar.main' }, query: {} };
  expect(await call(listExpiringCards, elsewhere)).toMatchObject({ status: 403 });
});

test('a loan is renewed by its rule once, however often its check runs; one that a patron waits for is not, and its borrower is notified of the reason', async () => {
  const { queue, sent, received } = keeping();
  table = await aTable();
  await aConsortium(table, [aRule({ values: { autoRenewDays: 4 } })]);
  const counters = { loans: 2, holds: 0, owed: 0, perGroup: {} };
  const [{ patronId }, other] = [await aBorrower(table, { counters }), await aBorrower(table)];
  const aLentCopy = async () => {
    const copy = await aCopy(table);
    const loanId = `lon_${copy.itemId.slice(4)}`;
    const terms = { ...aLoan().terms, renew: 4 };
    const loan = aLoan({ loanId, patronId, checkedOutAt: lentAt, due: friday, terms });
    return { ...copy, state: 'on-loan' as const, loan };
  };
  const [free, wanted] = [await aLentCopy(), await aLentCopy()];
  await written(
    [free, wanted].map((item) => [undefined, item]),
    lentAt,
  );
  await aPlacedHold(table, aHold({ recordId: wanted.recordId ?? '', patronId: other.patronId }));
  // Four days before, at four in the morning in Berlin.
  const when = '2026-03-16T03:00:00.000Z';
  const run = (on: Table = table) => runScheduledWork(on, queue, systemIds, Date.parse(when));
  await Promise.allSettled([run(), run(killedAfter(1))]);
  await run();
  // The same checks once more, as if they had never been deleted.
  for (const loan of [free, wanted])
    await scheduledCheckStore(table).note([{ kind: 'loan', ...loanCheckOf(loan, loan.loan, when) }]);
  await run();
  const due = '2026-04-13T21:59:59.000Z';
  expect((await stored(free))?.loan).toMatchObject({ due, renewals: 1, auto: true });
  expect((await stored(wanted))?.loan).toEqual(wanted.loan);
  expect(received()).toEqual(new Set([`${patronId} not-renewed:${wanted.loan.loanId}:${friday}`]));
  expect(sent[0]).toMatchObject({ kind: 'not-renewed', reason: 'hold-waiting', due: friday });

  sqs.resetHistory();
  await relayed([[itemRecord(free), await raw(free)]], when);
  const bodies = sqs.commandCalls(SendMessageBatchCommand).flatMap(({ args }) => args[0].input.Entries ?? []);
  const messages = bodies.map(({ MessageBody = '{}' }) => JSON.parse(MessageBody) as Partial<NoticeMessage>);
  expect(messages.filter(({ kind }) => kind === 'renewed')).toMatchObject([{ patronId, due, itemId: free.itemId }]);
});

test('a copy on the hold shelf is announced again a day before its time ends, once, unless it was collected', async () => {
  const { queue, sent, received } = keeping();
  const until = '2026-03-09T22:59:59.000Z';
  const waiting = async (n: number) => {
    const { patronId } = await aBorrower(table);
    const hold = { holdId: `hld_${n}`, patronId, pickupBranch: 'birch.east', shelfExpiresAt: until };
    return { ...(await aCopy(table)), state: 'on-hold-shelf' as const, currentBranch: 'birch.east', hold };
  };
  const [stays, leaves] = [await waiting(1), await waiting(2)];
  await written(
    [stays, leaves].map((item) => [undefined, item]),
    lentAt,
  );
  const { hold: _, ...shelved } = leaves;
  await written([[leaves, { ...shelved, state: 'available', v: leaves.v + 1 }]], lentAt);
  const run = (when: string, on: Table = table) => runScheduledWork(on, queue, systemIds, Date.parse(when));
  await run('2026-03-08T04:59:00.000Z');
  expect(sent).toEqual([]);
  const morning = '2026-03-08T05:00:00.000Z';
  await Promise.allSettled([run(morning), run(morning, killedAfter(0))]);
  await run('2026-03-09T05:00:00.000Z');
  expect(received()).toEqual(new Set([`${stays.hold.patronId} hold-expiring:hld_1:${until}`]));
  expect(sent[0]).toMatchObject({ kind: 'hold-expiring', branchId: 'birch.east', itemId: stays.itemId, until });
  expect(await scanAll(table.name, 'scheduledCheck')).toEqual([]);
});

test('rows that the stream never saw are added by a rebuild: listed, notified from then on, aged; repeated it is the same', async () => {
  const { queue, sent } = keeping();
  const aging = { terms: { ...aLoan().terms, age: 28 } };
  const [early, overdue, lost] = [
    lent(1, { due: '2026-04-10T21:59:59.000Z' }),
    lent(2, aging),
    {
      ...lent(3),
      state: 'lost' as const,
      loan: aLoan({ loanId: 'lon_3', lost: { at: friday, billId: 'bil_3', amount: 3000 } }),
    },
  ];
  await table.write([early, overdue, lost].map((item) => ({ put: itemRecord(item) })));
  const { patronId } = await aBorrower(table, { patronId: 'pat_2', expiresOn: '2026-05-01' });
  const monday = '2026-03-30T11:00:00.000Z';
  for (const _ of [1, 2]) {
    expect(await rebuildScheduledChecks.using(at(monday))({}, lambda)).toEqual({
      ...{ items: 3, cards: 1, failed: 0, go: false },
    });
  }
  const run = (when: string) => runScheduledWork(table, queue, systemIds, Date.parse(when));
  await run(monday);
  // Notices of past days are not sent to anyone.
  expect(sent).toEqual([]);
  expect((await list('birch.east', {}, monday)).loans).toMatchObject([{ loanId: 'lon_2' }]);
  expect((await list('birch.east', { stage: 'lost' }, monday)).loans).toMatchObject([{ loanId: 'lon_3' }]);
  for (const when of ['2026-04-03T05:00:00.000Z', '2026-04-07T05:00:00.000Z', '2026-04-20T05:00:00.000Z'])
    await run(when);
  expect(sent.map(({ noticeId }) => noticeId).toSorted()).toEqual([
    'card-expiring:2026-05-01',
    'due-soon:lon_1:2026-04-10T21:59:59.000Z',
    'overdue:lon_1:2026-04-10T21:59:59.000Z:2',
    `overdue:lon_2:${friday}:3`,
  ]);
  expect(await stored(overdue)).toMatchObject({ state: 'lost', loan: { patronId, lost: { aged: true } } });
});

test('finding W3: a rebuild that is broken off in the middle goes on where it was, and misses no row', async () => {
  const items = Array.from({ length: 40 }, (_, n) => lent(n, n % 4 === 0 ? { due: '2026-04-10T21:59:59.000Z' } : {}));
  const unread = { ...itemRecord(lent(99)), loan: 'nobody can read this' };
  await table.write([...items.map((item) => itemRecord(item)), unread].map((put) => ({ put })));
  const cards = await Promise.all([1, 2, 3].map(() => aBorrower(table, { expiresOn: '2026-05-01' })));
  const monday = '2026-03-30T11:00:00.000Z';
  const before = await scanAll(table.name);
  const rebuild = rebuildScheduledChecks.using(at(monday));
  type Call = Awaited<ReturnType<typeof rebuild>>;
  const whole = await rebuild({}, lambda);
  expect(whole).toEqual({ items: 40, cards: 3, failed: 1, go: false });
  const due = (rows: Record<string, unknown>[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  const wanted = due(await scanAll(table.name));

  const afresh = await aTable();
  await aConsortium(afresh);
  for (let i = 0; i < before.length; i += 50)
    await afresh.write(before.slice(i, i + 50).map((row) => ({ put: row as ReturnType<typeof itemRecord> })));
  const calls: Call[] = [];
  let broken = 0;
  for (let input: object = {}; ; ) {
    // Every call is first killed after some writes, then made again with the same input, as its workflow does.
    const scheduler = checkScheduler(killing(afresh, calls.length + 1));
    const killed = await rebuild
      .with({ times: scheduler })({ ...input, enoughMs: 0 }, lambda)
      .catch(() => undefined);
    if (killed === undefined) broken += 1;
    const made = await rebuildScheduledChecks.using(at(monday))({ ...input, enoughMs: 0 }, lambda);
    calls.push(made);
    input = made;
    if (!made.go) break;
  }
  expect(calls.length).toBeGreaterThanOrEqual(4);
  expect(broken).toBeGreaterThanOrEqual(2);
  expect(calls.at(-1)).toEqual(whole);
  expect(due(await scanAll(afresh.name))).toEqual(wanted);
  expect(cards).toHaveLength(3);
});
