import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as count } from '../../../functions/governance/consumers/count-ballots/handler.ts';
import { differences } from '../../../functions/governance/domain/ballots/ballot.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as vote } from '../../../functions/governance/operations/cast-vote/handler.ts';
import { handler as end } from '../../../functions/governance/operations/end-ballot/handler.ts';
import { handler as proxy } from '../../../functions/governance/operations/give-proxy/handler.ts';
import { handler as list } from '../../../functions/governance/operations/list-consortium-proposals/handler.ts';
import { handler as listPolicies } from '../../../functions/governance/operations/list-policies/handler.ts';
import { handler as openBallot } from '../../../functions/governance/operations/open-ballot/handler.ts';
import { handler as preview } from '../../../functions/governance/operations/preview-bylaws/handler.ts';
import { handler as remark } from '../../../functions/governance/operations/remark-on-consortium-proposal/handler.ts';
import { handler as record } from '../../../functions/governance/operations/show-ballot-record/handler.ts';
import { handler as show } from '../../../functions/governance/operations/show-consortium-proposal/handler.ts';
import { handler as step } from '../../../functions/governance/operations/step-consortium-proposal/handler.ts';
import { handler as write } from '../../../functions/governance/operations/write-consortium-proposal/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { staffStore } from '../../../functions/membership/public/staff-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const ses = mockClient(SESv2Client);
const [monday, friday, nextMonday, later] = [
  '2026-06-01T09:00:00.000Z',
  '2026-06-05T09:00:00.000Z',
  '2026-06-08T09:00:00.000Z',
  '2026-06-08T09:10:00.000Z',
];
const [secretary, admin] = [consortiumStaff('governance-secretary'), consortiumStaff('admin')];
const of = (member: string) => staffAt(member, 'member-admin');
const blocks = (owedLimit: number, follows = 1) => ({
  ...{ kind: 'blocks', follows, decisionReference: 'Owed limit' },
  body: { maxLoans: 50, maxHolds: 20, owedLimit, perGroup: {} },
});
const halfOf = { of: { numerator: 1, denominator: 2 }, compare: 'more-than' };
const bylaws = (over: object = {}, decision: object = {}) => ({
  ...{ kind: 'bylaws', decisionReference: 'Founding', follows: 0 },
  body: {
    ...{ zone: 'America/New_York', members: [], leavers: 'stand', reBases: false },
    rules: [
      {
        ...{
          code: 'ordinary',
          name: 'Ordinary decision',
          supporters: 2,
          leastDays: 7,
          decides: [],
          votesShown: 'after-close',
        },
        rule: {
          quorum: { ...halfOf, unit: 'heads', abstentionsCount: true },
          majority: { ...halfOf, base: 'yes-and-no', unit: 'heads' },
          ...{ vetoes: [], recusalReducesBase: true },
        },
        ...decision,
      },
    ],
    ...over,
  },
});
type Body = Record<string, unknown> & { proposalId: string; v: number; ballotId: string };
let table: Table & { name: string };
const ids = countingIds();
const on = (time: string) => ({ ...at(time), ids });

const written = async (over: object = {}, actor = of('ash')) =>
  call(write.using(on(monday)), {
    actor,
    body: { memberId: 'ash', title: 'Let more be owed', text: 'Ten euros are too few.', change: blocks(2500), ...over },
  });
const stepped = (proposal: Body, body: object, actor = of('ash')) =>
  call(step.using(on(monday)), { actor, path: { proposalId: proposal.proposalId }, body: { v: proposal.v, ...body } });
/** Returns a proposal that is open and has the support of two members. */
const supported = async (over: object = {}): Promise<Body> => {
  const draft = (await written(over)).body as Body;
  let now = (await stepped(draft, { step: 'open' })).body as Body;
  for (const memberId of ['ash', 'birch'])
    now = (await stepped(now, { step: 'support', memberId, number: 1 }, of(memberId))).body as Body;
  return now;
};
const opened = (proposal: Body, over: object = {}) =>
  call(openBallot.using(on(monday)), {
    ...{ actor: secretary, path: { proposalId: proposal.proposalId } },
    body: { v: proposal.v, closesAt: nextMonday, ...over },
  });
const voted = (proposal: Body, memberId: string, choice: string, version = 0, time = friday) =>
  call(vote.using(on(time)), {
    ...{ actor: of(memberId), path: { ballotId: proposal.ballotId, memberId }, body: { choice, version } },
  });
