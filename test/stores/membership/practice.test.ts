import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as search } from '../../../functions/discovery/operations/search/handler.ts';
import { practiceLibrary } from '../../../functions/membership/data/practice-library.ts';
import { practiceRows } from '../../../functions/membership/data/practice-seed.ts';
import { staffStore } from '../../../functions/membership/data/staff-store.ts';
import { practiceGrant } from '../../../functions/membership/domain/practice.ts';
import { handler as issueToken } from '../../../functions/membership/operations/issue-machine-token/handler.ts';
import { handler as listDirectory } from '../../../functions/membership/operations/list-directory/handler.ts';
import { handler as whoami } from '../../../functions/membership/operations/whoami/handler.ts';
import { resetPractice } from '../../../functions/membership/use-cases/reset-practice.ts';
import { handler as listLetters } from '../../../functions/notices/operations/list-letters/handler.ts';
import { handler as makeLetters } from '../../../functions/notices/operations/make-letters/handler.ts';
import { handler as printLetters } from '../../../functions/notices/operations/print-letters/handler.ts';
import { handler as registerPatron } from '../../../functions/patrons/operations/register-patron/handler.ts';
import { handler as showClass } from '../../../functions/teaching/operations/show-class/handler.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { StaffActor } from '../../../layers/platform/http/actor.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, at } from '../../builders/lending.ts';
import { scanAll } from '../../builders/scan-all.ts';

const noon = '2026-11-30T11:00:00.000Z';
const night = '2026-12-01T02:30:00.000Z';
const person = { staffId: 'stf_1', name: 'Nia Novak', email: 'nia@example.org', memberId: 'ash', invited: true };
const own: StaffActor = { kind: 'staff', id: 'stf_1', session: 'ses_1', grants: [] };
const signer = { sign: async (subject: unknown) => JSON.stringify(subject) };
let real: Table & { name: string };
let practice: Table & { name: string };

const practising: StaffActor = { ...own, grants: [practiceGrant('desk')], practice: true };
const enter = (actor?: StaffActor) =>
  call(issueToken.with({ signer }).using(at(noon)), { ...(actor && { actor }), body: { practice: 'desk' } });
const rowsOf = async ({ name }: { name: string }) =>
  (await scanAll(name)).sort((one, other) => (`${one.pk} ${one.sk}` < `${other.pk} ${other.sk}` ? -1 : 1));

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  practice = await aTable();
  real = await aTable();
  Object.assign(process.env, { PRACTICE_TABLE_NAME: practice.name, SIGNING_KEY_ID: 'arn:key', ISSUER: 'urn:test' });
  await aConsortium(real);
  const audit = { subject: 'staff:stf_1', at: noon, auditId: 'aud_1', by: 'test', did: 'invited', detail: {} };
  await staffStore(real).add({ ...person, grants: [] }, audit);
});

test('a staff user enters in a role, finds a library with its own branches, and what is done there stays there', async () => {
  const before = await rowsOf(real);
  expect(await enter(own)).toMatchObject({ status: 200 });
  const who = await call(whoami.using(at(noon)), { actor: practising });
  expect(who.body).toMatchObject({ name: 'Nia Novak', member: 'practice', grants: [practiceGrant('desk')] });
  const directory = await call(listDirectory.using(at(noon)), { actor: practising });
  expect(directory.body).toMatchObject({ members: [{ memberId: 'practice', branches: [{}, {}] }] });
  const body = { branchId: 'practice.main', item: 'B1001', patron: 'P0008' };
  expect(await call(checkOut.using(at(noon)), { actor: practising, body })).toMatchObject({
    ...{ status: 201, body: { loan: { barcode: 'B1001', due: '2026-12-21T23:59:59.000Z' } } },
  });
  const card = {
    ...{ branchId: 'practice.main', card: 'NEW1', category: 'adult' },
    person: { name: { family: 'New', given: 'Ned' } },
  };
  expect((await call(registerPatron.using(at(noon)), { actor: practising, body: card })).status).toBe(201);
  expect(await rowsOf(real)).toEqual(before);
});

test('the Practice Library shows nothing of the others, its copies do not exist outside, and only staff enter it', async () => {
  expect(await enter()).toMatchObject({ status: 403, body: { code: 'practice-staff-only' } });
  await enter(own);
  const ash = { ...practising, grants: [{ role: 'desk', scope: 'member', member: 'ash' } as const] };
  const body = { branchId: 'ash.main', item: 'B1001', patron: 'P0008' };
  const others = await call(checkOut.using(at(noon)), { actor: ash, body });
  expect(others.status).toBe(422);
  const outside: StaffActor = { ...own, grants: ash.grants };
  expect((await call(checkOut.using(at(noon)), { actor: outside, body })).status).toBe(404);
  expect((await call(listDirectory.using(at(noon)), {})).body).not.toMatchObject({
    members: [{ memberId: 'practice' }],
  });
  expect(await enter(practising)).toMatchObject({ status: 403, body: { code: 'not-in-practice' } });
});

