import { handler as today } from '../../../functions/analytics/operations/show-today/handler.ts';
import { ballotKeys } from '../../../functions/governance/data/ballot-key-store.ts';
import { usualBylaws } from '../../../functions/governance/domain/bylaws/bylaws.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as castSecret } from '../../../functions/governance/operations/cast-secret-vote/handler.ts';
import { handler as vote } from '../../../functions/governance/operations/cast-vote/handler.ts';
import { handler as end } from '../../../functions/governance/operations/end-ballot/handler.ts';
import { handler as proxy } from '../../../functions/governance/operations/give-proxy/handler.ts';
import { handler as list } from '../../../functions/governance/operations/list-consortium-proposals/handler.ts';
import { handler as openBallot } from '../../../functions/governance/operations/open-ballot/handler.ts';
import { handler as record } from '../../../functions/governance/operations/show-ballot-record/handler.ts';
import { handler as show } from '../../../functions/governance/operations/show-consortium-proposal/handler.ts';
import { handler as step } from '../../../functions/governance/operations/step-consortium-proposal/handler.ts';
import { handler as write } from '../../../functions/governance/operations/write-consortium-proposal/handler.ts';
import { sealVote } from '../../../functions/governance/public/seal-vote.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { countingIds, systemIds } from '../../../layers/platform/runtime/ids.ts';
import { listAudit } from '../../../layers/records/audit/data/audit-store.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { parametersInMemory } from '../../builders/secret-parameters.ts';

const [monday, friday, saturday, nextMonday, later] = [
  '2026-06-01T09:00:00.000Z',
  '2026-06-05T09:00:00.000Z',
  '2026-06-06T09:00:00.000Z',
  '2026-06-08T09:00:00.000Z',
  '2026-06-08T09:10:00.000Z',
];
const members = ['ash', 'birch', 'cedar', 'elm', 'fir'];
const [secretary, admin] = [consortiumStaff('governance-secretary'), consortiumStaff('admin')];
const of = (member: string) => staffAt(member, 'member-admin');
const alternate = (member: string): Actor => ({
  ...staffAt(member, 'voting-alternate'),
  id: `stf_alternate-${member}`,
});
const [rule] = usualBylaws.rules;

let table: Table & { name: string };
let parameters: ReturnType<typeof parametersInMemory>;
const ids = { ...countingIds(), secret: systemIds.secret };
const on = (time: string) => ({ ...at(time), ids });
type Body = Record<string, unknown> & { proposalId: string; v: number; ballotId: string };

const adopted = (over: object, follows = 0) =>
  call(adopt.using(on(monday)), {
    actor: admin,
    body: {
      ...{ kind: 'bylaws', decisionReference: 'Founding', follows },
      body: { ...usualBylaws, rules: [{ ...rule, secret: { fewest: 5 } }], proxies: { mostPerHolder: 1 }, ...over },
    },
  });
const keys = () => ballotKeys({ environment: readEnvironment({ BALLOT_KEYS: '/Concord/ballot-keys' }) }, parameters);
const voting = async (over: object = {}): Promise<Body> => {
  const text = { memberId: 'ash', title: 'Who chairs the council', text: 'Ms. Klein is proposed.' };
  const draft = (await call(write.using(on(monday)), { actor: of('ash'), body: text })).body as Body;
  const path = { proposalId: draft.proposalId };
  const { body } = await call(step.using(on(monday)), { actor: of('ash'), path, body: { v: draft.v, step: 'open' } });
  const asked = { actor: secretary, path, body: { v: (body as Body).v, closesAt: nextMonday, ...over } };
  return (await call(openBallot.using(on(monday)).with({ keys: keys() } as object), asked)).body as Body;
};
const voted = ({ ballotId }: Body, memberId: string, actor: Actor, body: object, time = friday) =>
  call(vote.using(on(time)), { actor, path: { ballotId, memberId }, body: { version: 0, ...body } });
const shown = async ({ proposalId }: Body, actor: Actor, time = saturday) =>
  (await call(show.using(on(time)), { actor, path: { proposalId } })).body as {
    ballot: { votes: object[]; voters: Record<string, unknown>[]; secret: { publicKey: string } };
  };

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  parameters = parametersInMemory();
  const store = memberStore(table);
  for (const memberId of members) {
    const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
    await store.create({ memberId, name: memberId, ...member }, monday);
  }
});

