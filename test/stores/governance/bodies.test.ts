import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as addAction } from '../../../functions/governance/operations/add-action-item/handler.ts';
import { handler as list } from '../../../functions/governance/operations/list-bodies/handler.ts';
import { handler as print } from '../../../functions/governance/operations/print-meeting/handler.ts';
import { handler as settleAction } from '../../../functions/governance/operations/settle-action-item/handler.ts';
import { handler as showBody } from '../../../functions/governance/operations/show-body/handler.ts';
import { handler as show } from '../../../functions/governance/operations/show-meeting/handler.ts';
import { handler as publicDecisions } from '../../../functions/governance/operations/show-public-decisions/handler.ts';
import { handler as publicMinutes } from '../../../functions/governance/operations/show-public-minutes/handler.ts';
import { handler as step } from '../../../functions/governance/operations/step-meeting/handler.ts';
import { handler as write } from '../../../functions/governance/operations/write-body/handler.ts';
import { exampleSettings } from '../../../functions/governance/schemas/bodies.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { pdfPages } from '../../builders/pdf-text.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';

const ses = mockClient(SESv2Client);
const bucket = bucketInMemory();
const secretary = consortiumStaff('governance-secretary');
const director = staffAt('ash', 'member-admin');
const ids = countingIds();
const on = (time: string) => ({ ...at(time), ids });
const [april, may, begun, later] = [
  '2026-04-20T09:00:00.000Z',
  '2026-05-12T09:00:00.000Z',
  '2026-05-15T15:00:00.000Z',
  '2026-05-15T17:00:00.000Z',
];
type Shown = { bodyId: string; meetingId: string; v: number };

const person = (name: string) => ({ name, email: `${name}@Example.org` });
const changes = (settings: object = {}) => [
  { do: 'found', decision: 'Founding meeting', ...exampleSettings, ...settings },
  ...['Ada', 'Ben', 'Cai'].flatMap((name, place) => [
    { do: 'add-seat', name: `Seat ${name}`, ...(place === 0 && { memberId: 'ash' }) },
    { do: 'hold', seatId: `seat-${place + 1}`, holder: person(name), from: '2026-01-01' },
  ]),
];
const written = async (body: object, time = april) => await call(write.using(on(time)), { actor: secretary, body });
const founded = async (settings?: object) => (await written({ changes: changes(settings) })).body as Shown;
const stepped = async ({ bodyId, meetingId, v }: Shown, wanted: object, time = april) =>
  await call(step.using(on(time)), {
    ...{ actor: secretary, path: { bodyId } },
    body: { ...(meetingId !== undefined && { meetingId, v }), step: wanted },
  });
const taken = async (meeting: Shown, wanted: object, time = april): Promise<Shown> => {
  const { status, body } = await stepped(meeting, wanted, time);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as Shown;
};
const plan = (startsAt = begun, agenda: object[] = [{ kind: 'text', title: 'Courier' }]) => ({
  ...{ do: 'plan', startsAt, place: 'Room 2', agenda },
});
const present = [1, 2].map((seat) => ({ seatId: `seat-${seat}`, isAlternate: false, from: begun }));
const votes = [
  { seatId: 'seat-1', choice: 'yes' },
  { seatId: 'seat-2', choice: 'yes' },
];
const decide = { do: 'decide', number: 1, text: 'Three routes', at: '2026-05-15T15:30:00.000Z', votes };
const shown = async ({ bodyId, meetingId }: Shown, actor = secretary) =>
  (await call(show.using(on(later)), { actor, path: { bodyId, meetingId }, query: {} })).body;
const seenByAll = async () => (await call(publicDecisions.using(on(later)), {})).body;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  const store = memberStore(await aTable());
  await store.create(
    { memberId: 'ash', name: 'Ash', type: 'public', fiscalYearStartsIn: 1, lendsOnRequest: false },
    april,
  );
});