const shown = async (proposal: Body, actor = of('ash'), time = friday) =>
  (await call(show.using(on(time)), { actor, path: { proposalId: proposal.proposalId } })).body as Record<
    string,
    never
  >;
const policies = async (kind = 'blocks') =>
  (await call(listPolicies.using(on(later)), { actor: admin, query: { kind } })).body as {
    policies: Record<string, unknown>[];
  };
const adopted = (body: object, time = monday) => call(adopt.using(on(time)), { actor: admin, body });

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  const store = memberStore(table);
  for (const memberId of ['ash', 'birch', 'cedar', 'elm']) {
    const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
    await store.create({ memberId, name: memberId, ...member }, monday);
  }
  await store.create(
    {
      ...{ memberId: 'gone', name: 'gone', type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false },
      ...{ memberSince: '2020-01-01', leftOn: '2025-12-31' },
    },
    monday,
  );
  await adopted({ ...blocks(1000, 0) });
  await adopted(bylaws());
});

test('G63 G78 a proposal that the members carry becomes the policy: written, supported, voted on without a tally for anybody, counted by the schedule, adopted once', async () => {
  const draft = await written();
  expect(draft).toMatchObject({ status: 201, body: { state: 'draft', kind: 'blocks', text: { number: 1 } } });
  const proposal = await supported();
  expect(proposal.text).toMatchObject({ supporters: ['ash', 'birch'] });
  const voting = await opened(proposal);
  expect(voting).toMatchObject({ status: 201, body: { state: 'voting', closesAt: nextMonday } });
  const ballot = voting.body as Body;
  expect((await voted(ballot, 'ash', 'yes')).body).toEqual({
    memberId: 'ash',
    choice: 'yes',
    version: 1,
    closesAt: nextMonday,
  });
  await voted(ballot, 'birch', 'no');
  expect((await voted(ballot, 'birch', 'yes', 1)).status).toBe(200);
  expect((await voted(ballot, 'birch', 'no', 1)).body).toMatchObject({ code: 'outdated' });
  await voted(ballot, 'cedar', 'no');

  // Before the count only the own vote is shown, and who has voted.
  const before = await shown(ballot);
  expect(before).toMatchObject({
    ballot: {
      ...{ ruleName: 'Ordinary decision', isOver: false, needs: { entitled: 4, quorum: 3, yesIfAllVote: 3 } },
      votes: [{ memberId: 'ash', version: 1, choice: 'yes' }],
    },
    text: { change: { kind: 'blocks', differences: [{ at: '/owedLimit', before: '1000', after: '2500' }] } },
    may: { write: true, run: false, speakFor: ['ash'] },
  });
  expect((before as unknown as { ballot: { voters: unknown[] } }).ballot.voters).toEqual(
    ['ash', 'birch', 'cedar', 'elm'].map((memberId) => ({ memberId, weight: '1', hasVoted: memberId !== 'elm' })),
  );
  const ending = { actor: secretary, path: { proposalId: ballot.proposalId } };
  expect((await call(end.using(on(friday)), { ...ending, body: { step: 'count' } })).body).toMatchObject({
    code: 'still-open',
  });
  expect(await count.using(on(friday))({}, { awsRequestId: 'r1' })).toEqual({ settled: 0, emails: 0 });

  expect((await voted(ballot, 'elm', 'no', 0, nextMonday)).body).toMatchObject({ code: 'closed' });
  // After the close and before the count the secretary sees no vote either.
  const { body: closed } = await call(show.using(on(later)), { actor: secretary, path: ending.path });
  expect(closed).toMatchObject({ ballot: { isOver: true, votes: [] }, proposal: { state: 'voting' } });
  expect(JSON.stringify(closed)).not.toMatch(/"choice"|"counted"/);
  const runs = await Promise.all([1, 2].map(() => count.using(on(later))({}, { awsRequestId: 'r2' })));
  expect(runs.reduce((sum, { settled }) => sum + settled, 0)).toBeGreaterThan(0);
  expect(await count.using(on(later))({}, { awsRequestId: 'r3' })).toEqual({ settled: 0, emails: 0 });
  const after = await shown(ballot, of('elm'), later);
  expect(after).toMatchObject({
    proposal: { state: 'decided', outcome: 'carried', enactment: { state: 'enacted', version: 2 } },
    ballot: { counted: { result: { outcome: 'carried', heads: { yes: '2', no: '1', abstain: '0', entitled: '4' } } } },
  });
  expect((await policies()).policies.at(-1)).toMatchObject({
    ...{ version: 2, effectiveFrom: later, proposalId: ballot.proposalId, adoptedBy: `ballot:${ballot.ballotId}` },
    ...{ decisionReference: 'Owed limit', body: { owedLimit: 2500 } },
  });
  const download = (await call(record.using(on(later)), { actor: of('elm'), path: { ballotId: ballot.ballotId } }))
    .body as { record: never; published: never };
  expect(differences(download.record, download.published, sha256)).toEqual([]);
});

