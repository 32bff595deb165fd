import { members } from '../../demo/members.ts';
import { handler as awaitPeriod } from '../../functions/finance/consumers/await-period/handler.ts';
import { invoiceStore } from '../../functions/finance/data/invoice-store.ts';
import { handler as adjustPeriod } from '../../functions/finance/operations/adjust-period/handler.ts';
import { handler as listPeriods } from '../../functions/finance/operations/list-periods/handler.ts';
import { handler as showPeriod } from '../../functions/finance/operations/show-period/handler.ts';
import { periodStore } from '../../functions/finance/public/period-store.ts';
import { ledgerStore } from '../../layers/records/ledger/data/ledger-store.ts';
import { makeBill } from './bill/make-bill.ts';
import { explained, sentBill } from './bill/sent-bill.ts';
import { rawMonth, rawResources } from './bill/synthetic-bill.ts';
import { billCsv } from './bill/write-bill.ts';
import { call } from './call.ts';
import { at } from './lending.ts';
import { staffAt } from './people.ts';
import {
  advance,
  ann,
  auditor,
  both,
  cat,
  close,
  decide,
  files,
  load,
  net,
  one,
  openPeriods,
  prepare,
  runtime,
  shown,
  started,
  table,
  used,
  woken,
} from './period-at-work.ts';

const MONTH = '2026-10';
const board = () => call(listPeriods.using(runtime), { actor: auditor, query: { months: '2' } });

/** The bill of October: dearer requests than the price book says, and a support plan. */
const sendBill = (): Promise<string> => {
  const logged = used.reduce((sum, { counts }) => sum + counts.logBytes, 0);
  const sizes = { tableBytes: 0n, objectBytes: 0n, logBytes: BigInt(Math.round((logged * 90) / 30)) };
  const month = rawMonth(MONTH, used, { resources: { ...rawResources, ...sizes } });
  const faults = [
    { kind: 'dearer' as const, family: 'DynamoDB requests', perMille: 50 },
    { kind: 'support' as const, code: 'AWSSupportBusiness', cents: 2900 },
  ];
  const bytes = Buffer.from(billCsv(makeBill(month, faults), { format: 'cur-2.0', month: MONTH }));
  return sentBill({ runtime, month: MONTH, objects: files, bytes });
};

const meter = async () => ({
  open: await board(),
  early: await prepare(MONTH, { step: 'meter' }, ann, at('2026-11-01T00:30:00.000Z')),
  byApprover: await prepare(MONTH, { step: 'meter' }, cat),
  done: await prepare(MONTH, { step: 'meter' }),
  started: [...started],
  named: await board(),
});

const reconcile = async () => {
  const billId = await sendBill();
  const step = { step: 'reconcile', billId };
  return {
    billId,
    withExceptions: await prepare(MONTH, step),
    explained: await explained({ runtime, month: MONTH, table }),
    beforeNetting: await prepare(MONTH, step),
    netted: await net(MONTH),
    aroundTheBill: await prepare(MONTH, { step: 'reconcile', reason: 'No bill' }),
    byUnknownBill: await prepare(MONTH, { step: 'reconcile', billId: 'bill-2' }),
    byNothing: await prepare(MONTH, { step: 'reconcile' }),
    done: await prepare(MONTH, step, both),
  };
};

const write = async () => ({
  tooEarly: await decide(MONTH, { step: 'approve', hash: 'a'.repeat(64) }),
  next: await advance(MONTH),
  draft: (await load(MONTH)).draft,
  ofOne: await shown(MONTH, one),
  toItsMember: await shown(MONTH, one, staffAt(one, 'member-finance')),
});

const approve = async (hash: string | undefined) => {
  const own = await decide(MONTH, { step: 'approve', hash }, both);
  const otherContent = await decide(MONTH, { step: 'approve', hash: 'a'.repeat(64) });
  await awaitPeriod.using(runtime)(
    { month: MONTH, v: (await periodStore(table).load(MONTH)).v, token: 'tok_1' },
    { awsRequestId: 'lambda-1' },
  );
  return { own, otherContent, done: await decide(MONTH, { step: 'approve', hash }), woken: [...woken] };
};

const closeAtOnce = async () => {
  const ways = await Promise.all([advance(MONTH), advance(MONTH), advance(MONTH)]);
  while ((await advance(MONTH)).next === 'again');
  const query = { verify: 'true' };
  return {
    ways,
    period: await load(MONTH),
    entries: (await ledgerStore(table).all('2026-11')).filter(({ causeId }) => causeId.startsWith('statement-')),
    statements: await Promise.all(members.map(({ memberId }) => shown(MONTH, memberId))),
    invoices: await invoiceStore(table).ofYear('2026'),
    verified: await call(showPeriod.using(runtime), { actor: auditor, path: { month: MONTH }, query }),
  };
};

/** Closes July, and August with a correction of a fee of July. */
const correctInAugust = async (): Promise<void> => {
  await close('2026-07');
  const body = {
    ...{ kind: 'correction', memberId: one, corrects: { month: '2026-07', lineId: 'dues-membership' } },
    ...{ amount: -101, reason: 'The fee was agreed lower' },
  };
  const put = await call(adjustPeriod.using(runtime), { actor: ann, path: { month: '2026-08' }, body });
  expect(put.status).toBe(201);
  await close('2026-08');
};

/**
 * Opens a table and closes October of 2026 by its bill, step by step; then July, and August with a correction. Returns what every step of
 * October answered, also to those who may not take it.
 */
export const closedOctober = async () => {
  await openPeriods();
  const metering = await meter();
  const reconciliation = await reconcile();
  const writing = await write();
  const approval = await approve(writing.draft?.hash);
  const closing = await closeAtOnce();
  await correctInAugust();
  return { metering, reconciliation, writing, approval, closing };
};
