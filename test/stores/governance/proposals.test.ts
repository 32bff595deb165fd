import { proposalStore, secondStep } from '../../../functions/governance/data/proposal-store.ts';
import { secondStore } from '../../../functions/governance/data/second-store.ts';
import type { RuleProposal } from '../../../functions/governance/domain/rule-proposal.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as decide } from '../../../functions/governance/operations/decide-proposal/handler.ts';
import { handler as listAll } from '../../../functions/governance/operations/list-proposals/handler.ts';
import { handler as propose } from '../../../functions/governance/operations/propose-rules/handler.ts';
import { handler as setSecond } from '../../../functions/governance/operations/set-second-person/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Grant } from '../../../layers/kernel/identity/roles.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor, StaffActor } from '../../../layers/platform/http/actor.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { loanRulesKind } from '../../../layers/records/policies/domain/loan-rules.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium } from '../../builders/lending.ts';
import { keys as memberKeys } from '../../builders/membership-keys.ts';
import { consortiumStaff } from '../../builders/people.ts';
import { aRule, loanRules } from '../../builders/policies.ts';
import { todayOf } from '../../builders/today.ts';

const now = Date.parse('2026-06-01T09:00:00Z');
const administrator = (id: string, member: string): Actor => ({
  kind: 'staff',
  id,
  grants: [{ role: 'member-admin', scope: 'member', member }],
});
const rosa = administrator('stf_rosa', 'ash');
const omar = administrator('stf_omar', 'ash');
const lena = administrator('stf_lena', 'birch');
const admin = consortiumStaff('admin');
const own = aRule({
  id: 'ash-child',
  setBy: 'ash',
  when: { itemOwner: 'ash' },
  values: { renewals: 5, finePerDay: 10 },
});
const shared = aRule({ id: 'dvd', when: { itemCategory: 'dvd' }, values: { renewals: 1 } });

const grantsOf = (actor: Actor): Grant[] => (actor.kind === 'staff' ? actor.grants : []);
const member = (memberId: string) => ({
  ...{
    memberId,
    name: memberId,
    type: 'public' as const,
    fiscalYearStartsIn: 1,
    lendsOnRequest: false,
    memberSince: '2020-01-01',
  },
});

type Body = Record<string, unknown> & { proposalId: string; v: number };
let table: Table;

const at = <H extends typeof propose>(handler: H) =>
  handler.using({ clock: { now: () => now }, ids: systemIds, environment: readEnvironment(process.env) }) as H;
const proposed = async (over: object = {}, actor = rosa) => {
  const rules = [{ ...own, values: { ...own.values, renewals: 6 } }];
  const body = { memberId: 'ash', follows: 1, reason: 'Children read longer', rules, ...over };
  const { status, body: answered } = await call(at(propose), { actor, body });
  return { status, body: answered as Body };
};
const step = async (actor: Actor, { proposalId, v }: Body, name: string, more: object = {}) => {
  const path = { memberId: 'ash', proposalId };
  const { status, body } = await call(at(decide as never), { actor, path, body: { step: name, v, ...more } });
  return { status, body: body as Body };
};
const second = async (actor: Actor, body: object) =>
  (await call(at(setSecond as never), { actor, path: { memberId: 'ash' }, body })).status;
const seenBy = async (actor: Actor) =>
  (await call(at(listAll as never), { actor })).body as { proposals: Body[]; seconds: object[]; names: object };
const rulesToday = async (actor: Actor) => {
  const runtime = { clock: { now: () => now }, ids: systemIds, environment: readEnvironment(process.env) };
  const { count, asking } = (await todayOf(actor, undefined, runtime)).proposals ?? {};
  return [count, asking];
};
const rulesNow = async () => (await policyStore(table).inForce(loanRulesKind, now + 1))?.body.rules;

