import { createHash } from 'node:crypto';
import { members } from '../../../demo/members.ts';
import { handler as meterUsage } from '../../../functions/finance/consumers/meter-usage/handler.ts';
import { partsOf, statementStore } from '../../../functions/finance/data/statement-store.ts';
import { accountDeps } from '../../../functions/finance/deps.ts';
import type { AccountStatement } from '../../../functions/finance/domain/member-account/account-statement.ts';
import type { Statement } from '../../../functions/finance/domain/statements/statement.ts';
import { taxOf } from '../../../functions/finance/domain/statements/tax-lines.ts';
import { handler as adjustPeriod } from '../../../functions/finance/operations/adjust-period/handler.ts';
import { handler as discussLine } from '../../../functions/finance/operations/discuss-line/handler.ts';
import { handler as listLineEvidence } from '../../../functions/finance/operations/list-line-evidence/handler.ts';
import { handler as listPeriods } from '../../../functions/finance/operations/list-periods/handler.ts';
import { handler as printStatement } from '../../../functions/finance/operations/print-statement/handler.ts';
import { handler as printAll } from '../../../functions/finance/operations/print-statements/handler.ts';
import { handler as recordPayment } from '../../../functions/finance/operations/record-payment/handler.ts';
import { handler as showAccount } from '../../../functions/finance/operations/show-account/handler.ts';
import { handler as showPeriod } from '../../../functions/finance/operations/show-period/handler.ts';
import { handler as showStatement } from '../../../functions/finance/operations/show-statement/handler.ts';
import { handler as withdrawAdjustment } from '../../../functions/finance/operations/withdraw-adjustment/handler.ts';
import { disputedAmounts } from '../../../functions/finance/use-cases/disputed-amounts.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { parseExact, sumExact, toMinorUnits } from '../../../layers/kernel/money/exact.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { balanceOf } from '../../../layers/records/ledger/domain/ledger.ts';
import { post } from '../../../layers/records/ledger/domain/post.ts';
import { call } from '../../builders/call.ts';
import { closedOctober } from '../../builders/closed-october.ts';
import { lastVersion } from '../../builders/last-version.ts';
import { aLogsEvent, aReportLine, aUsageLine } from '../../builders/log-lines.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import {
  advance,
  ann,
  auditor,
  cat,
  close,
  decide,
  files,
  later,
  load,
  net,
  one,
  packOf,
  prepare,
  runtime,
  shown,
  table,
  two,
} from '../../builders/period-at-work.ts';
import { unzipped } from '../../builders/read-files.ts';
import { todayOf } from '../../builders/today.ts';

let story: Awaited<ReturnType<typeof closedOctober>>;
// Closed once for all tests, which read it only. A test that closes or corrects a month has a month of its own.
beforeAll(async () => {
  story = await closedOctober();
}, 120_000);
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

