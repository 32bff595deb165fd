import { handler as count } from '../../../functions/governance/consumers/count-ballots/handler.ts';
import { usualBylaws } from '../../../functions/governance/domain/bylaws/bylaws.ts';
import { handler as adopt } from '../../../functions/governance/operations/adopt-policy/handler.ts';
import { handler as vote } from '../../../functions/governance/operations/cast-vote/handler.ts';
import { handler as openBallot } from '../../../functions/governance/operations/open-ballot/handler.ts';
import { handler as step } from '../../../functions/governance/operations/step-consortium-proposal/handler.ts';
import { handler as stepMeeting } from '../../../functions/governance/operations/step-meeting/handler.ts';
import { handler as writeBody } from '../../../functions/governance/operations/write-body/handler.ts';
import { handler as write } from '../../../functions/governance/operations/write-consortium-proposal/handler.ts';
import { exampleSettings } from '../../../functions/governance/schemas/bodies.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { policyStore } from '../../../layers/records/policies/data/policy-store.ts';
import { exceptionsAt, exceptionsKind } from '../../../layers/records/policies/domain/exceptions.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const [monday, nextMonday, later] = [
  '2026-06-01T09:00:00.000Z',
  '2026-06-08T09:00:00.000Z',
  '2026-06-08T09:10:00.000Z',
];
const [secretary, admin] = [consortiumStaff('governance-secretary'), consortiumStaff('admin')];
const of = (member: string) => staffAt(member, 'member-admin');
const ids = countingIds();
const on = (time: string) => ({ ...at(time), ids });
let table: Table;

const anException = (over: object = {}) => ({
  ...{ id: 'exception-1', memberId: 'ash', kind: 'blocks', value: 'owedLimit', amount: 5000 },
  ...{ untilDay: '2026-12-31', reason: 'Charges are under dispute', ...over },
});
const change = (exceptions: object[], follows = 0) => ({
  ...{ kind: 'exceptions', follows, decisionReference: 'Exceptions' },
  body: { zone: 'America/New_York', exceptions },
});
const adopted = (body: object, time = monday) => call(adopt.using(on(time)), { actor: admin, body });
const asked = (exceptions: object[], memberId = 'ash') =>
  call(write.using(on(monday)), {
    ...{
      actor: of(memberId),
      body: { memberId, title: 'Let us wait', text: 'A dispute.', change: change(exceptions) },
    },
  });
const refusal = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  const { code, errors = [] } = body as { code: string; errors?: { pointer?: string }[] };
  return [status, code, errors[0]?.pointer];
};

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  table = await aTable();
  for (const memberId of ['ash', 'birch', 'cedar']) {
    const member = { type: 'public' as const, fiscalYearStartsIn: 1, lendsOnRequest: false, memberSince: '2020-01-01' };
    await memberStore(table).create({ memberId, name: memberId, ...member }, monday);
  }
  await adopted({ kind: 'bylaws', decisionReference: 'D-1', body: usualBylaws });
});

test('a library asks for its own exception by a proposal, and the members that carry it put it into force until its last day', async () => {
  expect(await refusal(asked([anException({ memberId: 'birch' })]))).toEqual([
    ...[403, 'not-your-member', '/body/change/body/exceptions/0/memberId'],
  ]);
  type Proposal = { proposalId: string; ballotId: string; v: number };
  const draft = (await asked([anException()])).body as Proposal;
  const path = { proposalId: draft.proposalId };
  const open = (await call(step.using(on(monday)), { actor: of('ash'), path, body: { v: draft.v, step: 'open' } }))
    .body as Proposal;
  const voting = await call(openBallot.using(on(monday)), {
    ...{ actor: secretary, path, body: { v: open.v, closesAt: nextMonday } },
  });
  expect(voting.body).toMatchObject({ state: 'voting', kind: 'exceptions' });
  const { ballotId } = voting.body as Proposal;
  for (const memberId of ['ash', 'birch'])
    await call(vote.using(on(monday)), {
      ...{ actor: of(memberId), path: { ballotId, memberId }, body: { choice: 'yes', version: 0 } },
    });
  await count.using(on(later))({}, { awsRequestId: 'r1' });
  const inForce = await policyStore(table).inForce(exceptionsKind, Date.parse(later));
  expect(inForce).toMatchObject({ proposalId: draft.proposalId, body: { exceptions: [{ id: 'exception-1' }] } });
  const granted = (instant: string) => exceptionsAt(inForce, instant).map(({ id }) => id);
  expect([granted('2027-01-01T04:59:59.000Z'), granted('2027-01-01T05:00:00.000Z')]).toEqual([['exception-1'], []]);
});

