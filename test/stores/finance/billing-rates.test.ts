import { members } from '../../../demo/members.ts';
import { handler as advancePeriod } from '../../../functions/finance/consumers/advance-period/handler.ts';
import { periodStore } from '../../../functions/finance/data/period-store.ts';
import { statementStore } from '../../../functions/finance/data/statement-store.ts';
import { usageStore } from '../../../functions/finance/data/usage-store.ts';
import type { Period } from '../../../functions/finance/domain/periods/period.ts';
import { billingKind } from '../../../functions/finance/domain/statements/billing-policy.ts';
import { handler as decidePeriod } from '../../../functions/finance/operations/decide-period/handler.ts';
import { handler as preparePeriod } from '../../../functions/finance/operations/prepare-period/handler.ts';
import { handler as adoptPolicy } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { ledgerStore } from '../../../layers/records/ledger/data/ledger-store.ts';
import { post } from '../../../layers/records/ledger/domain/post.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { call } from '../../builders/call.ts';
import { DEPLOYED_RESOURCES } from '../../builders/deployed-resources.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { lastVersion } from '../../builders/last-version.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff } from '../../builders/people.ts';
import { quietEngines } from '../../builders/quiet-engines.ts';
import { thinPast } from '../../builders/thin-past.ts';

const ann: Actor = { ...consortiumStaff('finance-preparer'), id: 'stf_ann' } as Actor;
const cat: Actor = { ...consortiumStaff('finance-approver'), id: 'stf_cat' } as Actor;
const month = '2026-10';

let table: Table;
let runtime: Runtime;
beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.DEPLOYED_RESOURCES = DEPLOYED_RESOURCES;
  process.env.MACHINE_ARN = 'no-machine';
  process.env.BUS_NAME = 'no-bus';
  table = await aTable();
  runtime = at('2026-11-12T09:00:00.000Z', quietEngines());
  for (const member of members) await memberStore(table).create(member, '2025-01-01T00:00:00.000Z');
  await usageStore(table).loadPast(thinPast({ before: '2026-11', months: 1, seed: 1 }));
  // Two members owe each other in euro; the price book is in dollars, and no billing policy is adopted.
  const fine = post({
    ...{ entryId: 'ent_1', at: `${month}-10T11:00:00.000Z`, kind: 'fine-paid', memo: 'paid', causeId: 'bil_1' },
    ...{ member: members[0]?.memberId ?? '', takenBy: members[1]?.memberId ?? '', amount: 500, currency: 'EUR' },
  });
  if ('refused' in fine) throw new Error('refused');
  await ledgerStore(table).book([fine]);
}, 60_000);
beforeEach(() => jest.spyOn(console, 'log').mockImplementation(() => {}));

const adopt = async (effectiveFrom: string, rate: string) => {
  const rates = [{ from: 'EUR', rate, source: 'ECB', date: '2026-10-30' }];
  const follows = await lastVersion(table, 'billing');
  const decided = { decisionReference: 'Board 3', follows, endsLater: false };
  const body = { kind: 'billing', effectiveFrom, ...decided, body: { rates } };
  return call(adoptPolicy.using(runtime), { actor: consortiumStaff('admin'), body });
};
const load = async (): Promise<Period> => (await periodStore(table).load(month)).period;
const prepare = (body: object) => call(preparePeriod.using(runtime), { actor: ann, path: { month }, body });
const decide = (body: object) => call(decidePeriod.using(runtime), { actor: cat, path: { month }, body });
const advance = () => advancePeriod.using(runtime)({ month }, { awsRequestId: 'lambda-1' });
const written = async (): Promise<Period> => {
  expect((await prepare({ step: 'meter' })).status).toBe(201);
  expect((await prepare({ step: 'reconcile', reason: 'Trial month' })).status).toBe(201);
  await advance();
  return load();
};
const refusedAs = (state: string) => ({
  ...{ status: 409, body: { code: 'period-written', detail: expect.stringContaining(`${month} is ${state}`) } },
});
const begins = `${month}-01T00:00:00Z`;

test('a month that lacked a rate gets one adopted when it is reopened, and is closed with it', async () => {
  expect((await written()).blocked).toContain('no rate from EUR to USD');
  expect(await adopt(begins, '1.10')).toMatchObject(refusedAs('reconciled'));
  expect((await decide({ step: 'reopen', reason: 'It lacks a rate' })).status).toBe(201);
  expect(await adopt(begins, '1.10')).toMatchObject({ status: 201, body: { version: 1 } });
  // While the figures are only frozen, a better rate may be adopted.
  expect((await prepare({ step: 'meter' })).status).toBe(201);
  expect((await adopt(`${month}-31T12:00:00Z`, '1.25')).status).toBe(201);
  const { draft, blocked } = await written();
  expect([blocked, draft?.statements]).toEqual([undefined, members.length]);
  expect(await adopt(begins, '1.30')).toMatchObject({ status: 201 });
  expect((await decide({ step: 'approve', hash: draft?.hash })).status).toBe(201);
  expect(await adopt(`${month}-31T23:00:00Z`, '1.30')).toMatchObject(refusedAs('approved'));
  expect(await advance()).toMatchObject({ next: 'end' });
  expect((await load()).state).toBe('closed');
  const heads = await statementStore(table).heads(await load());
  const statements = await Promise.all(heads.map((head) => statementStore(table).read(head)));
  const owed = statements.flatMap(({ lines }) => lines.filter(({ block }) => block === 'between-members'));
  expect(owed.map(({ amount, exchange }) => [Math.abs(amount), exchange?.rate])).toEqual([
    [625, '1.25'],
    [625, '1.25'],
  ]);
});

test('the rate of a closed month is fixed; the months before and after it may have theirs', async () => {
  const count = async () => (await policyStore(table).list(billingKind, true)).length;
  const before = await count();
  expect(await adopt(`${month}-31T23:59:59Z`, '2')).toMatchObject(refusedAs('closed'));
  expect(await count()).toBe(before);
  // The closed month uses a version that begins later than this one: it does not change.
  expect((await adopt('2026-08-01T00:00:00Z', '1.40')).status).toBe(201);
  expect((await adopt('2026-11-01T00:00:00Z', '1.50')).status).toBe(201);
  expect(await adopt('2024-10-31T00:00:00Z', '1')).toMatchObject({ status: 422, body: { code: 'in-the-past' } });
});
