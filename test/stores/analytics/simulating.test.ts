import { handler as follow } from '../../../functions/analytics/consumers/follow-proposals/handler.ts';
import { handler as previewRules } from '../../../functions/analytics/operations/preview-rules/handler.ts';
import { handler as simulate } from '../../../functions/analytics/operations/simulate-proposal/handler.ts';
import { factArchive } from '../../../functions/analytics/public/fact-archive.ts';
import { handler as count } from '../../../functions/governance/consumers/count-ballots/handler.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as vote } from '../../../functions/governance/operations/cast-vote/handler.ts';
import { handler as openBallot } from '../../../functions/governance/operations/open-ballot/handler.ts';
import { handler as record } from '../../../functions/governance/operations/show-ballot-record/handler.ts';
import { handler as show } from '../../../functions/governance/operations/show-consortium-proposal/handler.ts';
import { handler as step } from '../../../functions/governance/operations/step-consortium-proposal/handler.ts';
import { handler as write } from '../../../functions/governance/operations/write-consortium-proposal/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aDecision } from '../../builders/decision-facts.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { loanRules } from '../../builders/policies.ts';

type Body = { proposalId: string; v: number; ballotId: string; simulation: { hash: string } };
const [secretary, admin, ash] = [
  consortiumStaff('governance-secretary'),
  consortiumStaff('admin'),
  staffAt('ash', 'member-admin'),
];
const blocks = { maxLoans: 50, maxHolds: 20, owedLimit: 1000, perGroup: {} };
const bucket = bucketInMemory();
const ids = countingIds();
const on = (time: string) => ({ ...at(time, { bucket }), ids });
const [june1, june9, june16, july, september] = [
  '2026-06-01T09:00:00.000Z',
  '2026-06-09T09:00:00.000Z',
  '2026-06-16T10:00:00.000Z',
  '2026-07-20T03:00:00.000Z',
  '2026-09-20T03:00:00.000Z',
] as const;
const refused = (id: string, day: string, owedBefore: number, member = 'ash') =>
  aDecision(id, {
    ...{ outcome: 'refused', codes: 'owed-over-limit', utcHour: `${day}T11`, localDay: day, owedBefore },
    ...{ member, branch: `${member}.main` },
  });

