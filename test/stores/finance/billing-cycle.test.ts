import { accountDeps } from '../../../functions/finance/deps.ts';
import type { AccountStatement } from '../../../functions/finance/domain/member-account/account-statement.ts';
import { billingSchema } from '../../../functions/finance/domain/statements/billing-policy.ts';
import { handler as adjustPeriod } from '../../../functions/finance/operations/adjust-period/handler.ts';
import { handler as discussLine } from '../../../functions/finance/operations/discuss-line/handler.ts';
import { handler as listLineEvidence } from '../../../functions/finance/operations/list-line-evidence/handler.ts';
import { handler as showAccount } from '../../../functions/finance/operations/show-account/handler.ts';
import { handler as showPeriod } from '../../../functions/finance/operations/show-period/handler.ts';
import { handler as withdrawAdjustment } from '../../../functions/finance/operations/withdraw-adjustment/handler.ts';
import { disputedAmounts } from '../../../functions/finance/use-cases/disputed-amounts.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { balanceOf } from '../../../layers/records/ledger/domain/ledger.ts';
import { call } from '../../builders/call.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import {
  advance,
  ann,
  auditor,
  close,
  decide,
  load,
  one,
  openPeriods,
  prepare,
  runtime,
  shown,
  table,
  two,
} from '../../builders/period-at-work.ts';

const adjust = (month: string, body: object) =>
  call(adjustPeriod.using(runtime), { actor: ann, path: { month }, body });

const adopt = async (effectiveFrom: string, over: object, follows: number): Promise<void> => {
  const body = billingSchema.parse({
    ...{ modes: { dues: 'charge' }, tax: { dues: { category: 'S', rate: 1900 } }, fiscalYearStartsIn: 6, ...over },
  });
  const policy = { kind: 'billing', effectiveFrom, decisionReference: 'Board 2', body, follows };
  const actor = consortiumStaff('admin');
  const adopted = await call(adoptPolicy.using(at('2026-05-15T00:00:00.000Z')), { actor, body: policy });
  expect(adopted.status).toBe(201);
};

// A quarter from June to August, of which July and August are closed; from September on all are billed by month.
beforeAll(async () => {
  await openPeriods();
  const memberCycles = [{ memberId: two, cycle: 'monthly' }];
  await adopt('2026-06-01T00:00:00.000Z', { cycle: 'quarterly', memberCycles }, 1);
  await adopt('2026-09-01T00:00:00.000Z', {}, 2);
  const charge = {
    kind: 'one-off',
    code: 'van',
    description: 'Courier',
    amount: 4500,
    currency: 'USD',
    reason: 'Order 7',
  };
  expect((await adjust('2026-07', { ...charge, memberId: one })).status).toBe(201);
  await close('2026-07');
}, 120_000);
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

const accountOf = async (memberId: string): Promise<AccountStatement['lines']> => {
  const asked = { actor: auditor, path: { memberId }, query: { to: '2026-12-31' } };
  const { body } = await call(showAccount.using(runtime), asked);
  return (body as { accounts: AccountStatement[] }).accounts[0]?.lines ?? [];
};
const accruedOf = async (months: readonly string[]): Promise<number> => {
  const entries = (await Promise.all(months.map((month) => ledgerStore(table).all(month)))).flat();
  return balanceOf(entries, { account: 'accrued-to-consortium', member: one, currency: 'USD' });
};

