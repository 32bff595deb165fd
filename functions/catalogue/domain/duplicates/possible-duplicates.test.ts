import { marcOf } from '../../../../test/builders/loads.ts';
import { incoming, unionInMemory } from '../../../../test/builders/union-in-memory.ts';
import { matchFeatures } from '../matching/features.ts';
import { defaultRules } from '../matching/match-rules.ts';
import { compared } from './possible-duplicates.ts';

const features = (year: string, title = 'The memory of water and stone') =>
  matchFeatures(marcOf({ id: 'b1', title, year }));
const other = (sourceId: string, year: string, title?: string) => ({ sourceId, features: features(year, title) });
const one = other('m:5', '1998');

test('classifies similar records: the same, those that need a decision by staff, and others', () => {
  const { same, possibleDuplicates } = compared(
    one,
    [other('a:1', '1998'), other('z:2', '2001'), other('b:3', '1998', 'A field guide to northern mosses')],
    defaultRules,
  );
  expect(same.map(({ sourceId }) => sourceId)).toEqual(['a:1']);
  expect(possibleDuplicates).toEqual([{ one: 'm:5', two: 'z:2', score: expect.any(Number) }]);
});

test('a pair that staff decided is not listed again, and one record lists only its five likeliest pairs', () => {
  const ruled = { ...one, rulings: [{ other: 'z:0', is: 'apart' as const, decisionId: 'd1' }] };
  const many = Array.from({ length: 9 }, (_, at) => other(`z:${at}`, '2001'));
  const { possibleDuplicates } = compared(ruled, many, defaultRules);
  expect(possibleDuplicates).toHaveLength(5);
  expect(possibleDuplicates.map(({ two }) => two)).not.toContain('z:0');
});

test('a join reports the uncertain pairs it met, each pair once, in either order', () => {
  const union = unionInMemory();
  const [a, b] = [incoming('a:1', features('1998')), incoming('b:1', features('2001'))];
  expect(union.join(a, b).map(({ matched }) => matched)).toEqual([false, false]);
  expect(union.possibleDuplicates()).toEqual([{ one: 'a:1', two: 'b:1', score: expect.any(Number) }]);
});
