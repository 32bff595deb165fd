import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { handler as ask } from '../../../functions/governance/operations/ask-seat-link/handler.ts';
import { handler as end } from '../../../functions/governance/operations/end-seat-session/handler.ts';
import { handler as print } from '../../../functions/governance/operations/print-own-meeting/handler.ts';
import { handler as show } from '../../../functions/governance/operations/show-own-seats/handler.ts';
import { handler as step } from '../../../functions/governance/operations/step-meeting/handler.ts';
import { handler as use } from '../../../functions/governance/operations/use-seat-link/handler.ts';
import { handler as write } from '../../../functions/governance/operations/write-body/handler.ts';
import { exampleSettings } from '../../../functions/governance/schemas/bodies.ts';
import { countingIds, systemIds } from '../../../layers/platform/runtime/ids.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { at } from '../../builders/lending.ts';
import { pdfPages } from '../../builders/pdf-text.ts';
import { consortiumStaff } from '../../builders/people.ts';

const ses = mockClient(SESv2Client);
const bucket = bucketInMemory();
const secretary = consortiumStaff('governance-secretary');
const ids = { ...countingIds(), secret: systemIds.secret };
const on = (time: string) => ({ ...at(time, { bucket }), ids });
const [april, soon, late, tomorrow, begins] = [
  '2026-04-20T09:00:00.000Z',
  '2026-04-20T09:10:00.000Z',
  '2026-04-20T09:31:00.000Z',
  '2026-04-21T09:00:00.000Z',
  '2026-05-15T15:00:00.000Z',
];
type Made = { bodyId: string; meetingId: string; v: number };
let table: { name: string };
let council: Made;
let other: Made;

const founded = async (name: string, email: string, alternate?: string): Promise<Made> => {
  const changes = [
    { do: 'found', decision: 'Founding', ...exampleSettings, preset: 'usual', name },
    { do: 'add-seat', name: 'Readers' },
    {
      ...{ do: 'hold', seatId: 'seat-1', holder: { name: 'Ada Byrne', email }, from: '2026-01-01' },
      ...(alternate && { alternate: { name: 'Ben Cole', email: alternate } }),
    },
  ];
  return (await call(write.using(on(april)), { actor: secretary, body: { changes } })).body as Made;
};
const taken = async ({ bodyId, ...meeting }: Made, wanted: object): Promise<Made> =>
  (
    await call(step.using(on(april)), {
      ...{ actor: secretary, path: { bodyId } },
      body: { ...(meeting.meetingId && { meetingId: meeting.meetingId, v: meeting.v }), step: wanted },
    })
  ).body as Made;
const planned = ({ bodyId }: Made, title: string): Promise<Made> =>
  taken(
    { bodyId, meetingId: '', v: 0 },
    { do: 'plan', startsAt: begins, place: 'Room 2', agenda: [{ kind: 'text', title }] },
  );

const paused: number[] = [];
const asked = (email: string, time = april, address = '203.0.113.7') =>
  call(
    ask
      .using(on(time))
      .with({ pause: async (ms: number) => void paused.push(ms), site: async () => 'https://library.test' } as object),
    { body: { email }, address },
  );
const emails = () =>
  ses.commandCalls(SendEmailCommand).map(({ args: [{ input }] }) => ({
    to: input.Destination?.ToAddresses?.[0],
    link: /#(\S+)/.exec(input.Content?.Simple?.Body?.Text?.Data ?? '')?.[1] ?? '',
  }));
const used = (link: string, time = soon) => call(use.using(on(time)), { body: { link } });
/** Signs a person in by a mailed link. */
const signedIn = async (email: string): Promise<string> => {
  await asked(email);
  const { body } = await used(emails().at(-1)?.link ?? '');
  return (body as { session: string }).session;
};
const seen = (session: string, time = soon) => call(show.using(on(time)), { body: { session } });
const rows = async () => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  return (await client.send(new ScanCommand({ TableName: table.name }))).Items ?? [];
};

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  ses.reset();
  paused.length = 0;
  Object.assign(process.env, { NOTICE_SENDER: 'library@example.org' });
  table = await aTable();
  council = await founded('Council', 'ada@example.org', 'ben@example.org');
  other = await founded('Board', 'cai@example.org');
});