const aPerson = async ({ id: staffId, grants }: StaffActor) => {
  const email = `${staffId.slice(4)}@example.org`;
  const person = { staffId, email, name: `Name of ${staffId}`, memberId: 'birch', grants, invited: true };
  await table.write([
    { put: { ...memberKeys.key('staff', { staffId }), ...stamp('staff', 1), ...person } },
    { put: { ...memberKeys.key('staffEmail', { email }), ...stamp('staffEmail', 1), staffId } },
  ]);
};

const adoptedAt = async (kind: string, body: object, effectiveFrom = '2026-01-01T00:00:00.000Z') =>
  policyStore(table).adopt({ kind, effectiveFrom, decisionReference: 'D', adoptedBy: 'x', body }, () => ({
    ...{ subject: `policy:${kind}`, at: effectiveFrom, auditId: systemIds.next('audit', now), by: 'x', did: 'x' },
    detail: {},
  }));

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table, [own, shared]);
  for (const memberId of ['ash', 'birch'])
    await memberStore(table).create(member(memberId), '2026-01-01T00:00:00.000Z');
});

test('a person proposes a change of own rules, and another person of the member, on whose Today it is, adopts it', async () => {
  const { status, body } = await proposed();
  expect([await rulesToday(omar), await rulesToday(rosa), await rulesToday(lena)]).toEqual([
    [1, []],
    [0, []],
    [0, []],
  ]);
  expect([status, body]).toMatchObject([201, { state: 'waiting', mine: true, mayDecide: false, follows: 1 }]);
  expect((await rulesNow())?.[0]?.values.renewals).toBe(5);
  expect((await seenBy(omar)).proposals).toMatchObject([{ mayDecide: true, mine: false, outdated: false }]);
  expect((await seenBy(lena)).proposals).toEqual([]);
  expect((await seenBy(admin)).proposals).toMatchObject([{ mayDecide: true }]);
  expect(await step(omar, body, 'adopt')).toMatchObject({ status: 200, body: { state: 'adopted', version: 2 } });
  expect(await rulesToday(omar)).toEqual([0, []]);
  expect(await rulesNow()).toEqual([{ ...own, values: { ...own.values, renewals: 6 } }, shared]);
  expect((await seenBy(admin)).proposals).toEqual([]);
  expect(await table.queryAll({ partition: 'AUDIT#policy:loan-rules' })).toContainEqual(
    expect.objectContaining({ did: 'adopt-proposal', by: 'staff:stf_omar' }),
  );
});

test('its author never adopts a proposal, not even as an administrator of the consortium', async () => {
  const { body } = await proposed();
  const everywhere: Actor = { ...rosa, grants: [...grantsOf(rosa), ...grantsOf(admin)] } as Actor;
  for (const author of [rosa, everywhere])
    for (const name of ['adopt', 'decline'])
      expect(await step(author, body, name, { reason: 'x' })).toMatchObject({
        status: 403,
        body: { code: 'own-proposal' },
      });
  expect(await step(omar, body, 'withdraw')).toMatchObject({ status: 403 });
  const lost = await table.write([
    secondStep({ ...(await proposalStore(table).get('ash', body.proposalId)), v: 2 } as RuleProposal, 'stf_rosa'),
  ]);
  expect(lost?.conflict).toHaveLength(1);
  expect(await step(rosa, body, 'withdraw')).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
  expect(await step(omar, body, 'adopt')).toMatchObject({ status: 409, body: { code: 'proposal-settled' } });
});

