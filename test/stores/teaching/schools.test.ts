import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as erase } from '../../../functions/patrons/consumers/erase-patrons/handler.ts';
import { handler as askErasure } from '../../../functions/patrons/operations/ask-erasure/handler.ts';
import { handler as listMyDependants } from '../../../functions/patrons/operations/list-my-dependants/handler.ts';
import { handler as mergePatrons } from '../../../functions/patrons/operations/merge-patrons/handler.ts';
import { keys as patronsKeys } from '../../../functions/patrons/public/keys.ts';
import { patronStore } from '../../../functions/patrons/public/patron-store.ts';
import { personItem } from '../../../functions/patrons/public/person-item.ts';
import { handler as rollYearsByClock } from '../../../functions/teaching/consumers/roll-years/handler.ts';
import { keys as teachingKeys } from '../../../functions/teaching/data/keys.ts';
import { schoolStore } from '../../../functions/teaching/data/school-store.ts';
import { handler as getPupil } from '../../../functions/teaching/operations/get-pupil/handler.ts';
import { handler as getSchool } from '../../../functions/teaching/operations/get-school/handler.ts';
import { handler as lendSet } from '../../../functions/teaching/operations/lend-class-set/handler.ts';
import { handler as listClasses } from '../../../functions/teaching/operations/list-classes/handler.ts';
import { handler as listLeavers } from '../../../functions/teaching/operations/list-leavers/handler.ts';
import { handler as loadRoster } from '../../../functions/teaching/operations/load-roster/handler.ts';
import { handler as myClass } from '../../../functions/teaching/operations/my-class/handler.ts';
import { handler as myClasses } from '../../../functions/teaching/operations/my-classes/handler.ts';
import { handler as planYear } from '../../../functions/teaching/operations/plan-roll-over/handler.ts';
import { handler as printLoans } from '../../../functions/teaching/operations/print-class-loans/handler.ts';
import { handler as setTeachers } from '../../../functions/teaching/operations/set-class-teachers/handler.ts';
import { handler as setSchool } from '../../../functions/teaching/operations/set-school/handler.ts';
import { handler as showClass } from '../../../functions/teaching/operations/show-class/handler.ts';
import { handler as showYear } from '../../../functions/teaching/operations/show-roll-over/handler.ts';
import { handler as undoYear } from '../../../functions/teaching/operations/undo-roll-over/handler.ts';
import { rollYears } from '../../../functions/teaching/use-cases/roll-years.ts';
import { stamp, type Table } from '../../../layers/platform/dynamodb/table.ts';
import type { Write } from '../../../layers/platform/dynamodb/write.ts';
import { countingIds } from '../../../layers/platform/runtime/ids.ts';
import { bucketInMemory } from '../../builders/bucket-in-memory.ts';
import { call } from '../../builders/call.ts';
import { aPatron as aPatronStatus } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aConsortium, aCopy, at, countersOf } from '../../builders/lending.ts';
import { aPatron, patron, staffAt } from '../../builders/people.ts';
import { proofSize } from '../../builders/proof-size.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const summer = '2026-08-03T11:00:00.000Z';
const branchId = 'elm.main';
const desk = staffAt(branchId, 'desk', 'desk-supervisor');
const admin = staffAt('elm', 'member-admin');
const lambda = { awsRequestId: 'lambda-1' };
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
  await aConsortium(table);
  const grades = ['4', '5', '6'].map((grade) => ({ grade, category: grade === '6' ? 'young-adult' : 'child' }));
  const body = { branchId, grades, leavers: { become: 'category', category: 'adult' } };
  expect((await call(setSchool, { actor: admin, path: { memberId: 'elm' }, body })).status).toBe(200);
});

type Guardian = { name: { family: string; given?: string }; email: string };
type Line = Pick<Guardian, 'name'> & { id: string; card?: string; grade: string; class: string } & {
  birthDate?: string;
  guardians?: Guardian[];
};
let serial = 0;
const aLine = (over: Partial<Line> = {}): Line => {
  serial += 1;
  const family = `Family${String(serial).padStart(4, '0')}`;
  return { id: `N-${serial}`, name: { family }, card: `2990${serial}`, grade: '5', class: '5b', ...over };
};
const roster = async (lines: Line[], dryRun = false, ended: string[] = []) => {
  const body = {
    dryRun,
    ended,
    expiresOn: '2030-07-31',
    lines: lines.map((line) => ({ birthDate: '2015-05-05', ...line })),
  };
  const answered = await call(loadRoster.using(at(monday)), { actor: desk, path: { branchId }, body });
  expect(answered.status).toBe(200);
  return answered.body as {
    accepted: number;
    counts: Record<string, number>;

    lines: never[];
    missing: never[];
  };
};
const classNow = async (classId: string) =>
  (await call(showClass.using(at(monday)), { actor: desk, path: { branchId, classId } })).body as {
    pupils: { patronId: string; localId: string; name: { family: string }; loans: { title?: string }[] }[];
  };
