import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { branchStore } from '../../../functions/membership/data/branch-store.ts';
import { readDirectory } from '../../../functions/membership/data/directory-store.ts';
import { handler as createBranch } from '../../../functions/membership/operations/create-branch/handler.ts';
import { handler as createMember } from '../../../functions/membership/operations/create-member/handler.ts';
import { handler as listCalendars } from '../../../functions/membership/operations/list-calendars/handler.ts';
import { handler as directory } from '../../../functions/membership/operations/list-directory/handler.ts';
import { handler as setMembership } from '../../../functions/membership/operations/set-membership/handler.ts';
import { handler as showBranch } from '../../../functions/membership/operations/show-branch/handler.ts';
import { handler as updateBranch } from '../../../functions/membership/operations/update-branch/handler.ts';
import { handler as setHours } from '../../../functions/membership/operations/update-branch-hours/handler.ts';
import { exampleBranch, exampleMember } from '../../../functions/membership/schemas/examples.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { actorName } from '../../../layers/platform/http/actor.ts';
import { keys as auditKeys } from '../../../layers/records/audit/data/keys.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { consortiumStaff, staffAt } from '../../builders/people.ts';
import { listenToUsage, type Used } from '../../builders/usage.ts';

const admin = consortiumStaff('admin');
const monday = '2026-03-02T11:00:00.000Z';
const { calendar } = exampleBranch;
const withSundays = { ...calendar, weekly: { ...calendar.weekly, sunday: [{ open: '13:00', close: '17:00' }] } };
const path = { branchId: 'riverton.main' };
let table: Table;
let used: () => Used;

const aMember = (memberId: string) => call(createMember, { actor: admin, body: { ...exampleMember, memberId } });
const aBranch = (branchId: string) => {
  const of = { memberId: branchId.split('.')[0] ?? '' };
  return call(createBranch.using(at('2026-01-05T12:00:00.000Z')), {
    actor: admin,
    path: of,
    body: { ...exampleBranch, branchId },
  });
};
const set = (body: object, when = monday) => call(setHours.using(at(when)), { actor: admin, path, body });
type Page = { members: { memberId: string; branches: { branchId: string; calendar: object }[] }[]; next?: string };
const list = async (query: Record<string, string> = {}, headers: Record<string, string> = {}, when = monday) =>
  call(directory.using(at(when)), { query, headers });
const versionsOf = (body: unknown) => (body as { calendars: { version: number; from: string }[] }).calendars;

beforeAll(async () => {
  table = await aTable();
  used = listenToUsage();
  await aMember('riverton');
  await aBranch('riverton.main');
});
afterAll(() => jest.restoreAllMocks());

test('finding C3: hours set for a later day begin then, and a change before leaves or ends them as it says', async () => {
  const later = await set({ ...withSundays, effectiveFrom: '2026-04-01' });
  expect(later).toMatchObject({ status: 200, body: { calendar } });
  expect(versionsOf(later.body).map(({ version, from }) => [version, from])).toEqual([
    [1, '2026-01-05T12:00:00.000Z'],
    [2, '2026-04-01T04:00:00.000Z'],
  ]);
  const branches = branchStore(table);
  expect((await branches.get('riverton.main', Date.parse('2026-04-01T03:59:59.000Z')))?.calendar).toEqual(calendar);
  expect((await branches.get('riverton.main', Date.parse('2026-04-01T04:00:00.000Z')))?.calendar).toEqual(withSundays);
  const closure = { ...calendar, closures: [{ from: '2026-03-09', to: '2026-03-09', reason: 'Works' }] };
  expect(await set(closure)).toMatchObject({ status: 409, body: { code: 'later-calendar' } });
  expect(await set({ ...closure, effectiveFrom: '2026-03-01' })).toMatchObject({
    ...{ status: 422, body: { code: 'calendar-in-past', errors: [{ pointer: '/body/effectiveFrom' }] } },
  });
  const unchanged = await set({ ...closure, endsLater: false });
  expect(unchanged).toMatchObject({ status: 200, body: { calendar: closure } });
  expect(versionsOf(unchanged.body).map(({ version }) => version)).toEqual([3, 2]);
  const ended = await set({ ...closure, endsLater: true });
  expect(versionsOf(ended.body).map(({ version }) => version)).toEqual([4]);
  const first = await call(listCalendars, { actor: admin, path, query: { limit: '3' } });
  const { next = '' } = first.body as { next?: string };
  const rest = await call(listCalendars, { actor: admin, path, query: { limit: '3', after: next } });
  expect([...versionsOf(first.body), ...versionsOf(rest.body)]).toMatchObject([
    { version: 4, endsLater: true, calendar: closure, setAt: monday },
    ...[
      { version: 3 },
      { version: 2, calendar: withSundays },
      { version: 1, calendar, from: '2026-01-05T12:00:00.000Z' },
    ],
  ]);
});

