import { members } from '../../demo/members.ts';
import { wholePast } from '../../demo/past-whole.ts';
import { handler as advancePeriod } from '../../functions/finance/consumers/advance-period/handler.ts';
import { invoiceStore } from '../../functions/finance/data/invoice-store.ts';
import { scenarioStore, sealOf } from '../../functions/finance/data/scenario-store.ts';
import { statementStore } from '../../functions/finance/data/statement-store.ts';
import { reckonScenario, scenarioInputSchema } from '../../functions/finance/domain/cost-sharing/scenario.ts';
import type { Period } from '../../functions/finance/domain/periods/period.ts';
import { billingSchema } from '../../functions/finance/domain/statements/billing-policy.ts';
import type { Statement } from '../../functions/finance/domain/statements/statement.ts';
import { handler as decidePeriod } from '../../functions/finance/operations/decide-period/handler.ts';
import { handler as postNetting } from '../../functions/finance/operations/post-netting/handler.ts';
import { handler as preparePeriod } from '../../functions/finance/operations/prepare-period/handler.ts';
import { handler as showStatement } from '../../functions/finance/operations/show-statement/handler.ts';
import { periodStore } from '../../functions/finance/public/period-store.ts';
import { usageStore } from '../../functions/finance/public/usage-store.ts';
import { handler as adoptPolicy } from '../../functions/governance/operations/adopt-policy/handler.ts';
import { memberStore } from '../../functions/membership/public/member-store.ts';
import { staffStore } from '../../functions/membership/public/staff-store.ts';
import type { Table } from '../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../layers/platform/http/actor.ts';
import { sha256 } from '../../layers/platform/objects/sha-256.ts';
import type { Engines } from '../../layers/platform/runtime/engines.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { ledgerStore } from '../../layers/records/ledger/data/ledger-store.ts';
import { post } from '../../layers/records/ledger/domain/post.ts';
import { call } from './call.ts';
import { figuresOf } from './cost-sharing.ts';
import { DEPLOYED_RESOURCES } from './deployed-resources.ts';
import { aTable } from './dynamodb-local.ts';
import { at } from './lending.ts';
import { consortiumStaff } from './people.ts';
import { quietEngines } from './quiet-engines.ts';

/** The content of the bucket. */
export const files = new Map<string, Uint8Array>();
/** The woken workflows, by token. */
export const woken: string[] = [];
/** The started workflows, by name. */
export const started: string[] = [];
/** The engines of these tests: they record what is stored, woken and started. */
export const engines: Engines = {
  ...quietEngines(files),
  workflow: {
    start: async (name) => void started.push(name),
    wake: async (token) => woken.push(token) > 0,
  },
};

/** A fee adopted by the members: equal for all, for each one's fiscal year that begins in 2026. */
const adoptDues = async (): Promise<void> => {
  const input = scenarioInputSchema.parse({
    ...{ title: 'Dues of 2026', year: 2026, costs: { office: 300_000 } },
    budget: [
      { kind: 'people', title: 'Office', amount: 200_000, source: { from: 'dues', cost: 'office' } },
      { kind: 'courier', title: 'Courier', amount: 100_000, source: { from: 'dues', cost: 'office' } },
    ],
    formula: {
      ...{ name: 'membership', title: 'Membership', source: 'Board', currency: 'USD' },
      parts: [{ kind: 'fixed', title: 'Each', amount: 120_005 }],
    },
  });
  const made = { at: '2026-05-01T10:00:00.000Z', by: 'staff:stf_ann' };
  const draft = { scenarioId: 'scn_1', ...input, state: 'draft' as const, made, preparers: [made.by], v: 1 };
  const outcome = reckonScenario(
    input,
    members.map(({ memberId }) => figuresOf(memberId, {})),
  );
  if ('refused' in outcome) throw new Error('refused');
  const store = scenarioStore(table);
  const audit = (auditId: string) => ({ ...made, auditId, subject: 'scenario:scn_1', did: 'adopt', detail: {} });
  await store.add(draft, { audit: audit('aud_1'), beside: [] });
  const { rows, total, payers } = outcome;
  const adopted = {
    ...made,
    decisionReference: 'Board 2',
    seal: sealOf(draft, outcome),
    members: rows.length,
    total,
    payers,
  };
  await store.adopt({ ...draft, state: 'adopted', adopted, v: 2 }, outcome, { audit: audit('aud_2'), beside: [] });
};

const someone = (id: string, ...roles: Parameters<typeof consortiumStaff>): Actor =>
  ({ ...consortiumStaff(...roles), id }) as Actor;
