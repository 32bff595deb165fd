import * as fc from 'fast-check';
import { patronsSchema } from '../../../layers/records/policies/domain/patrons.ts';
import { nextClass, rollBack, rollOver } from './roll-over.ts';
import { asOnRoster, missingFrom, planLine, repeatedLines } from './roster.ts';
import { type Pupil, type RosterLine, schoolSchemeSchema } from './school.ts';
import { teacherSees } from './teacher-sight.ts';

const scheme = schoolSchemeSchema.parse({
  branchId: 'oak.library',
  grades: [
    { grade: '4', category: 'child' },
    { grade: '5', category: 'child' },
    { grade: '6', category: 'young-adult' },
  ],
  leavers: { become: 'category', category: 'adult' },
});
const pupil = (over: Partial<Pupil> = {}): Pupil => ({
  ...{ patronId: 'pat_1', memberId: 'oak', localId: '1001', nameKey: 'okafor, amara', grade: '5', classId: '5b', v: 1 },
  ...over,
});
const line = (over: Partial<RosterLine> = {}): RosterLine => ({
  ...{ id: '1001', name: { family: 'Okafor', given: 'Amara' }, grade: '5', class: '5b', card: '211' },
  ...over,
});
const card = { category: 'child', expiresOn: '2030-07-31' };
const next = { year: '2027-28', day: '2027-08-01' };

test.each([
  ['whose number is known and class the same', line(), { pupil: pupil() }, { outcome: 'unchanged' }],
  ['whose class is another', line({ class: '5a' }), { pupil: pupil() }, { outcome: 'moved' }],
  ['who had left', line(), { pupil: pupil({ left: '2026-07-31' }) }, { outcome: 'rejoined' }],
  ['whom nobody knows, with a card', line(), {}, { outcome: 'added' }],
  ['who is known by the card', line(), { byCard: { patronId: 'p', name: line().name } }, { outcome: 'matched' }],
  ['whose grade there is not', line({ grade: '9' }), { pupil: pupil() }, { reject: 'grade-unknown' }],
  ['whose card is of another library', line(), { byCard: 'elsewhere' as const }, { reject: 'card-elsewhere' }],
  [
    'whose card is somebody else’s',
    line(),
    { byCard: { patronId: 'p', name: { family: 'Bell' } } },
    { reject: 'name-differs' },
  ],
  [
    'whose card is another pupil’s',
    line(),
    { byCard: { patronId: 'p', name: line().name, pupil: pupil({ localId: '7' }) } },
    { reject: 'card-of-another' },
  ],
])('a roster line about a person %s', (_who, one, known, plan) => {
  expect(planLine(one, scheme, known)).toEqual(plan);
});

test('no new person is registered without a card, and a number counts once', () => {
  const { card: _, ...without } = line();
  expect(planLine(without, scheme, {})).toEqual({ reject: 'card-needed' });
  expect([...repeatedLines([line(), line({ id: '1002' }), line()])]).toEqual([2]);
  expect(missingFrom([line()], [pupil(), pupil({ localId: '1009' })]).map(({ localId }) => localId)).toEqual(['1009']);
  expect(asOnRoster(pupil({ left: '2026-07-31', classId: '4b' }), line())).toEqual(pupil());
});

test.each([
  ['5b', '5', '6', '6b'],
  ['10-blue', '10', '11', '11-blue'],
  ['Kb', 'K', '1', '1b'],
  ['Foxes', '5', '6', 'Foxes'],
])('class %s of grade %s is %s’s %s next', (classId, from, to, expected) => {
  expect(nextClass(classId, from, to)).toBe(expected);
});

test('a new year moves a pupil up with class and category; pupils of the highest grade leave with a changed card', () => {
  expect(rollOver(scheme, pupil(), card, next)).toMatchObject({
    ...{ did: 'moved-up', category: 'young-adult', pupil: { grade: '6', classId: '6b', year: '2027-28' } },
  });
  const oldest = pupil({ grade: '6', classId: '6b' });
  const left = rollOver(scheme, oldest, card, next);
  expect(left).toMatchObject({ did: 'left', category: 'adult', expiresOn: card.expiresOn, pupil: { left: next.day } });
  expect(left?.pupil.classId).toBeUndefined();
  const expiring = { ...scheme, leavers: { become: 'expired' as const } };
  expect(rollOver(expiring, oldest, card, next)).toMatchObject({ category: 'child', expiresOn: next.day });
  // What staff assigned manually remains.
  expect(rollOver(scheme, pupil(), { ...card, category: 'staff' }, next)?.category).toBe('staff');
});

test('a year is begun once for each pupil; undone, all is as before, except a card that staff changed since', () => {
  const grade = fc.constantFrom('4', '5', '6', '9');
  const category = fc.constantFrom('child', 'young-adult', 'adult', 'staff');
  fc.assert(
    fc.property(grade, category, fc.boolean(), (now, has, expire) => {
      const rules = expire ? { ...scheme, leavers: { become: 'expired' as const } } : scheme;
      const began = pupil({ grade: now, classId: `${now}b` });
      const was = { ...card, category: has };
      const rolled = rollOver(rules, began, was, next);
      if (rolled === undefined) return expect(now).toBe('9');
      expect(rollOver(rules, rolled.pupil, rolled, next)).toBeUndefined();
      expect(rollBack(rules, rolled.pupil, rolled, next)).toEqual({ pupil: began, ...was });
      const changed = { category: 'visitor', expiresOn: '2031-01-01' };
      expect(rollBack(rules, rolled.pupil, changed, next)).toEqual({ pupil: began, ...changed });
      expect(rollBack(rules, began, was, next)).toBeUndefined();
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['a minor, by default', '2012-09-09', {}, 'amounts-and-dates'],
  ['a minor, by another policy', '2012-09-09', { teacherSees: 'titles' }, 'titles'],
  ['a minor, by a strict policy', '2012-09-09', { teacherSees: 'nothing' }, 'nothing'],
  ['somebody of age', '2008-03-02', { teacherSees: 'titles' }, 'nothing'],
])('for %s a teacher sees what the policy allows', (_who, birthDate, minors, sees) => {
  expect(teacherSees({ minor: true }, { birthDate }, patronsSchema.parse({ minors }), '2026-03-02')).toBe(sees);
});
