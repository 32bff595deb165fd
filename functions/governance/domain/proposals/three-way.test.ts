import fc from 'fast-check';
import type { Json } from '../consortium-proposals/consortium-proposal.ts';
import { threeWay } from './three-way.ts';

const base = { owedLimit: 1000, maxLoans: 50, perGroup: { dvd: 5 } };

test('G61 each value that either side changed is shown as it was, as it is now, and as proposed; what both changed is a conflict', () => {
  const current = { ...base, owedLimit: 2000, maxHolds: 9 };
  const proposed = { ...base, owedLimit: 2500, perGroup: { dvd: 8 } };
  expect(threeWay({ base, current, proposed }).values).toEqual([
    { at: '/maxHolds', current: '9', isConflict: false },
    { at: '/owedLimit', base: '1000', current: '2000', proposed: '2500', isConflict: true },
    { at: '/perGroup/dvd', base: '5', current: '5', proposed: '8', isConflict: false },
  ]);
});

test('G61 a rule that was removed meanwhile has no value now, and both sides with the same value are no conflict', () => {
  const rules = (entries: object[]) => ({ rules: entries }) as Json;
  const film = { id: 'film', values: { renewals: 1, holdable: true } };
  const map = { id: 'map', values: { renewals: 0 } };
  const { values: shown } = threeWay({
    base: rules([film, map]),
    current: rules([{ ...map, values: { renewals: 3 } }]),
    proposed: rules([
      { ...film, values: { ...film.values, renewals: 2 } },
      { ...map, values: { renewals: 3 } },
    ]),
  });
  expect(shown.map(({ at, current, proposed, isConflict }) => [at, current, proposed, isConflict])).toEqual([
    ['/rules/film/values/renewals', undefined, '2', true],
    ['/rules/map/values/renewals', '3', '3', false],
  ]);
});

test('what nobody changed is not shown, and a change by one side only is never a conflict', () => {
  const body = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(3));
  fc.assert(
    fc.property(body, body, (before, after) => {
      expect(threeWay({ base: before, current: before, proposed: before }).values).toEqual([]);
      for (const one of threeWay({ base: before, current: before, proposed: after }).values) {
        expect([one.isConflict, one.current]).toEqual([false, one.base]);
      }
      for (const one of threeWay({ base: before, current: after, proposed: before }).values)
        expect([one.isConflict, one.proposed]).toEqual([false, one.base]);
    }),
  );
});