describe('F12 A period', () => {
  it('is on the board from the first day on, and metered an hour after its end', () => {
    const { open, early, byApprover, done, started, named } = story.metering;
    expect(open.body).toEqual({
      periods: ['2026-11', '2026-10'].map((month) => ({ month, state: 'open', round: 0, steps: [] })),
      openDisputes: [],
      budgetAlerts: {},
      names: {},
    });
    expect(early).toMatchObject({ status: 409, body: { code: 'month-open' } });
    expect(byApprover.status).toBe(403);
    expect(done).toMatchObject({
      status: 201,
      body: { state: 'metered', metered: { currency: 'USD', synthetic: true } },
    });
    expect(started).toEqual(['2026-10-1']);
    expect(named.body).toMatchObject({ names: { 'staff:stf_ann': 'Ann Example' } });
  });

  it('is reconciled with an existing bill, or with a reason; not before the netting that it passes on', () => {
    const { billId, withExceptions, beforeNetting, aroundTheBill, byUnknownBill, ...others } = story.reconciliation;
    expect(withExceptions).toMatchObject({ status: 409, body: { code: 'exceptions-open' } });
    expect(others.explained).toBeGreaterThan(0);
    expect(beforeNetting).toMatchObject({ status: 409, body: { code: 'netting-open' } });
    expect(others.netted.status).toBe(201);
    expect(aroundTheBill).toMatchObject({ status: 409, body: { code: 'bill-there' } });
    expect(byUnknownBill).toMatchObject({ status: 404, body: { code: 'unknown-bill' } });
    expect(others.byNothing.status).toBe(400);
    expect(others.done).toMatchObject({
      status: 201,
      body: { state: 'reconciled', reconciliation: { billId, billed: expect.stringMatching(/^\d+\.\d{12}$/) } },
    });
  });

  it('has its statements written, visible to the consortium and to no member yet', () => {
    const { tooEarly, next, draft, ofOne, toItsMember } = story.writing;
    expect(tooEarly.body).toMatchObject({ code: 'no-statements' });
    expect(next).toMatchObject({ next: 'wait' });
    expect(draft).toMatchObject({ statements: members.length, currency: 'USD' });
    expect(ofOne.statement.basis).toMatchObject({
      bill: story.reconciliation.billId,
      factors: expect.arrayContaining([
        { service: 'DynamoDB requests', factor: expect.stringMatching(/^1\.0(?:49|50)/) },
      ]),
    });
    expect(toItsMember.status).toBe(404);
  });

  it('F12 is approved by a person other than its preparer, by the hash of what was reviewed', () => {
    const { own, otherContent, done, woken } = story.approval;
    expect(own).toMatchObject({ status: 403, body: { code: 'own-work' } });
    expect(otherContent).toMatchObject({ status: 409, body: { code: 'other-statements' } });
    expect(done.status).toBe(201);
    expect(woken).toContain('tok_1');
  });

  it('is closed by the workflow once, with anything concurrent: booked to the cent, sealed, complete and off Today', async () => {
    const { ways, period, entries, statements, invoices, verified } = story.closing;
    expect(ways.some(({ next }) => next === 'end')).toBe(true);
    expect(period).toMatchObject({ state: 'closed', seal: { hash: expect.any(String) } });
    const months = (await todayOf(auditor, undefined, runtime)).finance?.periods.map(({ month }) => month);
    expect(months).toContain('2026-11');
    expect(months).not.toContain('2026-10');
    for (const [place, { statement, invoice }] of statements.entries()) {
      const { memberId = '' } = members[place] ?? {};
      const due = { account: 'due-to-consortium' as const, member: memberId, currency: 'USD' };
      expect(balanceOf(entries, due)).toBe(statement.due);
      expect(invoice).toMatch(/^2026-0000\d\d$/);
    }
    expect(invoices.map(({ number }) => Number(number.slice(5)))).toEqual(members.map((_, place) => place + 1));
    // The cost of the cloud is in the consortium's own books, at the end of the month, once, with the support plan beside it.
    const cloud = (await ledgerStore(table).ofConsortium('2026-10')).filter(({ kind }) => kind === 'cloud-cost-booked');
    const billed = period.reconciliation && 'billed' in period.reconciliation ? period.reconciliation.billed : '0';
    const booked = cloud.reduce((sum, { lines }) => sum + (lines[0]?.amount ?? 0), 0);
    expect(booked).toBe(toMinorUnits(parseExact(billed)));
    expect(verified.body).toMatchObject({
      verified: true,
      statements: members.map(() => ({ booked: expect.any(String) })),
    });
  });

  it('F1 has statements whose platform lines sum to the bill, and dues to a twelfth', () => {
    const { statements, period } = story.closing;
    const lines = statements.flatMap(({ statement }) => statement.lines);
    const platform = lines.filter(({ exact }) => exact !== undefined);
    const exact = sumExact(platform.map((line) => parseExact(line.exact ?? '0')));
    expect(platform.reduce((sum, { amount }) => sum + amount, 0)).toBe(toMinorUnits(exact));
    const { reconciliation } = period;
    const billed = reconciliation && 'billed' in reconciliation ? reconciliation.billed : '0';
    expect(exact).toBe(parseExact(billed));
    // Of 1,200.05 the first five months have a cent more than the others.
    expect(lines.filter(({ block }) => block === 'dues').map(({ amount }) => amount)).toEqual(
      members.map(({ fiscalYearStartsIn }) => (fiscalYearStartsIn === 7 ? 10_001 : 10_000)),
    );
    // What they pay for: the lines of the consortium's budget, to the cent.
    for (const { amount, evidence } of lines.filter(({ block }) => block === 'dues')) {
      const { paidFor = [] } = evidence.kind === 'dues' ? evidence : {};
      expect(paidFor.map(({ title }) => title)).toEqual(['Office', 'Courier']);
      expect(paidFor.reduce((sum, one) => sum + one.amount, 0)).toBe(amount);
    }
  });
});

/** Returns the closed months, the last closed one first. */
const chainOfClosing = async (): Promise<string[]> => {
  const periods = await Promise.all(['06', '07', '08', '09', '10'].map((month) => load(`2026-${month}`)));
  const closed = periods.filter(({ seal }) => seal !== undefined);
  const place = ({ seal }: (typeof closed)[number]): number => {
    const before = closed.find(({ month }) => month === seal?.previous?.month);
    return before ? 1 + place(before) : 0;
  };
  return closed.toSorted((a, b) => place(b) - place(a)).map(({ month }) => month);
};

/** Writes a change, checks what is found then, and writes the original back for the other tests. */
const whileChanged = async (change: Write, original: Write, check: () => Promise<void>): Promise<void> => {
  await table.write([change]);
  try {
    await check();
  } finally {
    await table.write([original]);
  }
};