test('a public body meets: called in time, decided by name, minuted, approved by the next meeting, and read by everybody', async () => {
  const body = await founded();
  const meeting = await taken(body, plan());
  expect(await seenByAll()).toMatchObject({ bodies: [{ name: 'Council of directors' }], meetings: [] });
  process.env.NOTICE_SENDER = 'council@example.org';
  ses.on(SendEmailCommand).rejectsOnce(new Error('No answer')).resolves({ MessageId: 'm1' });
  const called = await taken(meeting, { do: 'call' });
  delete process.env.NOTICE_SENDER;
  const sent = ses.commandCalls(SendEmailCommand).map(({ args: [{ input }] }) => input);
  expect(sent.map(({ Destination: to }) => to?.ToAddresses?.[0])).toEqual(
    ['ada', 'ben', 'cai'].map((name) => `${name}@example.org`),
  );
  expect(sent[0]?.Content?.Simple?.Body?.Text?.Data).toMatch(/meets on Friday, May 15, 2026[\s\S]*1\. Courier/);
  expect((await stepped(called, { ...plan(), do: 'change' })).body).toMatchObject({ code: 'agenda-published' });
  expect(await seenByAll()).toMatchObject({ meetings: [{ state: 'called', agenda: [{ title: 'Courier' }] }] });

  const begunMeeting = await taken(called, { do: 'attend', attendance: present }, later);
  const decided = await taken(begunMeeting, decide, later);
  const path = { bodyId: body.bodyId, meetingId: meeting.meetingId };
  const task = { meetingId: meeting.meetingId, title: 'Ask', owner: 'Ada', dueOn: '2026-06-01' };
  const adding = { actor: secretary, path: { bodyId: body.bodyId }, body: task };
  expect(await call(addAction.using(on(later)), adding)).toMatchObject({ status: 201, body: { state: 'open' } });
  expect((await stepped(decided, { do: 'cancel', reason: 'Snow' }, later)).body).toMatchObject({ code: 'wrong-state' });
  const ended = await taken(decided, { do: 'end', at: '2026-05-15T16:00:00.000Z' }, later);
  const draft = (await shown(ended)) as { draft: string; actions: { actionId: string }[] };
  expect(draft.draft).toContain('In favour: Ada, Ben');
  expect(draft.draft).toContain('Ask: Ada, by 2026-06-01');
  expect(await shown(ended, director)).not.toHaveProperty('draft');
  const minuted = await taken(ended, { do: 'minutes', text: draft.draft }, later);

  const empty = await taken(body, plan('2026-06-15T15:00:00.000Z', []), later);
  expect((await stepped(empty, { do: 'call' }, later)).body).toMatchObject({ code: 'empty-agenda' });
  const minutesItem = { kind: 'minutes', of: meeting.meetingId, title: 'Minutes of May' };
  const june = await taken(empty, { ...plan('2026-06-15T15:00:00.000Z', [minutesItem]), do: 'change' }, later);
  const suggested = (await shown(june)) as { suggested: object[] };
  expect(suggested.suggested).toMatchObject([{ kind: 'action' }]);
  const nextCalled = await taken(june, { do: 'call' }, later);
  const approve = { do: 'approve', in: nextCalled.meetingId };
  expect((await stepped(minuted, approve, later)).body).toMatchObject({ code: 'not-a-later-meeting' });
  expect(await call(publicMinutes.using(on(later)), { path })).toMatchObject({ status: 404 });
  const nextDay = '2026-06-15T16:00:00.000Z';
  const approved = await taken(minuted, approve, nextDay);

  // After the approval nothing is edited; corrections are added (G76).
  expect(await stepped(approved, { do: 'attend', attendance: [] }, nextDay)).toMatchObject({
    ...{ status: 409, body: { code: 'minutes-approved' } },
  });
  expect((await stepped(approved, { do: 'minutes', text: 'Other' }, nextDay)).body).toMatchObject({
    code: 'minutes-approved',
  });
  const corrected = await taken(approved, { do: 'correct', text: 'Cai was present.', reason: 'Left out' }, nextDay);
  const { actionId } = draft.actions[0] ?? { actionId: '' };
  expect(corrected).toMatchObject({ state: 'approved' });
  const printing = (meetingId: string, actor = director) => {
    const asked = { actor, path: { bodyId: body.bodyId, meetingId }, body: { language: 'spa' } };
    return call(print.using({ ...at(nextDay, { bucket }), ids }), asked);
  };
  const { url } = (await printing(nextCalled.meetingId)).body as { url: string };
  const file = bucket.objects.get(url.replace('https://bucket.test/', ''));
  expect(
    pdfPages(Buffer.from(file ?? []))
      .flat()
      .join(' '),
  ).toContain('Acta por aprobar');
  expect(await printing('mtg_none')).toMatchObject({ status: 404, body: { code: 'unknown-meeting' } });
  const settle = { actor: secretary, path: { bodyId: body.bodyId, actionId }, body: { state: 'done' } };
  expect((await call(settleAction.using(on(nextDay)), settle)).body).toMatchObject({ state: 'done' });
  expect((await call(settleAction.using(on(nextDay)), settle)).body).toMatchObject({ code: 'action-changed' });
  expect((await call(publicMinutes.using(on(nextDay)), { path })).body).toMatchObject({
    text: draft.draft,
    corrections: [{ text: 'Cai was present.', reason: 'Left out' }],
  });
  const seen = await seenByAll();
  expect(seen).toMatchObject({
    meetings: [{ state: 'called' }, { state: 'approved', agenda: [{ decision: { outcome: 'carried' } }] }],
  });
  expect(JSON.stringify(seen)).not.toContain('@');
  expect(JSON.stringify(seen)).not.toContain('staff:');
});