test('a person who holds a seat and is not staff signs in by a mailed link, once, and reads agendas of the own bodies from their call', async () => {
  const meeting = await taken(await planned(council, 'Courier routes'), { do: 'call' });
  await planned(council, 'Not called yet');
  await taken(await planned(other, 'Salaries'), { do: 'call' });
  ses.reset();
  expect(await asked('Ada@Example.org')).toMatchObject({ status: 202, body: { validMinutes: 30 } });
  const [email] = emails();
  expect(email?.to).toBe('ada@example.org');
  const signed = await used(email?.link ?? '');
  expect(signed.status).toBe(201);
  const { session } = signed.body as { session: string };
  const { body } = await seen(session);
  expect(body).toMatchObject({
    name: 'Ada Byrne',
    bodies: [
      {
        name: 'Council',
        seats: [{ seat: 'Readers', isAlternate: false }],
        meetings: [{ agenda: [{ title: 'Courier routes' }] }],
      },
    ],
  });
  expect(JSON.stringify(body)).not.toMatch(/Not called yet|Salaries|example\.org/);
  const path = { bodyId: council.bodyId, meetingId: meeting.meetingId };
  expect((await call(print.using(on(soon)).with({ bucket } as object), { path, body: { session } })).status).toBe(200);
  const [file] = [...bucket.objects.values()];
  expect((await pdfPages(file as Uint8Array)).join('\n')).toContain('Courier routes');
  // The link is used; a second use is refused, and so is one at the same time.
  expect(await used(email?.link ?? '')).toMatchObject({ status: 410, body: { code: 'link-refused' } });
  await call(end.using(on(soon)), { body: { session } });
  expect(await seen(session)).toMatchObject({ status: 410, body: { code: 'session-over' } });
});

test('an alternate signs in too; packs of other bodies and of meetings that are not called do not exist for the person', async () => {
  const [draft, foreign] = [
    await planned(council, 'Draft'),
    await taken(await planned(other, 'Salaries'), { do: 'call' }),
  ];
  const session = await signedIn('ben@example.org');
  expect(await seen(session)).toMatchObject({
    body: { name: 'Ben Cole', bodies: [{ seats: [{ isAlternate: true }] }] },
  });
  for (const [{ bodyId }, { meetingId }] of [
    [council, draft],
    [other, foreign],
  ] as const) {
    const answered = await call(print.using(on(soon)).with({ bucket } as object), {
      path: { bodyId, meetingId },
      body: { session },
    });
    expect(answered).toMatchObject({ status: 404, body: { code: 'unknown-meeting' } });
  }
});

test('the answer does not reveal who holds a seat: it is the same, takes the same time, and is limited in the same way', async () => {
  const [known, unknown] = [await asked('ada@example.org'), await asked('nobody@example.org')];
  expect(unknown).toEqual({ ...known, body: known.body, headers: unknown.headers });
  expect([emails().length, paused]).toEqual([1, [2000, 2000]]);
  const statuses = async (email: string): Promise<number[]> => {
    const found: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) found.push((await asked(email)).status);
    return found;
  };
  const limited = [202, 202, 202, 202, 429, 429];
  expect([await statuses('ada@example.org'), await statuses('nobody@example.org')]).toEqual([limited, limited]);
  // An e-mail that cannot be sent gives the same answer.
  ses.on(SendEmailCommand).rejects(new Error('refused'));
  expect((await asked('cai@example.org')).status).toBe(202);
});

test('a link is valid for 30 minutes, a session for 12 hours, and neither secret is stored', async () => {
  await asked('ada@example.org');
  const { link = '' } = emails()[0] ?? {};
  expect(JSON.stringify(await rows())).not.toContain(link);
  expect((await used(link, late)).status).toBe(410);
  const session = await signedIn('ada@example.org');
  expect(JSON.stringify(await rows())).not.toContain(session);
  expect([(await seen(session)).status, (await seen(session, tomorrow)).status]).toEqual([200, 410]);
  expect((await seen('x'.repeat(43))).status).toBe(410);
});

test('of two uses of a link at the same time one signs in', async () => {
  await asked('ada@example.org');
  const { link = '' } = emails()[0] ?? {};
  const both = await Promise.all([used(link), used(link)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 410]);
});

