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
const [april, soon, later, late, evening, tomorrow, begins] = [
  '2026-04-20T09:00:00.000Z',
  '2026-04-20T09:10:00.000Z',
  '2026-04-20T09:20:00.000Z',
  '2026-04-20T09:31:00.000Z',
  '2026-04-20T18:00:00.000Z',
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
const used = (link: string, time = soon, address = '203.0.113.7') =>
  call(use.using(on(time)), { body: { link }, address });
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
  await asked(email, later);
  const { link = '' } = emails().at(-1) ?? {};
  expect((await seen(session)).status).toBe(200);
  await changed(change);
  expect(await seen(session)).toMatchObject({ status: 410, body: { code: 'session-over' } });
  const path = { bodyId: council.bodyId, meetingId: 'mtg_1' };
  expect(await call(print.using(on(soon)).with({ bucket } as object), { path, body: { session } })).toMatchObject({
    ...{ status: 410, body: { code: 'session-over' } },
  });
  expect(await used(link, later)).toMatchObject({ status: 410, body: { code: 'link-refused' } });
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

/** Asks for links for a person from as many sources, five times each, and returns the statuses. */
const flooded = async (email: string, time: string, sources: number): Promise<number[]> => {
  const statuses: number[] = [];
  for (let source = 1; source <= sources; source += 1)
    for (let turn = 0; turn < 5; turn += 1) statuses.push((await asked(email, time, `198.51.100.${source}`)).status);
  return statuses;
};

test('requests of others lock nobody out: three links of half an hour are sent and stay valid, and all sources get the same answer', async () => {
  const midnight = '2026-04-20T00:00:01.000Z';
  expect(await flooded('ada@example.org', midnight, 4)).toEqual(Array(20).fill(202));
  expect(emails().map(({ to }) => to)).toEqual(Array(3).fill('ada@example.org'));
  // A person asks in the same half hour: no fourth e-mail, but each of the three is valid.
  expect((await asked('ada@example.org', '2026-04-20T00:29:59.000Z')).status).toBe(202);
  expect(emails()).toHaveLength(3);
  expect((await used(emails()[0]?.link ?? '', '2026-04-20T00:29:59.000Z')).status).toBe(201);
  // In the next half hour links are sent again, also to somebody who did not sign in.
  await flooded('ben@example.org', midnight, 1);
  ses.reset();
  expect((await asked('ben@example.org', '2026-04-20T00:30:00.000Z')).status).toBe(202);
  expect(emails()).toHaveLength(1);
});

test('where a person signed in before, links are sent while others ask for too many', async () => {
  const home = '203.0.113.7';
  await asked('ada@example.org', april, home);
  expect((await used(emails()[0]?.link ?? '', soon, home)).status).toBe(201);
  await flooded('ada@example.org', evening, 2);
  ses.reset();
  await asked('ada@example.org', evening, '203.0.113.99');
  expect(emails()).toEqual([]);
  expect((await asked('ada@example.org', evening, home)).status).toBe(202);
  expect((await used(emails()[0]?.link ?? '', evening, home)).status).toBe(201);
});

test('a shared source gets the same answers for a person who signed in there as for an unknown address', async () => {
  await asked('ada@example.org');
  await used(emails()[0]?.link ?? '');
  await flooded('ada@example.org', evening, 2);
  await flooded('nobody@example.org', evening, 2);
  const statuses: Record<string, number[]> = { ada: [], nobody: [] };
  for (let turn = 0; turn < 6; turn += 1)
    for (const [name, of] of Object.entries(statuses)) of.push((await asked(`${name}@example.org`, tomorrow)).status);
  expect(statuses.ada).toEqual([202, 202, 202, 202, 202, 429]);
  expect(statuses.nobody).toEqual(statuses.ada);
});

test('a sign-in ends the other links that were sent before; links that are asked for afterwards are sent and valid', async () => {
  for (let turn = 0; turn < 3; turn += 1) await asked('ada@example.org');
  await asked('ben@example.org');
  const [first, second, third, bens] = emails().map(({ link }) => link);
  const both = await Promise.all([used(first ?? ''), used(second ?? '')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 410]);
  expect(await used(third ?? '')).toMatchObject({ status: 410, body: { code: 'link-refused' } });
  expect((await used(bens ?? '')).status).toBe(201);
  ses.reset();
  await asked('ada@example.org', later, '203.0.113.99');
  expect((await used(emails()[0]?.link ?? '', later)).status).toBe(201);
});

test('requests and sign-ins are stored as hashes of addresses', async () => {
  await signedIn('ada@example.org');
  const stored = (await rows()).filter(({ entity }) => /^attempt(Count|Pair|Reset)$/.test(String(entity)));
  expect(new Set(stored.map(({ entity }) => entity)).size).toBe(3);
  expect(JSON.stringify(stored)).not.toMatch(/ada@|203\.0/);
});

test('without a sender of e-mail nobody asks for a link', async () => {
  delete process.env.NOTICE_SENDER;
  expect(await asked('ada@example.org')).toMatchObject({ status: 409, body: { code: 'no-links' } });
});