test('G42 a vote that opened is announced once, and in the last 24 hours who has not voted is reminded once, also after a failure', async () => {
  process.env.NOTICE_SENDER = 'council@example.org';
  const staff = staffStore(table);
  const act = { at: monday, by: 'staff:root', did: 'invite-staff', detail: {} };
  for (const memberId of ['ash', 'birch', 'cedar', 'elm']) {
    const person = {
      staffId: `stf_${memberId}`,
      name: memberId,
      email: `${memberId}@example.org`,
      memberId,
      invited: true,
    };
    const grants =
      memberId === 'elm' ? [] : [{ role: 'member-admin' as const, scope: 'member' as const, member: memberId }];
    await staff.add({ ...person, grants }, { ...act, subject: `staff:${memberId}`, auditId: `aud_${memberId}` });
  }
  const voting = (await opened(await supported(), { recused: ['cedar'] })).body as Body;
  const run = (time: string) => count.using(on(time))({}, { awsRequestId: time });
  const addressed = () =>
    ses.commandCalls(SendEmailCommand).map(({ args: [{ input }] }) => input.Destination?.ToAddresses?.[0]);
  ses.reset();
  ses.on(SendEmailCommand).resolves({ MessageId: 'm1' });
  // The service refuses birch's e-mail at first: it is sent in the next run.
  ses
    .on(SendEmailCommand, { Destination: { ToAddresses: ['birch@example.org'] } })
    .rejectsOnce(Object.assign(new Error('Throttled'), { $metadata: { httpStatusCode: 429 } }))
    .resolves({ MessageId: 'm2' });
  expect((await run(monday)).emails).toBe(1);
  expect((await run(monday)).emails).toBe(1);
  expect((await run(friday)).emails).toBe(0);
  expect(addressed().toSorted()).toEqual(['ash@example.org', 'birch@example.org', 'birch@example.org']);
  await voted(voting, 'ash', 'yes');
  ses.resetHistory();
  // A run that gets no answer leaves its claim: better no reminder than two.
  ses
    .on(SendEmailCommand, { Destination: { ToAddresses: ['birch@example.org'] } })
    .rejectsOnce(new Error('No answer'))
    .resolves({ MessageId: 'm3' });
  const [lastDay, anHourLater] = ['2026-06-07T09:00:00.000Z', '2026-06-07T10:00:00.000Z'];
  await Promise.all([run(lastDay), run(lastDay)]);
  expect((await run(anHourLater)).emails).toBe(0);
  expect(addressed()).toEqual(['birch@example.org']);
  const input = ses.commandCalls(SendEmailCommand)[0]?.args[0].input;
  expect(input?.Content?.Simple?.Subject?.Data).toBe('A vote closes within 24 hours: Let more be owed');
  expect(input?.Content?.Simple?.Body?.Text?.Data).toMatch(
    /birch has not voted yet\. The vote closes on Monday, June 8, 2026.* 5:00\sAM EDT\.[\s\S]*todavía no ha votado/,
  );
  delete process.env.NOTICE_SENDER;
});

