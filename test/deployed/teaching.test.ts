import { demoCourse, demoRoster, demoSchool, reserveCopies } from '../../demo/teaching.ts';
import { demoOn } from '../builders/demo.ts';
import { deployed } from '../builders/deployed.ts';

const demo = demoOn(deployed());
const seeded = demoCourse(new Date().toISOString().slice(0, 10));

type Material = { kind: string; entryId: string; copy?: { barcode: string; category: string; state: string } };

test('anyone finds the university’s course by its teacher, and sees the current state of its reserves', async () => {
  const found = await demo.call('GET', '/teaching/courses?q=moreau%20hist');
  expect(found.body).toMatchObject({
    courses: [{ code: seeded.course.code, instructors: ['Ines Moreau'] }],
    more: false,
  });
  const [course] = found.body.courses as { courseId: string }[];
  const { body } = await demo.call('GET', `/teaching/courses/${course?.courseId}`);
  const materials = body.materials as Material[];
  expect(materials.flatMap(({ copy }) => copy?.barcode ?? []).sort()).toEqual(
    reserveCopies.map(({ barcode }) => barcode).sort(),
  );
  expect(materials.filter(({ kind }) => kind === 'link')).toHaveLength(1);
  // The location and category come from the reserve, not from the catalogue.
  for (const { copy } of materials.filter(({ kind }) => kind === 'item')) expect(copy).toMatchObject(seeded.place);
});

test('the school’s desk opens a class with its pupils, and no other library’s desk does', async () => {
  const { branchId } = demoSchool;
  const as = demo.at('desk', branchId);
  const list = await demo.call('GET', `/teaching/branches/${branchId}/classes`, { as });
  const [first] = list.body.classes as { classId: string }[];
  const path = `/teaching/branches/${branchId}/classes/${first?.classId}`;
  const { body } = await demo.call('GET', path, { as });
  const pupils = body.pupils as { card: string }[];
  expect(pupils.length).toBeGreaterThan(0);
  const cards = demoRoster(new Date().getUTCFullYear()).map(({ card }) => card);
  for (const { card } of pupils) expect(cards).toContain(card);
  expect((await demo.call('GET', path, { as: demo.at('desk', 'harcourt.main') })).status).toBe(403);
});
