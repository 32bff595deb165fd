import { handler as charge } from '../../../functions/circulation/operations/charge-fee/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as decide } from '../../../functions/governance/operations/decide-proposal/handler.ts';
import { handler as listAll } from '../../../functions/governance/operations/list-proposals/handler.ts';
import { handler as propose } from '../../../functions/governance/operations/propose-rules/handler.ts';
import { defaultSharingPolicy } from '../../../functions/resource-sharing/public/default-sharing-policy.ts';
import { sharingKind } from '../../../functions/resource-sharing/public/sharing-kind.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { retentionAt } from '../../../layers/records/policies/data/retention-at.ts';
import { feesKind } from '../../../layers/records/policies/domain/fees.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const now = Date.parse('2026-06-01T09:00:00Z');
const administrator = (id: string, member: string): Actor => ({
  kind: 'staff',
  id,
  grants: [{ role: 'member-admin', scope: 'member', member }],
});
const [rosa, omar] = [administrator('stf_rosa', 'ash'), administrator('stf_omar', 'ash')];
const admin = consortiumStaff('admin');

type Body = Record<string, unknown> & { proposalId: string; v: number };
let table: Table;

const at = <H>(handler: H) =>
  (handler as typeof propose).using({
    ...{ clock: { now: () => now }, ids: systemIds, environment: readEnvironment(process.env) },
  });
const proposed = async (own: object, over: object = {}) => {
  const asked = { memberId: 'ash', follows: 1, reason: 'As our council decided', own, ...over };
  const { status, body } = await call(at(propose), { actor: rosa, body: asked });
  return { status, body: body as Body };
};
const step = (actor: Actor, { proposalId, v }: Body, name: string) =>
  call(at(decide), { actor, path: { memberId: 'ash', proposalId }, body: { step: name, v } });
const adopted = (kind: string, body: object, over: object = {}) =>
  call(at(adopt), { actor: admin, body: { kind, body, decisionReference: 'Board', ...over } });
const bounds = (own: object[], alone = {}) => adopted('floors', { bounds: [], own, ...alone });
const feesNow = async () => (await policyStore(table).inForce(feesKind, now + 1))?.body;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  await aConsortium(table);
});

test('a member changes an amount of its own fees inside the bounds, and its desks charge it once another person adopted it', async () => {
  await bounds([{ kind: 'fees', value: 'damaged-item', min: 100, max: 1800 }]);
  const { status, body } = await proposed({ kind: 'fees', values: { 'damaged-item': 1700 } });
  expect([status, body]).toMatchObject([
    201,
    { state: 'waiting', changes: [], own: { kind: 'fees', before: {}, after: { 'damaged-item': 1700 } } },
  ]);
  expect(await step(rosa, body, 'adopt')).toMatchObject({ status: 403, body: { code: 'own-proposal' } });
  expect(await step(omar, body, 'adopt')).toMatchObject({ status: 200, body: { state: 'adopted', version: 2 } });
  expect(await feesNow()).toMatchObject({ fees: { 'damaged-item': 1500 }, members: { ash: { 'damaged-item': 1700 } } });
  const { card: patron } = await aBorrower(table);
  const chargedAt = async (branchId: string) =>
    (
      await call(at(charge), {
        actor: staffAt(branchId, 'desk'),
        body: { branchId, patron, fee: 'damaged-item' },
        headers: { 'idempotency-key': `key-of-${branchId}-0000001` },
      })
    ).body;
  expect([await chargedAt('ash.main'), await chargedAt('birch.east')]).toMatchObject([
    { bill: { amount: 1700 } },
    { bill: { amount: 1500 } },
  ]);
});

test('a member sets its fee for loans to other members inside the bounds, once another person adopted it', async () => {
  expect((await adopted('resource-sharing', defaultSharingPolicy)).status).toBe(201);
  await bounds([{ kind: 'resource-sharing', value: 'loanFee', max: 900 }]);
  const fee = (loanFee: number) => proposed({ kind: 'resource-sharing', values: { loanFee } });
  expect(await fee(901)).toMatchObject({ status: 422, body: { code: 'above-ceiling' } });
  const { status, body } = await fee(600);
  expect([status, (await step(omar, body, 'adopt')).status]).toEqual([201, 200]);
  const sharing = await policyStore(table).inForce(sharingKind, now + 1);
  expect(sharing?.body.members).toEqual({ ash: { loanFee: 600 } });
});

test('limits that a member sets for its own patrons apply to them wherever they borrow', async () => {
  await bounds([{ kind: 'blocks', value: 'maxLoans', max: 100 }]);
  const { body } = await proposed({ kind: 'blocks', values: { maxLoans: 0 } });
  await step(omar, body, 'adopt');
  const lent = async (homeMember: string) => {
    const [{ card: patron }, { barcode: item }] = [
      await aBorrower(table, { homeMember, homeBranch: `${homeMember}.main` }),
      await aCopy(table, { branchId: 'birch.east' }),
    ];
    const actor = staffAt('birch.east', 'desk');
    return call(at(checkOut), {
      ...{ actor, body: { branchId: 'birch.east', patron, item } },
      headers: { 'idempotency-key': `key-of-${homeMember}-00000001` },
    });
  };
  expect(await lent('ash')).toMatchObject({ status: 409, body: { code: 'too-many-loans' } });
  expect((await lent('cedar')).status).toBe(201);
});