test('finding C3: the directory is one item, whose pages have an ETag: 304 until a member, a branch or the hours in force change', async () => {
  for (const id of ['ashford', 'birch', 'willow']) await aMember(id);
  for (const id of ['birch.main', 'ashford.main', 'ashford.east']) await aBranch(id);
  const whole = (await list()).body as Page;
  expect(used().readUnits).toBeLessThanOrEqual(1);
  expect(whole.members.map(({ memberId }) => memberId)).toEqual(['ashford', 'birch', 'riverton', 'willow']);
  expect(whole.members[0]?.branches.map(({ branchId }) => branchId)).toEqual(['ashford.east', 'ashford.main']);
  const paged: Page['members'] = [];
  let after: string | undefined;
  do {
    const page = (await list({ limit: '3', ...(after !== undefined && { after }) })).body as Page;
    paged.push(...page.members);
    after = page.next;
  } while (after !== undefined);
  expect(paged).toEqual(whole.members);
  expect(await list({ after: 'bm90LW91cnM' })).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });

  const tagOf = async (when = monday) => (await list({}, {}, when)).headers.etag ?? '';
  const etag = await tagOf();
  const same = await list({}, { 'if-none-match': `W/${etag}` });
  expect(same).toMatchObject({
    status: 304,
    body: '',
    headers: { etag, 'cache-control': 'public, max-age=0, s-maxage=60' },
  });
  const membership = { memberSince: '2019-07-01', leftOn: '2027-06-30' };
  const leaving = await call(setMembership, { actor: admin, path: { memberId: 'willow' }, body: membership });
  expect(leaving.status).toBe(200);
  expect((await list({}, { 'if-none-match': etag })).status).toBe(200);
  await set({ ...withSundays, effectiveFrom: '2026-05-01' });
  const [today, tomorrow] = [await tagOf(), await tagOf('2026-05-02T12:00:00.000Z')];
  expect(await tagOf('2026-03-03T12:00:00.000Z')).toBe(today);
  expect(tomorrow).not.toBe(today);
});

test('finding C3: members and branches created at once are all in the directory', async () => {
  const ids = Array.from({ length: 8 }, (_, i) => `storm${i}`);
  const created = await Promise.all(ids.map(aMember));
  expect(created.map(({ status }) => status)).toEqual(ids.map(() => 201));
  const opened = await Promise.all(ids.map((id) => aBranch(`${id}.main`)));
  expect(opened.map(({ status }) => status)).toEqual(ids.map(() => 201));
  const known = await readDirectory(table);
  expect(known.filter(({ memberId }) => ids.includes(memberId)).map(({ branches }) => branches[0]?.branchId)).toEqual(
    ids.map((id) => `${id}.main`),
  );
  expect(await aMember('storm0')).toMatchObject({ status: 409, body: { code: 'member-exists' } });
  expect(await aBranch('storm0.main')).toMatchObject({ status: 409, body: { code: 'branch-exists' } });
  expect(await readDirectory(table)).toEqual(known);
});

test('finding C3: at most 20 versions of a calendar begin later, however many closures each has', async () => {
  const closures = Array.from({ length: 400 }, (_, i) => {
    const day = new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10);
    return { from: day, to: day, reason: `Works ${i} `.padEnd(200, 'x') };
  });
  const branches = branchStore(table);
  const now = Date.parse(monday);
  const later = (i: number) => ({
    calendar: { ...calendar, closures },
    ...{ from: new Date(now + i * 86_400_000).toISOString(), by: 'test', endsLater: false },
  });
  await aBranch('riverton.west');
  for (let i = 1; i <= 20; i += 1)
    expect(await branches.setCalendar('riverton.west', later(i), now)).toHaveProperty('branch');
  expect(await branches.setCalendar('riverton.west', later(21), now)).toBe('too-many-calendars');
});

