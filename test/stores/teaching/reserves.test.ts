import { changedItemWrites } from '../../../functions/catalogue/public/changed-item-writes.ts';
import { sourceItem } from '../../../functions/catalogue/public/source-item.ts';
import { handler as checkIn } from '../../../functions/circulation/operations/check-in/handler.ts';
import { handler as checkOut } from '../../../functions/circulation/operations/check-out/handler.ts';
import { handler as placeHold } from '../../../functions/circulation/operations/place-hold/handler.ts';
import { keys as circulationKeys } from '../../../functions/circulation/public/keys.ts';
import { itemRecord } from '../../../functions/items/public/item-record.ts';
import { itemStore } from '../../../functions/items/public/item-store.ts';
import { keys as itemsKeys } from '../../../functions/items/public/keys.ts';
import { memberStore } from '../../../functions/membership/public/member-store.ts';
import { handler as endTermsByClock } from '../../../functions/teaching/consumers/end-terms/handler.ts';
import { handler as addPersonalCopy } from '../../../functions/teaching/operations/add-personal-copy/handler.ts';
import { handler as copyCourse } from '../../../functions/teaching/operations/copy-course/handler.ts';
import { handler as createCourse } from '../../../functions/teaching/operations/create-course/handler.ts';
import { handler as editCourse } from '../../../functions/teaching/operations/edit-course/handler.ts';
import { handler as findCourses } from '../../../functions/teaching/operations/find-courses/handler.ts';
import { handler as listCourses } from '../../../functions/teaching/operations/list-courses/handler.ts';
import { handler as listMaterial } from '../../../functions/teaching/operations/list-material/handler.ts';
import { handler as listTerms } from '../../../functions/teaching/operations/list-terms/handler.ts';
import { handler as putOnReserve } from '../../../functions/teaching/operations/put-on-reserve/handler.ts';
import { handler as setTerm } from '../../../functions/teaching/operations/set-term/handler.ts';
import { handler as showCourse } from '../../../functions/teaching/operations/show-course/handler.ts';
import { handler as takeOff } from '../../../functions/teaching/operations/take-off-list/handler.ts';
import { endTerms } from '../../../functions/teaching/use-cases/end-terms.ts';
import { itemBytes } from '../../../layers/platform/dynamodb/capacity/item-size.ts';
import type { Table } from '../../../layers/platform/dynamodb/table.ts';
import { call } from '../../builders/call.ts';
import { aLoan } from '../../builders/circulation.ts';
import { aTable } from '../../builders/dynamodb-local.ts';
import { aBorrower, aConsortium, aCopy, at } from '../../builders/lending.ts';
import { aPatron, staffAt } from '../../builders/people.ts';
import { aRule } from '../../builders/policies.ts';
import { scanAll } from '../../builders/scan-all.ts';

const monday = '2026-03-02T11:00:00.000Z';
const afterTheTerm = '2026-06-02T00:00:00.000Z';
const branchId = 'ash.main';
const reserve = staffAt(branchId, 'desk');
const place = { location: 'Reserve desk', category: 'reserve-2h' };
let table: Table & { name: string };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => {});
  process.env.BUCKET_NAME = 'no-bucket';
  table = await aTable();
  await aConsortium(table, [
    aRule({
      id: 'two-hours',
      when: { itemCategory: 'reserve-2h' },
      values: { loanPeriod: { hours: 2 }, holdable: false },
    }),
  ]);
  const member = { memberId: 'ash', name: 'Ash College', type: 'academic' as const, fiscalYearStartsIn: 7 };
  await memberStore(table).create({ ...member, lendsOnRequest: false }, monday);
  for (const [termId, endsOn] of [
    ['spring', '2026-05-31'],
    ['summer', '2026-08-31'],
  ]) {
    const body = { name: `Term ${termId}`, startsOn: '2026-02-01', endsOn };
    const request = { actor: staffAt('ash', 'desk-supervisor'), path: { memberId: 'ash', termId: termId ?? '' }, body };
    expect((await call(setTerm.using(at(monday)), request)).status).toBe(200);
  }
});

