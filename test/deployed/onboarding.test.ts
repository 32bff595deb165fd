import { firstPolicies } from '../../demo/policies.ts';
import { adminToken, calling, deployed, signedInStaff } from '../builders/deployed.ts';

const endpoints = deployed();
const call = calling(endpoints);
const run = Date.now().toString(36);
const memberId = `m${run}`;
let [token, currency] = ['', ''];

const made = async (by: string, path: string, body: unknown): Promise<Record<string, unknown>> => {
  const answer = await call('POST', path, { token: by, body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Creates a library with a branch that is to be migrated, and its signed-in administrator. */
beforeAll(async () => {
  const admin = await adminToken(endpoints);
  for (const { kind, body, decisionReference } of firstPolicies('2026-01-01T00:00:00.000Z')) {
    const known = await call('GET', `/governance/policies/${kind}/in-force`, { token: admin });
    if (known.status === 404) await made(admin, '/governance/policies', { kind, body, decisionReference });
  }
  const rules = await call('GET', '/governance/policies/loan-rules/in-force', { token: admin });
  currency = /"currency":"([A-Z]{3})"/.exec(JSON.stringify(rules.body))?.[1] ?? '';
  const library = { memberId, name: 'A test library', type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false };
  await made(admin, '/membership/members', library);
  const calendar = { timeZone: 'UTC', weekly: {}, closures: [] };
  const branch = { branchId: `${memberId}.main`, name: 'Main', address: '1 Mill Street', pickup: true, calendar };
  await made(admin, `/membership/members/${memberId}/branches`, branch);
  const email = `administrator.${memberId}@example.org`;
  const { staffId } = await made(admin, '/membership/staff', { name: 'A test administrator', email, memberId });
  const grant = { role: 'member-admin', scope: 'member', member: memberId };
  await made(admin, `/membership/staff/${String(staffId)}/roles`, { grant, reason: 'A test' });
  token = await signedInStaff(endpoints, email);
}, 120_000);

type Run = {
  run: { runId: string; state: string; files: { kind: string; agrees: boolean; tally: Record<string, unknown> }[] };
  report?: { lines: { line: number; reason: string }[] };
};

const files = {
  patrons: [
    'id,card,family,category,branch,expires',
    `1,2${run}1,Okafor,E,HB,2030-12-31`,
    `2,2${run}2,Sen,E,HB,2030-12-31`,
  ].join('\n'),
  bills: ['id,patron,amount,type,date', 'F1,1,2.50,MG,2026-01-02', 'F2,9,4.00,MG,2026-01-02'].join('\n'),
  blocks: ['patron,reason,since', '2,ADR,2026-01-02'].join('\n'),
};

test('a member is onboarded: files by signed address, dry run, apply, report and totals; repeated it changes nothing', async () => {
  const codes = {
    ...{ patronCategories: { E: 'adult' }, branches: { HB: `${memberId}.main` } },
    ...{ billTypes: { MG: 'overdue' }, blockReasons: { ADR: 'address-unknown' } },
  };
  const opened = { name: 'From the old system', purpose: 'cut-over', mapping: { currency, codes } };
  const { loadId } = await made(token, `/onboarding/members/${memberId}/loads`, opened);
  const path = `/onboarding/members/${memberId}/loads/${String(loadId)}`;
  const send = async (): Promise<void> => {
    for (const [kind, text] of Object.entries(files)) {
      const control = kind === 'bills' ? { records: 2, sum: 650 } : { records: text.split('\n').length - 1 };
      const about = { kind, fileName: `${kind}.csv`, bytes: Buffer.byteLength(text), control };
      const { upload } = await made(token, `${path}/files`, about);
      expect((await fetch((upload as { url: string }).url, { method: 'PUT', body: text })).status).toBe(200);
    }
  };
  const ended = async (mode: string): Promise<Run> => {
    const started = await made(token, `${path}/runs`, { mode });
    for (const end = Date.now() + 120_000; Date.now() < end; await new Promise((go) => setTimeout(go, 500))) {
      const { body } = await call('GET', `${path}/runs/${String(started.runId)}`, { token });
      const seen = body as unknown as Run;
      if (!['waiting', 'running'].includes(seen.run.state)) return seen;
    }
    throw new Error('The run did not end.');
  };
  await send();
  expect(await call('POST', `${path}/runs`, { token, body: { mode: 'apply' } })).toMatchObject({
    ...{ status: 409, body: { code: 'dry-run-first' } },
  });
  const summaryOf = (one: Run) =>
    one.run.files.map(({ kind, agrees, tally }) => [kind, agrees, tally.created, tally.rejected]);
  const wanted = [
    ['patrons', true, 2, 0],
    ['bills', false, 1, 1],
    ['blocks', true, 1, 0],
  ];
  expect(summaryOf(await ended('dry-run'))).toEqual(wanted);
  const applied = await ended('apply');
  expect(applied).toMatchObject({
    run: { state: 'done' },
    report: { lines: [{ line: 3, reason: 'patron-not-loaded' }] },
  });
  expect(summaryOf(applied)).toEqual(wanted);
  const uploaded = async (): Promise<Record<string, boolean>> => {
    const { body } = await call('GET', path, { token });
    return Object.fromEntries(
      (body.files as { kind: string; there: boolean }[]).map((file) => [file.kind, file.there]),
    );
  };
  // A file that was taken completely is deleted once the run has ended; one with errors to correct remains.
  for (const end = Date.now() + 60_000; Date.now() < end && (await uploaded()).blocks; )
    await new Promise((go) => setTimeout(go, 500));
  expect(await uploaded()).toEqual({ patrons: false, bills: true, blocks: false });
  await send();
  await ended('dry-run');
  expect(summaryOf(await ended('apply')).map(([kind, , created]) => [kind, created])).toEqual([
    ...[
      ['patrons', 0],
      ['bills', 0],
      ['blocks', 0],
    ],
  ]);
}, 400_000);