test('of two people who change a branch at once, the second is refused and overwrites nothing', async () => {
  const shown = (await call(showBranch, { actor: admin, path })).body as { branch: object; version: number };
  const { branchId: _id, calendar: _calendar, ...details } = exampleBranch;
  const change = (more: object) =>
    call(updateBranch, { actor: admin, path, body: { ...details, version: shown.version, ...more } });
  const first = await change({
    address: '3 Mill Street, Riverton',
    phone: '+1 555 0100',
    holdSlip: 'code',
    main: true,
  });
  expect(first).toMatchObject({ status: 200, body: { version: shown.version + 1, branch: { phone: '+1 555 0100' } } });
  for (const refused of [await change({ name: 'Old Mill' }), await set({ ...calendar, version: shown.version })])
    expect(refused).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
  const { members } = (await list({ limit: '100' })).body as Page;
  const riverton = members.find(({ memberId }) => memberId === 'riverton');
  expect(riverton?.branches[0]).toMatchObject({
    name: details.name,
    address: '3 Mill Street, Riverton',
    ...{ holdSlip: 'code', main: true },
  });
  const without = await change({ version: shown.version + 1 });
  expect(without.body).toMatchObject({ branch: { address: details.address } });
  expect((without.body as { branch: object }).branch).not.toHaveProperty('phone');
  // Two changes were made, and each says by whom and from what to what.
  const { pk: partition } = auditKeys.key('audit', { subject: 'branch:riverton.main', at: '-', auditId: '-' });
  const found = await table.queryAll({ partition });
  expect(found.map(({ by }) => by)).toEqual([actorName(admin), actorName(admin)]);
  expect(found[0]?.detail).toEqual({
    before: { address: details.address },
    after: { address: '3 Mill Street, Riverton', phone: '+1 555 0100', holdSlip: 'code', main: true },
  });
  expect(
    await call(updateBranch, { actor: staffAt('lakeshore', 'member-admin'), path, body: { ...details, version: 1 } }),
  ).toMatchObject({ status: 403 });
});

test('finding C3: a fine counts the days late by the hours of then, not by those set since', async () => {
  const lending = await aTable();
  await aConsortium(lending);
  const branches = branchStore(lending);
  const known = await branches.get('birch.east', Date.parse(monday));
  if (!known) throw new Error('There is a branch.');
  const weekend = [{ open: '10:00', close: '14:00' }];
  const daily = { ...known.calendar, weekly: { ...known.calendar.weekly, saturday: weekend, sunday: weekend } };
  const desk = staffAt('birch.east', 'desk');
  const back = async (item: string, when: string) =>
    (await call(checkIn.using(at(when)), { actor: desk, body: { branchId: 'birch.east', item } })).body as {
      fine?: { amount: number };
    };
  const lent = async () => {
    const [{ card }, { barcode }] = [await aBorrower(lending), await aCopy(lending)];
    const body = { branchId: 'birch.east', item: barcode, patron: card };
    expect((await call(checkOut.using(at(monday)), { actor: desk, body })).status).toBe(201);
    return barcode;
  };
  const [one, two] = [await lent(), await lent()];
  const returned = '2026-04-07T11:00:00.000Z';
  const before = await back(one, returned);
  // From Monday the branch opens daily: the weekend before it stays closed for the loan that is late since March.
  const now = Date.parse('2026-04-06T08:00:00.000Z');
  await branches.setCalendar('birch.east', { calendar: daily, from: '2026-04-06T08:00:00.000Z', by: 'test' }, now);
  expect(before.fine?.amount).toBeGreaterThan(0);
  expect((await back(two, returned)).fine).toEqual(before.fine);

  // From May on the branch is closed for works: a loan that would be due then is due at its next opening.
  const works = { ...daily, closures: [{ from: '2026-05-01', to: '2026-05-31', reason: 'Works' }] };
  await branches.setCalendar('birch.east', { calendar: works, from: '2026-05-01T08:00:00.000Z', by: 'test' }, now);
  const { barcode: item } = await aCopy(lending);
  const body = { branchId: 'birch.east', item, patron: (await aBorrower(lending)).card };
  const out = await call(checkOut.using(at('2026-04-10T11:00:00.000Z')), { actor: desk, body });
  expect(out).toMatchObject({ status: 201, body: { loan: { due: expect.stringMatching(/^2026-06-01/) } } });
  expect((await branches.get('birch.east', now))?.calendar).toEqual(daily);
});
