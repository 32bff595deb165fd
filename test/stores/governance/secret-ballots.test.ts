import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { handler as count } from '../../../functions/governance/consumers/count-ballots/handler.ts';
import { ballotKeys } from '../../../functions/governance/data/ballot-key-store.ts';
import { ballotStore } from '../../../functions/governance/data/ballot-store.ts';
import { usualBylaws } from '../../../functions/governance/domain/bylaws/bylaws.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as castSecret } from '../../../functions/governance/operations/cast-secret-vote/handler.ts';
import { handler as vote } from '../../../functions/governance/operations/cast-vote/handler.ts';
import { handler as end } from '../../../functions/governance/operations/end-ballot/handler.ts';
import { handler as proxy } from '../../../functions/governance/operations/give-proxy/handler.ts';
import { handler as openBallot } from '../../../functions/governance/operations/open-ballot/handler.ts';
import { handler as record } from '../../../functions/governance/operations/show-ballot-record/handler.ts';
import { handler as show } from '../../../functions/governance/operations/show-consortium-proposal/handler.ts';
import { handler as step } from '../../../functions/governance/operations/step-consortium-proposal/handler.ts';
import { handler as writeBody } from '../../../functions/governance/operations/write-body/handler.ts';
import { handler as write } from '../../../functions/governance/operations/write-consortium-proposal/handler.ts';
import { recount } from '../../../functions/governance/public/recount.ts';
import { sealVote } from '../../../functions/governance/public/seal-vote.ts';
import { exampleSettings } from '../../../functions/governance/schemas/bodies.ts';
import { destroyKeys } from '../../../functions/governance/use-cases/voting/secret-opening.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Item } from '../../../layers/platform/dynamodb/write.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { countingIds, systemIds } from '../../../layers/platform/runtime/ids.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { parametersInMemory } from '../../builders/secret-parameters.ts';

const [monday, friday, nextMonday, later] = [
  '2026-06-01T09:00:00.000Z',
  '2026-06-05T09:00:00.000Z',
  '2026-06-08T09:00:00.000Z',
  '2026-06-08T09:10:00.000Z',
];
const members = ['ash', 'birch', 'cedar', 'elm', 'fir', 'oak'];
const [secretary, admin] = [consortiumStaff('governance-secretary'), consortiumStaff('admin')];
const of = (member: string) => staffAt(member, 'member-admin');
const [rule] = usualBylaws.rules;
const bylawsWith = (decision: object, over: object = {}) => ({
  ...{ kind: 'bylaws', decisionReference: 'Founding', follows: 0 },
  body: { ...usualBylaws, rules: [{ ...rule, ...decision }], ...over },
});

let table: Table & { name: string };
let parameters: ReturnType<typeof parametersInMemory>;
const ids = { ...countingIds(), secret: systemIds.secret };
const keys = () => ballotKeys({ environment: readEnvironment({ BALLOT_KEYS: '/Concord/ballot-keys' }) }, parameters);
const on = (time: string) => ({ ...at(time), ids });
type Body = Record<string, unknown> & { proposalId: string; v: number; ballotId: string };

const proposed = async (): Promise<Body> => {
  const text = { memberId: 'ash', title: 'Who chairs the council', text: 'Ms. Klein is proposed.' };
  const draft = (await call(write.using(on(monday)), { actor: of('ash'), body: text })).body as Body;
  const path = { proposalId: draft.proposalId };
  return (await call(step.using(on(monday)), { actor: of('ash'), path, body: { v: draft.v, step: 'open' } }))
    .body as Body;
};
const opened = ({ proposalId, v }: Body, over: object = {}) =>
  call(openBallot.using(on(monday)).with({ keys: keys() } as object), {
    ...{ actor: secretary, path: { proposalId } },
    body: { v, closesAt: nextMonday, secret: true, ...over },
  });
type Own = { memberId: string; token?: string; hasVoted?: true };
type Shown = { ballot: { secret: { publicKey: string }; votes: Own[]; voters: Record<string, unknown>[] } };
const shown = async ({ proposalId }: Body, actor = of('ash'), time = friday) =>
  (await call(show.using(on(time)), { actor, path: { proposalId } })).body as Shown & Record<string, unknown>;