describe('F6 A closed period', () => {
  const three = members[2]?.memberId ?? '';

  it('F6 changes by no byte: neither by a request, a late batch, a policy, nor the workflow again', async () => {
    const before = await packOf('2026-10');
    const path = { month: '2026-10', memberId: one, lineId: 'direct-own-circulation' };
    const evidence = async () => (await call(listLineEvidence.using(runtime), { actor: auditor, path })).body;
    const opened = await evidence();
    expect(opened).toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ kind: 'day' })]) });
    const { draft } = await load('2026-10');
    const tries = [
      await prepare('2026-10', { step: 'meter' }),
      await prepare('2026-10', { step: 'reconcile', reason: 'Again' }),
      await decide('2026-10', { step: 'approve', hash: draft?.hash }),
      await decide('2026-10', { step: 'reopen', reason: 'A mistake' }),
      await call(adjustPeriod.using(runtime), {
        ...{ actor: ann, path: { month: '2026-10' } },
        body: { kind: 'credit', memberId: one, code: 'late', amount: -1, currency: 'USD', reason: 'Late' },
      }),
    ];
    expect(tries.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409]);
    const late = aUsageLine('late-1', { at: '2026-10-31T23:59:00.000Z', member: one });
    const batch = aLogsEvent({ messages: [late, aReportLine('late-1')], stream: 'late' });
    await meterUsage.using(runtime)(batch, { awsRequestId: 'lambda-2' });
    await meterUsage.using(runtime)(batch, { awsRequestId: 'lambda-3' });
    for (const kind of ['billing', 'cost-sharing']) {
      const body = kind === 'billing' ? { currency: 'EUR' } : { key: 'size', sizes: { [one]: 1 } };
      const follows = await lastVersion(table, kind);
      const policy = { kind, decisionReference: 'Board 2', body, effectiveFrom: later, follows };
      expect((await call(adoptPolicy.using(runtime), { actor: consortiumStaff('admin'), body: policy })).status).toBe(
        201,
      );
    }
    expect((await net('2026-10')).status).toBe(201);
    await advance('2026-10');
    expect(await packOf('2026-10')).toBe(before);
    expect(await evidence()).toEqual(opened);
  });

  it('accepts no netting that was not booked before', async () => {
    const [last] = await chainOfClosing();
    const june = await close('2026-06');
    expect(june.seal?.previous?.month).toBe(last);
    const about = {
      entryId: 'ent_9',
      at: '2026-06-10T11:00:00.000Z',
      kind: 'fine-paid' as const,
      memo: 'paid',
      causeId: 'bil_9',
    };
    const fine = post({ ...about, member: one, takenBy: two, amount: 70, currency: 'USD' });
    if ('refused' in fine) throw new Error('refused');
    await ledgerStore(table).book([fine]);
    expect(await net('2026-06')).toMatchObject({ status: 409, body: { code: 'period-closed' } });
  });

  it('F6 is found broken after a change of one byte', async () => {
    const head = await statementStore(table).head(await load('2026-07'), two);
    if (!head) throw new Error('no head');
    const [part = ''] = partsOf(await statementStore(table).text(head));
    const item = { pk: `STATEMENT#2026-07#${two}`, sk: '0001#0000', entity: 'statementPart', v: 1 };
    const verify = () =>
      call(showPeriod.using(runtime), { actor: auditor, path: { month: '2026-07' }, query: { verify: 'true' } });
    const changed = { put: { ...item, text: part.replace('"total":', '"totaL":') } };
    await whileChanged(changed, { put: { ...item, text: part } }, async () => {
      expect((await verify()).body).toMatchObject({ verified: false, broken: { memberId: two, what: 'statement' } });
    });
    expect((await verify()).body).toMatchObject({ verified: true });
  });

  it('finding F11: a statement that was changed, with or without its hash, is neither shown nor printed', async () => {
    const [at, of] = ['2026-07', { actor: auditor, path: { month: '2026-07', memberId: two } }];
    const store = statementStore(table);
    const head = await store.head(await load(at), two);
    const key = { pk: `PERIOD#${at}`, sk: `STATEMENT#${two}` };
    const stored = { ...(await table.get(key, { strong: true })), ...key, ...{ entity: 'statement', v: 1 } };
    if (!head) throw new Error('no head');
    const [part = ''] = partsOf(await store.text(head));
    const forged = part.replace('"amount":', '"amount":1');
    const place = { pk: `STATEMENT#${at}#${two}`, sk: '0001#0000', entity: 'statementPart', v: 1 };
    const looks = async () => [
      await call(showStatement.using(runtime), of),
      await call(printStatement.using(runtime), { ...of, body: { format: 'csv' } }),
      await call(listLineEvidence.using(runtime), { ...of, path: { ...of.path, lineId: 'direct-own-circulation' } }),
    ];
    const altered = { status: 409, body: { code: 'statement-altered' } };
    await whileChanged({ put: { ...place, text: forged } }, { put: { ...place, text: part } }, async () => {
      for (const look of await looks()) expect(look).toMatchObject(altered);
      const hash = createHash('sha256').update(forged).digest('hex');
      await whileChanged({ put: { ...stored, hash } }, { put: stored }, async () => {
        for (const look of await looks()) expect(look).toMatchObject(altered);
      });
    });
    expect(await call(showStatement.using(runtime), of)).toMatchObject({ status: 200 });
  });

  it('F6 is found broken in its head, and by the verification of the whole chain, in the order of closing', async () => {
    const chain = async () =>
      (await call(listPeriods.using(runtime), { actor: auditor, query: { months: '1', verify: 'true' } })).body;
    const { length: closed } = await chainOfClosing();
    expect(await chain()).toMatchObject({ chain: { closed, verified: true } });
    const head = { pk: 'PERIOD#2026-10', sk: `STATEMENT#${one}` };
    const { invoice } = (await statementStore(table).head(await load('2026-10'), one)) ?? {};
    const otherInvoice = { update: head, set: { invoice: '2026-999999' } };
    await whileChanged(otherInvoice, { update: head, set: { invoice } }, async () => {
      expect(await chain()).toMatchObject({
        chain: { closed, verified: false, broken: { month: '2026-10', what: 'period' } },
      });
    });
    const period = { pk: 'PERIODS', sk: 'MONTH#2026-10' };
    const { steps } = await load('2026-10');
    const otherSteps = { update: period, set: { steps: steps.map((step) => ({ ...step, by: 'staff:stf_x' })) } };
    await whileChanged(otherSteps, { update: period, set: { steps } }, async () => {
      expect(await chain()).toMatchObject({ chain: { verified: false, broken: { month: '2026-10', what: 'period' } } });
    });
    expect(await chain()).toMatchObject({ chain: { closed, verified: true } });
  });

  it('F6 is corrected by a line of a later, open period that names it, once; finding F6: within bounds of all adjustments together', async () => {
    const correction = {
      ...{ kind: 'correction', memberId: three, corrects: { month: '2026-07', lineId: 'dues-membership' } },
      ...{ amount: -101, reason: 'The fee was agreed lower' },
    };
    const put = (body: object = correction, actor = ann) =>
      call(adjustPeriod.using(runtime), { actor, path: { month: '2026-09' }, body });
    expect((await put({ ...correction, corrects: { month: '2026-07', lineId: 'dues-other' } })).body).toMatchObject({
      code: 'unknown-line',
    });
    // FOCUS: the charge to which a correction refers was made in an earlier billing period.
    for (const month of ['2026-09', '2026-10']) {
      expect(await put({ ...correction, corrects: { month, lineId: 'dues-membership' } })).toMatchObject({
        ...{ status: 409, body: { code: 'not-earlier', errors: [{ pointer: '/body/corrects/month' }] } },
      });
    }
    expect((await put(correction, cat)).status).toBe(403);
    const tax = { ...correction, corrects: { month: '2026-07', lineId: 'tax-S-1900' } };
    expect(await put(tax)).toMatchObject({ status: 409, body: { code: 'tax-follows' } });
    const credit = { kind: 'credit', memberId: three, code: 'typo', amount: -100_000, currency: 'USD', reason: 'x' };
    const charge = {
      ...{ kind: 'one-off', memberId: three, code: 'van', description: 'Courier', amount: 4500, currency: 'USD' },
      ...{ tax: { category: 'AA', rate: 700 }, reason: 'Order 7' },
    };
    // finding F6: the billing policy bounds what one person enters.
    for (const beyond of [
      { ...credit, amount: -100_001 },
      { ...correction, amount: -999_999_999 },
      { ...charge, amount: 1_000_001 },
    ])
      expect(await put(beyond)).toMatchObject({ status: 409, body: { code: 'beyond-bounds' } });
    const early = { actor: ann, path: { month: '2020-05' }, body: credit };
    expect(await call(adjustPeriod.using(runtime), early)).toMatchObject({ status: 409, body: { code: 'too-early' } });
    expect(await put({ ...credit, currency: 'ZMW' })).toMatchObject({ status: 409, body: { code: 'no-rate' } });
    expect((await put(credit)).status).toBe(201);
    const withdraw = (month = '2026-09', lineId = 'credit-typo') =>
      call(withdrawAdjustment.using(runtime), { actor: ann, path: { month, memberId: three, lineId } });
    expect(await withdraw('2026-10')).toMatchObject({ status: 409, body: { code: 'not-open' } });
    expect((await withdraw()).status).toBe(200);
    expect(await withdraw()).toMatchObject({ status: 404, body: { code: 'unknown-line' } });
    expect((await put(charge)).status).toBe(201);
    expect(await put({ ...charge, tax: { category: 'Z', rate: 700 } })).toMatchObject({ status: 400 });
    expect((await put()).status).toBe(201);
    expect(await put()).toMatchObject({ status: 409, body: { code: 'corrected-already' } });
    // finding F6: the bounds cover all corrections of a line, and all credits of a member in a month, also two at once.
    const lines = (await shown('2026-07', three)).statement.lines;
    const whole = lines.find(({ lineId }) => lineId === 'dues-membership')?.amount ?? 0;
    const [left, of] = [whole - 101, (amount: number) => ({ amount, currency: 'USD' })];
    const beyond = (used: number, asked: number, limit: number) => ({
      ...{ status: 409 },
      body: {
        ...{ code: 'beyond-bounds' },
        errors: [{ params: { limit: of(limit), used: of(used), asked: of(asked) } }],
      },
    });
    expect(await put({ ...correction, amount: -left - 1 })).toMatchObject(beyond(-101, -left - 1, whole));
    const both = await Promise.all(['a', 'b'].map((code) => put({ ...credit, code, amount: -60_000 })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const [given, more] = both[0]?.status === 201 ? ['a', 'b'] : ['b', 'a'];
    expect(await put({ ...credit, code: more, amount: -40_001 })).toMatchObject(beyond(-60_000, -40_001, 100_000));
    expect((await put({ ...credit, code: more, amount: -40_000 })).status).toBe(201);
    for (const code of [given, more]) expect((await withdraw('2026-09', `credit-${code}`)).status).toBe(200);
    await close('2026-09');
    const { statement } = await shown('2026-09', three);
    expect(statement.lines.find(({ block }) => block === 'correction')).toMatchObject({
      ...{ lineId: 'correction-2026-07-dues-membership', chargeClass: 'Correction', amount: -101 },
      ...{ mode: 'charge', corrects: { block: 'dues', tax: { category: 'S', rate: 1900 } } },
    });
    expect(statement.lines.some(({ block }) => block === 'credit')).toBe(false);
    expect(statement.lines.filter(({ lineId }) => /^(one-off|tax-AA)-/.test(lineId))).toMatchObject([
      { lineId: 'one-off-van', description: 'Courier', mode: 'charge', amount: 4500 },
      { lineId: 'tax-AA-700', amount: 315, tax: { base: 4500 } },
    ]);
    const services = (await ledgerStore(table).all('2026-09')).filter(({ kind }) => kind.startsWith('services-'));
    expect(services.map(({ kind, lines }) => [kind, lines[0]?.amount])).toEqual([['services-accrued', 4500]]);
    const dues = statement.lines.filter(({ block, corrects }) => block === 'dues' || corrects?.block === 'dues');
    expect(statement.lines.find(({ lineId }) => lineId === 'tax-S-1900')?.tax?.base).toBe(
      dues.reduce((sum, { amount }) => sum + amount, 0),
    );
  });
});