test('the pack of a meeting whose agenda has an item of text has its title and its text', async () => {
  const agenda = [{ kind: 'text', title: 'Courier', text: 'Which routes do we need?' }];
  const { bodyId, meetingId } = await taken(await founded(), plan(begun, agenda));
  const asked = { actor: director, path: { bodyId, meetingId }, body: { language: 'eng' } };
  const { status, body } = await call(print.using({ ...at(april, { bucket }), ids }), asked);
  expect({ status, body }).toMatchObject({ status: 200 });
  const file = bucket.objects.get((body as { url: string }).url.replace('https://bucket.test/', ''));
  const text = (await pdfPages(Buffer.from(file ?? []))).flat().join(' ');
  expect(text).toMatch(/1\. Courier[\s\S]*Which routes do we need\?/);
});

test('a call that is too late, votes without names, a missing quorum, and a step on an older version are refused', async () => {
  const body = await founded();
  const meeting = await taken(body, plan());
  expect((await stepped(meeting, { do: 'call' }, may)).body).toMatchObject({ code: 'called-too-late' });
  const proposal = [{ kind: 'proposal', title: 'Films', of: 'cpr_none' }];
  expect((await stepped(body, plan(begun, proposal))).body).toMatchObject({ code: 'unknown-proposal' });
  const called = await taken(meeting, { do: 'call' });
  expect((await stepped(meeting, { do: 'cancel', reason: 'Snow' })).body).toMatchObject({ code: 'meeting-changed' });
  const one = await taken(called, { do: 'attend', attendance: present.slice(0, 1) }, later);
  expect((await stepped(one, { ...decide, votes: votes.slice(0, 1) }, later)).body).toMatchObject({
    code: 'inquorate',
  });
  const two = await taken(one, { do: 'attend', attendance: present }, later);
  const sums = { yes: 2, no: 0, abstain: 0 };
  expect((await stepped(two, { ...decide, votes: undefined, sums }, later)).body).toMatchObject({ code: 'by-name' });
  const answers = await Promise.all([1, 2].map(() => stepped(two, decide, later)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('seats are written all or none, addresses are for the secretary, and a body that is dissolved stays as it was', async () => {
  const body = await founded({ preset: 'usual' });
  const add = { do: 'add-seat', name: 'Elected' };
  const twice = { do: 'hold', seatId: 'seat-4', holder: person('ada'), from: '2026-02-01' };
  const { bodyId, v } = body;
  expect((await written({ bodyId, v, changes: [add, twice] })).body).toMatchObject({ code: 'holds-a-seat' });
  expect((await written({ bodyId, v, changes: [{ ...add, memberId: 'oak' }] })).body).toMatchObject({
    code: 'unknown-member',
  });
  expect((await written({ bodyId: 'bdy_none', v, changes: [add] })).body).toMatchObject({ code: 'unknown-body' });
  expect((await written({ changes: [add] })).body).toMatchObject({ code: 'unknown-body' });
  expect((await written({ bodyId, v, changes: [add] })).body).toMatchObject({
    seats: [{}, {}, {}, { name: 'Elected' }],
  });
  expect((await written({ bodyId, v, changes: [add] })).body).toMatchObject({ code: 'body-changed' });
  const listed = (actor = secretary) => call(list.using(on(may)), { actor });
  expect((await listed()).body).toMatchObject({
    ...{
      mayRun: true,
      bodies: [{ seats: [{ terms: [{ holder: { name: 'Ada', email: 'ada@example.org' } }] }, {}, {}, {}] }],
    },
  });
  const seen = await listed(director);
  expect(seen.body).toMatchObject({ mayRun: false });
  expect(JSON.stringify(seen.body)).not.toContain('@');
  expect(await seenByAll()).toEqual({ zone: 'UTC', bodies: [], meetings: [], decisions: [] });
  const gone = [{ do: 'dissolve', reason: 'Council, item 4' }];
  expect((await written({ bodyId, v: 2, changes: gone })).body).toMatchObject({ state: 'dissolved' });
  expect((await written({ bodyId, v: 3, changes: [add] })).body).toMatchObject({ code: 'body-dissolved' });
  expect((await stepped(body, plan())).body).toMatchObject({ code: 'wrong-state' });
  expect((await call(showBody.using(on(may)), { actor: director, path: { bodyId } })).body).toMatchObject({
    ...{ body: { state: 'dissolved' }, meetings: [], actions: [] },
  });
});