test('an exception of a library that does not exist is refused, and one whose last day is over; ended ones may stay', async () => {
  expect(await refusal(adopted(change([anException({ memberId: 'oak' })])))).toEqual([
    ...[422, 'unknown-name', '/body/body/exceptions/0/memberId'],
  ]);
  expect(await refusal(adopted(change([anException({ untilDay: '2026-05-31' })])))).toEqual([
    ...[422, 'ends-before-it-begins', '/body/body/exceptions/0/untilDay'],
  ]);
  const ends = anException({ untilDay: '2026-06-01' });
  expect((await adopted(change([ends]))).status).toBe(201);
  const next = anException({ id: 'exception-2', memberId: 'birch' });
  expect((await adopted(change([ends, next], 1), later)).status).toBe(201);
});

test('where the bylaws name a body that grants exceptions, each new one names a decision that the body carried', async () => {
  const person = { name: 'Ada', email: 'ada@example.org' };
  const changes = [
    { do: 'found', decision: 'Founding meeting', ...exampleSettings, preset: 'usual' },
    { do: 'add-seat', name: 'Chair' },
    { do: 'hold', seatId: 'seat-1', holder: person, from: '2026-01-01' },
  ];
  const april = '2026-04-01T09:00:00.000Z';
  type Meeting = { bodyId: string; meetingId: string; v: number };
  const { bodyId } = (await call(writeBody.using(on(april)), { actor: secretary, body: { changes } })).body as Meeting;
  const startsAt = '2026-05-15T15:00:00.000Z';
  let meeting: Meeting | undefined;
  const stepped = async (time: string, wanted: object) => {
    const read = meeting && { meetingId: meeting.meetingId, v: meeting.v };
    const answer = await call(stepMeeting.using(on(time)), {
      ...{ actor: secretary, path: { bodyId }, body: { ...read, step: wanted } },
    });
    expect(answer).toMatchObject({ status: 201 });
    meeting = answer.body as Meeting;
  };
  const agenda = ['Exception of ash', 'Exception of birch'].map((title) => ({ kind: 'text', title }));
  await stepped(april, { do: 'plan', startsAt, place: 'Room 2', agenda });
  await stepped(april, { do: 'call' });
  const present = [{ seatId: 'seat-1', isAlternate: false, from: startsAt }];
  await stepped('2026-05-15T16:00:00.000Z', { do: 'attend', attendance: present });
  for (const [place, choice] of ['yes', 'no'].entries()) {
    const votes = [{ seatId: 'seat-1', choice }];
    const motion = { do: 'decide', number: place + 1, text: 'Grant it.', at: '2026-05-15T15:30:00.000Z', votes };
    await stepped('2026-05-15T16:00:00.000Z', motion);
  }
  await adopted({
    ...{ kind: 'bylaws', follows: 1, decisionReference: 'D-2', body: { ...usualBylaws, exceptionsBy: bodyId } },
  });
  const decidedIn = (number: number, of = bodyId) => ({
    decidedIn: { bodyId: of, meetingId: meeting?.meetingId ?? '', number },
  });
  const notGranted = [409, 'not-granted', '/body/body/exceptions/0/decidedIn'];
  for (const over of [{}, decidedIn(2), decidedIn(3), decidedIn(1, 'bdy_other')])
    expect(await refusal(adopted(change([anException(over)])))).toEqual(notGranted);
  expect((await adopted(change([anException(decidedIn(1))]))).status).toBe(201);
});