let serial = 0;
const aCourse = async (over: Record<string, unknown> = {}) => {
  serial += 1;
  const body = { branchId, termId: 'spring', code: `HIST ${serial}`, title: 'The Atlantic World', ...over };
  const made = await call(createCourse.using(at(monday)), { actor: reserve, body });
  expect(made.status).toBe(201);
  return (made.body as { courseId: string }).courseId;
};
const put = (courseId: string, item: string, over = {}) =>
  call(putOnReserve.using(at(monday)), {
    ...{ actor: reserve, path: { courseId } },
    body: { branchId, item, ...place, ...over },
  });
const off = (courseId: string, entryId: string) =>
  call(takeOff.using(at(monday)), { actor: reserve, path: { courseId }, body: { branchId, entryId } });
const itemNow = async (itemId: string) => itemStore(table).get(itemId, { strong: true });
const found = async (q: string) =>
  ((await call(findCourses, { query: { q } })).body as { courses: { courseId: string }[] }).courses.map(
    ({ courseId }) => courseId,
  );
const shown = async (courseId: string) =>
  (await call(showCourse, { path: { courseId } })).body as { materials: Record<string, unknown>[] };

test('a copy on reserve is lent by the reserve’s rule and takes no hold; of two courses each has it until it ends', async () => {
  const [one, two] = [await aCourse(), await aCourse()];
  const copy = await aCopy(table);
  const before = await itemNow(copy.itemId);
  expect((await put(one, copy.barcode)).body).toMatchObject({ entryId: copy.itemId, awaited: false });
  expect((await put(two, copy.barcode, { category: 'reserve-3d' })).status).toBe(201);
  expect(await put(two, copy.barcode)).toMatchObject({ status: 409, body: { code: 'listed-already' } });
  const borrower = await aBorrower(table);
  const held = await call(placeHold.using(at(monday)), {
    ...{ actor: borrower.actor, body: { recordId: copy.recordId, pickupBranch: 'cedar.main' } },
  });
  expect(held).toMatchObject({ status: 409, body: { code: 'no-holdable-copy' } });
  const lent = await call(checkOut.using(at(monday)), {
    ...{ actor: reserve, body: { branchId, item: copy.barcode, patron: borrower.card } },
  });
  expect(lent.body).toMatchObject({ loan: { due: '2026-03-02T13:00:00.000Z' }, because: { ruleId: 'two-hours' } });
  expect((await shown(one)).materials).toMatchObject([
    { kind: 'item', copy: { state: 'on-loan', due: '2026-03-02T13:00:00.000Z', location: 'Reserve desk' } },
  ]);
  // Removed while it is on loan: the loan keeps its terms; location and category apply to the next loan at once.
  await off(one, copy.itemId);
  expect(await itemNow(copy.itemId)).toMatchObject({ category: 'reserve-3d', loan: { ruleId: 'two-hours' } });
  await off(two, copy.itemId);
  await off(two, copy.itemId);
  await call(checkIn.using(at(monday)), { actor: reserve, body: { branchId, item: copy.barcode } });
  const { lastCheckin: _, keys: __, v: ___, ...after } = (await itemNow(copy.itemId)) ?? copy;
  expect({ ...after, v: before?.v }).toEqual(before);
});

test('a copy on loan when it is put on reserve is awaited, and its check-in shows that it belongs there', async () => {
  const courseId = await aCourse();
  const copy = await aCopy(table);
  const borrower = await aBorrower(table);
  const body = { branchId, item: copy.barcode, patron: borrower.card };
  await call(checkOut.using(at(monday)), { actor: reserve, body });
  expect((await put(courseId, copy.barcode)).body).toMatchObject({ state: 'on-loan', awaited: true });
  expect((await itemNow(copy.itemId))?.loan?.ruleId).toBe('base');
  const back = await call(checkIn.using(at(monday)), { actor: reserve, body: { branchId, item: copy.barcode } });
  expect(back.body).toMatchObject({ warnings: ['put-on-reserve'], next: { step: 'shelve' } });
});

