import { derivedId } from '../../../functions/onboarding/data/digests.ts';
import { handler as addFile } from '../../../functions/onboarding/operations/add-file/handler.ts';
import { handler as getRun } from '../../../functions/onboarding/operations/get-run/handler.ts';
import { editedPatron } from '../../../functions/patrons/public/edit-patron.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { patronStore } from '../../../functions/patrons/public/patron-store.ts';
import { saveEdit } from '../../../functions/patrons/public/save-edit.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Actor } from '../../../layers/platform/http/actor.ts';
import { call } from '../../builders/call.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium } from '../../builders/lending.ts';
import { aRun, exampleMapping } from '../../builders/old-system.ts';
import { aPatron, consortiumStaff, staffAt } from '../../builders/people.ts';

const head = 'id;card;family;given;born;email;category;branch;expires;class1';
const pupil = (
  id: number,
  over: Partial<Record<'email' | 'category' | 'expires' | 'class' | 'card', string>> = {},
): string => {
  const {
    email = `p${id}@example.org`,
    category = 'K',
    expires = '31.07.2027',
    class: group = 'year-5',
    card = `2110100099${id}`,
  } = over;
  return `S${id};${card};Pupil;Number ${id};0${(id % 9) + 1}.05.2016;${email};${category};HB;${expires};${group}`;
};
const file = (rows: readonly string[]) => ({ patrons: [head, ...rows].join('\n') });
const year = (over: Parameters<typeof pupil>[1] = {}) => Array.from({ length: 10 }, (_, i) => pupil(1000 + i, over));
const idOf = (id: number): string => derivedId('patron', 'cedar', 'patrons', `S${id}`);

let table: Table & { name: string };
beforeEach(async () => {
  table = await aTable();
  await aConsortium(table);
});

const read = async (id: number) => (await patronStore(table).get(idOf(id))) ?? fail();
const fail = (): never => {
  throw new Error('not there');
};

const editedByStaff = async (id: number, email: string): Promise<void> => {
  const patron = await read(id);
  const { status, person } = patron;
  const after = editedPatron({ status, person: person.person }, { person: { ...person.person, email } }, '2026-03-01');
  const change = {
    changeId: 'chg_1',
    at: '2026-03-01T10:00:00.000Z',
    by: 'staff:stf_2',
    did: 'edited' as const,
    detail: {},
  };
  expect(await saveEdit(table, patron, after, change)).toBe('saved');
};

test('a new year’s file adds patrons, updates changed values, respects staff edits, and leaves the rest unchanged', async () => {
  expect((await aRun(table, { files: file(year()) })).tallies.patrons).toMatchObject({ created: 10 });
  await editedByStaff(1000, 'mother@example.org');
  const next = [
    pupil(1000, { email: 'new@example.org', class: 'year-6' }),
    ...year().slice(1, 9),
    pupil(1009, { card: '21101000999999' }),
    pupil(1010),
  ];
  const { tallies, lines } = await aRun(table, { files: file(next) });
  expect(tallies.patrons).toMatchObject({ created: 1, changed: 2, unchanged: 8, rejected: 0 });
  expect(lines.map(({ line, reason }) => [line, reason])).toContainEqual([2, 'staff-edit-preserved']);
  const [edited, carded] = [await read(1000), await read(1009)];
  expect(edited.person.person.email).toBe('mother@example.org');
  expect(edited.status.classes).toEqual({ district: 'year-6' });
  expect(carded.person.card).toBe('21101000999999');
  // A value that the last feed had already is no change: the staff's edit is not reported each night.
  expect((await aRun(table, { files: file(next) })).tallies.patrons).toMatchObject({ unchanged: 11, warnings: {} });
});

test('a file changes only the columns that it owns, and an emptied cell removes the value', async () => {
  await aRun(table, { files: file(year()) });
  const mapping = exampleMapping({ owns: ['expires'] });
  await aRun(table, { files: file(year({ email: '', expires: '31.07.2028' })), mapping });
  expect(await read(1003)).toMatchObject({
    status: { expiresOn: '2028-07-31' },
    person: { person: { email: 'p1003@example.org' } },
  });
  await aRun(table, { files: file(year({ email: '', expires: '31.07.2028' })) });
  expect((await read(1003)).person.person.email).toBeUndefined();
});