test('G45 a director and an alternate of a library vote differently: the last vote counts once, and both are named to the library', async () => {
  await adopted({ alternates: true });
  const ballot = await voting();
  const own = { ballot: { votes: [{ memberId: 'birch', version: 0, asAlternate: true }] } };
  expect(await shown(ballot, alternate('birch'), friday)).toMatchObject(own);
  const listed = await call(list.using(on(friday)), { actor: alternate('birch'), query: {} });
  expect(listed.body).toMatchObject({
    speaksFor: [],
    proposals: [{ votes: [{ memberId: 'birch', asAlternate: true }] }],
  });

  expect((await voted(ballot, 'birch', of('birch'), { choice: 'yes' })).status).toBe(200);
  expect(await voted(ballot, 'birch', alternate('birch'), { choice: 'no' })).toMatchObject({
    ...{ status: 409, body: { code: 'outdated' } },
  });
  const second = await voted(ballot, 'birch', alternate('birch'), { choice: 'no', version: 1 }, saturday);
  expect(second).toMatchObject({ status: 200, body: { choice: 'no', version: 2 } });
  for (const member of ['ash', 'cedar']) await voted(ballot, member, of(member), { choice: 'yes' });
  expect((await shown(ballot, of('birch'))).ballot.votes).toMatchObject([{ by: 'staff:stf_alternate-birch' }]);

  const ending = { actor: secretary, path: { proposalId: ballot.proposalId }, body: { step: 'count' } };
  expect((await call(end.using(on(later)), ending)).status).toBe(200);
  const { voters } = (await shown(ballot, of('elm'), later)).ballot;
  expect(voters.filter(({ byAlternate }) => byAlternate)).toMatchObject([
    { memberId: 'birch', choice: 'no', by: 'staff:stf_alternate-birch' },
  ]);
  const { body } = await call(record.using(on(later)), { actor: of('elm'), path: { ballotId: ballot.ballotId } });
  const votes = [
    { memberId: 'ash', choice: 'yes' },
    { memberId: 'birch', choice: 'no' },
    { memberId: 'cedar', choice: 'yes' },
  ];
  expect(body).toMatchObject({ record: { votes }, published: { result: { outcome: 'carried' } } });

  const audited = await listAudit(table, { place: 'birch', month: '2026-06' }, { limit: 50 });
  const entries = (audited as { rows: { did: string; by: string; detail: object }[] }).rows;
  expect(entries.filter(({ did }) => did === 'vote').map(({ by, detail }) => [by, detail])).toEqual([
    ['staff:stf_alternate-birch', { memberId: 'birch', version: 2, isAlternate: true }],
    ['staff:stf_of-birch', { memberId: 'birch', version: 1 }],
  ]);
});

test('an alternate votes only where the bylaws of the opening allow it, for the own library, and does nothing else for it', async () => {
  await adopted({});
  const before = await voting();
  await adopted({ alternates: true }, 1);
  expect(await voted(before, 'birch', alternate('birch'), { choice: 'no' })).toMatchObject({
    ...{ status: 403, body: { code: 'no-alternates' } },
  });
  expect((await shown(before, alternate('birch'))).ballot.votes).toEqual([]);

  const ballot = await voting();
  expect((await voted(ballot, 'cedar', alternate('birch'), { choice: 'no' })).status).toBe(403);
  const giving = { actor: alternate('birch'), path: { ballotId: ballot.ballotId, memberId: 'birch' } };
  expect((await call(proxy.using(on(friday)), { ...giving, body: { to: 'cedar' } })).status).toBe(403);
  const given = { actor: of('cedar'), path: { ballotId: ballot.ballotId, memberId: 'cedar' }, body: { to: 'birch' } };
  expect((await call(proxy.using(on(friday)), given)).status).toBe(200);
  expect(await voted(ballot, 'cedar', alternate('birch'), { choice: 'no', holder: 'birch' })).toMatchObject({
    status: 403,
  });
  const proposing = { memberId: 'birch', title: 'More', text: 'More of all.' };
  expect((await call(write.using(on(friday)), { actor: alternate('birch'), body: proposing })).status).toBe(403);
});

test('an open vote is on Today of the alternate until the library voted', async () => {
  await adopted({ alternates: true });
  const ballot = await voting();
  const votes = async (actor: Actor) => {
    const { body } = await call(today.using(on(friday)), { actor, query: {} });
    return JSON.stringify(body).includes(ballot.proposalId);
  };
  expect([await votes(alternate('birch')), await votes(of('birch')), await votes(staffAt('birch', 'desk'))]).toEqual([
    ...[true, true, false],
  ]);
  await voted(ballot, 'birch', of('birch'), { choice: 'yes' });
  expect([await votes(alternate('birch')), await votes(alternate('cedar'))]).toEqual([false, true]);
});

test('an alternate votes in a secret ballot where the bylaws allow it; no row says who voted', async () => {
  await adopted({ alternates: true });
  const cast = async (ballot: Body, actor: Actor, memberId: string) => {
    const { publicKey } = (await shown(ballot, of('ash'), friday)).ballot.secret;
    const row = (await table.get({ pk: `BALLOT#${ballot.ballotId}`, sk: `VOTER#${memberId}` })) as { token: string };
    const body = { envelope: await sealVote(publicKey, 'yes'), token: row.token };
    return call(castSecret.using(on(friday)), { actor, path: { ballotId: ballot.ballotId, memberId }, body });
  };
  const ballot = await voting({ secret: true });
  expect((await cast(ballot, alternate('birch'), 'birch')).status).toBe(200);
  const rows = await table.queryAll({ partition: `BALLOT#${ballot.ballotId}`, strong: true });
  expect(JSON.stringify(rows)).not.toMatch(/alternate-birch|capacity/);
  await adopted({}, 1);
  expect(await cast(await voting({ secret: true }), alternate('birch'), 'birch')).toMatchObject({
    ...{ status: 403, body: { code: 'no-alternates' } },
  });
});
