import { createHash } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { ReconciliationView } from '../../functions/finance/domain/cloud-bills/view-schema.ts';
import type { Period } from '../../functions/finance/domain/periods/period.ts';
import type { Statement } from '../../functions/finance/domain/statements/statement.ts';
import { tokenOf } from '../../local/access-token.ts';
import { demoMonthBill, demoUse } from '../builders/bill/demo-month.ts';
import { closingAlone } from '../builders/closing-months.ts';
import { adminToken, calling, deployed, patiently, signedInStaff } from '../builders/deployed.ts';
import { aLogsEvent, aReportLine, aUsageLine } from '../builders/log-lines.ts';
import { pdfPages } from '../builders/pdf-text.ts';
import { centsOf, csvRows, unzipped } from '../builders/read-files.ts';

const endpoints = deployed();
const call = patiently(calling(endpoints));
const run = Date.now().toString(36);
const [member, other] = ['riverton', 'lakeshore'] as const;
const HOUR_MS = 3_600_000;
// A month is metered when it has been over for an hour, for use that is reported late.
const firstOpen = new Date(Date.now() - HOUR_MS).toISOString().slice(0, 7);
const tokens: Record<'preparer' | 'approver' | 'auditor' | 'own' | 'others', string> = {
  ...{ preparer: '', approver: '', auditor: '', own: '', others: '' },
};
type Who = keyof typeof tokens;

const get = (who: Who, path: string) => call('GET', `/finance/${path}`, { token: tokens[who] });
const post = (who: Who, path: string, body: object) => call('POST', `/finance/${path}`, { token: tokens[who], body });

// Results appear within seconds; a task that failed under load is repeated after up to a minute, several times.
const PATIENCE_SECONDS = 240;

/** Polls until the condition holds: a result of an event, a queue or the workflow. */
const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  for (; Date.now() < end; await new Promise((go) => setTimeout(go, 300))) {
    const seen = await look();
    if (seen !== undefined) return seen;
  }
  const { state, round, blocked, metered, draft } = (await periodOf()).period;
  const seen = JSON.stringify({ state, round, blocked, metered: metered?.total, draft: draft?.hash });
  throw new Error(`Not within ${PATIENCE_SECONDS} s: ${what}; the period is ${seen}`);
};

const demoAccount = async (name: string): Promise<string> => {
  const account = endpoints.accounts.find((one) => one.account === name);
  if (!account) throw new Error(`The demo has no ${name}.`);
  return tokenOf(endpoints, account);
};

/** Creates a user who may both prepare and approve, so that the period refuses and not the role. */
const whoMayBoth = async (): Promise<string> => {
  const token = await adminToken(endpoints);
  const email = `close.${run}@example.org`;
  const person = { name: 'A test preparer', email, memberId: 'consortium' };
  const { body } = await call('POST', '/membership/staff', { token, body: person });
  for (const role of ['finance-preparer', 'finance-approver']) {
    const given = { grant: { role, scope: 'consortium' }, reason: 'A test' };
    await call('POST', `/membership/staff/${String(body.staffId)}/roles`, { token, body: given });
  }
  return signedInStaff(endpoints, email);
};

let month: string;
const periodOf = async (query = ''): Promise<{ period: Period; verified?: boolean; statements: object[] }> => {
  const { body } = await get('auditor', `periods/${month}${query}`);
  return body as { period: Period; verified?: boolean; statements: object[] };
};

const CHECKOUTS = 3;
const [BILLED_MS, MEMORY_MB] = [20, 512];
const day = () => `${month}-15`;