test('values outside the bounds, not open to members, or not allowed by the policy are refused at their fields', async () => {
  await bounds([
    { kind: 'blocks', value: 'maxLoans', min: 10 },
    { kind: 'blocks', value: 'owedLimit', max: 2000 },
    { kind: 'blocks', value: 'spelling' },
  ]);
  const { status, body } = await proposed({ kind: 'blocks', values: { maxLoans: 9, owedLimit: 2001, maxHolds: 5 } });
  expect([status, body.errors]).toMatchObject([
    422,
    [
      { code: 'below-floor', pointer: '/body/own/values/maxLoans', params: { bound: 10 } },
      { code: 'above-ceiling', pointer: '/body/own/values/owedLimit', params: { bound: { amount: 2000 } } },
      { code: 'not-own-value', pointer: '/body/own/values/maxHolds' },
    ],
  ]);
  const spelled = await proposed({ kind: 'blocks', values: { spelling: 1 } });
  expect(spelled).toMatchObject({ status: 422, body: { code: 'not-own-value' } });
  expect(await proposed({ kind: 'blocks', values: {} })).toMatchObject({ body: { code: 'nothing-changes' } });
});

test('bounds that are adopted while a proposal waits refuse its adoption', async () => {
  await bounds([{ kind: 'fees', value: 'damaged-item', max: 1800 }]);
  const { body } = await proposed({ kind: 'fees', values: { 'damaged-item': 1700 } });
  await adopted(
    'floors',
    { bounds: [], own: [{ kind: 'fees', value: 'damaged-item', max: 1600 }] },
    { follows: 1, effectiveFrom: new Date(now).toISOString() },
  );
  expect(await step(omar, body, 'adopt')).toMatchObject({ status: 422, body: { code: 'above-ceiling' } });
  const follows = { follows: 1, judgedBy: { floors: 1 } };
  const document = { kind: 'fees', effectiveFrom: new Date(now).toISOString(), decisionReference: 'D', adoptedBy: 'x' };
  const line = { subject: 'policy:fees', at: document.effectiveFrom, auditId: 'aud_1', by: 'x', did: 'x', detail: {} };
  const late = policyStore(table).adoptWhile({ ...document, ...follows, body: await feesNow() }, () => line, []);
  expect(await late).toBeUndefined();
});

test('a small amount of an own fee is adopted by one person and seen by another; other versions are a conflict', async () => {
  const alone = { alone: { amountsUpTo: 2000, values: [] } };
  await bounds([{ kind: 'fees', value: 'damaged-item', max: 5000 }], alone);
  const { body } = await proposed({ kind: 'fees', values: { 'damaged-item': 1700 } });
  expect(body).toMatchObject({ state: 'adopted', alone: true, version: 2 });
  expect(await step(omar, body, 'see')).toMatchObject({ status: 200, body: { seen: { by: 'staff:stf_omar' } } });
  const above = await proposed({ kind: 'fees', values: { 'damaged-item': 2001 } }, { follows: 2 });
  expect(above.body).toMatchObject({ state: 'waiting' });
  const fees = { currency: 'EUR', fees: { 'damaged-item': 1500 } };
  expect((await adopted('fees', { ...fees, members: { ash: { 'damaged-item': 1800 } } }, { follows: 2 })).status).toBe(
    201,
  );
  expect(await step(omar, above.body, 'adopt')).toMatchObject({ status: 409, body: { code: 'policy-overtaken' } });
  const { body: seen } = await call(at(listAll), { actor: omar });
  expect(seen).toMatchObject({ proposals: [{ outdated: true }, { outdated: false }] });
});

test('the consortium keeps to the bounds too when it changes the part of a member', async () => {
  await bounds([{ kind: 'fees', value: 'damaged-item', max: 1600 }]);
  const fees = { currency: 'EUR', fees: { 'damaged-item': 1500, 'card-replacement': 300 } };
  const members = { ash: { 'damaged-item': 1700, 'card-replacement': 900 } };
  const { status, body } = await adopted('fees', { ...fees, members }, { follows: 1 });
  expect([status, body]).toMatchObject([
    422,
    { code: 'above-ceiling', errors: [{ pointer: '/body/body/members/ash/damaged-item' }] },
  ]);
});

test('a member sets how long the loans of its own patrons are stored; those of others are stored as the consortium says', async () => {
  await adopted('patrons', {});
  await bounds([{ kind: 'patrons', value: 'anonymiseDays', max: 60 }]);
  const own = (anonymiseDays: number) => proposed({ kind: 'patrons', values: { anonymiseDays } });
  expect(await own(90)).toMatchObject({ status: 422, body: { code: 'above-ceiling' } });
  const { body } = await own(30);
  expect(await step(omar, body, 'adopt')).toMatchObject({ status: 200, body: { state: 'adopted' } });
  const stored = async (memberId: string) => (await retentionAt(policyStore(table), memberId, now + 1)).anonymise;
  expect(await stored('ash')).toEqual({ when: 'after-days', days: 30 });
  expect(await stored('cedar')).toEqual({ when: 'at-close' });
});