describe('F7 A member', () => {
  const own = staffAt(one, 'member-finance');
  const print = (actor: Actor, memberId: string, format = 'csv') =>
    call(printStatement.using(runtime), { actor, path: { month: '2026-10', memberId }, body: { format } });

  it('F7 gets its own statement as a file in every format, and no one else’s', async () => {
    for (const format of ['csv', 'xlsx', 'pdf', 'journal', 'focus']) {
      const { status, body } = await print(own, one, format);
      const name = (body as { url: string }).url.replace('https://bucket.test/', '');
      expect([status, (files.get(name)?.length ?? 0) > 100]).toEqual([200, true]);
      expect((await print(own, two, format)).status).toBe(403);
    }
    // Without the addresses of both parties there is no e-invoice.
    expect(await print(own, one, 'ubl')).toMatchObject({
      ...{ status: 409 },
      body: {
        code: 'no-e-invoice',
        errors: [{ params: { why: 'seller' } }, { params: { why: 'buyer' } }],
      },
    });
    expect([...files.keys()].filter((name) => name.includes(two))).toEqual([]);
    expect((await print(auditor, two)).status).toBe(200);
  });

  it('finding F8: the statements of all members are one workbook for readers of all, and for no member', async () => {
    const all = (actor: Actor, month = '2026-10') =>
      call(printAll.using(runtime), { actor, path: { month }, body: {} });
    const { status, body } = await all(auditor);
    const name = (body as { url: string }).url.replace('https://bucket.test/', '');
    expect([status, (files.get(name)?.length ?? 0) > 100]).toEqual([200, true]);
    expect([(await all(own)).status, (await all(auditor, '2025-01')).status]).toEqual([403, 404]);
  });

  it('finding F8: the files of all members of a closed month are one archive, for no member and of no open month', async () => {
    const zip = (actor: Actor, month = '2026-10', part = 1) =>
      call(printAll.using(runtime), { actor, path: { month }, body: { format: 'zip', part } });
    const { status, body } = await zip(auditor);
    expect([status, body]).toMatchObject([200, { parts: 1, url: expect.stringMatching(/2026-10-statements\.zip$/) }]);
    const file = files.get((body as { url: string }).url.replace('https://bucket.test/', ''));
    const names = [...unzipped(Buffer.from(file ?? [])).keys()];
    for (const memberId of [one, two])
      expect(names).toEqual(
        expect.arrayContaining(['pdf', 'xlsx'].map((ending) => `${memberId}/2026-10-${memberId}.${ending}`)),
      );
    expect(await zip(auditor, '2026-10', 2)).toMatchObject({ status: 404, body: { code: 'no-statement' } });
    expect([(await zip(own)).status, (await zip(auditor, '2025-01')).status]).toEqual([403, 404]);
  });

  it('F7 sees its own statement only; auditors see all and change nothing', async () => {
    expect((await shown('2026-10', one, own)).status).toBe(200);
    expect((await shown('2026-10', two, own)).status).toBe(403);
    expect((await shown('2026-10', two, auditor)).status).toBe(200);
    expect((await call(showPeriod.using(runtime), { actor: own, path: { month: '2026-10' } })).status).toBe(403);
    expect((await prepare('2026-07', { step: 'meter' }, auditor)).status).toBe(403);
    expect((await decide('2026-10', { step: 'reopen', reason: 'x' }, auditor)).status).toBe(403);
  });

  type Row = { kind: string; operation: string; amount: number | string; side: string; by: string };
  const opened = async (month: string, memberId: string, line: Statement['lines'][number], actor: Actor) => {
    const path = { month, memberId, lineId: line.lineId };
    const { status, body } = await call(listLineEvidence.using(runtime), { actor, path });
    expect({ status, body }).toMatchObject({ status: 200, body: { line: { lineId: line.lineId } } });
    expect(JSON.stringify(body)).not.toMatch(/pat_|PATRON/);
    return (body as { rows: Row[] }).rows;
  };
  const exactSum = (rows: readonly Row[]) => sumExact(rows.map(({ amount }) => parseExact(String(amount))));
  const minorSum = (rows: readonly Row[]) => rows.reduce((sum, { amount }) => sum + Number(amount), 0);
  /** Rows sum to their line: exactly as it was metered or billed, or in minor units. */
  const expectSum = (line: Statement['lines'][number], rows: readonly Row[]): void => {
    const { evidence, amount, exact = '0', tax } = line;
    if (evidence.kind === 'usage') {
      const sealed = evidence.operations.map((one) => parseExact(one.amount));
      expect(exactSum(rows)).toBe(sumExact(sealed));
    } else if (evidence.kind === 'bill') expect(exactSum(rows)).toBe(parseExact(exact));
    else if (evidence.kind === 'ledger') {
      const [owes, owed] = ['credit', 'debit'].map((side) => minorSum(rows.filter((row) => row.side === side)));
      expect((owes ?? 0) - (owed ?? 0)).toBe(amount);
    } else expect(minorSum(rows)).toBe(tax ? tax.base : amount);
  };

  it('opens the evidence of every line, which sums to it and contains no patron', async () => {
    const kinds = new Set<string>();
    const sealedTo = (lines: Statement['lines']) =>
      lines.every(
        ({ metered, evidence }) =>
          evidence.kind !== 'usage' ||
          sumExact(evidence.operations.map(({ amount }) => parseExact(amount))) === parseExact(metered ?? '0'),
      );
    // October has a bill, August the correction of a fee.
    for (const month of ['2026-10', '2026-08']) {
      const { statement } = await shown(month, one, own);
      expect(sealedTo(statement.lines)).toBe(true);
      for (const line of statement.lines) {
        const rows = await opened(month, one, line, own);
        for (const { kind } of rows) kinds.add(kind);
        expect([line.lineId, rows.length > 0]).toEqual([line.lineId, true]);
        expectSum(line, rows);
      }
    }
    expect([...kinds].toSorted()).toEqual(['adjustment', 'billed', 'day', 'entry', 'fee', 'line', 'share']);
  });

  it('sees the frozen fee, its share of the bill and who corrected; no other member’s', async () => {
    const { statement } = await shown('2026-10', one, own);
    const rowsOf = async (lineId: string) => {
      const line = statement.lines.find((some) => some.lineId === lineId);
      if (!line) throw new Error(`no ${lineId}`);
      return opened('2026-10', one, line, own);
    };
    expect(await rowsOf('dues-membership')).toMatchObject([
      { kind: 'fee', scenarioId: 'scn_1', parts: [{ title: 'Each', amount: 120_005 }], yearly: 120_005 },
    ]);
    const idle = { month: '2026-10', memberId: one, lineId: 'idle-idle-platform' };
    const { body } = await call(listLineEvidence.using(runtime), { actor: own, path: idle });
    const { pool, line } = body as { pool: { key: string; whole: string; share: string }; line: { metered: string } };
    // Divided equally: the whole is the member's part times the number of members.
    expect([pool.key, Math.round(Number(pool.whole) / Number(line.metered))]).toEqual([
      'equal default',
      members.length,
    ]);
    expect(Number(pool.share)).toBeCloseTo(1 / members.length, 6);
    expect(await rowsOf('unmetered-support')).toMatchObject([
      { kind: 'billed', category: 'support', cost: '29.000000000000', key: statement.basis.key },
    ]);
    const other = { month: '2026-10', memberId: two, lineId: 'dues-membership' };
    expect((await call(listLineEvidence.using(runtime), { actor: own, path: other })).status).toBe(403);
  });
});

