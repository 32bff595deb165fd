import { patronStore } from '../../../functions/patrons/data/patron-store.ts';
import { sessionStore } from '../../../functions/patrons/data/session-store.ts';
import { MOST_SESSIONS } from '../../../functions/patrons/domain/cards/session.ts';
import { handler as endOthers } from '../../../functions/patrons/operations/end-my-other-sessions/handler.ts';
import { handler as endMine } from '../../../functions/patrons/operations/end-my-session/handler.ts';
import { handler as listMine } from '../../../functions/patrons/operations/list-my-sessions/handler.ts';
import { handler as myExport } from '../../../functions/patrons/operations/my-export/handler.ts';
import { handler as refresh } from '../../../functions/patrons/operations/refresh/handler.ts';
import { handler as signIn } from '../../../functions/patrons/operations/sign-in/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { readEnvironment } from '../../../layers/platform/runtime/environment.ts';
import { systemIds } from '../../../layers/platform/runtime/ids.ts';
import { hashPin } from '../../../layers/records/attempts/data/pin-hash.ts';
import { type Call, call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aPatron, aSession, patron, withBranch } from '../../builders/people.ts';
import { scanAll } from '../../builders/scan-all.ts';
import { mockSigningKey } from '../../builders/signing-key.ts';

const start = Date.parse('2026-03-02T10:00:00.000Z');
const minutes = 60_000;
const pin = '482615';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0';
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  mockSigningKey();
  table = await aTable();
  await withBranch(table, 'riverton.main');
});

type Handler = Parameters<typeof call>[0];
const at = (now: number, operation: Handler, request: Call) => {
  const runtime = { clock: { now: () => now }, ids: systemIds, environment: readEnvironment(process.env) };
  return call(operation.using(runtime), request);
};
const as = (patronId: string, session?: string): Actor => patron(patronId, 'riverton', start / 1000, session);
const sessionsOf = (patronId: string) => sessionStore(table).list(patronId, start);
const rowsOf = async (patronId: string) =>
  (await scanAll(table.name, 'patronSession')).filter(({ pk }) => pk === `PATRON#${patronId}`);
const idsOf = async (patronId: string) => (await sessionsOf(patronId)).map(({ session }) => session).toSorted();
/** A patron with sessions on some devices, in the order in which they began. */
const onDevices = async (devices: number) => {
  const { patronId, card } = await aPatron(table, { pin });
  const sessions: string[] = [];
  for (let i = 0; i < devices; i += 1) sessions.push(await aSession(table, patronId, start + i * minutes));
  return { patronId, card, sessions };
};

test('finding S6: a patron sees where they are signed in: this device marked, since when, when it was refreshed, its kind', async () => {
  const { patronId, card, sessions } = await onDevices(1);
  const headers = { 'user-agent': firefox };
  const signedIn = await at(start + minutes, signIn, { address: '192.0.2.7', headers, body: { card, pin } });
  expect(signedIn.status).toBe(200);
  const [own] = (await idsOf(patronId)).filter((session) => !sessions.includes(session));
  expect((await at(start + 13 * minutes, refresh, { actor: as(patronId, own) })).status).toBe(200);
  const listed = await at(start + 20 * minutes, listMine, { actor: as(patronId, own) });
  expect(listed.body).toEqual({
    sessions: [
      {
        ...{ sessionId: own, current: true, device: { kind: 'computer', browser: 'firefox' } },
        ...{ signedInAt: '2026-03-02T10:01:00.000Z', refreshedAt: '2026-03-02T10:13:00.000Z' },
      },
      {
        ...{ sessionId: sessions[0], current: false, device: { kind: 'phone', browser: 'firefox' } },
        ...{ signedInAt: '2026-03-02T10:00:00.000Z', refreshedAt: '2026-03-02T10:00:00.000Z' },
      },
    ],
  });
});

test('finding S6: of the device nothing is stored but its kind and browser, and the export shows it without ids of sessions', async () => {
  const { patronId, card } = await aPatron(table, { pin });
  const headers = { 'user-agent': `${firefox} KindOfUnique/7.3` };
  await at(start, signIn, { address: '192.0.2.8', headers, body: { card, pin } });
  const [row = {}] = await rowsOf(patronId);
  const names = ['device', 'entity', 'epoch', 'expiresAt', 'pk', 'refreshedAt', 'schema', 'session', 'signedInAt'];
  expect(Object.keys(row).toSorted()).toEqual([...names, 'sk', 'v']);
  expect(JSON.stringify(row)).not.toMatch(/192\.0\.2|Unique|Mozilla|Linux/);
  const { body } = await at(start, myExport, { actor: as(patronId) });
  expect(JSON.stringify(body)).toContain('"kind":"computer"');
  expect(JSON.stringify(body)).not.toContain(String(row.session));
});