test('changes that a load makes to a copy meanwhile apply when it comes back', async () => {
  const courseId = await aCourse();
  const copy = await aCopy(table);
  await put(courseId, copy.barcode);
  const description = {
    ...{ itemId: copy.itemId, sourceId: copy.sourceId, memberId: 'ash', barcode: copy.barcode, branchId },
    ...{ location: 'Annex', callNumber: 'B 1', category: 'folio', copyNumber: '', volume: '', hiddenFrom: [] },
  };
  await table.write(changedItemWrites(description));
  expect(await itemNow(copy.itemId)).toMatchObject(place);
  await off(courseId, copy.itemId);
  expect(await itemNow(copy.itemId)).toMatchObject({ location: 'Annex', category: 'folio' });
});

test('a copy that was removed from the catalogue is left out of the list, and leaves no row', async () => {
  const courseId = await aCourse();
  const copy = await aCopy(table);
  await put(courseId, copy.barcode);
  await table.write([{ delete: itemsKeys.key('item', copy) }]);
  expect((await shown(courseId)).materials).toEqual([]);
  expect((await off(courseId, copy.itemId)).status).toBe(200);
  expect((await scanAll(table.name)).filter(({ pk }) => pk === itemsKeys.key('item', copy).pk)).toEqual([]);
});

test('courses are found by code, title, department and instructor; an erased instructor’s name is nowhere', async () => {
  await aPatron(table, { patronId: 'pat_teacher', family: 'Zwetkowa', homeBranch: 'cedar.main' });
  const instructors = [{ patronId: 'pat_teacher' }, { name: 'Ines Moreau' }];
  const courseId = await aCourse({ code: 'PHIL-12', title: 'Éthique', department: 'Philosophy', instructors });
  for (const q of ['phil12', 'ethi', 'philosophy', 'moreau eth', 'zwet']) expect(await found(q)).toEqual([courseId]);
  expect(await found('moreau hist')).toEqual([]);
  const changed = { branchId, title: 'Logic', instructors: [{ patronId: 'pat_teacher' }] };
  const edited = await call(editCourse.using(at(monday)), { actor: reserve, path: { courseId }, body: changed });
  expect(edited.body).toMatchObject({ title: 'Logic', instructors: ['Amara Zwetkowa'] });
  expect(await found('moreau')).toEqual([]);
  expect(await found('logic')).toEqual([courseId]);
  // Some rows have her name in their keys only: an erasure deletes those completely.
  const named = (await scanAll(table.name)).filter((row) => /zwetkowa/i.test(JSON.stringify(row)));
  expect(named.map(({ pk, sk }) => `${pk} ${sk}`).every((text) => text.includes('pat_teacher'))).toBe(true);
  const unknown = { ...changed, instructors: [{ patronId: 'pat_nobody' }] };
  expect(await call(editCourse, { actor: reserve, path: { courseId }, body: unknown })).toMatchObject({
    status: 422,
    body: { code: 'unknown-instructor' },
  });
});

test('refuses a code twice in a term, another member’s course and copy, and an unknown record', async () => {
  const courseId = await aCourse({ code: 'BIO 1' });
  const again = { branchId, termId: 'spring', code: 'BIO 1', title: 'Cells' };
  expect(await call(createCourse, { actor: reserve, body: again })).toMatchObject({ body: { code: 'code-taken' } });
  expect(await call(createCourse, { actor: reserve, body: { ...again, termId: 'never' } })).toMatchObject({
    body: { code: 'no-term' },
  });
  const elm = staffAt('elm.main', 'desk');
  const copy = await aCopy(table, { branchId: 'elm.main' });
  expect(
    await call(putOnReserve, {
      actor: elm,
      path: { courseId },
      body: { branchId: 'elm.main', item: copy.barcode, ...place },
    }),
  ).toMatchObject({ status: 403, body: { code: 'not-your-course' } });
  expect(await put(courseId, copy.barcode)).toMatchObject({ status: 403, body: { code: 'not-your-item' } });
  const material = { kind: 'record', recordId: 'rec_none' };
  expect(await call(listMaterial, { actor: reserve, path: { courseId }, body: { branchId, material } })).toMatchObject({
    status: 404,
    body: { code: 'unknown-record' },
  });
});