const cast = async (proposal: Body, memberId: string, choice: unknown, over: object = {}, time = friday) => {
  const { ballot } = await shown(proposal, of(memberId), time);
  const token = ballot.votes.find((one) => one.memberId === memberId)?.token;
  const envelope = await sealVote(ballot.secret.publicKey, choice);
  return call(castSecret.using(on(time)), {
    ...{ actor: of(memberId), path: { ballotId: proposal.ballotId, memberId } },
    body: { envelope, token, ...over },
  });
};
const counted = (time = later) => count.using(on(time)).with({ keys: keys() } as object)({}, { awsRequestId: 'r1' });
const recorded = async ({ ballotId }: Body) =>
  (await call(record.using(on(later)), { actor: of('elm'), path: { ballotId } })).body;
const rowsOf = async ({ ballotId }: Body) => table.queryAll({ partition: `BALLOT#${ballotId}`, strong: true });
const allRows = async (): Promise<Record<string, unknown>[]> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  return (await client.send(new ScanCommand({ TableName: table.name }))).Items ?? [];
};
/** Opens a ballot and casts these votes, in the order of the members. */
const voted = async (choices: readonly unknown[]): Promise<Body> => {
  const ballot = (await opened(await proposed())).body as Body;
  for (const [place, choice] of choices.entries()) await cast(ballot, members[place] ?? '', choice);
  return ballot;
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
  await call(adopt.using(on(monday)), {
    actor: admin,
    body: bylawsWith({ secret: { fewest: 5 } }, { proxies: { mostPerHolder: 1 }, leavers: 'strike' }),
  });
});

test('who voted is listed and what was voted is not; the schedule publishes sums, which anybody counts again', async () => {
  const opening = await opened(await proposed());
  expect(opening).toMatchObject({ status: 201, body: { state: 'voting' } });
  const ballot = opening.body as Body;
  expect(parameters.stored.size).toBe(1);
  for (const [place, memberId] of members.slice(0, 5).entries())
    expect((await cast(ballot, memberId, place < 3 ? 'yes' : 'no')).status).toBe(200);
  // A vote may change until the close; the last one counts.
  expect((await cast(ballot, 'cedar', 'abstain')).status).toBe(200);
  const during = await shown(ballot, secretary);
  expect(
    during.ballot.voters.map(({ memberId, hasVoted, choice, by, at }) => [memberId, hasVoted, choice, by, at]),
  ).toEqual(members.map((memberId) => [memberId, memberId !== 'oak', undefined, undefined, undefined]));
  expect(JSON.stringify(during)).not.toContain('envelope');
  expect((await shown(ballot)).ballot.votes).toMatchObject([{ memberId: 'ash', hasVoted: true }]);
  // The secretary has no key: only the schedule counts.
  const path = { proposalId: ballot.proposalId };
  expect(await call(end.using(on(later)), { actor: secretary, path, body: { step: 'count' } })).toMatchObject({
    ...{ status: 409, body: { code: 'counted-by-schedule' } },
  });
  expect(await counted()).toMatchObject({ settled: 1 });
  const after = await shown(ballot, of('elm'), later);
  expect(after).toMatchObject({
    proposal: { outcome: 'tied' },
    ballot: { counted: { result: { heads: { yes: '2', no: '2', abstain: '1' }, secret: { cast: 5, invalid: 0 } } } },
  });
  const download = await recorded(ballot);
  expect(download).toMatchObject({
    record: {
      votes: [],
      secret: { cast: members.slice(0, 5), papers: ['abstain', 'no', 'no', 'yes', 'yes'], invalid: 0 },
    },
  });
  expect(recount(JSON.stringify(download)).differing).toEqual([]);
  const forged = structuredClone(download) as { record: { secret: { papers: string[] } } };
  forged.record.secret.papers[0] = 'yes';
  expect(recount(JSON.stringify(forged)).differing).toEqual(['votes', 'result']);
  // The key and the envelopes are gone, and so is the note by which they were destroyed.
  expect([parameters.stored.size, await ballotStore(table).keysNoted()]).toEqual([0, []]);
  expect((await rowsOf(ballot)).some((row) => 'envelope' in row)).toBe(false);
});

test('a copy of the table from before the close does not have the key: after the count nobody opens an envelope of it', async () => {
  const ballot = await voted(['yes', 'yes', 'no', 'no', 'no']);
  const copied = await allRows();
  for (const key of parameters.stored.values()) expect(JSON.stringify(copied)).not.toContain(key.split('\n')[1]);
  await counted();
  expect((await recorded(ballot)) as object).toMatchObject({ published: { result: { heads: { yes: '2', no: '3' } } } });
  // The table is restored as it was before the close.
  const envelopes = copied.flatMap(({ envelope }) => (typeof envelope === 'string' ? [envelope] : []));
  expect(envelopes).toHaveLength(5);
  expect(await keys().opener(ballot.ballotId)).toBeUndefined();
  table = await aTable();
  for (const row of copied) await table.write([{ put: row as Item }]);
  expect(await counted()).toMatchObject({ settled: 1 });
  expect(await recorded(ballot)).toMatchObject({
    record: { secret: { papers: [], unopened: 'key-gone', cast: members.slice(0, 5) } },
    published: { result: { outcome: 'inquorate', heads: { yes: '0', no: '0' } } },
  });
});