test('G46 G47 G48 a library gives its proxy within the bylaws; the holder votes for it until it is withdrawn, and its vote goes with it', async () => {
  const without = (await opened(await supported())).body as Body;
  const given = (ballot: Body, memberId: string, to: string | undefined, time = friday) =>
    call(proxy.using(on(time)), {
      ...{ actor: of(memberId), path: { ballotId: ballot.ballotId, memberId }, body: { to } },
    });
  expect((await given(without, 'ash', 'birch')).body).toMatchObject({ code: 'no-proxies' });
  await adopted({ ...bylaws({ proxies: { mostPerHolder: 1 } }), follows: 1 });
  const change = { ...blocks(2500), effectiveFrom: '2026-07-01T00:00:00.000Z' };
  // The bylaws are read from a cache of 60 s.
  const minutes = '2026-06-01T09:05:00.000Z';
  const proposal = await supported({ change });
  const voting = (
    await call(openBallot.using(on(minutes)), {
      ...{ actor: secretary, path: { proposalId: proposal.proposalId } },
      body: { v: proposal.v, closesAt: '2026-06-08T10:00:00.000Z', recused: ['elm'] },
    })
  ).body as Body;
  expect((await given(voting, 'ash', 'ash')).body).toMatchObject({ code: 'proxy-to-itself' });
  expect((await given(voting, 'ash', 'elm')).body).toMatchObject({ code: 'holder-does-not-vote' });
  // Of two that give their proxy to one holder at once, the bylaws allow one.
  const both = await Promise.all(['ash', 'cedar'].map((memberId) => given(voting, memberId, 'birch')));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  const [giver = '', other = ''] = both[0]?.status === 200 ? ['ash', 'cedar'] : ['cedar', 'ash'];
  expect((await given(voting, 'birch', other)).body).toMatchObject({ code: 'proxy-chain' });
  const byProxy = (choice: string, version: number, actor = of('birch'), holder = 'birch') =>
    call(vote.using(on(friday)), {
      ...{ actor, path: { ballotId: voting.ballotId, memberId: giver }, body: { choice, version, holder } },
    });
  expect((await byProxy('yes', 0, of(other), other)).body).toMatchObject({ code: 'not-its-holder' });
  expect((await byProxy('yes', 0, of(giver))).body).toMatchObject({ code: 'not-its-holder' });
  expect((await byProxy('yes', 0)).status).toBe(200);
  expect(await shown(voting, of('birch'))).toMatchObject({
    ballot: {
      mayGiveProxies: true,
      votes: [{ memberId: giver, choice: 'yes', proxy: 'birch' }, { memberId: 'birch' }].toSorted((one, two) =>
        one.memberId < two.memberId ? -1 : 1,
      ),
    },
  });
  // The vote of the member itself is its last word.
  expect((await voted(voting, giver, 'no', 1)).status).toBe(200);
  expect((await byProxy('yes', 2)).body).toMatchObject({ code: 'voted-itself' });
  expect((await given(voting, giver, undefined)).status).toBe(200);
  expect((await given(voting, other, 'birch')).body).toEqual({ memberId: other, version: 0, holder: 'birch' });
  const path = { ballotId: voting.ballotId, memberId: other };
  const body = { choice: 'yes', version: 0, holder: 'birch' };
  await call(vote.using(on(friday)), { actor: of('birch'), path, body });
  expect((await given(voting, other, undefined)).body).toEqual({ memberId: other, version: 2 });
  const voters = async (): Promise<{ memberId: string; hasVoted: boolean }[]> =>
    ((await shown(voting)) as unknown as { ballot: { voters: { memberId: string; hasVoted: boolean }[] } }).ballot
      .voters;
  expect((await voters()).filter(({ hasVoted }) => hasVoted).map(({ memberId }) => memberId)).toEqual([giver]);
  expect((await given(voting, other, 'birch', later)).status).toBe(200);
  expect((await given(voting, other, undefined, '2026-06-08T10:00:00.000Z')).body).toMatchObject({ code: 'closed' });
});

test('G35 a vote whose answer was lost is answered again after the close when its request is repeated', async () => {
  const voting = (await opened(await supported())).body as Body;
  const again = (time: string) =>
    call(vote.using(on(time)), {
      ...{ actor: of('ash'), path: { ballotId: voting.ballotId, memberId: 'ash' } },
      ...{ body: { choice: 'yes', version: 0 }, headers: { 'idempotency-key': 'vote-of-ash-000000001' } },
    });
  const first = await again('2026-06-08T08:59:59.900Z');
  expect(first).toMatchObject({ status: 200, body: { choice: 'yes', version: 1 } });
  expect(await again('2026-06-08T09:00:05.000Z')).toMatchObject({ status: 200, body: first.body });
  expect((await voted(voting, 'ash', 'no', 1, '2026-06-08T09:00:05.000Z')).body).toMatchObject({ code: 'closed' });
});