test('cards of patrons missing from a feed expire, but not when too many are missing, and never those of patrons of no feed', async () => {
  await aRun(table, { files: file(year()) });
  const desk = await aPatron(table, { homeBranch: 'cedar.main', patronId: 'pat_desk' });
  const broken = await aRun(table, { files: file(year().slice(0, 5)), mostPercent: 20 });
  expect(broken.run.missed).toEqual({ of: 10, missing: 5, mostPercent: 20, refused: true, deactivated: 0 });
  const dry = await aRun(table, { files: file(year().slice(0, 8)), mostPercent: 20, mode: 'dry-run' });
  expect(dry.run.missed).toMatchObject({ missing: 2, refused: false, deactivated: 0 });
  const gone = await aRun(table, { files: file(year().slice(0, 8)), mostPercent: 20 });
  expect(gone.run.missed).toMatchObject({ missing: 2, deactivated: 2 });
  expect((await read(1009)).status.expiresOn).toBe('2026-03-01');
  expect((await read(1007)).status.expiresOn).toBe('2027-07-31');
  expect((await patronStore(table).get(desk.patronId))?.status.expiresOn).toBe('2099-12-31');
  expect((await aRun(table, { files: file(year().slice(0, 8)), mostPercent: 20 })).run.missed).toMatchObject({
    of: 8,
    missing: 0,
  });
});

test('a patron registered at the desk before is recognised by card, name and birth date, not created twice', async () => {
  const row = 'S1;21101000000777;Okafor;Amara;14.03.1987;a@example.org;E;HB;31.07.2027;north';
  await aPatron(table, { homeBranch: 'cedar.main', patronId: 'pat_there', card: '21101000000777' });
  expect((await aRun(table, { files: file([row]) })).tallies.patrons).toMatchObject({
    reasons: { 'card-of-another': 1 },
  });
  const person = await table.get(patronsKeys.key('patronPerson', { patronId: 'pat_there' }));
  const known = { ...(person?.person as object), birthDate: '1987-03-14' };
  await table.write([{ update: patronsKeys.key('patronPerson', { patronId: 'pat_there' }), set: { person: known } }]);
  expect((await aRun(table, { files: file([row]) })).tallies.patrons).toMatchObject({ changed: 1 });
  expect(await patronStore(table).get('pat_there')).toMatchObject({
    status: { expiresOn: '2027-07-31' },
    person: { person: { email: 'a@example.org' } },
  });
});

test('loads are open to administrators of the member and the consortium, feeds to the member’s machine, neither to others', async () => {
  const feeder: Actor = { kind: 'machine', id: 'mch_1', member: 'cedar', scopes: ['patron-feed'] };
  process.env.BUCKET_NAME = 'not-looked-into';
  const { run } = await aRun(table, { files: file(year()) });
  const path = { memberId: 'cedar', loadId: run.loadId, runId: run.runId };
  const status = async (actor: Actor) => (await call(getRun, { actor, path })).status;
  expect(await status(staffAt('cedar', 'desk-supervisor', 'cataloguer'))).toBe(403);
  expect(await status(staffAt('ash', 'member-admin'))).toBe(403);
  expect(await status({ ...feeder, member: 'ash' })).toBe(403);
  // The test opens no load: a permitted actor gets 404.
  for (const actor of [staffAt('cedar', 'member-admin'), consortiumStaff('admin'), feeder])
    expect(await status(actor)).toBe(404);
  const body = { kind: 'patrons', fileName: 'p.csv', bytes: 10, control: { records: 1 }, more: 1 };
  expect((await call(addFile, { actor: feeder, path: { memberId: 'cedar', loadId: run.loadId }, body })).status).toBe(
    400,
  );
});

test('a block of the old system is loaded in place of an equal one that has ended', async () => {
  await aRun(table, { files: file([pupil(1000)]) });
  const over = { code: 'address-unknown', scope: 'cedar', since: '2025-01-01T00:00:00.000Z', by: 'staff:stf_2' };
  const update = patronsKeys.key('patronStatus', { patronId: idOf(1000) });
  await table.write([{ update, set: { blocks: [{ ...over, until: '2025-02-01' }] } }]);
  const blocks = ['patron;reason;everywhere;since', 'S1000;ADR;nein;10.02.2026'].join('\n');
  expect((await aRun(table, { files: { blocks } })).tallies.blocks).toMatchObject({ created: 1 });
  const { blocks: loaded } = (await read(1000)).status;
  expect(loaded).toMatchObject([{ code: 'address-unknown', by: 'staff:stf_1' }]);
  expect(loaded[0]).not.toHaveProperty('until');
});

test('a block ends on the last day that the old system names; one that is over is not loaded', async () => {
  await aRun(table, { files: file([pupil(1002), pupil(1003)]) });
  const rows = ['S1002;ADR;nein;10.02.2026;31.12.2031', 'S1003;ADR;nein;10.02.2020;31.12.2020'];
  const blocks = ['patron;reason;everywhere;since;until', ...rows].join('\n');
  const { tallies } = await aRun(table, { files: { blocks } });
  expect(tallies.blocks).toMatchObject({ created: 1, rejected: 1, reasons: { 'already-over': 1 } });
  expect((await read(1002)).status.blocks).toMatchObject([{ code: 'address-unknown', until: '2031-12-31' }]);
  expect((await read(1003)).status.blocks).toEqual([]);
});