const rows = async () => (await scanAll(table.name)).map((row) => JSON.stringify(row)).sort();

test('a roster adds, matches, moves and lists missing pupils; a dry run writes nothing, a repeated run changes nothing', async () => {
  const known = await aPatron(table, { card: '299000', family: 'Castellano', homeBranch: branchId });
  await aPatron(table, { card: '299001', homeBranch: 'cedar.main' });
  const lines = [
    aLine({ class: '4a', grade: '4' }),
    aLine({ class: '4a', grade: '4', card: known.card, name: { family: 'Castellano', given: 'Amara' } }),
    aLine({ class: '4a', grade: '4', card: '299001' }),
    aLine({ class: '4a', grade: '9' }),
    aLine({ class: '4a', grade: '4' }),
  ];
  const before = await rows();
  const dry = await roster(lines, true);
  expect(await rows()).toEqual(before);
  expect(dry).toMatchObject({ read: 5, accepted: 3, rejected: 2, counts: { added: 2, matched: 1 } });
  const real = await roster(lines);
  expect(real).toMatchObject({ counts: dry.counts, missing: [] });
  expect(real.lines).toMatchObject([
    {},
    { patronId: known.patronId },
    { reject: 'card-elsewhere' },
    { reject: 'grade-unknown' },
    {},
  ]);
  expect((await classNow('4a')).pupils.map(({ name }) => name.family)).toEqual([
    'Castellano',
    lines[0]?.name.family,
    lines[4]?.name.family,
  ]);
  const once = await rows();
  expect(await roster(lines)).toMatchObject({ counts: { unchanged: 3, added: 0 } });
  expect(await rows()).toEqual(once);
  // One moves to another class; the last is no longer on the list.
  const [first, second] = lines as [Line, Line];
  const moved = await roster([{ ...first, class: '4b' }, second]);
  expect(moved).toMatchObject({ counts: { moved: 1, unchanged: 1 }, missing: [{ id: lines[4]?.id, classId: '4a' }] });
  expect((await call(getPupil, { actor: desk, path: { branchId, patronId: known.patronId } })).body).toMatchObject({
    classId: '4a',
    grade: '4',
  });
});

test('a guardian of the register who is a patron becomes the guardian of the pupils; a dry run only says so, and a repeated run changes nothing', async () => {
  const { patronId } = await aPatron(table, { family: 'Mbeki', homeBranch: 'cedar.main' });
  const guardians = [{ name: { family: 'Mbeki', given: 'Amara' }, email: 'Amara.Okafor@example.org ' }];
  const unknown = [{ name: { family: 'Mbeki', given: 'Amara' }, email: 'other@example.org' }];
  const lines = [
    aLine({ class: '5g', guardians }),
    aLine({ class: '5g', guardians: [...unknown, ...guardians] }),
    aLine({ class: '5g', guardians: unknown }),
    aLine({ class: '5g', guardians, birthDate: '2005-01-01' }),
    aLine({ class: '5g' }),
  ];
  const before = await rows();
  const dry = await roster(lines, true);
  expect(dry).toMatchObject({ guardiansLinked: 2, guardiansUnknown: 1 });
  expect(await rows()).toEqual(before);
  expect(await roster(lines)).toMatchObject({ guardiansLinked: 2, guardiansUnknown: 1 });
  const { body } = await call(listMyDependants.using(at(monday)), { actor: patron(patronId) });
  const { dependants } = body as { dependants: { name: { family: string } }[] };
  const children = dependants.map(({ name }) => name.family).toSorted();
  expect(children).toEqual(lines.slice(0, 2).map(({ name }) => name.family));
  const once = await rows();
  expect(await roster(lines)).toMatchObject({ guardiansLinked: 2, guardiansUnknown: 1 });
  expect(await rows()).toEqual(once);
});