/** The people who close a month, and the observers. */
export const ann = someone('stf_ann', 'finance-preparer');
export const both = someone('stf_both', 'finance-preparer', 'finance-approver');
export const cat = someone('stf_cat', 'finance-approver');
// A separate person, because whoever books the netting does not approve the month.
export const dan = someone('stf_dan', 'finance-approver');
export const auditor = someone('stf_aud', 'auditor');
export const [one, two] = members.map(({ memberId }) => memberId) as [string, string];
/** An instant after the month. */
export const later = '2026-11-12T09:00:00.000Z';

export let table: Table;
export let used: ReturnType<typeof wholePast>;
export let runtime: Runtime;
/** Opens the table with a month of use, dues and billing rules, without closed periods. */
export const openPeriods = async (): Promise<void> => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
  process.env.MACHINE_ARN = 'no-machine';
  process.env.BUS_NAME = 'no-bus';
  table = await aTable();
  runtime = at(later, engines);
  for (const member of members) await memberStore(table).create(member, '2025-01-01T00:00:00.000Z');
  const person = { staffId: 'stf_ann', name: 'Ann Example', email: 'ann@example.org', memberId: 'consortium' };
  await staffStore(table).add(
    { ...person, grants: [], invited: true },
    { auditId: 'aud_0', at: later, by: 'system', subject: 'staff:stf_ann', did: 'invite', detail: {} },
  );
  const past = wholePast({ before: '2026-11', months: 1, seed: 1 });
  await usageStore(table).loadPast(past);
  used = past.filter(({ day }) => day.startsWith('2026-10'));
  await adoptDues();
  const all = [
    'direct',
    'shared',
    'idle',
    'unattributed',
    'unmetered',
    'dues',
    'credit',
    'correction',
    'between-members',
  ];
  const body = billingSchema.parse({
    modes: Object.fromEntries(all.map((block) => [block, 'charge'])),
    tax: { dues: { category: 'S', rate: 1900 } },
    fiscalYearStartsIn: 7,
  });
  const policy = { kind: 'billing', effectiveFrom: '2026-05-01T00:00:00.000Z', decisionReference: 'Board 1', body };
  const adopted = await call(adoptPolicy.using(at('2026-04-30T00:00:00.000Z')), {
    actor: consortiumStaff('admin'),
    body: policy,
  });
  expect(adopted.status).toBe(201);
  const about = {
    entryId: 'ent_1',
    at: '2026-10-10T11:00:00.000Z',
    kind: 'fine-paid' as const,
    memo: 'paid',
    causeId: 'bil_1',
  };
  const fine = post({ ...about, member: one, takenBy: two, amount: 500, currency: 'USD' });
  if ('refused' in fine) throw new Error('refused');
  await ledgerStore(table).book([fine]);
};

/** Takes a step towards closing as the preparer. */
export const prepare = (month: string, body: object, actor = ann, on?: Runtime) =>
  call(preparePeriod.using(on ?? runtime), { actor, path: { month }, body });
/** Takes a decision as the approver. */
export const decide = (month: string, body: object, actor = cat) =>
  call(decidePeriod.using(runtime), { actor, path: { month }, body });
/** Runs a round of the workflow. */
export const advance = (month: string) => advancePeriod.using(runtime)({ month }, { awsRequestId: 'lambda-1' });
/** Reads the period from the table. */
export const load = async (month: string): Promise<Period> => (await periodStore(table).load(month)).period;
/** Books the netting of a month. */
export const net = (month: string) => call(postNetting.using(runtime), { actor: dan, body: { month } });
/** Reads a statement as an actor. */
export const shown = async (month: string, memberId: string, actor: Actor = auditor) => {
  const { status, body } = await call(showStatement.using(runtime), { actor, path: { month, memberId } });
  return { status, ...(body as { statement: Statement; invoice?: string; hash: string; state: string }) };
};
/** Returns everything stored for a closed month, byte for byte. */
export const packOf = async (month: string): Promise<string> => {
  const statements = statementStore(table);
  const heads = await statements.heads(await load(month));
  const texts = await Promise.all(heads.map((head) => statements.text(head)));
  return sha256(JSON.stringify([await load(month), heads, texts, await invoiceStore(table).ofYear('2026')]));
};
/** Closes a month, beginning with its metering. */
export const close = async (month: string): Promise<Period> => {
  expect((await prepare(month, { step: 'meter' })).status).toBe(201);
  expect((await prepare(month, { step: 'reconcile', reason: 'Trial month' })).status).toBe(201);
  await advance(month);
  const { draft } = await load(month);
  expect((await decide(month, { step: 'approve', hash: draft?.hash })).status).toBe(201);
  expect(await advance(month)).toMatchObject({ next: 'end' });
  return load(month);
};
