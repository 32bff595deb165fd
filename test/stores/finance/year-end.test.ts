import { handler as advancePeriod } from '../../../functions/finance/consumers/advance-period/handler.ts';
import { invoiceStore } from '../../../functions/finance/data/invoice-store.ts';
import { periodStore } from '../../../functions/finance/data/period-store.ts';
import { scenarioStore, sealOf } from '../../../functions/finance/data/scenario-store.ts';
import { partsOf, statementStore } from '../../../functions/finance/data/statement-store.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import { reckonScenario, scenarioInputSchema } from '../../../functions/finance/domain/cost-sharing/scenario.ts';
import type { Period } from '../../../functions/finance/domain/periods/period.ts';
import { billingSchema } from '../../../functions/finance/domain/statements/billing-policy.ts';
import type { Statement, StatementLine } from '../../../functions/finance/domain/statements/statement.ts';
import { handler as adjustPeriod } from '../../../functions/finance/operations/adjust-period/handler.ts';
import { handler as approveTrueUp } from '../../../functions/finance/operations/approve-true-up/handler.ts';
import { handler as decidePeriod } from '../../../functions/finance/operations/decide-period/handler.ts';
import { handler as listLineEvidence } from '../../../functions/finance/operations/list-line-evidence/handler.ts';
import { handler as preparePeriod } from '../../../functions/finance/operations/prepare-period/handler.ts';
import { handler as prepareTrueUp } from '../../../functions/finance/operations/prepare-true-up/handler.ts';
import { handler as printStatement } from '../../../functions/finance/operations/print-statement/handler.ts';
import { handler as setAccountCodes } from '../../../functions/finance/operations/set-account-codes/handler.ts';
import { handler as showAccount } from '../../../functions/finance/operations/show-account/handler.ts';
import { handler as showAccountCodes } from '../../../functions/finance/operations/show-account-codes/handler.ts';
import { handler as showStatement } from '../../../functions/finance/operations/show-statement/handler.ts';
import { handler as showTrueUp } from '../../../functions/finance/operations/show-true-up/handler.ts';
import type { TrueUpView } from '../../../functions/finance/schemas/true-ups.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { shiftedMonth } from '../../../layers/kernel/calendar/month.ts';
import { countsBy } from '../../../layers/kernel/usage/units.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { call } from '../../builders/call.ts';
import { aScenarioInput, figuresOf } from '../../builders/cost-sharing.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { quietEngines } from '../../builders/quiet-engines.ts';

const files = new Map<string, Uint8Array>();

const someone = (id: string, ...roles: Parameters<typeof consortiumStaff>): Actor =>
  ({ ...consortiumStaff(...roles), id }) as Actor;
const ann = someone('stf_ann', 'finance-preparer');
const both = someone('stf_both', 'finance-preparer', 'finance-approver');
const cat = someone('stf_cat', 'finance-approver');
const auditor = someone('stf_aud', 'auditor');
const members = [
  { memberId: 'abbey', startsIn: 1, items: 10 },
  { memberId: 'law', startsIn: 4, items: 20 },
  { memberId: 'zoo', startsIn: 1, items: 45 },
];
const ids = members.map(({ memberId }) => memberId);
const own = staffAt('law', 'member-finance');
// The consortium's year is 2026; the fiscal year ends in March 2027.
const needed = Array.from({ length: 15 }, (_, by) => shiftedMonth('2026-01', by));

let table: Table;
let runtime: Runtime;