test('of two people who adopt at once one does, and the rules change once', async () => {
  const { body } = await proposed();
  const both = await Promise.all([step(omar, body, 'adopt'), step(admin, body, 'adopt')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await policyStore(table).list(loanRulesKind, true)).toHaveLength(2);
});

test('a proposal is declined with a reason, which its author reads', async () => {
  const { body } = await proposed();
  expect(await step(omar, body, 'decline')).toMatchObject({ status: 422, body: { code: 'reason-needed' } });
  expect(await step(omar, body, 'decline', { reason: 'Too many' })).toMatchObject({ status: 200 });
  expect((await seenBy(rosa)).proposals).toMatchObject([{ state: 'declined', decided: { reason: 'Too many' } }]);
});

test('values outside the floors and ceilings are refused at their fields, and so is a foreign rule', async () => {
  const bounds = [
    { value: 'renewals', max: 10 },
    { value: 'loanDays', min: 14 },
    { value: 'finePerDay', max: 100 },
  ];
  await adoptedAt('floors', { bounds });
  const values = { renewals: 11, loanPeriod: { hours: 4 }, finePerDay: 101 };
  const { status, body } = await proposed({ rules: [{ ...own, values }] });
  expect([status, body.code]).toEqual([422, 'below-floor']);
  expect(body.errors).toMatchObject([
    { code: 'below-floor', pointer: '/body/rules/0/values/loanPeriod', params: { bound: 14 } },
    { code: 'above-ceiling', pointer: '/body/rules/0/values/renewals', params: { bound: 10 } },
    {
      ...{ code: 'above-ceiling', pointer: '/body/rules/0/values/finePerDay' },
      params: { bound: { amount: 100, currency: 'EUR' } },
    },
  ]);
  expect(await proposed({ rules: [{ ...shared, values: {} }] })).toMatchObject({ body: { code: 'not-own-rule' } });
  expect(await proposed({ rules: [{ ...shared, setBy: 'ash' }] })).toMatchObject({ body: { code: 'not-own-rule' } });
  expect(await proposed({ rules: [own] })).toMatchObject({ body: { code: 'nothing-changes' } });
  const typing = { ...own, id: 'ash-x', when: { itemOwner: 'ash.mian' } };
  expect(await proposed({ rules: [typing] })).toMatchObject({
    ...{ status: 422, body: { code: 'unknown-name', errors: [{ pointer: '/body/rules/0/when/itemOwner' }] } },
  });
  expect((await proposed({}, lena)).status).toBe(403);
});

test('a proposal on outdated rules is a conflict, until its author puts it on top of the new ones', async () => {
  const { body } = await proposed();
  const rules = loanRules([own, { ...shared, values: { renewals: 0 } }]);
  const adoption = { kind: 'loan-rules', decisionReference: 'Board', follows: 1, body: rules };
  expect((await call(at(adopt as never), { actor: admin, body: adoption })).status).toBe(201);
  expect((await seenBy(omar)).proposals).toMatchObject([{ outdated: true }]);
  expect(await step(omar, body, 'adopt')).toMatchObject({ status: 409, body: { code: 'policy-overtaken' } });
  expect(await proposed({ follows: 2, replaces: body.proposalId }, omar)).toMatchObject({ status: 404 });
  const again = await proposed({ follows: 2, replaces: body.proposalId });
  expect(again).toMatchObject({ status: 201, body: { proposalId: body.proposalId, v: 2, outdated: false } });
  expect(await step(omar, body, 'adopt')).toMatchObject({ status: 409, body: { code: 'proposal-settled' } });
  expect(await step(omar, again.body, 'adopt')).toMatchObject({ status: 200, body: { version: 3 } });
  expect((await rulesNow())?.map(({ values }) => values.renewals)).toEqual([6, 0]);
});

test('rules that begin later get the change too, or are a conflict where they set the same value', async () => {
  const later = (renewals: number) => loanRules([{ ...own, values: { ...own.values, renewals } }, shared]);
  await adoptedAt('loan-rules', { ...later(5), dueNotPastExpiry: false }, '2026-09-01T00:00:00.000Z');
  const { body } = await proposed({ follows: 2, effectiveFrom: '2026-07-01T00:00:00Z' });
  expect(await step(omar, body, 'adopt')).toMatchObject({ status: 200, body: { version: 3 } });
  const versions = await policyStore(table).list(loanRulesKind, true);
  expect(
    versions.map((one) => [one.version, one.effectiveFrom.slice(0, 10), one.body.rules[0]?.values.renewals]),
  ).toEqual([
    ...[
      [1, '2026-01-01', 5],
      [3, '2026-07-01', 6],
      [2, '2026-09-01', 5],
      [4, '2026-09-01', 6],
    ],
  ]);
  await adoptedAt('loan-rules', later(9), '2026-12-01T00:00:00.000Z');
  const values = { ...own.values, renewals: 7 };
  expect(await proposed({ follows: 5, rules: [{ ...own, values }] })).toMatchObject({
    ...{ status: 409, body: { code: 'later-rules-differ' } },
  });
});

test('what the consortium lets one person change is adopted at once, and seen once by another', async () => {
  await adoptedAt('floors', { bounds: [], alone: { amountsUpTo: 50, values: ['renewals'] } });
  const small = { ...own, values: { renewals: 6, finePerDay: 50 } };
  const { body } = await proposed({ rules: [small] });
  expect(body).toMatchObject({ state: 'adopted', alone: true, version: 2 });
  expect((await rulesNow())?.[0]).toEqual(small);
  expect((await seenBy(omar)).proposals).toMatchObject([{ mayDecide: true }]);
  expect(await step(rosa, body, 'see')).toMatchObject({ status: 403 });
  expect(await step(omar, body, 'see')).toMatchObject({ status: 200, body: { seen: { by: 'staff:stf_omar' } } });
  expect((await seenBy(admin)).proposals).toEqual([]);
  const above = { ...own, values: { renewals: 6, finePerDay: 51 } };
  expect((await proposed({ follows: 2, rules: [above] })).body).toMatchObject({ state: 'waiting' });
});

test('a person of a neighbour who was named and accepted adopts, until that is withdrawn', async () => {
  for (const one of [lena, rosa]) await aPerson(one as StaffActor);
  const { body } = await proposed();
  expect(await step(lena, body, 'adopt')).toMatchObject({ status: 404 });
  expect(await second(lena, { step: 'name', email: 'lena@example.org' })).toBe(404);
  expect(await second(rosa, { step: 'name', email: 'nobody@example.org' })).toBe(422);
  expect(await second(rosa, { step: 'name', email: 'rosa@example.org' })).toBe(422);
  expect(await second(rosa, { step: 'name', email: 'Lena@example.org' })).toBe(200);
  expect(await step(lena, body, 'adopt')).toMatchObject({ status: 404 });
  expect((await seenBy(lena)).seconds).toMatchObject([{ memberId: 'ash', state: 'named', isMe: true }]);
  expect(await second(omar, { step: 'accept' })).toBe(404);
  expect((await rulesToday(lena))[1]).toEqual(['ash']);
  expect(await second(lena, { step: 'accept' })).toBe(200);
  expect((await rulesToday(lena))[1]).toEqual([]);
  expect((await seenBy(lena)).proposals).toMatchObject([{ memberId: 'ash', mayDecide: true }]);
  // The person decides while the member withdraws: what was read before does not count.
  const read = await secondStore(table).get('ash');
  expect(await second(rosa, { step: 'withdraw' })).toBe(200);
  const racing = (decide as unknown as { with(overrides: object): typeof propose }).with({
    seconds: { ...secondStore(table), get: async () => read },
  });
  const path = { memberId: 'ash', proposalId: body.proposalId };
  const late = await call(at(racing), { actor: lena, path, body: { step: 'adopt', v: 1 } });
  expect(late).toMatchObject({ status: 409, body: { code: 'proposal-settled' } });
  expect(await step(lena, body, 'adopt')).toMatchObject({ status: 404 });
  expect(await policyStore(table).list(loanRulesKind, true)).toHaveLength(1);
  expect((await table.queryAll({ partition: 'AUDIT#member:ash' })).map(({ did }) => did).toSorted()).toEqual([
    ...['accept-second', 'name-second', 'withdraw-second'],
  ]);
});