test('titles of the Practice Library are found by their words, with the copies of now, and none of them outside', async () => {
  await enter(own);
  const found = async (query: Record<string, string>) => {
    const { status, body } = await call(search.using(at(noon)), { actor: practising, query });
    return { status, ...(body as { hits: { title: string; recordId: string; members: object[] }[]; next?: string }) };
  };
  const all = await found({ limit: '20' });
  expect(all).toMatchObject({ status: 200, total: { count: 30, atLeast: false } });
  const rest = await found({ limit: '20', after: all.next ?? '' });
  const titles = [...all.hits, ...rest.hits].map(({ title }) => title);
  expect([titles.length, new Set(titles).size, rest.next]).toEqual([30, 30, undefined]);
  const [first] = all.hits;
  const word = first?.title.split(' ').at(-1)?.toUpperCase() ?? '';
  const some = await found({ q: word.slice(0, 4), scope: 'title' });
  expect(some.hits).toContainEqual(expect.objectContaining({ recordId: first?.recordId }));
  expect(some.hits[0]?.members).toMatchObject([{ memberId: 'practice' }]);
  expect((await found({ q: 'zzzz' })).hits).toEqual([]);
  expect(await found({ format: 'book' })).toMatchObject({ total: { count: 26 } });
});

test('letters of overdue loans are made and printed in the Practice Library, and a class has one; nothing of it leaves', async () => {
  const before = await rowsOf(real);
  await enter(own);
  const actor = { ...practising, grants: [practiceGrant('desk-supervisor')] };
  const path = { memberId: 'practice' };
  const waits = await call(listLetters.using(at(noon)), { actor, path });
  expect(waits.body).toMatchObject({ waiting: [{ kind: 'overdue' }] });
  const made = await call(makeLetters.using(at(noon)), { actor, path });
  const { batch } = made.body as { batch: { batchId: string } };
  expect(batch).toMatchObject({ letters: 1, prints: 0 });
  const printed = await call(printLetters.using(at(noon)), { actor, path: { ...path, batchId: batch.batchId } });
  const [kind, data = ''] = String(Object(printed.body).url).split(',');
  expect(kind).toBe('data:application/pdf;base64');
  expect(Buffer.from(data, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const classPath = { branchId: 'practice.main', classId: '1-3' };
  const { pupils } = (await call(showClass.using(at(noon)), { actor, path: classPath })).body as {
    pupils: { loans: { due: string }[] }[];
  };
  expect(pupils.map(({ loans }) => loans.map(({ due }) => due < noon))).toEqual([[true], [false]]);
  expect(await rowsOf(real)).toEqual(before);
});

test('after the night the Practice Library is as in the beginning, with the dates of the new day, whatever was done; a broken reset is repeated', async () => {
  await enter(own);
  await call(checkOut.using(at(noon)), {
    actor: practising,
    body: { branchId: 'practice.main', item: 'B1001', patron: 'P0008' },
  });
  const library = practiceLibrary(at(night));
  const directory = async () => [];
  const deps = { practice: library, directory };
  expect(await resetPractice(deps, Date.parse('2026-11-30T20:00:00.000Z'))).toBe('not-due');
  expect(await resetPractice(deps, Date.parse(night))).toBe('not-due');
  const later = Date.parse('2026-12-01T03:05:00.000Z');
  const broken = { ...library, fill: async () => Promise.reject(new Error('crash')) };
  await expect(resetPractice({ ...deps, practice: broken }, later)).rejects.toThrow('crash');
  expect(await resetPractice(deps, later)).toBe('reset');
  expect(await resetPractice(deps, later)).toBe('not-due');
  const seed = practiceRows('2026-12-01', 'UTC');
  const { length } = seed;
  const rows = (await rowsOf(practice)).filter(({ entity }) => entity !== 'practiceState');
  expect(rows).toHaveLength(length);
  expect(JSON.stringify(rows)).toBe(JSON.stringify(await sorted(seed)));
});

const sorted = async (rows: readonly Record<string, unknown>[]) => {
  const copy = await aTable();
  process.env.TABLE_NAME = real.name;
  for (const put of rows) await copy.write([{ put: put as never }]);
  return rowsOf(copy);
};