test('pupils whose enrolment the register ended leave the class and the school; unknown numbers and a second run change nothing', async () => {
  const [stays, goes] = [aLine({ class: '4end', grade: '4' }), aLine({ class: '4end', grade: '4' })];
  await roster([stays, goes]);
  const dry = await roster([stays], true, [goes.id, 'N-nobody']);
  expect(dry).toMatchObject({ read: 3, counts: { left: 1, unchanged: 2 }, missing: [] });
  expect((await classNow('4end')).pupils).toHaveLength(2);
  expect(await roster([stays], false, [goes.id, 'N-nobody'])).toMatchObject({ counts: dry.counts, rejected: 0 });
  expect((await classNow('4end')).pupils.map(({ localId }) => localId)).toEqual([stays.id]);
  expect(await roster([], false, [goes.id])).toMatchObject({ counts: { left: 0, unchanged: 1 } });
  expect(await roster([goes])).toMatchObject({ counts: { rejoined: 1 } });
});

test('a set is lent to a class in order by the one checkout, once; the class list prints; a teacher sees dates, not titles', async () => {
  const lines = [aLine({ class: '5set' }), aLine({ class: '5set' }), aLine({ class: '5set' })];
  await roster(lines);
  const copies = await Promise.all(lines.map(() => aCopy(table, { branchId })));
  const items = copies.map(({ barcode }) => barcode);
  await table.write([{ update: { pk: `ITEM#${copies[1]?.itemId}`, sk: 'CIRC' }, set: { state: 'damaged' } }]);
  const request = {
    ...{ actor: desk, path: { branchId, classId: '5set' }, body: { items } },
    headers: { 'idempotency-key': 'set-1' },
  };
  const lent = await call(lendSet.using(at(monday)), request);
  expect(lent).toMatchObject({
    status: 201,
    body: { lent: 2, lines: [{ loan: {} }, { refused: [{}] }, { loan: {} }] },
  });
  expect((await call(lendSet.using(at(monday)), request)).body).toEqual(lent.body);
  const { pupils } = await classNow('5set');
  expect(pupils.map(({ loans }) => loans.length)).toEqual([1, 0, 1]);
  expect(await countersOf(table, pupils[0]?.patronId ?? '')).toMatchObject({ loans: 1 });
  const csv = await call(printLoans.using(at(monday)), { actor: desk, path: { branchId, classId: '5set' } });
  expect(String(csv.body).split('\r\n')).toHaveLength(5);
  expect(csv.body).toContain(`5set,${lines[0]?.name.family},${lines[0]?.card},${items[0]},`);
  const teacher = await aPatron(table, { homeBranch: branchId, family: 'Lindqvist' });
  const path = { branchId, classId: '5set' };
  const taught = (teachers: string[]) => call(setTeachers, { actor: desk, path, body: { teachers } });
  expect(await taught([pupils[0]?.patronId ?? ''])).toMatchObject({ body: { code: 'not-of-this-school' } });
  expect((await taught([teacher.patronId])).status).toBe(200);
  const me = patron(teacher.patronId, 'elm');
  expect((await call(myClasses, { actor: me })).body).toMatchObject({ classes: [{ classId: '5set' }] });
  const mine = { path: { memberId: 'elm', classId: '5set' } };
  const seen = await call(myClass.using(at(monday)), { actor: me, ...mine });
  expect(seen.body).toMatchObject({
    pupils: [{ sight: 'amounts-and-dates', owed: 0, loans: [{ due: expect.any(String) }] }, { loans: [] }, {}],
  });
  expect(JSON.stringify(seen.body)).not.toContain('title');
  expect((await call(myClass, { actor: patron(pupils[0]?.patronId ?? '', 'elm'), ...mine })).status).toBe(404);
  await taught([]);
  expect((await call(myClass, { actor: me, ...mine })).status).toBe(404);
  for (const item of [items[0], items[2]])
    await call(checkIn.using(at(monday)), { actor: desk, body: { branchId, item } });
  expect((await classNow('5set')).pupils.flatMap(({ loans }) => loans)).toEqual([]);
});

