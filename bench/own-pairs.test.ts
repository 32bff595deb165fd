import { isSame } from '../functions/catalogue/domain/matching/same-manifestation.ts';
import { ownPairs } from './own-pairs.ts';

test('identifiers, maps, scores, sound, school books, scripts, series and hearings: hardly a pair of our own is judged wrongly', () => {
  const pairs = ownPairs();
  const wrong = pairs.filter(({ a, b, same }) => isSame(a.features, b.features) !== same);
  expect(new Set(pairs.map(({ basis }) => basis)).size).toBe(8);
  expect(pairs.filter(({ same }) => same).length).toBeGreaterThan(100);
  expect(wrong.filter(({ same }) => !same).map(({ a }) => a.id)).toEqual([]);
  expect(wrong.length / pairs.length).toBeLessThan(0.02);
});