test('two desks that put one copy on reserve for two courses at once both succeed', async () => {
  const courses = await Promise.all([aCourse(), aCourse(), aCourse()]);
  const copy = await aCopy(table);
  const put3 = await Promise.all(courses.map((courseId) => put(courseId, copy.barcode)));
  expect(put3.map(({ status }) => status)).toEqual([201, 201, 201]);
  const row = await table.get(circulationKeys.key('itemReserves', copy), { strong: true });
  const listings = (row?.listings ?? []) as { courseId: string }[];
  expect(listings.map(({ courseId }) => courseId).sort()).toEqual(courses.sort());
  await Promise.all(courses.map((courseId) => off(courseId, copy.itemId)));
  expect((await itemNow(copy.itemId))?.reserve).toBeUndefined();
});

test('an item’s record on reserve stays within 1 KB with the longest loan', async () => {
  const copy = await aCopy(table, { loan: aLoan({ groups: ['dvds', 'music'] }), state: 'on-loan' });
  const own = { branchId, location: 'Main stacks, third floor', category: 'book' };
  const longest = { location: 'L'.repeat(40), category: 'c'.repeat(40), branchId: 'ash.a-branch-with-a-long-name' };
  const record = itemRecord({ ...copy, ...longest, reserve: { own, awaited: true } });
  expect(itemBytes(record)).toBeLessThanOrEqual(1024);
});

test('the clock ends a term once: its copies return, those of another term stay; interrupted and repeated it ends the same', async () => {
  const spring = await aCourse({ code: 'END 1' });
  const summer = await aCourse({ code: 'END 2', termId: 'summer' });
  const copies = [await aCopy(table), await aCopy(table), await aCopy(table)];
  for (const copy of copies) expect((await put(spring, copy.barcode)).status).toBe(201);
  const [first, second, shared] = copies as [(typeof copies)[0], (typeof copies)[0], (typeof copies)[0]];
  expect((await put(summer, shared.barcode)).status).toBe(201);
  const lambda = { awsRequestId: 'lambda-1' };
  // Not on the evening of the last day, in any time zone.
  expect(await endTerms(table, Date.parse('2026-06-01T11:00:00.000Z'))).toMatchObject({ back: 0, terms: 0 });
  let writes = 0;
  const dying: Table = {
    ...table,
    write: (...args) => {
      writes += 1;
      if (writes > 4) throw new Error('The worker died.');
      return table.write(...args);
    },
  };
  await expect(endTerms(dying, Date.parse(afterTheTerm))).rejects.toThrow('The worker died.');
  await endTermsByClock.using(at(afterTheTerm))({}, lambda);
  const settled = async () =>
    (await scanAll(table.name))
      .filter(({ entity }) =>
        ['term', 'course', 'courseMaterial', 'itemReserves', 'item', 'courseTerm'].includes(String(entity)),
      )
      .map((row) => JSON.stringify(row))
      .sort();
  const once = await settled();
  await endTermsByClock.using(at(afterTheTerm))({}, lambda);
  expect(await settled()).toEqual(once);
  for (const { itemId } of [first, second]) {
    expect(await itemNow(itemId)).toMatchObject({ location: 'stacks', category: 'book' });
    expect((await itemNow(itemId))?.reserve).toBeUndefined();
  }
  expect(await itemNow(shared.itemId)).toMatchObject(place);
  expect(await found('end')).toEqual([summer]);
  expect(await put(spring, first.barcode)).toMatchObject({ status: 409, body: { code: 'course-ended' } });
});