const adoptScenario = async (): Promise<void> => {
  const input = scenarioInputSchema.parse(aScenarioInput());
  const made = { at: '2025-11-01T10:00:00.000Z', by: 'staff:stf_ann' };
  const draft = { scenarioId: 'scn_1', ...input, state: 'draft' as const, made, preparers: [made.by], v: 1 };
  const outcome = reckonScenario(
    input,
    members.map(({ memberId, items }) => figuresOf(memberId, { items })),
  );
  if ('refused' in outcome) throw new Error('refused');
  const store = scenarioStore(table);
  const audit = (auditId: string) => ({ ...made, auditId, subject: 'scenario:scn_1', did: 'adopt', detail: {} });
  await store.add(draft, { audit: audit('aud_1'), beside: [] });
  const { rows, total, payers } = outcome;
  const seal = sealOf(draft, outcome);
  const adopted = { ...made, decisionReference: 'Board 2', seal, members: rows.length, total, payers };
  await store.adopt({ ...draft, state: 'adopted', adopted, v: 2 }, outcome, { audit: audit('aud_2'), beside: [] });
};

/** Returns a member's usage in a month: some dollars of computing, more each month. */
const used = (month: string, member: string, more: number) => ({
  ...{ day: `${month}-10`, member, operation: 'circulation-check-out', service: 'circulation' as const },
  ...{ events: 1000, succeeded: 1000, synthetic: true as const },
  counts: { ...countsBy(() => 0), invocations: 1000, megabyteMs: 1_000_000_007 * (200 + more * 13) },
});

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
  process.env.MACHINE_ARN = 'no-machine';
  process.env.BUS_NAME = 'no-bus';
  table = await aTable();
  runtime = at('2027-06-12T09:00:00.000Z', quietEngines(files));
  for (const { memberId, startsIn } of members) {
    const library = { memberId, name: memberId, type: 'public', lendsOnRequest: false } as const;
    await memberStore(table).create({ ...library, fiscalYearStartsIn: startsIn }, '2025-01-01T00:00:00.000Z');
  }
  await adoptScenario();
  await usageStore(table).loadPast(
    needed.flatMap((month, by) => ids.map((member, place) => used(month, member, by + place))),
  );
  const body = billingSchema.parse({
    modes: { dues: 'charge', credit: 'charge', correction: 'charge' },
    tax: { dues: { category: 'S', rate: 1900 } },
  });
  const policy = { kind: 'billing', effectiveFrom: '2025-12-01T00:00:00.000Z', decisionReference: 'Board 1', body };
  const actor = consortiumStaff('admin');
  const adopted = await call(adoptPolicy.using(at('2025-11-30T00:00:00.000Z')), { actor, body: policy });
  expect(adopted.status).toBe(201);
}, 60_000);
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

const load = async (month: string): Promise<Period> => (await periodStore(table).load(month)).period;
const advance = (month: string) => advancePeriod.using(runtime)({ month }, { awsRequestId: 'lambda-1' });
const draft = async (month: string): Promise<string> => {
  const prepare = (body: object) => call(preparePeriod.using(runtime), { actor: ann, path: { month }, body });
  expect((await prepare({ step: 'meter' })).status).toBe(201);
  expect((await prepare({ step: 'reconcile', reason: 'Trial month' })).status).toBe(201);
  await advance(month);
  return (await load(month)).draft?.hash ?? '';
};
const close = async (month: string): Promise<void> => {
  const hash = await draft(month);
  const decided = await call(decidePeriod.using(runtime), {
    ...{ actor: cat, path: { month } },
    body: { step: 'approve', hash },
  });
  expect(decided.status).toBe(201);
  expect(await advance(month)).toMatchObject({ next: 'end' });
};
const shown = async (month: string, memberId: string) => {
  const { body } = await call(showStatement.using(runtime), { actor: auditor, path: { month, memberId } });
  return body as { statement: Statement; invoice?: string };
};
const linesOf = async (month: string): Promise<StatementLine[]> =>
  (await Promise.all(ids.map((id) => shown(month, id)))).flatMap(({ statement }) => statement.lines);
