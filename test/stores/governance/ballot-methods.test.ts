import { handler as count } from '../../../functions/governance/consumers/count-ballots/handler.ts';
import { usualBylaws } from '../../../functions/governance/domain/bylaws/bylaws.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as vote } from '../../../functions/governance/operations/cast-vote/handler.ts';
import { handler as openBallot } from '../../../functions/governance/operations/open-ballot/handler.ts';
import { handler as record } from '../../../functions/governance/operations/show-ballot-record/handler.ts';
import { handler as show } from '../../../functions/governance/operations/show-consortium-proposal/handler.ts';
import { handler as step } from '../../../functions/governance/operations/step-consortium-proposal/handler.ts';
import { handler as write } from '../../../functions/governance/operations/write-consortium-proposal/handler.ts';
import { recount } from '../../../functions/governance/public/recount.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const [monday, friday, nextMonday, later, muchLater] = [
  ...['2026-06-01T09:00:00.000Z', '2026-06-05T09:00:00.000Z', '2026-06-08T09:00:00.000Z'],
  ...['2026-06-08T09:10:00.000Z', '2026-06-16T09:00:00.000Z'],
] as const;
const secretary = consortiumStaff('governance-secretary');
const of = (member: string) => staffAt(member, 'member-admin');
const ids = countingIds();
const on = (time: string | undefined) => ({ ...at(time ?? monday), ids });
type Body = Record<string, unknown> & { proposalId: string; v: number; ballotId: string; code?: string };

/** Writes a proposal and opens it for discussion. */
const proposed = async (over: object): Promise<Body> => {
  const body = { memberId: 'ash', title: 'What do we do?', text: 'It is time.', ...over };
  const { body: draft } = await call(write.using(on(monday)), { actor: of('ash'), body });
  const { proposalId } = draft as Body;
  const asked = { actor: of('ash'), path: { proposalId }, body: { step: 'open', v: 1 } };
  return (await call(step.using(on(monday)), asked)).body as Body;
};
const opened = async (
  { proposalId, v }: Body,
  method?: object,
  time: string = monday,
  closesAt: string = nextMonday,
) => {
  const asked = { actor: secretary, path: { proposalId }, body: { v, closesAt, ...(method && { method }) } };
  return (await call(openBallot.using(on(time)), asked)).body as Body;
};
const voted = ({ ballotId }: Body, memberId: string, choice: unknown, version = 0, time: string = friday) =>
  call(vote.using(on(time)), { actor: of(memberId), path: { ballotId, memberId }, body: { choice, version } });
const shown = async ({ proposalId }: Body, time: string = friday) =>
  (await call(show.using(on(time)), { actor: of('ash'), path: { proposalId } })).body as Record<string, Body>;
const counted = (time: string = later) => count.using(on(time))({}, { awsRequestId: 'r1' });

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const store = memberStore(await aTable());
  const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
  for (const memberId of ['ash', 'birch', 'cedar', 'elm'])
    await store.create({ memberId, name: memberId, ...member }, monday);
  const [rule] = usualBylaws.rules;
  const body = { ...usualBylaws, rules: [{ ...rule, methods: ['consent', 'approval', 'instant-runoff'] }] };
  const asked = { kind: 'bylaws', follows: 0, decisionReference: 'Founding', body };
  await call(adopt.using(on(monday)), { actor: consortiumStaff('admin'), body: asked });
});