test('a school’s pupils roll over once with interruptions and repetitions; leavers and their loans are listed; it can be undone', async () => {
  const perGrade = proofSize(20, 100);
  await manyPupils(3 * perGrade);
  const pupils = (await classNow('6z')).pupils;
  const copy = await aCopy(table, { branchId });
  const body = { items: [copy.barcode] };
  await call(lendSet.using(at(monday)), { actor: desk, path: { branchId, classId: '6z' }, body });
  const leavers = async () => {
    const all: { localId: string; loans: unknown[]; left?: string }[] = [];
    let after: string | undefined;
    do {
      const query = { limit: String(perGrade), ...(after !== undefined && { after }) };
      const page = (await call(listLeavers.using(at(summer)), { actor: admin, path: { memberId: 'elm' }, query }))
        .body as { leavers: typeof all; next?: string };
      all.push(...page.leavers);
      after = page.next;
    } while (after !== undefined);
    return all;
  };
  const before = await leavers();
  expect(before.length).toBe(perGrade);
  expect(before.filter(({ loans }) => loans.length > 0).map(({ localId }) => localId)).toEqual([pupils[0]?.localId]);
  const began = await status();
  const year = { actor: admin, path: { memberId: 'elm', year: '2026-27' } };
  const plan = () =>
    call(planYear.using(at(monday)), {
      actor: admin,
      path: { memberId: 'elm' },
      body: { year: '2026-27', on: '2026-08-01' },
    });
  expect((await plan()).status).toBe(201);
  await rollYearsByClock.using(at(monday))({}, lambda);
  expect((await call(showYear, year)).body).toMatchObject({ state: 'planned' });
  let writes = 0;
  const dying: Table = {
    ...table,
    write: (...args) => {
      writes += 1;
      if (writes > 1.5 * perGrade) throw new Error('The worker died.');
      return table.write(...args);
    },
  };
  await expect(rollYears(dying, countingIds(), Date.parse(summer))).rejects.toThrow('The worker died.');
  await rollYearsByClock.using(at(summer))({}, lambda);
  expect((await call(showYear, year)).body).toMatchObject({ state: 'begun' });
  const once = await rows();
  await rollYearsByClock.using(at(summer))({}, lambda);
  expect(await rows()).toEqual(once);
  expect((await plan()).body).toMatchObject({ code: 'year-begun' });
  const schools = schoolStore(table);
  const sizes = await Promise.all(['4z', '5z', '6z'].map(async (id) => (await schools.pupilsIn('elm', id)).length));
  expect(sizes).toEqual([0, perGrade, perGrade]);
  expect(await patronStore(table).status(pupils[0]?.patronId ?? '')).toMatchObject({ category: 'adult' });
  // Of those who left, only pupils who still have something are listed.
  expect((await leavers()).filter(({ left }) => left !== undefined)).toMatchObject([{ localId: pupils[0]?.localId }]);
  const undo = await call(undoYear.using(at(summer)), year);
  expect(undo.body).toMatchObject({ state: 'undoing' });
  await rollYearsByClock.using(at(summer))({}, lambda);
  expect(await status()).toEqual(began);
  expect((await call(undoYear.using(at(summer)), year)).body).toMatchObject({ state: 'undone' });
}, 120_000);

/** Writes pupils of three grades to the table, as a roster leaves them. */
const manyPupils = async (count: number) => {
  for (const grade of ['4', '5', '6'])
    await schoolStore(table).ensureClass({ memberId: 'elm', classId: `${grade}z`, grade });
  for (let from = 0; from < count; from += 20) {
    const some = Array.from({ length: 20 }, (_, at_) => from + at_).flatMap((n): Write[] => {
      const grade = ['4', '5', '6'][n % 3] ?? '4';
      const [patronId, localId, name] = [`pat_many${n}`, `M-${n}`, { family: `Many${1000 + n}` }];
      const status = aPatronStatus({ patronId, homeMember: 'elm', homeBranch: branchId, category: 'child', v: 1 });
      const person = { patronId, memberId: 'elm', person: { name }, card: `77${n}`, registeredAt: monday, v: 1 };
      const pupil = {
        patronId,
        memberId: 'elm',
        localId,
        nameKey: name.family.toLowerCase(),
        grade,
        classId: `${grade}z`,
      };
      return [
        { put: { ...patronsKeys.key('patronStatus', status), ...stamp('patronStatus', 1), ...status } },
        { put: personItem(person) },
        {
          put: {
            ...teachingKeys.key('pupil', pupil),
            ...teachingKeys.gsi2('pupil', pupil),
            ...stamp('pupil', 1),
            ...pupil,
          },
        },
        {
          put: {
            ...teachingKeys.key('pupilNumber', pupil),
            ...stamp('pupilNumber', 1),
            memberId: 'elm',
            localId,
            patronId,
          },
        },
      ];
    });
    await table.write(some);
  }
};