/** Meters the CloudWatch Logs messages of three checkouts at the member's desk in that month. */
const meter = async (stream: string): Promise<void> => {
  const messages = Array.from({ length: CHECKOUTS }, (_, at) => `${stream}-${at}`).flatMap((requestId) => [
    aUsageLine(requestId, { at: `${day()}T10:00:00.000Z`, member }),
    aReportLine(requestId, BILLED_MS),
  ]);
  const client = new LambdaClient({
    ...{ endpoint: endpoints.aws, region: endpoints.region },
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const Payload = JSON.stringify(aLogsEvent({ messages, stream }));
  const metered = await client.send(new InvokeCommand({ FunctionName: 'Concord-finance-meter-usage', Payload }));
  client.destroy();
  expect(metered.FunctionError).toBeUndefined();
};

/** Generates the month's bill from the demo's past usage and the usage metered here. */
const billOf = (): string => {
  const { units } = aUsageLine('any');
  const own = { ...units, invocations: CHECKOUTS, megabyteMs: CHECKOUTS * BILLED_MS * MEMORY_MB };
  return demoMonthBill(month, [{ day: day(), counts: own }]);
};

beforeAll(async () => {
  const accounts = ['finance-approver', 'auditor', `${member}-finance`, `${other}-finance`];
  const [approver = '', auditor = '', own = '', others = ''] = await Promise.all(accounts.map(demoAccount));
  Object.assign(tokens, { preparer: await whoMayBoth(), approver, auditor, own, others });
  // Each run takes the latest month that nobody has begun.
  const { body } = await get('auditor', 'periods?months=13');
  const open = (body.periods as Period[]).find((one) => one.month < firstOpen && one.steps.length === 0);
  if (!open) throw new Error('No month of the board is open.');
  month = open.month;
}, 60_000);

test('F12 a month is closed end to end: metered, its bill sent, explained, approved by another person, sealed', async () => {
  await meter(`close-${run}`);
  expect(await post('preparer', `periods/${month}/preparations`, { step: 'meter' })).toMatchObject({ status: 201 });

  const csv = billOf();
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const announced = await post('preparer', `months/${month}/bills`, {
    fileName: 'bill.csv',
    bytes: csv.length,
    sha256,
  });
  const { billId, upload } = announced.body as { billId: string; upload: { url: string } };
  expect((await fetch(upload.url, { method: 'PUT', body: csv })).status).toBe(200);
  // No request imports it: the object's arrival in the bucket does.
  const { state } = await until('the bill is read', async () => {
    const { bills } = (await get('auditor', `months/${month}/bills`)).body as {
      bills: { billId: string; state: string }[];
    };
    return bills.find((bill) => bill.billId === billId && bill.state !== 'awaited');
  });
  expect(state).toBe('taken');

  const reconcile = { step: 'reconcile', billId };
  expect(await post('preparer', `periods/${month}/preparations`, reconcile)).toMatchObject({
    ...{ status: 409, body: { code: 'exceptions-open' } },
  });
  const { reconciled } = (await get('auditor', `months/${month}/reconciliation`)).body as ReconciliationView;
  const open = (reconciled?.exceptions ?? []).filter((one) => one.open);
  expect(open.map(({ id }) => id)).toContain('support:AWSSupportBusiness');
  const exceptions = open.map(({ id: exceptionId, difference }) => ({ exceptionId, difference: difference.exact }));
  const body = { exceptions, reason: 'A test: asked of the supplier' };
  expect(await post('preparer', `months/${month}/exceptions`, body)).toMatchObject({ status: 201 });
  await closingAlone(async () => {
    expect(await post('preparer', `periods/${month}/preparations`, reconcile)).toMatchObject({ status: 201 });

    const { hash } = await until('the statements are written', async () => {
      const { draft, blocked } = (await periodOf()).period;
      if (blocked !== undefined) throw new Error(`No statements are written: ${blocked}`);
      return draft;
    });
    const early = await get('own', `periods/${month}/statements/${member}`);
    expect([early.status, early.body.code]).toEqual([404, 'no-statement']);
    const approve = { step: 'approve', hash };
    const own = await post('preparer', `periods/${month}/decisions`, approve);
    expect([own.status, own.body.code]).toEqual([403, 'own-work']);
    expect(await post('approver', `periods/${month}/decisions`, approve)).toMatchObject({ status: 201 });
    await until('the workflow closes', async () => ((await periodOf()).period.state === 'closed' ? true : undefined));
  });
  const closed = await periodOf('?verify=true');
  expect(closed).toMatchObject({ verified: true, period: { seal: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } } });
}, 1_000_000);

type Shown = { statement: Statement; hash: string };
const statementOf = async (who: Who): Promise<Shown> =>
  (await get(who, `periods/${month}/statements/${member}`)).body as Shown;

test('F1 its statement opens to the use that was metered, and contains no patron', async () => {
  const { statement } = await statementOf('own');
  const line = statement.lines.find(({ lineId }) => lineId === 'direct-own-circulation');
  if (!line) throw new Error('no line');
  const path = `periods/${month}/statements/${member}/lines/${line.lineId}/evidence`;
  const { body } = await get('own', path);
  const rows = (body.rows as { day: string; operation: string; events: number }[]).filter((row) => row.day === day());
  const past = demoUse(month).filter((sum) => sum.day === day() && sum.member === member);
  const metered = past.find(({ operation }) => operation === 'circulation-check-out')?.events ?? 0;
  expect(rows.find(({ operation }) => operation === 'circulation-check-out')?.events).toBe(metered + CHECKOUTS);
  expect(JSON.stringify([statement, body])).not.toMatch(/pat_|PATRON/);
});

test('F11 its files are downloaded by their addresses, with the same totals', async () => {
  const { statement } = await statementOf('own');
  const [total, due] = [statement.total, statement.due].map((sum) => (sum / 100).toFixed(2));
  const file = async (format: string): Promise<Buffer> => {
    const { status, body } = await post('own', `periods/${month}/statements/${member}/files`, { format });
    expect([format, status]).toEqual([format, 200]);
    const answer = await fetch(String(body.url));
    expect([format, answer.status]).toEqual([format, 200]);
    return Buffer.from(await answer.arrayBuffer());
  };
  const rows = csvRows(String(await file('csv')));
  expect(rows.flatMap(({ row, amount }) => (row === 'line' ? [] : [amount]))).toEqual([total, due]);
  expect(centsOf(rows.map(({ row, amount }) => (row === 'line' ? amount : '')))).toBe(statement.total);
  const sheet = unzipped(await file('xlsx')).get('xl/worksheets/sheet1.xml') ?? '';
  for (const sum of [total, due]) expect(sheet).toContain(`<v>${sum}</v></c>`);
  expect(
    pdfPages(await file('pdf'))
      .flat()
      .join('|'),
  ).toContain(`${Number(due).toLocaleString('en-US', { minimumFractionDigits: 2 })} ${statement.currency}`);
  const journal = csvRows(String(await file('journal')));
  const owed = journal.filter(({ account }) => account === 'due-to-consortium');
  expect(centsOf(journal.map(({ debit }) => debit))).toBe(centsOf(journal.map(({ credit }) => credit)));
  expect(centsOf(owed.map(({ credit }) => credit)) - centsOf(owed.map(({ debit }) => debit))).toBe(statement.due);
  const focus = csvRows(String(await file('focus')));
  expect(centsOf(focus.map((row) => row.x_Amount))).toBe(statement.total);
  expect(centsOf(focus.map(({ BilledCost }) => BilledCost))).toBe(statement.due);
}, 60_000);

test('F6 it is immutable: no further step, no correction in it, no late use', async () => {
  const stored = async () => JSON.stringify([await periodOf('?verify=true'), await statementOf('auditor')]);
  const was = await stored();
  const { period } = await periodOf();
  const credit = { kind: 'credit', memberId: member, code: 'late', amount: -1, currency: 'USD', reason: 'Late' };
  const tries = await Promise.all([
    post('preparer', `periods/${month}/preparations`, { step: 'meter' }),
    post('preparer', `periods/${month}/preparations`, { step: 'reconcile', reason: 'Again' }),
    post('approver', `periods/${month}/decisions`, { step: 'approve', hash: period.draft?.hash }),
    post('approver', `periods/${month}/decisions`, { step: 'reopen', reason: 'A mistake' }),
    post('preparer', `periods/${month}/adjustments`, credit),
  ]);
  expect(tries.map(({ status }) => status)).toEqual([409, 409, 409, 409, 409]);
  await meter(`late-${run}`);
  expect(await stored()).toBe(was);
}, 60_000);

test('F7 another member gets none of it: neither the statement, its files, nor its evidence', async () => {
  const at = `periods/${month}/statements/${member}`;
  const answers = await Promise.all([
    get('others', at),
    post('others', `${at}/files`, { format: 'csv' }),
    get('others', `${at}/lines/direct-own-circulation/evidence`),
    get('others', `periods/${month}`),
    get('others', `months/${month}/reconciliation`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  const mine = await get('others', `periods/${month}/statements/${other}`);
  expect([mine.status, JSON.stringify(mine.body).includes(member)]).toEqual([200, false]);
});
