import fc from 'fast-check';
import { patronsSchema } from '../../../../layers/records/policies/domain/patrons.ts';
import { agesOutOn, categoryOn, firstTerm, refusedDescription } from './category.ts';

const policy = patronsSchema.parse({
  cards: { validMonths: 36, perCategory: { child: 12 } },
  categories: {
    child: { untilAge: 13, becomes: 'teen' },
    teen: { fromAge: 13, untilAge: 18, becomes: 'adult' },
    adult: { fromAge: 18 },
    guest: {},
  },
  classes: { district: ['north', 'south'] },
});
const today = '2026-03-02';
const codes = (described: Parameters<typeof refusedDescription>[1], by = policy) =>
  refusedDescription(by, described, today).map(({ code }) => code);

test('an unknown category, a wrong age, a past last day and an unknown class are refused, all at once', () => {
  const wrong = {
    category: 'vip',
    birthDate: undefined,
    expiresOn: '2026-03-01',
    classes: { district: 'west', sex: 'f' },
  };
  expect(codes(wrong)).toEqual(['category-unknown', 'expired-already', 'class-unknown', 'class-unknown']);
  expect(codes({ category: 'child', birthDate: '2013-03-02' })).toEqual(['category-age']);
  expect(codes({ category: 'child', birthDate: '2013-03-03', expiresOn: today })).toEqual([]);
  expect(codes({ category: 'teen', birthDate: '2013-03-03' })).toEqual(['category-age']);
  expect(codes({ category: 'teen', birthDate: undefined })).toEqual(['category-age']);
  expect(codes({ category: 'guest', birthDate: undefined, classes: { district: 'north' } })).toEqual([]);
});

test('without an adopted policy any category and class is accepted', () => {
  const described = { category: 'vip', birthDate: undefined, classes: { shoe: '43' } };
  expect(codes(described, patronsSchema.parse({}))).toEqual([]);
});

test('a patron who outgrows a category moves to the next, over any number of steps', () => {
  const born = '2010-02-28';
  expect(categoryOn(policy, 'child', born, '2023-02-27')).toBe('child');
  expect(categoryOn(policy, 'child', born, '2023-02-28')).toBe('teen');
  expect(categoryOn(policy, 'child', born, '2030-01-01')).toBe('adult');
  expect(categoryOn(policy, 'guest', born, '2090-01-01')).toBe('guest');
  expect([agesOutOn(policy, 'child', '2012-02-29'), agesOutOn(policy, 'adult', born)]).toEqual([
    '2025-02-28',
    undefined,
  ]);
});

test('on any day, the category by age is one that the day allows', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (birthDate, on) => {
      fc.pre(on > birthDate);
      const category = categoryOn(policy, 'child', birthDate, on);
      expect(refusedDescription(policy, { category, birthDate }, on)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('a list with a cycle, or a link to an unknown category, is not adopted', () => {
  const adopts = (categories: object) => patronsSchema.safeParse({ categories }).success;
  expect(adopts({ child: { untilAge: 13, becomes: 'teen' } })).toBe(false);
  expect(adopts({ a: { untilAge: 13, becomes: 'b' }, b: { untilAge: 10, becomes: 'a' } })).toBe(false);
  expect(adopts({ a: { fromAge: 5, untilAge: 5 } })).toBe(false);
  expect(adopts({ a: { becomes: 'b' }, b: {} })).toBe(false);
});

test('a card without a last day is valid for the term of its category', () => {
  expect([firstTerm(policy, 'child', today), firstTerm(policy, 'adult', today)]).toEqual(['2027-03-02', '2029-03-02']);
});
