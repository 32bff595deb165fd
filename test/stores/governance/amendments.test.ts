import { handler as count } from '../../../functions/governance/consumers/count-ballots/handler.ts';
import { differences } from '../../../functions/governance/domain/ballots/ballot.ts';
import { usualBylaws } from '../../../functions/governance/domain/bylaws/bylaws.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as amend } from '../../../functions/governance/operations/amend-consortium-proposal/handler.ts';
import { handler as vote } from '../../../functions/governance/operations/cast-vote/handler.ts';
import { handler as end } from '../../../functions/governance/operations/end-ballot/handler.ts';
import { handler as openBallot } from '../../../functions/governance/operations/open-ballot/handler.ts';
import { handler as settle } from '../../../functions/governance/operations/settle-amendment/handler.ts';
import { handler as record } from '../../../functions/governance/operations/show-ballot-record/handler.ts';
import { handler as show } from '../../../functions/governance/operations/show-consortium-proposal/handler.ts';
import { handler as step } from '../../../functions/governance/operations/step-consortium-proposal/handler.ts';
import { handler as write } from '../../../functions/governance/operations/write-consortium-proposal/handler.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { sha256 } from '../../../layers/platform/objects/sha-256.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

type Body = Record<string, unknown> & { proposalId: string; v: number; ballotId: string; amendmentId: string };
type Shown = { proposal: Body; text: { text: string; change: { differences: object[] } }; amendments: Body[] };
const [monday, friday, nextMonday, later, tuesday] = [
  '2026-06-01T09:00:00.000Z',
  '2026-06-05T09:00:00.000Z',
  '2026-06-08T09:00:00.000Z',
  '2026-06-15T09:10:00.000Z',
  '2026-06-16T09:00:00.000Z',
];
const [secretary, admin] = [consortiumStaff('governance-secretary'), consortiumStaff('admin')];
const of = (member: string) => staffAt(member, 'member-admin');
const ids = countingIds();
const on = (time: string) => ({ ...at(time), ids });
const limits = { maxLoans: 50, maxHolds: 20, owedLimit: 1000, perGroup: {} };
const [rule] = usualBylaws.rules;

const adopted = (kind: string, body: object) =>
  call(adopt.using(on(monday)), { actor: admin, body: { kind, body, follows: 0, decisionReference: 'Founding' } });

/** Returns a proposal of ash to let more be owed and fewer be held, under discussion; amendments are possible for three days. */
const discussed = async (): Promise<Body> => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const store = memberStore(await aTable());
  for (const memberId of ['ash', 'birch', 'cedar'])
    await store.create(
      { memberId, name: memberId, type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false },
      '2020-01-01T00:00:00.000Z',
    );
  await adopted('blocks', limits);
  await adopted('bylaws', { ...usualBylaws, rules: [{ ...rule, supporters: 1, amendDays: 7 }] });
  const change = {
    kind: 'blocks',
    follows: 1,
    decisionReference: 'Owed',
    body: { ...limits, owedLimit: 2500, maxHolds: 15 },
  };
  const body = { memberId: 'ash', title: 'Let more be owed', text: 'Ten are too few.', change };
  const draft = (await call(write.using(on(monday)), { actor: of('ash'), body })).body as Body;
  const path = { proposalId: draft.proposalId };
  const open = await call(step.using(on(monday)), { actor: of('ash'), path, body: { v: 1, step: 'open' } });
  expect(open.body).toMatchObject({ state: 'open', amendUntil: nextMonday });
  const support = { v: 2, step: 'support', memberId: 'birch', number: 1 };
  return (await call(step.using(on(monday)), { actor: of('birch'), path, body: support })).body as Body;
};
const amended = (proposal: Body, memberId: string, over: object, time = friday) =>
  call(amend.using(on(time)), {
    ...{ actor: of(memberId), path: { proposalId: proposal.proposalId } },
    body: { number: 1, memberId, title: 'Other limits', reason: 'It is enough.', ...over },
  });
const settled = (proposal: Body, { amendmentId }: Body, wanted: object, actor = of('ash')) =>
  call(settle.using(on(friday)), {
    ...{ actor, path: { proposalId: proposal.proposalId, amendmentId }, body: { v: proposal.v, ...wanted } },
  });
const shown = async ({ proposalId }: Body, time = friday): Promise<Shown> =>
  (await call(show.using(on(time)), { actor: of('cedar'), path: { proposalId } })).body as Shown;
const opening = ({ proposalId, v }: Body, over: object, time = later) =>
  call(openBallot.using(on(time)), { actor: secretary, path: { proposalId }, body: { v, ...over } });