test('what the bylaws ask for is judged when a ballot opens: support, days, members, and the policy as it was read', async () => {
  const draft = (await written()).body as Body;
  const lone = (await stepped(draft, { step: 'open' })).body as Body;
  expect((await opened(lone)).body).toMatchObject({ code: 'support-lacking' });
  const proposal = await supported();
  const refused = async (over: object) => ((await opened(proposal, over)).body as { code: string }).code;
  expect(await refused({ closesAt: '2026-06-08T08:59:59.000Z' })).toBe('wrong-time');
  expect(await refused({ closesAt: '2028-06-08T09:00:00.000Z' })).toBe('wrong-time');
  expect(await refused({ recused: ['oak'] })).toBe('unknown-name');
  expect(await refused({ recused: ['ash', 'birch', 'cedar', 'elm'] })).toBe('nobody-votes');
  expect(await refused({ v: 1 })).toBe('proposal-changed');
  await adopted(blocks(1500));
  expect(await refused({})).toBe('policy-overtaken');
  expect((await written({ proposalId: proposal.proposalId, v: proposal.v, change: blocks(2500) })).body).toMatchObject({
    code: 'policy-overtaken',
  });
  const again = await written({ proposalId: proposal.proposalId, v: proposal.v, change: blocks(2500, 2) });
  expect(again).toMatchObject({ status: 201, body: { state: 'open', text: { number: 2, supporters: [] } } });
  expect((await stepped(again.body as Body, { step: 'support', memberId: 'ash', number: 1 })).body).toMatchObject({
    code: 'proposal-changed',
  });
});

test('G61 a policy that changed while the ballot ran is not overwritten; the bylaws may let the change be put on top of it', async () => {
  const voting = (await opened(await supported())).body as Body;
  for (const memberId of ['ash', 'birch', 'cedar']) await voted(voting, memberId, 'yes');
  await adopted({ ...blocks(1000), body: { ...blocks(1000).body, maxHolds: 30 } }, friday);
  await count.using(on(later))({}, { awsRequestId: 'r1' });
  expect(await shown(voting, of('ash'), later)).toMatchObject({
    proposal: { outcome: 'carried', enactment: { state: 'refused', code: 'policy-overtaken' } },
  });
  expect(await shown(voting, of('ash'), later)).toMatchObject({
    text: {
      change: {
        reBase: {
          ...{ version: 2, conflicts: [] },
          values: [
            { at: '/maxHolds', base: '20', current: '30', proposed: '20', isConflict: false },
            { at: '/owedLimit', base: '1000', current: '1000', proposed: '2500', isConflict: false },
          ],
        },
      },
    },
  });
  const now = ((await shown(voting, of('ash'), later)) as unknown as { proposal: Body }).proposal;
  expect((await stepped(now, { step: 'enact' })).body).toMatchObject({ code: 'not-your-member' });
  await adopted({ ...bylaws({ reBases: true }), follows: 1 }, later);
  const enacted = await call(step.using(on('2026-06-08T09:12:00.000Z')), {
    ...{ actor: secretary, path: { proposalId: voting.proposalId }, body: { step: 'enact', v: now.v } },
  });
  expect(enacted.body).toMatchObject({ enactment: { state: 'enacted', version: 3 } });
  const settled = (await shown(voting, of('ash'), later)) as unknown as { text: { change: object } };
  expect(settled.text.change).not.toHaveProperty('reBase');
  expect((await policies()).policies.at(-1)).toMatchObject({ version: 3, body: { owedLimit: 2500, maxHolds: 30 } });
});

test('a ballot that too few took part in decides nothing and may be called again; a cancelled one stays in its record', async () => {
  const proposal = await supported();
  const voting = (await opened(proposal)).body as Body;
  const ending = { actor: secretary, path: { proposalId: voting.proposalId } };
  const cancel = (v: number, time = friday) =>
    call(end.using(on(time)), { ...ending, body: { step: 'cancel', v, reason: 'The text had an error.' } });
  expect((await cancel(voting.v, nextMonday)).body).toMatchObject({ code: 'wrong-state' });
  expect((await cancel(voting.v)).body).toMatchObject({ state: 'open' });
  expect((await voted(voting, 'ash', 'yes')).body).toMatchObject({ code: 'cancelled' });
  const { body: open } = await call(show.using(on(friday)), ending);
  const second = (await opened((open as { proposal: Body }).proposal)).body as Body;
  await voted(second, 'ash', 'yes');
  expect((await call(end.using(on(later)), { ...ending, body: { step: 'count' } })).body).toMatchObject({
    ...{ state: 'decided', outcome: 'inquorate' },
  });
  const decided = ((await shown(second, of('ash'), later)) as unknown as { proposal: Body }).proposal;
  const third = await call(openBallot.using(on(later)), {
    ...{ actor: secretary, path: { proposalId: second.proposalId } },
    body: { v: decided.v, closesAt: '2026-06-20T09:00:00.000Z' },
  });
  expect(third).toMatchObject({ status: 201, body: { state: 'voting' } });
  expect(third.body).not.toHaveProperty('outcome');
});