/** Returns each pupil's current grade, class and card. */
const status = async () => {
  const all = await scanAll(table.name);
  const cards = new Map(all.filter(({ entity }) => entity === 'patronStatus').map((row) => [row.patronId, row]));
  return all
    .filter(({ entity }) => entity === 'pupil')
    .map(({ patronId, grade, classId, left }) => {
      const { category, expiresOn } = cards.get(patronId) ?? {};
      return [patronId, grade, classId, left, category, expiresOn].join(' ');
    })
    .sort();
};

test('too late, or for an unplanned year, nothing is undone', async () => {
  const undo = (year: string, when: string) =>
    call(undoYear.using(at(when)), { actor: admin, path: { memberId: 'elm', year } });
  expect(await undo('1999', monday)).toMatchObject({ status: 404, body: { code: 'unknown-year' } });
  const body = { year: '2031', on: '2026-03-01' };
  await call(planYear.using(at(monday)), { actor: admin, path: { memberId: 'elm' }, body });
  expect(await undo('2031', summer)).toMatchObject({ status: 409, body: { code: 'too-late' } });
  expect((await undo('2031', monday)).body).toMatchObject({ state: 'undoing' });
});

test('the erasure of a pupil finds the roster’s rows: neither number nor name is left', async () => {
  const [gone, stays] = [aLine({ class: '5e', name: { family: 'Zimmerlin' } }), aLine({ class: '5e' })];
  await roster([gone, stays]);
  const pupil = (await classNow('5e')).pupils.find(({ localId }) => localId === gone.id);
  const patronId = pupil?.patronId ?? '';
  const asked = { actor: desk, path: { patronId }, body: { branchId } };
  expect((await call(askErasure.using(at(monday, { bucket: bucketInMemory() })), asked)).body).toMatchObject({
    state: 'erasing',
  });
  await erase.using(at(monday, { bucket: bucketInMemory() }))({}, lambda);
  const left = (await scanAll(table.name)).map((row) => JSON.stringify(row));
  for (const trace of [patronId, `"${gone.id}"`, `#${gone.id}"`, 'immerlin'])
    expect(left.filter((row) => row.includes(trace))).toEqual([]);
  expect((await classNow('5e')).pupils.map(({ localId }) => localId)).toEqual([stays.id]);
});

test('when merged with another record of the same person, a pupil stays in the class and a teacher keeps it', async () => {
  const line = aLine({ class: '5m' });
  await roster([line]);
  const former = (await classNow('5m')).pupils[0]?.patronId ?? '';
  const [survivor, teacher, again] = await Promise.all([
    aPatron(table, { homeBranch: branchId }),
    aPatron(table, { homeBranch: branchId, family: 'Abara' }),
    aPatron(table, { homeBranch: branchId, family: 'Abara' }),
  ]);
  const path = { branchId, classId: '5m' };
  await call(setTeachers, { actor: desk, path, body: { teachers: [teacher.patronId] } });
  const merge = (patronId: string, otherId: string) =>
    call(mergePatrons.using(at(monday)), { actor: desk, path: { patronId }, body: { branchId, otherId } });
  expect((await merge(survivor.patronId, former)).status).toBe(200);
  expect((await merge(again.patronId, teacher.patronId)).status).toBe(200);
  const mine = { actor: patron(again.patronId, 'elm'), path: { memberId: 'elm', classId: '5m' } };
  expect((await call(myClass.using(at(monday)), mine)).body).toMatchObject({ pupils: [{}] });
  expect((await classNow('5m')).pupils.map(({ patronId }) => patronId)).toEqual([survivor.patronId]);
  expect(await roster([line])).toMatchObject({ counts: { unchanged: 1 }, missing: [] });
});

test('a school shows its grades and where leavers go, and a desk its classes', async () => {
  const shown = await call(getSchool, { actor: admin, path: { memberId: 'elm' } });
  expect(shown).toMatchObject({ status: 200, body: { leavers: { become: 'category', category: 'adult' } } });
  const classes = await call(listClasses, { actor: desk, path: { branchId } });
  expect(classes).toMatchObject({ status: 200, body: { classes: expect.any(Array) } });
});