test('G29 G30 G80 members approve options; a paper that does not fit is not stored, a tie is decided by the sealed lot, and the record is counted again', async () => {
  const proposal = await proposed({ options: ['May', 'June', 'July'] });
  expect((await opened(proposal)).code).toBe('method-does-not-fit');
  expect((await opened(proposal, { by: 'schulze' })).code).toBe('method-not-allowed');
  expect((await opened(proposal, { by: 'approval', seats: 3 })).code).toBe('method-does-not-fit');
  const ballot = await opened(proposal, { by: 'approval', most: 2 });
  expect(ballot).toMatchObject({ state: 'voting', method: 'approval' });
  const misfit = { status: 422, body: { code: 'vote-does-not-fit' } };
  expect(await voted(ballot, 'ash', { approves: ['1', '2', '3'] })).toMatchObject(misfit);
  expect(await voted(ballot, 'ash', 'yes')).toMatchObject(misfit);
  const { ballot: before } = await shown(ballot);
  expect(before).toMatchObject({ method: { by: 'approval', seats: 1, most: 2, options: [{ name: 'May' }, {}, {}] } });
  // The seed of the lot is in nothing that is read before the count.
  expect(JSON.stringify(before)).not.toContain('lotSeed');
  expect((before as unknown as { voters: { hasVoted: boolean }[] }).voters.map(({ hasVoted }) => hasVoted)).toEqual(
    Array.from({ length: 4 }, () => false),
  );
  expect((await voted(ballot, 'ash', { approves: ['1'] })).status).toBe(200);
  await voted(ballot, 'ash', { approves: ['1', '2'] }, 1);
  await voted(ballot, 'birch', { approves: ['2', '1'] });
  await voted(ballot, 'cedar', { approves: ['3'] });
  await voted(ballot, 'elm', { approves: [] });
  await counted();
  const after = await shown(ballot, later);
  expect(after).toMatchObject({
    proposal: { state: 'decided', outcome: 'elected' },
    ballot: { counted: { result: { heads: { yes: '3', abstain: '1' }, election: { tied: ['1', '2'], papers: 3 } } } },
  });
  const { body } = await call(record.using(on(later)), { actor: of('elm'), path: { ballotId: ballot.ballotId } });
  const again = recount(JSON.stringify(body));
  expect(again.differing).toEqual([]);
  const [winner] = again.counted.result.election?.elected ?? [];
  expect(after.proposal?.chosen).toEqual([winner === '1' ? 'May' : 'June']);
});

test('members rank options: the last one leaves, and its paper counts for the next preference', async () => {
  const ballot = await opened(await proposed({ options: ['May', 'June', 'July'] }), { by: 'instant-runoff' });
  await voted(ballot, 'ash', { ranking: ['1'] });
  await voted(ballot, 'birch', { ranking: ['2', '1'] });
  await voted(ballot, 'cedar', { ranking: ['2'] });
  await voted(ballot, 'elm', { ranking: ['1', '3'] });
  await voted(ballot, 'elm', { ranking: ['3', '1'] }, 1);
  await counted();
  const { proposal, ballot: counts } = await shown(ballot, later);
  expect(proposal).toMatchObject({ state: 'decided' });
  const [first, second] = (
    counts as unknown as { counted: { result: { election: { rounds: { left?: string; counts: object }[] } } } }
  ).counted.result.election.rounds;
  expect(['1', '3']).toContain(first?.left);
  expect(second?.counts).toMatchObject({ 2: '2' });
});

test('G31 G32 an objection needs its reason and asks for another text; the next round adopts it with a day of review', async () => {
  const proposal = await proposed({});
  expect((await opened(proposal, { by: 'consent', reviewOn: '2026-06-08' })).code).toBe('method-does-not-fit');
  const method = { by: 'consent', reviewOn: '2027-06-01' };
  const first = await opened(proposal, method);
  expect((await voted(first, 'ash', { answer: 'object' })).status).toBe(400);
  await voted(first, 'ash', { answer: 'object', reason: 'Nobody has time in May.' });
  for (const memberId of ['birch', 'cedar', 'elm']) await voted(first, memberId, { answer: 'consent' });
  await counted();
  const { proposal: objected, ballot } = await shown(first, later);
  expect(objected).toMatchObject({ state: 'open', rounds: [{ ballotId: first.ballotId }] });
  expect(ballot).toMatchObject({ counted: { result: { outcome: 'objected', objections: ['ash'] } } });
  const close = '2026-06-16T08:00:00.000Z';
  expect((await opened(objected as Body, method, later, close)).code).toBe('text-objected');
  const rewritten = { proposalId: first.proposalId, v: objected?.v, title: 'What do we do?', text: 'In June.' };
  const { body: text } = await call(write.using(on(later)), { actor: of('ash'), body: rewritten });
  expect(text).toMatchObject({ state: 'open', rounds: [{}], text: { number: 2 } });
  const second = await opened(text as Body, method, later, close);
  await voted(second, 'ash', { answer: 'aside' }, 0, later);
  for (const memberId of ['birch', 'cedar']) await voted(second, memberId, { answer: 'consent' }, 0, later);
  await counted(muchLater);
  expect((await shown(second, muchLater)).proposal).toMatchObject({
    ...{ state: 'decided', outcome: 'carried', reviewOn: '2027-06-01', rounds: [{ ballotId: first.ballotId }] },
  });
});