test('G52 who writes, supports, votes and runs ballots follows from the roles, who joins after the opening is not on the list, and a draft is seen by its author only', async () => {
  const draft = (await written()).body as Body;
  const path = { proposalId: draft.proposalId };
  expect((await call(show.using(on(friday)), { actor: of('birch'), path })).status).toBe(404);
  expect((await written({ memberId: 'birch' })).body).toMatchObject({ code: 'not-your-member' });
  expect((await written({ memberId: undefined })).body).toMatchObject({ code: 'not-your-member' });
  expect((await written({ memberId: undefined }, secretary)).status).toBe(201);
  expect((await written({ proposalId: draft.proposalId, v: 1 }, of('birch'))).body).toMatchObject({
    code: 'unknown-proposal',
  });
  expect((await stepped(draft, { step: 'open' }, of('birch'))).body).toMatchObject({ code: 'unknown-proposal' });
  const proposal = await supported();
  expect((await stepped(proposal, { step: 'support', memberId: 'cedar', number: 1 })).body).toMatchObject({
    code: 'not-your-member',
  });
  expect((await stepped(proposal, { step: 'withdraw' }, of('cedar'))).body).toMatchObject({ code: 'not-your-member' });
  expect(
    (
      await call(openBallot.using(on(monday)), {
        actor: of('ash'),
        path: { proposalId: proposal.proposalId },
        body: { v: 4, closesAt: nextMonday },
      })
    ).status,
  ).toBe(403);
  const voting = (await opened(proposal, { recused: ['cedar'] })).body as Body;
  const votes = { path: { ballotId: voting.ballotId, memberId: 'birch' }, body: { choice: 'yes', version: 0 } };
  expect((await call(vote.using(on(friday)), { ...votes, actor: of('ash') })).status).toBe(403);
  expect((await voted(voting, 'cedar', 'no')).body).toMatchObject({ code: 'recused' });
  const joined = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2026-06-02' };
  await memberStore(table).create({ memberId: 'oak', name: 'oak', ...joined }, friday);
  for (const memberId of ['gone', 'oak'])
    expect(await voted(voting, memberId, 'no')).toMatchObject({ status: 403, body: { code: 'not-on-list' } });
  const remarked = (body: object, actor = of('birch')) =>
    call(remark.using(on(friday)), { actor, path: { proposalId: voting.proposalId }, body });
  expect((await remarked({ kind: 'against', memberId: 'birch', text: 'Debts grow.' })).status).toBe(201);
  expect((await remarked({ kind: 'for', memberId: 'birch', text: 'No.' })).body).toMatchObject({
    code: 'statement-filed',
  });
  expect((await remarked({ kind: 'comment', text: 'Hello' })).body).toMatchObject({ code: 'not-your-member' });
  const { body } = await call(list.using(on(friday)), { actor: of('birch'), query: {} });
  expect(
    (body as { proposals: { proposal: Body }[] }).proposals.map(({ proposal: { proposalId } }) => proposalId),
  ).toEqual([voting.proposalId]);
  expect(body).toMatchObject({
    mayRun: false,
    speaksFor: ['birch'],
    proposals: [{ votes: [{ memberId: 'birch', version: 0 }] }],
  });
});

test('bylaws are previewed with the members of today, and refused when they list a member that does not exist', async () => {
  const { body } = bylaws({
    members: [
      { memberId: 'ash', weight: '6', chamber: 'large', votes: true },
      { memberId: 'elm', weight: '1', votes: false },
    ],
  });
  const [rule] = body.rules;
  const weighed = {
    ...body,
    rules: [{ ...rule, rule: { ...rule?.rule, majority: { ...halfOf, base: 'yes-and-no', unit: 'weight' } } }],
  };
  const { body: shownBylaws } = await call(preview.using(on(monday)), { actor: of('birch'), body: weighed });
  expect(shownBylaws).toMatchObject({
    voters: [{ memberId: 'ash', weight: '6', chamber: 'large' }, { memberId: 'birch' }, { memberId: 'cedar' }],
    rules: [
      {
        ...{ code: 'ordinary', needs: { entitled: 3, quorum: 2, yesIfAllVote: 2 } },
        warnings: [{ code: 'few-can-decide' }, { code: 'one-decides', memberId: 'ash' }],
      },
    ],
  });
  const unknown = { ...bylaws({ members: [{ memberId: 'oak', weight: '1', votes: true }] }), follows: 1 };
  expect((await adopted(unknown)).body).toMatchObject({
    code: 'unknown-name',
    errors: [{ pointer: '/body/body/members/0/memberId' }],
  });
});