describe('A member that is billed by quarter', () => {
  it('gets no invoice of a month within the quarter, whose costs are accrued; another member is billed by month', async () => {
    const { statement, invoice } = await shown('2026-07', one);
    expect([statement.due, invoice, await accountOf(one)]).toEqual([0, undefined, []]);
    const waiting = statement.lines.filter(({ mode }) => mode === 'deferred');
    expect(waiting.map(({ lineId }) => lineId)).toEqual(['dues-membership', 'one-off-van']);
    expect(await accruedOf(['2026-07'])).toBe(waiting.reduce((sum, { amount }) => sum + amount, 0));
    const other = await shown('2026-07', two);
    expect(other.invoice).toMatch(/^2026-/);
    expect(await accountOf(two)).toMatchObject([{ kind: 'invoice', amount: other.statement.due }]);
  });

  it('a line that waits can be disputed and corrected, with its tax; the correction is billed with the quarter', async () => {
    const path = { month: '2026-07', memberId: one, lineId: 'dues-membership' };
    const disputed = await call(discussLine.using(runtime), {
      ...{ actor: staffAt(one, 'member-finance'), path, body: { text: 'Agreed lower' } },
    });
    expect(disputed.status).toBe(201);
    const corrects = { month: '2026-07', lineId: 'dues-membership' };
    const put = await adjust('2026-08', {
      kind: 'correction',
      memberId: one,
      corrects,
      amount: -100,
      reason: 'Agreed',
    });
    expect(put).toMatchObject({
      status: 201,
      body: { adjustment: { mode: 'charge', line: { block: 'dues', tax: { category: 'S', rate: 1900 } } } },
    });
  });

  it('gets one invoice with the lines of all its months in the last one, once; the accruals are reversed', async () => {
    // Two months that would bill the same lines are not closed at the same time.
    const toDraft = async (month: string) => {
      await prepare(month, { step: 'meter' });
      await prepare(month, { step: 'reconcile', reason: 'Trial month' });
      await advance(month);
      return load(month);
    };
    expect((await toDraft('2026-09')).draft?.due).toBeGreaterThan(0);
    expect(await toDraft('2026-08')).toMatchObject({ blocked: expect.stringContaining('2026-09') });
    for (const month of ['2026-09', '2026-08'])
      expect((await decide(month, { step: 'reopen', reason: 'August first' })).status).toBe(201);
    await close('2026-08');
    const { statement, invoice } = await shown('2026-08', one);
    const carried = statement.lines.filter(({ carries }) => carries);
    expect(carried.map(({ carries }) => carries)).toEqual([
      { month: '2026-07', lineId: 'dues-membership' },
      { month: '2026-07', lineId: 'one-off-van' },
    ]);
    const dues = statement.lines.filter(({ block, corrects }) => block === 'dues' || corrects?.block === 'dues');
    const base = dues.reduce((sum, { amount }) => sum + amount, 0);
    expect(dues).toHaveLength(3);
    expect(statement.lines.find(({ block }) => block === 'tax')?.tax).toEqual({ category: 'S', rate: 1900, base });
    expect(await accountOf(one)).toMatchObject([
      { kind: 'invoice', reference: invoice, amount: statement.due, dues: base },
    ]);
    expect(await accruedOf(['2026-07', '2026-08', '2026-11'])).toBe(0);
    const heads = await accountDeps(runtime).statements.heads(await load('2026-07'));
    const billedIn = new Map(heads.map((head) => [head.memberId, head.billedIn]));
    const july = heads.find(({ memberId }) => memberId === one);
    const august = await accountDeps(runtime).statements.head(await load('2026-08'), one);
    // Budgets and the board count each line in its own month.
    expect([july?.deferred, august?.carried]).toEqual([july?.total, july?.total]);
    expect([billedIn.get(one), billedIn.get(two)]).toEqual(['2026-08', undefined]);
    // The seal of July is over what was approved: the mark that it is billed is none of it.
    const asked = { actor: auditor, path: { month: '2026-07' }, query: { verify: 'true' } };
    expect((await call(showPeriod.using(runtime), asked)).body).toMatchObject({ verified: true });
    const evidence = await call(listLineEvidence.using(runtime), {
      ...{ actor: auditor, path: { month: '2026-08', memberId: one, lineId: carried[0]?.lineId ?? '' } },
    });
    expect(evidence).toMatchObject({ status: 200, body: { rows: [{ kind: 'line', lineId: 'dues-membership' }] } });
    // The dispute of July's line is of the invoice that billed it.
    const due = carried[0]?.amount ?? 0;
    const disputed = await disputedAmounts(accountDeps(runtime), one);
    // The correction that the same invoice bills is not withheld a second time.
    const rest = due - 100;
    expect([...disputed]).toEqual([[`statement-2026-08-${one}`, rest + Math.round(rest * 0.19)]]);
  });

  it('finding F5: the correction of a line in the invoice of a quarter settles the upheld dispute of the line of its month', async () => {
    const origin = { month: '2026-07', memberId: one, lineId: 'dues-membership' };
    const disputes = () => accountDeps(runtime).disputes.load(origin);
    const upheld = await call(discussLine.using(runtime), {
      ...{ actor: consortiumStaff('finance-approver'), path: origin },
      body: { text: 'Agreed', decides: 'upheld', amount: 350 },
    });
    expect(upheld).toMatchObject({ status: 201 });
    expect((await disputes()).dispute).toMatchObject({ state: 'upheld', upheldAmount: 350 });
    const corrects = { month: '2026-08', lineId: 'carried-2026-07-dues-membership' };
    const put = () =>
      adjust('2026-09', { kind: 'correction', memberId: one, corrects, amount: -250, reason: 'As upheld' });
    expect((await put()).status).toBe(201);
    // 100 were corrected before it was upheld.
    expect((await disputes()).dispute).toMatchObject({ state: 'corrected', correctedIn: '2026-09' });
    const place = { month: '2026-09', memberId: one, lineId: `correction-2026-08-${corrects.lineId}` };
    expect((await call(withdrawAdjustment.using(runtime), { actor: ann, path: place })).status).toBe(200);
    expect((await disputes()).dispute).toMatchObject({ state: 'upheld' });
    expect((await put()).status).toBe(201);
  });

  it('is not billed the same line again by a later month', async () => {
    await close('2026-09');
    const { statement, invoice } = await shown('2026-09', one);
    expect([statement.lines.filter(({ carries }) => carries), invoice !== undefined]).toEqual([[], true]);
  });
});