const sum = (lines: readonly { amount: number }[]): number => lines.reduce((all, { amount }) => all + amount, 0);
/** Returns all stored rows of a closed month, byte for byte. */
const packOf = async (month: string): Promise<string> => {
  const statements = statementStore(table);
  const heads = await statements.heads(await load(month));
  const texts = await Promise.all(heads.map((head) => statements.text(head)));
  return sha256(JSON.stringify([await load(month), heads, texts, await invoiceStore(table).ofYear('2026')]));
};
const audits = async (subject: string): Promise<string[]> =>
  (await table.queryAll({ partition: `AUDIT#${subject}` })).map(({ did }) => String(did));

describe('Account codes of a member', () => {
  const input = (account: string, effectiveFrom: string, version: number) => ({
    ...{ effectiveFrom, version, default: { account, costCentre: '=20' } },
    kinds: { dues: { account: '6815' } },
    purchaseOrders: [{ number: 'PO-7', from: '2026-01', to: '2026-12', kinds: ['dues'] }],
  });
  const set = (body: object, actor: Actor = own, memberId = 'law') =>
    call(setAccountCodes.using(runtime), { actor, path: { memberId }, body });

  it('are set by its own finance staff or the consortium’s preparer, version by version, each with an audit line', async () => {
    for (const actor of [staffAt('zoo', 'member-finance'), staffAt('law', 'desk'), cat, auditor])
      expect((await set(input('6410', '2026-01-01', 0), actor)).status).toBe(403);
    expect(await set(input('6410', '2026-01-01', 0))).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await set(input('6411', '2026-01-01', 0))).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    });
    expect((await set({ ...input('6411', '2026-01-01', 1), default: { account: 'a\nb' } })).status).toBe(400);
    const tries = await Promise.all(['6420', '6421'].map((account) => set(input(account, '2027-01-01', 1), ann)));
    expect(tries.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await set(input('6410', '2026-01-01', 0), ann, 'nobody')).toMatchObject({ status: 404 });
    expect(await audits('account-codes:law')).toEqual(['set-account-codes', 'set-account-codes']);
    const read = (actor: Actor) => call(showAccountCodes.using(runtime), { actor, path: { memberId: 'law' } });
    expect((await read(staffAt('zoo', 'member-finance'))).status).toBe(403);
    expect((await read(auditor)).body).toMatchObject({
      versions: [
        { version: 2, changed: { by: 'staff:stf_ann' } },
        { version: 1, effectiveFrom: '2026-01-01' },
      ],
    });
  });

  it('are on each line, sealed, of the version in force, with the purchase order on the invoice', async () => {
    for (const month of needed) await close(month);
    const { statement, invoice: number } = await shown('2026-04', 'law');
    expect(statement.codes).toMatchObject({ version: 1 });
    for (const { block, codes } of statement.lines)
      expect(codes).toEqual({
        ...{ account: block === 'dues' ? '6815' : '6410', costCentre: '=20' },
        ...(block === 'dues' && { purchaseOrder: 'PO-7' }),
      });
    const invoices = await invoiceStore(table).ofYear('2026');
    expect(invoices.find((one) => one.number === number)?.purchaseOrders).toEqual(['PO-7']);
    expect((await shown('2027-01', 'law')).statement.codes).toMatchObject({ version: 2 });
    expect((await shown('2026-04', 'zoo')).statement.codes).toBeUndefined();
  }, 300_000);

  it('when changed later alter no byte of a closed month', async () => {
    const before = await Promise.all(needed.map(packOf));
    expect((await set(input('9999', '2026-01-01', 2))).status).toBe(200);
    for (const month of needed) await advance(month);
    expect(await Promise.all(needed.map(packOf))).toEqual(before);
    expect((await shown('2026-04', 'law')).statement.codes).toMatchObject({ version: 1 });
  });
});