test('finding S6: a patron ends one session, which is refused a token from then on; the others go on', async () => {
  const { patronId, sessions } = await onDevices(3);
  const [own, left, other] = sessions;
  const ended = await at(start, endMine, { actor: as(patronId, own), path: { sessionId: left ?? '' } });
  expect(ended).toMatchObject({ status: 200, body: { endedAt: '2026-03-02T10:00:00.000Z' } });
  const refreshed = (session?: string) => at(start + minutes, refresh, { actor: as(patronId, session) });
  expect(await refreshed(left)).toMatchObject({ status: 401, body: { code: 'sign-in-again' } });
  expect([(await refreshed(own)).status, (await refreshed(other)).status]).toEqual([200, 200]);
  expect(await sessionStore(table).isOpen({ patronId, session: left ?? '' }, start)).toBe(false);
  expect(await idsOf(patronId)).toEqual([own, other].toSorted());
  const again = await at(start, endMine, { actor: as(patronId, own), path: { sessionId: left ?? '' } });
  expect(again).toMatchObject({ status: 404, body: { code: 'unknown-session' } });
});

test('finding S6: nobody ends the session of another patron, nor one that took the place of an ended session', async () => {
  const [owner, stranger] = [await onDevices(1), await onDevices(1)];
  const [session = ''] = owner.sessions;
  const end = (patronId: string, sessionId: string) => at(start, endMine, { actor: as(patronId), path: { sessionId } });
  expect(await end(stranger.patronId, session)).toMatchObject({ status: 404, body: { code: 'unknown-session' } });
  const inItsPlace = `${session.slice(0, 3)}another`;
  for (const wrong of [inItsPlace, '99.x', 'ses_1', '../STATUS', `${session}#`])
    expect((await end(owner.patronId, wrong)).status).toBe(404);
  expect(await idsOf(owner.patronId)).toEqual([session]);
});

test('finding S6: a repeated request with its key ends a session once, and answers the same', async () => {
  const { patronId, sessions } = await onDevices(2);
  const [own, left = ''] = sessions;
  const request = { actor: as(patronId, own), path: { sessionId: left }, headers: { 'idempotency-key': 'end-1' } };
  const [first, again] = [await at(start, endMine, request), await at(start + minutes, endMine, request)];
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
});

test('finding S6: a patron ends all other sessions, and stays signed in on this device', async () => {
  const { patronId, sessions } = await onDevices(4);
  const [own] = sessions;
  for (let i = 0; i < 2; i += 1) expect((await at(start, endOthers, { actor: as(patronId, own) })).status).toBe(200);
  expect(await idsOf(patronId)).toEqual([own]);
  expect((await at(start + minutes, refresh, { actor: as(patronId, own) })).status).toBe(200);
});

test('finding S6: a session of which a refresh and an end meet stays ended', async () => {
  const { patronId, sessions } = await onDevices(1);
  const [session = ''] = sessions;
  const store = sessionStore(table);
  const [, ended] = await Promise.all([
    store.refresh({ patronId, session }, start + minutes),
    store.end({ patronId, session }),
  ]);
  expect([ended, await rowsOf(patronId)]).toEqual([true, []]);
  expect(await store.refresh({ patronId, session }, start + 2 * minutes)).toBe(false);
});

test('finding S6: a patron has at most twenty sessions, however many sign in at once; the one unused longest ends', async () => {
  const { patronId, sessions } = await onDevices(MOST_SESSIONS);
  const store = sessionStore(table);
  const [first = '', second = ''] = sessions;
  expect(await store.refresh({ patronId, session: first }, start + 30 * minutes)).toBe(true);
  const another = await aSession(table, patronId, start + 31 * minutes);
  expect(await idsOf(patronId)).toEqual([...sessions.filter((one) => one !== second), another].toSorted());
  await Promise.all(Array.from({ length: 5 }, () => aSession(table, patronId, start + 32 * minutes)));
  expect(await rowsOf(patronId)).toHaveLength(MOST_SESSIONS);
});

test('finding S6: a new PIN ends all sessions; their rows are used again, and expire with their last token', async () => {
  const { patronId, card, sessions } = await onDevices(MOST_SESSIONS);
  await patronStore(table).setPin(patronId, await hashPin('739158'), start + 60 * minutes);
  expect(await idsOf(patronId)).toEqual([]);
  const body = { card, pin: '739158' };
  expect((await at(start + 61 * minutes, signIn, { address: '192.0.2.9', body })).status).toBe(200);
  const rows = await rowsOf(patronId);
  expect(rows).toHaveLength(sessions.length);
  const now = start + 61 * minutes;
  expect(await sessionStore(table).list(patronId, now)).toHaveLength(1);
  expect(Math.max(...rows.map(({ expiresAt }) => Number(expiresAt)))).toBe((now + 735 * minutes) / 1000);
});

test('finding S6: no session begins for a patron who is gone meanwhile', async () => {
  const device = { kind: 'other', browser: 'other' } as const;
  expect(await sessionStore(table).begin('pat_gone', { secret: 's', epoch: 0, device }, start)).toBeUndefined();
  expect(await rowsOf('pat_gone')).toEqual([]);
});