const changed = async (change: object) => {
  const { bodyId, v } = council;
  const answered = await call(write.using(on(april)), { actor: secretary, body: { bodyId, v, changes: [change] } });
  expect(answered.status).toBeLessThan(300);
};

test.each([
  ['the term of the person ended', 'ada', { do: 'end-term', seatId: 'seat-1', on: '2026-04-19', reason: 'Moved' }],
  ['the holder has no alternate any more', 'ben', { do: 'alternate', seatId: 'seat-1', on: '2026-04-20' }],
  [
    'another person became the alternate',
    'ben',
    { do: 'alternate', seatId: 'seat-1', on: '2026-04-20', alternate: { name: 'Dee', email: 'dee@example.org' } },
  ],
  ['the body was dissolved', 'ada', { do: 'dissolve', reason: 'Merged with the board' }],
])('a session shows nothing, and a link that was sent before does not sign in, after %s', async (_, name, change) => {
  const email = `${name}@example.org`;
  const session = await signedIn(email);
  await asked(email);
  const { link = '' } = emails().at(-1) ?? {};
  expect((await seen(session)).status).toBe(200);
  await changed(change);
  expect(await seen(session)).toMatchObject({ status: 410, body: { code: 'session-over' } });
  const path = { bodyId: council.bodyId, meetingId: 'mtg_1' };
  expect(await call(print.using(on(soon)).with({ bucket } as object), { path, body: { session } })).toMatchObject({
    ...{ status: 410, body: { code: 'session-over' } },
  });
  expect(await used(link)).toMatchObject({ status: 410, body: { code: 'link-refused' } });
  ses.reset();
  expect((await asked(email)).status).toBe(202);
  expect(emails()).toEqual([]);
});

test('each sign-in is in the audit log of the body, with the seat and without the e-mail address', async () => {
  const audited = async () =>
    (await rows()).filter(({ entity, did }) => entity === 'audit' && did === 'sign-in-by-link');
  await asked('ben@example.org');
  expect(await audited()).toEqual([]);
  const { link = '' } = emails()[0] ?? {};
  await used(link);
  await used(link);
  const lines = await audited();
  expect(lines).toMatchObject([
    {
      ...{ subject: `body:${council.bodyId}`, by: `seat:${council.bodyId}.seat-1`, at: soon },
      detail: { seatId: 'seat-1', isAlternate: true },
    },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/@|Ben/);
});

test('a link is no session, a session is no link, and neither is a token of other operations', async () => {
  await asked('ada@example.org');
  const { link = '' } = emails()[0] ?? {};
  expect(await seen(link)).toMatchObject({ status: 410, body: { code: 'session-over' } });
  const session = ((await used(link)).body as { session: string }).session;
  expect(await used(session)).toMatchObject({ status: 410, body: { code: 'link-refused' } });
  await call(end.using(on(soon)), { body: { session: 'y'.repeat(43) } });
  expect((await seen(session)).status).toBe(200);
});

test('one source asks for links to few addresses, and the requests of others do not stop', async () => {
  const statuses: number[] = [];
  for (let turn = 0; turn < 21; turn += 1) statuses.push((await asked(`person${turn}@example.org`)).status);
  expect(statuses).toEqual([...Array(20).fill(202), 429]);
  expect(paused).toHaveLength(20);
  expect((await asked('ada@example.org', april, '198.51.100.4')).status).toBe(202);
  expect(emails().map(({ to }) => to)).toEqual(['ada@example.org']);
});

test('an address gets at most 15 links a day from all sources, and its requests are stored as hashes', async () => {
  const statuses: number[] = [];
  for (const source of [1, 2, 3, 4])
    for (let turn = 0; turn < 4; turn += 1)
      statuses.push((await asked('ada@example.org', april, `203.0.113.${source}`)).status);
  expect(statuses).toEqual([...Array(15).fill(202), 429]);
  const counts = (await rows()).filter(({ entity }) => entity === 'attemptCount');
  expect(counts.length).toBeGreaterThan(0);
  expect(JSON.stringify(counts)).not.toMatch(/ada@|203\.0/);
});

test('without a sender of e-mail nobody asks for a link', async () => {
  delete process.env.NOTICE_SENDER;
  expect(await asked('ada@example.org')).toMatchObject({ status: 409, body: { code: 'no-links' } });
});