const fee = 'half-and-half';
const path = (year = '2026', of = fee) => ({ year, fee: of });
const look = async (actor: Actor = auditor, which = path(), query: Record<string, string> = {}) => {
  const { status, body } = await call(showTrueUp.using(runtime), { actor, path: which, query });
  return { status, body: body as TrueUpView & { code?: string; errors?: { detail: string }[] } };
};
const prepareIt = (seal: string, actor: Actor = ann) =>
  call(prepareTrueUp.using(runtime), { actor, path: path(), body: { seal } });
const approveIt = (seal: string, month: string, actor: Actor = cat) =>
  call(approveTrueUp.using(runtime), { actor, path: path(), body: { seal, month } });

describe('The true-up of a year', () => {
  let seen: TrueUpView;
  beforeAll(async () => {
    // They are closed already when the tests above ran.
    for (const month of needed) if ((await load(month)).state !== 'closed') await close(month);
    seen = (await look()).body;
  }, 300_000);

  it('is shown before it is booked: the formula on the actual cost of the months, less the billed fee', async () => {
    const { status, body } = await look();
    expect([status, body.state]).toEqual([200, 'possible']);
    const year = (await Promise.all(needed.slice(0, 12).map(linesOf))).flat();
    const cost = sum(
      year.filter(({ block }) => ['direct', 'shared', 'idle', 'unattributed', 'unmetered'].includes(block)),
    );
    const dues = sum((await Promise.all(needed.map(linesOf))).flat().filter(({ block }) => block === 'dues'));
    expect([cost > 0, dues]).toEqual([true, 100_000]);
    expect(body.trueUp).toMatchObject({ costs: { ils: cost }, actual: cost, billed: dues, amount: cost - dues });
    expect(sum(body.trueUp.parts)).toBe(cost - dues);
    const seals = await Promise.all(needed.map(async (month) => ({ month, hash: (await load(month)).seal?.hash })));
    expect(body.trueUp.packs).toEqual(seals);
    expect(body.trueUp.parts.find(({ memberId }) => memberId === 'law')?.invoices).toHaveLength(12);
  }, 60_000);

  it('is refused with a reason without a scenario, during an open month, for an unknown cost, and to others', async () => {
    expect(await look(auditor, path('2025'))).toMatchObject({ status: 404, body: { code: 'no-scenario' } });
    expect(await look(auditor, path('2026', 'other'))).toMatchObject({ status: 404, body: { code: 'no-scenario' } });
    expect(await look(auditor, path(), { cost: 'courier' })).toMatchObject({ body: { code: 'which-cost' } });
    expect((await look(own)).status).toBe(403);
    expect((await prepareIt(seen.seal, cat)).status).toBe(403);
    expect(await prepareIt('a'.repeat(64))).toMatchObject({ status: 409, body: { code: 'other-content' } });
    expect(await approveIt(seen.seal, '2027-04')).toMatchObject({ status: 409, body: { code: 'not-prepared' } });
    const june = at('2027-06-12T09:00:00.000Z');
    const item = await table.get({ pk: 'PERIODS', sk: 'MONTH#2026-05' }, { strong: true });
    if (!item) throw new Error('no period');
    await table.write([{ put: { ...item, state: 'approved' } as never }]);
    const { body } = await call(showTrueUp.using(june), { actor: auditor, path: path() });
    expect(body).toMatchObject({ code: 'months-open', detail: 'Not closed yet: 2026-05.' });
    await table.write([{ put: item as never }]);
  });

  it('finding F13: does not wait for months after the consortium’s year, in which a member’s own year ends', async () => {
    const march = await table.get({ pk: 'PERIODS', sk: 'MONTH#2027-03' }, { strong: true });
    if (!march) throw new Error('no period');
    await table.write([{ put: { ...march, state: 'approved' } as never }]);
    const { status, body } = await look();
    expect([status, body.trueUp.amount]).toEqual([200, seen.trueUp.amount]);
    const [law, whole] = [body, seen].map(({ trueUp }) => trueUp.parts.find(({ memberId }) => memberId === 'law'));
    expect(law).toMatchObject({ amount: whole?.amount, billed: (whole?.billed ?? 0) - (law?.toBill ?? 0) });
    expect(Math.abs((law?.toBill ?? 0) - (whole?.billed ?? 0) / 12)).toBeLessThan(1);
    await table.write([{ put: march as never }]);
  });

  it('is not computed from a pack with a changed byte', async () => {
    const head = await statementStore(table).head(await load('2026-03'), 'zoo');
    if (!head) throw new Error('no head');
    const [part = ''] = partsOf(await statementStore(table).text(head));
    const item = { pk: 'STATEMENT#2026-03#zoo', sk: '0001#0000', entity: 'statementPart', v: 1 };
    await table.write([{ put: { ...item, text: part.replace('"total":', '"total":1') } }]);
    expect(await look()).toMatchObject({ status: 409, body: { code: 'pack-broken' } });
    await table.write([{ put: { ...item, text: part } }]);
    expect((await look()).body.seal).toBe(seen.seal);
  });

  it('is approved once, by a person other than its preparer, into an open month; requested again, it answers the same', async () => {
    expect(await prepareIt(seen.seal, both)).toMatchObject({ status: 201, body: { state: 'prepared' } });
    expect((await look()).body).toEqual({ ...((await prepareIt(seen.seal, both)).body as object), names: {} });
    expect(await approveIt(seen.seal, '2027-04', both)).toMatchObject({
      status: 403,
      body: { code: 'preparer-approves' },
    });
    expect(await prepareIt(seen.seal, ann)).toMatchObject({ status: 201 });
    expect(await approveIt(seen.seal, '2027-04', both)).toMatchObject({
      status: 403,
      body: { code: 'preparer-approves' },
    });
    expect(await approveIt(seen.seal, '2027-07')).toMatchObject({ status: 409, body: { code: 'not-begun' } });
    expect(await approveIt(seen.seal, '2026-12')).toMatchObject({ status: 409, body: { code: 'not-open' } });
    const answers = await Promise.all(Array.from({ length: 5 }, () => approveIt(seen.seal, '2027-04')));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect((await look()).body).toMatchObject({ state: 'booked', month: '2027-04', approved: { by: 'staff:stf_cat' } });
    expect((await prepareIt('b'.repeat(64))).body).toMatchObject({ state: 'booked', seal: seen.seal });
    expect((await audits('true-up:2026-half-and-half')).toSorted()).toEqual([
      ...['approve-true-up', 'prepare-true-up', 'prepare-true-up'],
    ]);
  });

  describe('when it is approved and its month closed', () => {
    beforeAll(async () => {
      await prepareIt(seen.seal, ann);
      await approveIt(seen.seal, '2027-04');
      if ((await load('2027-04')).state !== 'closed') await close('2027-04');
    }, 60_000);

    it('is a line of each member’s next statement with its evidence, and a document of its account that names the invoices', async () => {
      const lines = (await linesOf('2027-04')).filter(({ title }) => title === 'dues-true-up');
      expect(sum(lines)).toBe(seen.trueUp.amount);
      for (const part of seen.trueUp.parts) {
        const { statement, invoice } = await shown('2027-04', part.memberId);
        const [line] = statement.lines.filter(({ title }) => title === 'dues-true-up');
        expect(line).toMatchObject({
          ...{ amount: part.amount, mode: 'charge', chargeClass: 'Correction' },
          evidence: { kind: 'true-up', packs: seen.trueUp.packs, scenario: seen.trueUp.scenario },
        });
        const answered = await call(showAccount.using(runtime), {
          ...{ actor: auditor, path: { memberId: part.memberId }, query: { to: '2027-06-12' } },
        });
        const { accounts } = answered.body as { accounts: { lines: { reference: string }[] }[] };
        expect(accounts[0]?.lines.find(({ reference }) => reference === invoice)).toMatchObject({
          ...{ kind: statement.due < 0 ? 'credit-note' : 'invoice', amount: statement.due, corrects: part.invoices },
        });
      }
    }, 60_000);

    it('opens the fee for the actual cost of the year and each billed line, which together make the line', async () => {
      const place = { month: '2027-04', memberId: 'law', lineId: 'true-up-2026-half-and-half' };
      const { status, body } = await call(listLineEvidence.using(runtime), { actor: own, path: place });
      const { line, rows } = body as { line: StatementLine; rows: { kind: string; amount: number; month?: string }[] };
      const [fee, ...dues] = rows;
      expect([status, fee?.kind, dues.length]).toEqual([200, 'year-fee', 12]);
      expect(dues.map(({ month }) => month)).toEqual(
        Array.from({ length: 12 }, (_, at) => shiftedMonth('2026-04', at)),
      );
      expect((fee?.amount ?? 0) - sum(dues)).toBe(line.amount);
      expect(line.evidence).toMatchObject({ actual: fee?.amount, billed: sum(dues) });
    });

    it('is in every export, with the same totals', async () => {
      const { statement } = await shown('2027-04', 'law');
      const text = async (format: string): Promise<string> => {
        const place = { month: '2027-04', memberId: 'law' };
        const { body } = await call(printStatement.using(runtime), { actor: own, path: place, body: { format } });
        return Buffer.from(
          files.get((body as { url: string }).url.replace('https://bucket.test/', '')) ?? [],
        ).toString();
      };
      const [csv, focus, journal] = [await text('csv'), await text('focus'), await text('journal')];
      const cents = (amount: number): string => (amount / 100).toFixed(2);
      expect(csv).toMatch(/,true-up-2026-half-and-half,Dues,True-up of the yearly fee: 2026 half and half,.*'=20/);
      expect(csv).toContain(`,${cents(statement.due)},`);
      const head = (focus.split('\r\n')[0] ?? '').split(',');
      const rows = focus
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(','));
      const column = (name: string) => rows.map((row) => Math.round(Number(row[head.indexOf(name)]) * 100));
      expect(column('BilledCost').reduce((all, one) => all + one, 0)).toBe(statement.due);
      const sides = journal
        .trim()
        .split('\r\n')
        .slice(1)
        .map((row) => row.split(','));
      const owed = sides.filter((row) => row[3] === 'due-to-consortium');
      const total = (place: number) => owed.reduce((all, row) => all + Math.round(Number(row[place] || 0) * 100), 0);
      expect(total(6) - total(5)).toBe(statement.due);
    });

    it('changes no month that was closed before', async () => {
      for (const month of needed) {
        const { draft: written, seal } = await load(month);
        expect([month, written?.hash.length, seen.trueUp.packs.find((one) => one.month === month)?.hash]).toEqual([
          ...[month, 64, seal?.hash],
        ]);
      }
    });
  });
});

test('a credit note names the invoice that it corrects', async () => {
  const { invoice: earlier } = await shown('2026-06', 'zoo');
  const corrects = { month: '2026-06', lineId: 'dues-half-and-half' };
  const put = await call(adjustPeriod.using(runtime), {
    ...{ actor: ann, path: { month: '2027-05' } },
    body: { kind: 'correction', memberId: 'zoo', corrects, amount: -3889, reason: 'It had left' },
  });
  expect(put).toMatchObject({ status: 201, body: { adjustment: { invoice: earlier } } });
  await close('2027-05');
  const { statement, invoice } = await shown('2027-05', 'zoo');
  expect(statement.lines.find(({ block }) => block === 'correction')?.corrects).toMatchObject({
    ...corrects,
    invoice: earlier,
  });
  const documents = await invoiceStore(table).ofYear(String(invoice).slice(0, 4));
  expect(documents.find(({ number }) => number === invoice)).toMatchObject({
    ...{ document: 'credit-note', amount: statement.due, corrects: [earlier] },
  });
});