test('G59 G60 members ask for other values in time; the one that the author accepts is the next text without supporters, and another of the same value is obsolete', async () => {
  const proposal = await discussed();
  const value = (at: string, to?: string) => ({ changes: [{ at, ...(to !== undefined && { to }) }] });
  const refused = async (over: object, memberId = 'birch') =>
    ((await amended(proposal, memberId, over)).body as { code: string }).code;
  expect(await refused(value('/owed', '5'))).toBe('amendment-does-not-fit');
  expect(await refused(value('/owedLimit', '"much"'))).toBe('amendment-does-not-fit');
  expect(await refused(value('/owedLimit', '2500'))).toBe('amendment-does-not-fit');
  expect(await refused({ ...value('/owedLimit', '2000'), number: 2 })).toBe('proposal-changed');
  expect(await refused({ ...value('/owedLimit', '2000'), memberId: 'ash' })).toBe('not-your-member');
  expect((await amended(proposal, 'birch', {})).status).toBe(400);
  const [first, second, third, fourth] = [
    (await amended(proposal, 'birch', value('/owedLimit', '2000'))).body as Body,
    (await amended(proposal, 'cedar', value('/owedLimit', '1500'))).body as Body,
    (await amended(proposal, 'cedar', value('/maxHolds', '25'))).body as Body,
    (await amended(proposal, 'cedar', { text: 'Shorter.' })).body as Body,
  ];
  const closed = await amended(proposal, 'cedar', value('/maxHolds', '30'), nextMonday);
  expect(closed).toMatchObject({ status: 409, body: { code: 'amendments-closed' } });
  const { proposal: now } = await shown(proposal);
  expect(now).toMatchObject({ amendmentsOpen: 4, text: { number: 1, supporters: ['birch'] } });
  expect((await opening(now, { closesAt: '2026-06-30T09:00:00.000Z' })).body).toMatchObject({
    code: 'amendments-open',
  });
  expect((await settled(now, first, { step: 'accept' }, of('birch'))).body).toMatchObject({ code: 'not-your-member' });
  expect((await settled(now, first, { step: 'accept', v: 1 })).body).toMatchObject({ code: 'proposal-changed' });
  expect((await settled(now, { ...first, amendmentId: 'amd_0' }, { step: 'accept' })).status).toBe(404);
  // Of two that settle at once one is refused.
  const both = await Promise.all([1, 2].map(() => settled(now, first, { step: 'accept' })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const after = await shown(proposal);
  expect(after.proposal).toMatchObject({ amendmentsOpen: 2, text: { number: 2, supporters: [] } });
  expect(after.amendments.map(({ state }) => state)).toEqual(['accepted', 'obsolete', 'evaluating', 'evaluating']);
  expect(after.text.change.differences).toContainEqual({ at: '/owedLimit', before: '1000', after: '2000' });
  expect((await settled(after.proposal, second, { step: 'reject' })).body).toMatchObject({ code: 'wrong-state' });
  // One of another value is put on the new text.
  const accepted = (await settled(after.proposal, third, { step: 'accept' })).body as Body;
  const withdrawn = (await settled(accepted, fourth, { step: 'withdraw' }, of('cedar'))).body as Body;
  expect(withdrawn).toMatchObject({ amendmentsOpen: 0, text: { number: 3 } });
  expect((await shown(proposal)).text.change.differences).toEqual([
    { at: '/maxHolds', before: '20', after: '25' },
    { at: '/owedLimit', before: '1000', after: '2000' },
  ]);
});

test('the members vote on an amendment that its author rejected, before they vote on the text with it', async () => {
  const proposal = await discussed();
  const text = { text: 'Ten are too few for families.', changes: [{ at: '/owedLimit', to: '3000' }] };
  const amendment = (await amended(proposal, 'cedar', { ...text, title: 'Let 30.00 be owed' })).body as Body;
  const rejected = (await settled({ ...proposal, v: proposal.v + 1 }, amendment, { step: 'reject' })).body as Body;
  expect(rejected).toMatchObject({ amendmentsOpen: 0 });
  const { amendmentId } = amendment;
  const closesAt = '2026-06-12T09:00:00.000Z';
  const unknown = await opening(rejected, { closesAt, amendmentId: 'amd_0' }, friday);
  expect(unknown.body).toMatchObject({ code: 'unknown-amendment' });
  const voting = (await opening(rejected, { closesAt, amendmentId }, friday)).body as Body;
  expect(voting).toMatchObject({ state: 'voting', amending: { amendmentId, title: 'Let 30.00 be owed' } });
  expect((await amended(proposal, 'birch', text)).body).toMatchObject({ code: 'wrong-state' });
  const path = { proposalId: voting.proposalId };
  const cancelled = await call(end.using(on(friday)), {
    ...{ actor: secretary, path, body: { step: 'cancel', v: voting.v, reason: 'A library was missing.' } },
  });
  expect(cancelled.body).not.toHaveProperty('amending');
  const again = (await opening(cancelled.body as Body, { closesAt, amendmentId }, friday)).body as Body;
  for (const [memberId, choice] of Object.entries({ ash: 'no', birch: 'yes', cedar: 'yes' }))
    await call(vote.using(on(friday)), {
      ...{ actor: of(memberId), path: { ballotId: again.ballotId, memberId }, body: { choice, version: 0 } },
    });
  const runs = await Promise.all([1, 2].map(() => count.using(on(later))({}, { awsRequestId: 'r1' })));
  expect(runs.reduce((sum, { settled: some }) => sum + some, 0)).toBeGreaterThan(0);
  const after = await shown(proposal, later);
  expect(after.proposal).toMatchObject({ state: 'open', amendmentsOpen: 0, text: { number: 2, supporters: [] } });
  expect(after.proposal).not.toHaveProperty('ballotId');
  expect(after.amendments).toMatchObject([
    { state: 'accepted', vote: { ballotId: again.ballotId, outcome: 'carried', yes: '2', no: '1', abstain: '0' } },
  ]);
  expect(after.text).toMatchObject({ text: text.text });
  const download = await call(record.using(on(later)), { actor: of('elm'), path: { ballotId: again.ballotId } });
  const { record: downloaded, published } = download.body as { record: never; published: never };
  expect(downloaded).toMatchObject({ terms: { question: 'Let 30.00 be owed – Let more be owed' } });
  expect(differences(downloaded, published, sha256)).toEqual([]);
  // The text with it is supported and voted on, and becomes the rule.
  const support = { v: 0, step: 'support', memberId: 'birch', number: 2 };
  const supported = (await call(step.using(on(later)), { actor: of('birch'), path, body: { ...support, v: 1 } })).body;
  const final = await opening(supported as Body, { closesAt: '2026-06-30T09:00:00.000Z' }, tuesday);
  expect(final).toMatchObject({ status: 201, body: { state: 'voting', text: { number: 2 } } });
  expect(final.body).not.toHaveProperty('amending');
});