test('G54 with fewer than three votes no envelope is opened, and who voted is shown', async () => {
  const ballot = await voted(['yes', 'no']);
  await counted();
  expect(await recorded(ballot)).toMatchObject({
    record: { secret: { cast: ['ash', 'birch'], papers: [], unopened: 'too-few' } },
    published: { result: { outcome: 'inquorate', secret: { cast: 2, unopened: 'too-few' } } },
  });
  expect(parameters.stored.size).toBe(0);
  expect((await rowsOf(ballot)).some((row) => 'envelope' in row)).toBe(false);
  expect(recount(JSON.stringify(await recorded(ballot))).differing).toEqual([]);
});

/** Returns rows without what is random in them, or was made at another moment; random values are compared by length. */
const comparable = (rows: readonly Record<string, unknown>[]) =>
  rows
    .map((row) =>
      JSON.stringify(row)
        .replace(
          /(envelope|token|publicKey|seal|votesSeal)":"([^"]*)"/g,
          (_, name, value) => `${name}":${value.length}`,
        )
        .replace(/\b[a-z]{3}_[0-9a-z]{26}/g, 'id'),
    )
    .toSorted();
const audited = async ({ ballotId }: Body) =>
  (await allRows()).filter(({ subject }) => subject === `ballot:${ballotId}`);

test('G55 two ballots with the same votes of other members leave the same rows, before the close and after', async () => {
  const one = await voted(['yes', 'yes', 'no', 'no', 'abstain']);
  const other = await voted(['abstain', 'no', 'yes', 'yes', 'no']);
  expect(comparable(await rowsOf(one))).toEqual(comparable(await rowsOf(other)));
  expect(comparable(await audited(one))).toEqual(comparable(await audited(other)));
  await counted();
  expect(comparable(await rowsOf(one))).toEqual(comparable(await rowsOf(other)));
});

test('G56 a member that changes its vote three times leaves the same rows as one that votes once', async () => {
  const [once, often] = [await voted(['yes', 'yes', 'no', 'no']), await voted(['no', 'yes', 'no', 'no'])];
  for (const choice of ['abstain', 'no', 'yes']) await cast(often, 'ash', choice);
  expect(comparable(await rowsOf(often))).toEqual(comparable(await rowsOf(once)));
  expect(await audited(often)).toHaveLength((await audited(once)).length);
  expect((await allRows()).filter(({ pk }) => String(pk).startsWith('IDEM#') && String(pk).includes('secret'))).toEqual(
    [],
  );
  await counted();
  expect(await recorded(often)).toMatchObject({ published: { result: { heads: { yes: '2', no: '2' } } } });
});

test('G57 an envelope without a vote is counted as cast and invalid, and belongs to nobody', async () => {
  const ballot = await voted(['yes', 'yes', 'no', 'no', 'no']);
  const { ballot: seen } = await shown(ballot, of('oak'));
  const body = { envelope: 'A'.repeat(512), token: seen.votes[0]?.token };
  const path = { ballotId: ballot.ballotId, memberId: 'oak' };
  expect((await call(castSecret.using(on(friday)), { actor: of('oak'), path, body })).status).toBe(200);
  // A sealed text that is no vote of this ballot is invalid too.
  await cast(ballot, 'fir', { approves: ['1'] });
  await counted();
  expect(await recorded(ballot)).toMatchObject({
    record: { secret: { cast: members, papers: ['no', 'no', 'yes', 'yes'], invalid: 2 } },
    published: { result: { outcome: 'tied', secret: { cast: 6, invalid: 2 } } },
  });
  expect(recount(JSON.stringify(await recorded(ballot))).differing).toEqual([]);
});

test('G58 a counter that stops before or after the result is repeated: one result, and the key is destroyed', async () => {
  const ballot = await voted(['yes', 'yes', 'no']);
  const failing = (which: 'opener' | 'destroy') => ({
    ...keys(),
    [which]: async () => {
      throw new Error('interrupted');
    },
  });
  const run = (broken: object) => count.using(on(later)).with({ keys: broken } as object)({}, { awsRequestId: 'r1' });
  await expect(run(failing('opener'))).rejects.toThrow('interrupted');
  expect(await ballotStore(table).get(ballot.ballotId)).not.toHaveProperty('counted');
  await expect(run(failing('destroy'))).rejects.toThrow('interrupted');
  const first = (await ballotStore(table).get(ballot.ballotId))?.counted;
  expect([first?.result.heads.yes, parameters.stored.size]).toEqual(['2', 1]);
  await counted();
  expect((await ballotStore(table).get(ballot.ballotId))?.counted).toEqual(first);
  expect([parameters.stored.size, await ballotStore(table).keysNoted()]).toEqual([0, []]);
});

test('a vote of another token, a vote after the close, an open vote and a proxy are refused; a repeated request is answered again', async () => {
  const ballot = await voted(['yes']);
  const { ballot: seen } = await shown(ballot, of('birch'));
  const request = {
    ...{ actor: of('birch'), path: { ballotId: ballot.ballotId, memberId: 'birch' } },
    body: { envelope: await sealVote(seen.secret.publicKey, 'no'), token: seen.votes[0]?.token },
  };
  const [first, again] = [
    await call(castSecret.using(on(friday)), request),
    await call(castSecret.using(on(friday)), request),
  ];
  expect([first.status, again.body]).toEqual([200, first.body]);
  const refused = async (answered: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answered;
    return [status, (body as { code: string }).code];
  };
  const old = { token: seen.votes[0]?.token };
  expect(await refused(cast(ballot, 'birch', 'yes', old))).toEqual([409, 'outdated']);
  expect(await refused(cast(ballot, 'cedar', 'yes', {}, nextMonday))).toEqual([409, 'closed']);
  const path = { ballotId: ballot.ballotId, memberId: 'cedar' };
  const open = call(vote.using(on(friday)), { actor: of('cedar'), path, body: { choice: 'yes', version: 0 } });
  expect(await refused(open)).toEqual([422, 'vote-does-not-fit']);
  const given = call(proxy.using(on(friday)), { actor: of('cedar'), path, body: { to: 'elm' } });
  expect(await refused(given)).toEqual([409, 'no-proxies']);
  expect((await call(castSecret.using(on(friday)), { ...request, actor: of('elm') })).status).toBe(403);
});

test('secret ballots are off unless the bylaws allow them, need five voters, and never open beside a public body', async () => {
  const proposal = await proposed();
  const refused = async (over: object = {}) => ((await opened(proposal, over)).body as { code?: string }).code;
  expect(await refused({ recused: ['ash', 'birch'] })).toBe('too-few-voters');
  const found = { do: 'found', decision: 'Founding', ...exampleSettings, preset: 'public-body' };
  const changes = [found, { do: 'add-seat', name: 'Chair' }];
  expect((await call(writeBody.using(on(monday)), { actor: secretary, body: { changes } })).status).toBeLessThan(300);
  expect(await refused()).toBe('public-body');
  const without = { ...bylawsWith({}), follows: 1 };
  expect((await call(adopt.using(on(monday)), { actor: admin, body: without })).status).toBe(201);
  expect(await refused()).toBe('secret-not-allowed');
  expect(parameters.stored.size).toBe(0);
  const weighted = { ...rule?.rule, majority: { ...rule?.rule.majority, unit: 'weight' } };
  const body = { ...bylawsWith({ secret: { fewest: 5 }, rule: weighted }), follows: 2 };
  expect((await call(adopt.using(on(monday)), { actor: admin, body })).status).toBe(400);
});

test('the key of a ballot that was cancelled, or never opened, is destroyed by the schedule', async () => {
  const ballot = await voted(['yes', 'no', 'no']);
  const path = { proposalId: ballot.proposalId };
  const body = { step: 'cancel', v: ballot.v, reason: 'The text had an error.' };
  expect((await call(end.using(on(friday)), { actor: secretary, path, body })).status).toBe(200);
  const ballots = ballotStore(table);
  await ballots.noteKey('bal_abandoned', friday);
  await keys().make('bal_abandoned');
  expect(await destroyKeys({ keys: keys(), ballots }, Date.parse(friday))).toBe(1);
  expect((await rowsOf(ballot)).some((row) => 'envelope' in row)).toBe(false);
  expect([...parameters.stored.keys()]).toEqual(['/Concord/ballot-keys/bal_abandoned']);
  expect(await destroyKeys({ keys: keys(), ballots }, Date.parse(nextMonday))).toBe(1);
  expect(parameters.stored.size).toBe(0);
});