describe('A member’s account', () => {
  const own = staffAt(one, 'member-finance');
  const account = (actor: Actor, query: Record<string, string> = {}) =>
    call(showAccount.using(runtime), { actor, path: { memberId: one }, query });

  it('has its invoices and payments, and what is open by age', async () => {
    const before = (await account(own)).body as { accounts: { closing: number }[] };
    const [{ closing } = { closing: 0 }] = before.accounts;
    const pay = (actor: Actor) =>
      call(recordPayment.using(runtime), {
        ...{ actor, path: { memberId: one } },
        body: { amount: closing - 100, currency: 'USD', reference: 'TRX 1', valueOn: later.slice(0, 10) },
      });
    expect((await pay(own)).status).toBe(403);
    expect(await pay(ann)).toMatchObject({ status: 201, body: { line: { kind: 'payment', amount: 100 - closing } } });
    expect((await account(own)).body).toMatchObject({
      accounts: [{ currency: 'USD', payments: 100 - closing, closing: 100, ageing: { notDue: 100, inCredit: 0 } }],
    });
    expect((await account(own, { from: '2027-01-01', to: '2027-12-31' })).body).toMatchObject({
      accounts: [{ opening: 100, closing: 100, lines: [], ageing: { over90: 100 } }],
    });
    expect((await account(staffAt(two, 'member-finance'))).status).toBe(403);
    const booked = (await ledgerStore(table).all('2026-11')).filter(({ lines }) =>
      lines.some(({ member }) => member === one),
    );
    const place = { account: 'due-to-consortium' as const, member: one, currency: 'USD' };
    expect(balanceOf(booked, place)).toBe(100);
  });

  it('has lines that it may dispute, with the thread on the statement, the board and Today until it is answered', async () => {
    const path = { month: '2026-10', memberId: one, lineId: 'dues-membership' };
    const discuss = (actor: Actor, body: object, over: Partial<typeof path> = {}) =>
      call(discussLine.using(runtime), { actor, path: { ...path, ...over }, body });
    const onToday = async () => {
      const [theirs, ours] = [await todayOf(own, `${one}.main`, runtime), await todayOf(auditor, undefined, runtime)];
      return [theirs.ownFinance?.disputes.count, ours.finance?.disputes.count];
    };
    const board = async () =>
      ((await call(listPeriods.using(runtime), { actor: auditor })).body as { openDisputes: unknown[] }).openDisputes;
    expect((await discuss(ann, { text: 'Well?' })).body).toMatchObject({ code: 'not-disputed' });
    expect((await discuss(own, { text: 'Ours', decides: 'upheld', amount: 1 })).body).toMatchObject({
      code: 'not-yours-to-decide',
    });
    expect((await discuss(own, { text: 'x' }, { lineId: 'dues-none' })).body).toMatchObject({ code: 'no-line' });
    expect((await discuss(own, { text: 'x' }, { memberId: two })).status).toBe(403);
    expect((await discuss(auditor, { text: 'x' })).status).toBe(403);
    expect((await discuss(own, { text: 'It was agreed lower.' })).body).toMatchObject({ dispute: { state: 'open' } });
    expect(await board()).toEqual([expect.objectContaining(path)]);
    expect(await onToday()).toEqual([1, 1]);
    const onAccount = async () => {
      const { accounts } = (await account(own)).body as { accounts: AccountStatement[] };
      return accounts.flatMap(({ lines }) => lines).flatMap(({ disputed = [] }) => disputed);
    };
    // The statement of account and the reminders leave out the same: what is disputed, with its tax, until its correction is billed.
    const disputed = () => disputedAmounts(accountDeps(runtime), one);
    const dues =
      (await shown('2026-10', one)).statement.lines.find(({ lineId }) => lineId === path.lineId)?.amount ?? 0;
    expect(dues).toBeGreaterThan(0);
    const withheld = async (net: number) => {
      const gross = net + taxOf(net, 1900);
      expect(await disputed()).toEqual(new Map([[`statement-2026-10-${one}`, gross]]));
      expect(await onAccount()).toMatchObject([{ lineId: 'dues-membership', amount: gross }]);
    };
    await withheld(dues);
    const yes = { text: 'It was.', decides: 'upheld' };
    expect((await discuss(ann, yes)).status).toBe(400);
    expect((await discuss(ann, { text: 'It was.', amount: 7 })).status).toBe(400);
    expect((await discuss(ann, { ...yes, amount: dues + 1 })).body).toMatchObject({ code: 'beyond-line' });
    expect((await discuss(ann, { ...yes, amount: 7 })).status).toBe(201);
    await withheld(7);
    // finding F5: a comment leaves it upheld; the member alone reopens it, and who upheld it does not take that back.
    expect((await discuss(own, { text: 'Thanks.' })).body).toMatchObject({ dispute: { state: 'upheld' } });
    expect(await discuss(ann, { text: 'Wait.', reopens: true })).toMatchObject({ status: 403 });
    expect((await discuss(own, { text: 'More!', reopens: true })).body).toMatchObject({ dispute: { state: 'open' } });
    expect((await discuss(ann, { text: 'No.', decides: 'rejected' })).body).toMatchObject({ code: 'own-decision' });
    expect((await discuss(ann, { ...yes, amount: 6 })).body).toMatchObject({ code: 'own-decision' });
    expect((await discuss(ann, { ...yes, amount: 7 })).status).toBe(201);
    // It waits on the board until a second person corrects the whole amount; withdrawn, it waits again.
    expect(await board()).toMatchObject([{ ...path, state: 'upheld', upheldAmount: 7 }]);
    expect(await onToday()).toEqual([0, 1]);
    const body = {
      ...{ kind: 'correction', memberId: one, corrects: { month: path.month, lineId: path.lineId } },
      ...{ amount: -4, reason: 'It was agreed lower' },
    };
    const credit = {
      ...{ kind: 'credit', memberId: one, code: 'agreed', amount: -3, currency: 'USD', reason: 'The rest of it' },
      settles: { month: path.month, lineId: path.lineId },
    };
    const dollars = { kind: 'billing', decisionReference: 'Board 3', body: { currency: 'USD' } };
    const policy = {
      ...dollars,
      effectiveFrom: '2026-12-01T00:00:00.000Z',
      follows: await lastVersion(table, 'billing'),
    };
    expect((await call(adoptPolicy.using(runtime), { actor: consortiumStaff('admin'), body: policy })).status).toBe(
      201,
    );
    const correct = (actor: Actor, what: object = body) =>
      call(adjustPeriod.using(runtime), { actor, path: { month: '2026-12' }, body: what });
    for (const what of [body, credit])
      expect(await correct(ann, what)).toMatchObject({ status: 403, body: { code: 'own-decision' } });
    const second = { ...ann, id: 'stf_second' } as Actor;
    // finding F6: a correction of a correction counts in the bound of the line that both change.
    const three = members[2]?.memberId ?? '';
    const again = { month: '2026-09', lineId: 'correction-2026-07-dues-membership' };
    expect(await correct(second, { ...body, memberId: three, corrects: again, amount: -10_000 })).toMatchObject({
      ...{ status: 409 },
      body: { code: 'beyond-bounds', errors: [{ params: { used: { amount: -101 }, asked: { amount: -10_000 } } }] },
    });
    const lineId = `correction-${path.month}-${path.lineId}`;
    const withdraw = { actor: second, path: { month: '2026-12', memberId: one, lineId } };
    const other = { ...credit, settles: { ...credit.settles, month: '2026-09' } };
    expect(await correct(second, other)).toMatchObject({ status: 409, body: { code: 'not-upheld' } });
    expect((await correct(second)).status).toBe(201);
    expect(await board()).toMatchObject([{ state: 'upheld', corrections: [{ amount: 4 }] }]);
    expect((await correct(second, credit)).status).toBe(201);
    expect([await board(), await onToday()]).toEqual([[], [0, 0]]);
    expect((await call(withdrawAdjustment.using(runtime), withdraw)).status).toBe(200);
    expect(await board()).toMatchObject([{ state: 'upheld', corrections: [{ amount: 3 }] }]);
    expect((await correct(second)).status).toBe(201);
    await withheld(7);
    const after = await call(showStatement.using(runtime), { actor: own, path: { month: '2026-10', memberId: one } });
    expect(after.body).toMatchObject({
      disputes: [
        {
          state: 'corrected',
          correctedIn: '2026-12',
          thread: [{}, { decides: 'upheld', amount: 7 }, { text: 'Thanks.' }, { reopens: true }, { decides: 'upheld' }],
        },
      ],
    });
  });
});