test('last term’s course is copied with its list, once; unfit entries are named', async () => {
  const spring = await aCourse({ code: 'FWD 1', termId: 'summer' });
  const [copy, damaged] = [await aCopy(table), await aCopy(table)];
  for (const { barcode } of [copy, damaged]) expect((await put(spring, barcode)).status).toBe(201);
  const material = { kind: 'link', url: 'https://example.org/a', title: 'The sea as archive' };
  await call(listMaterial.using(at(monday)), {
    actor: reserve,
    path: { courseId: spring },
    body: { branchId, material },
  });
  await table.write([{ update: itemsKeys.key('item', damaged), set: { state: 'damaged' } }]);
  const body = { name: 'Autumn', startsOn: '2026-09-01', endsOn: '2026-12-18' };
  await call(setTerm, { actor: staffAt('ash', 'member-admin'), path: { memberId: 'ash', termId: 'autumn' }, body });
  const { body: known } = await call(listTerms, { path: { memberId: 'ash' } });
  expect((known as { terms: { termId: string }[] }).terms.map(({ termId }) => termId)).toContain('autumn');
  const forward = () =>
    call(copyCourse.using(at(monday)), {
      actor: reserve,
      path: { courseId: spring },
      body: { branchId, termId: 'autumn' },
    });
  const made = await forward();
  expect(made).toMatchObject({
    status: 201,
    body: {
      course: { code: 'FWD 1', termId: 'autumn' },
      copied: 2,
      leftOut: [{ entryId: damaged.itemId, why: 'not-fit' }],
    },
  });
  expect((await forward()).body).toEqual(made.body);
  const { courses } = (await call(listCourses, { path: { memberId: 'ash', termId: 'autumn' } })).body as {
    courses: { courseId: string }[];
  };
  expect(courses).toHaveLength(1);
  expect((await shown(courses[0]?.courseId ?? '')).materials).toMatchObject([{ kind: 'item' }, { kind: 'link' }]);
});

/** The record of a copy, as a load leaves it. */
const sourceRow = ({ sourceId, recordId = '' }: { sourceId: string; recordId?: string }) =>
  sourceItem({
    ...{ sourceId, recordId, localId: sourceId, importId: 'imp_1', offset: 0, loadedAs: 'created', form: 'iso2709' },
    ...{ checksum: '', itemsBy: '', matchKeys: [], hiddenFrom: [], hiddenHoldings: {}, v: 0 },
  });

test('an instructor’s own copy is an item for as long as a course has it, and is deleted when it is returned', async () => {
  const courseId = await aCourse({ termId: 'summer' });
  const other = await aCopy(table);
  await table.write([{ put: sourceRow(other) }]);
  const own = { branchId, sourceId: other.sourceId, barcode: 'MOREAU-1', ...place };
  const add = () => call(addPersonalCopy.using(at(monday)), { actor: reserve, path: { courseId }, body: own });
  const { entryId } = (await add()).body as { entryId: string };
  expect(await add()).toMatchObject({ status: 409, body: { code: 'barcode-taken' } });
  const borrower = await aBorrower(table);
  const body = { branchId, item: 'MOREAU-1', patron: borrower.card };
  expect((await call(checkOut.using(at(monday)), { actor: reserve, body })).body).toMatchObject({
    because: { ruleId: 'two-hours' },
  });
  expect(await off(courseId, entryId)).toMatchObject({ status: 409, body: { code: 'personal-out' } });
  await call(checkIn.using(at(monday)), { actor: reserve, body: { branchId, item: 'MOREAU-1' } });
  expect((await off(courseId, entryId)).status).toBe(200);
  expect((await scanAll(table.name)).filter((row) => JSON.stringify(row).includes('MOREAU-1'))).toEqual([]);
});