test('rules are simulated before the vote, followed while it runs, and compared with what came after 30 and 90 days', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const store = memberStore(await aTable());
  for (const memberId of ['ash', 'birch'])
    await store.create(
      { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false },
      '2020-01-01T00:00:00.000Z',
    );
  const policy = (kind: string, body: unknown) =>
    call(adopt.using(on('2026-01-01T00:00:00.000Z')), {
      ...{ actor: admin, body: { kind, body, follows: 0, decisionReference: 'Founding' } },
    });
  await policy('loan-rules', loanRules());
  await policy('blocks', blocks);
  const archive = factArchive(bucket);
  await archive.write('2026-05', [
    ...[1100, 1500, 2600].map((owed, place) => refused(`a${place}`, '2026-05-20', owed)),
    refused('b0', '2026-05-21', 1500, 'birch'),
    aDecision('ok', { utcHour: '2026-05-22T10', localDay: '2026-05-22' }),
  ]);

  const body = { change: { kind: 'blocks', body: { ...blocks, owedLimit: 2500 } } };
  const previewed = await call(previewRules.using(on(june1)), { actor: staffAt('birch', 'desk'), body });
  expect(previewed).toMatchObject({
    status: 200,
    body: { firstDay: '2026-05-20', lastDay: '2026-05-22', effect: { decisions: 5, newlyAllowed: 3, refused: 4 } },
  });

  const change = { ...body.change, follows: 1, decisionReference: 'More debt' };
  const text = { memberId: 'ash', title: 'Let more be owed', text: 'Ten are too few.', change };
  const draft = (await call(write.using(on(june1)), { actor: ash, body: text })).body as Body;
  const path = { proposalId: draft.proposalId };
  const steps = (v: number) => call(step.using(on(june1)), { actor: ash, path, body: { v, step: 'open' } });
  const open = (await steps(draft.v)).body as Body;
  const opening = (v: number) =>
    call(openBallot.using(on(june9)), { actor: secretary, path, body: { v, closesAt: '2026-06-16T09:30:00.000Z' } });
  expect((await opening(open.v)).body).toMatchObject({ code: 'simulation-lacking' });
  const run = (v: number, actor = ash, time: string = june9) =>
    call(simulate.using(on(time)), { actor, path, body: { v } });
  expect((await run(open.v, staffAt('birch', 'member-admin'))).body).toMatchObject({ code: 'not-your-member' });
  expect((await run(9)).body).toMatchObject({ code: 'proposal-changed' });
  await archive.write('2026-06', [refused('c0', '2026-06-02', 2000)]);
  const { body: simulated } = (await run(open.v)) as { body: { proposal: Body; effects: unknown[] } };
  expect(simulated.effects).toMatchObject([
    { part: 'simulation', number: 1, effect: { newlyAllowed: 4 }, hash: simulated.proposal.simulation.hash },
    { part: 'since-opened', from: june1, effect: { newlyAllowed: 1 } },
  ]);
  const voting = (await opening(simulated.proposal.v)).body as Body;
  const vote1 = { path: { ballotId: voting.ballotId, memberId: 'ash' }, body: { choice: 'yes', version: 0 } };
  await call(vote.using(on(june9)), { ...vote1, actor: ash });
  const vote2 = { ...vote1, path: { ...vote1.path, memberId: 'birch' } };
  await call(vote.using(on(june9)), { ...vote2, actor: staffAt('birch', 'member-admin') });

  // On the ballot the simulation that voters read stays, and what happens meanwhile is added every day.
  await archive.write('2026-06', [refused('c1', '2026-06-12', 1200, 'birch')]);
  const context = { awsRequestId: 'r1' };
  expect(await follow.using(on('2026-06-14T03:00:00.000Z'))({}, context)).toEqual({ followed: 1 });
  const read = async (time: string) =>
    (await call(show.using(on(time)), { actor: ash, path })).body as { effects: Record<string, unknown>[] };
  const { effects } = await read('2026-06-14T03:00:00.000Z');
  expect(effects).toMatchObject([
    { part: 'simulation', hash: simulated.proposal.simulation.hash },
    { part: 'since-opened', effect: { newlyAllowed: 2 } },
  ]);
  await count.using(on(june16))({}, context);
  const counted = await call(record.using(on(june16)), { actor: ash, path: { ballotId: voting.ballotId } });
  expect(counted.body).toMatchObject({
    record: { terms: { simulationHash: simulated.proposal.simulation.hash } },
    published: { result: { outcome: 'carried' } },
  });

  // With the new rules the same debts are lent: what the old ones would have refused is the effect.
  await archive.write('2026-06', [
    aDecision('d0', { utcHour: '2026-06-20T11', localDay: '2026-06-20', owedBefore: 2000 }),
  ]);
  await archive.write('2026-08', [
    aDecision('d1', { utcHour: '2026-08-20T11', localDay: '2026-08-20', owedBefore: 2000 }),
  ]);
  const partsAt = async (time: string) => {
    await follow.using(on(time))({}, context);
    await follow.using(on(time))({}, context);
    return (await read(time)).effects.filter(({ part }) => String(part).startsWith('after'));
  };
  expect(await partsAt('2026-07-01T03:00:00.000Z')).toEqual([]);
  expect(await partsAt(july)).toMatchObject([
    { part: 'after-30', from: june16, to: '2026-07-16T10:00:00.000Z', effect: { newlyAllowed: 1, refused: 0 } },
  ]);
  expect(await partsAt(september)).toMatchObject([
    { part: 'after-30' },
    { part: 'after-90', effect: { newlyAllowed: 2 } },
  ]);
});

test('a text without rules, and rules before there are loan rules, are not simulated and can be voted on', async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  await memberStore(await aTable()).create(
    { memberId: 'ash', name: 'ash', type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false },
    '2020-01-01T00:00:00.000Z',
  );
  const text = (over: object) => ({ memberId: 'ash', title: 'A day of training', text: 'In May.', ...over });
  const written = async (over: object) =>
    (await call(write.using(on(june1)), { actor: ash, body: text(over) })).body as Body;
  const run = async ({ proposalId, v }: Body) =>
    (await call(simulate.using(on(june1)), { actor: ash, path: { proposalId }, body: { v } })).body;
  expect(await run(await written({}))).toMatchObject({ code: 'not-simulated' });
  const rules = { change: { kind: 'blocks', follows: 0, decisionReference: 'First', body: blocks } };
  const first = await written(rules);
  expect(await run(first)).toMatchObject({ code: 'not-simulated' });
  const path = { proposalId: first.proposalId };
  const open = (await call(step.using(on(june1)), { actor: ash, path, body: { v: first.v, step: 'open' } }))
    .body as Body;
  const opening = { actor: secretary, path, body: { v: open.v, closesAt: '2026-07-16T09:30:00.000Z' } };
  expect(await call(openBallot.using(on(june9)), opening)).toMatchObject({ status: 201 });
  const preview = { actor: ash, body: { change: { kind: 'blocks', body: blocks } } };
  expect((await call(previewRules.using(on(june1)), preview)).body).toMatchObject({ code: 'no-rules-yet' });
});
