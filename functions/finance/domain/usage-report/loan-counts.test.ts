import fc from 'fast-check';
import { type CountedLoan, countLoans, SHOWN_FROM_PERSONS } from './loan-counts.ts';

const name = fc.constantFrom('a', 'b', 'c');
const aCounted: fc.Arbitrary<CountedLoan> = fc.record({
  ...{ checkoutBranch: name, owner: name, itemCategory: name, patronMember: name, patronCategory: name },
  ...{ decision: fc.constantFrom('checkout' as const, 'renewal' as const), first: fc.boolean() },
});
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

test('every checkout, renewal and person is counted once, each kind occurs once, and the order does not matter', () => {
  fc.assert(
    fc.property(fc.array(aCounted, { maxLength: 60 }), (counted) => {
      const counts = countLoans(counted);
      const of = (decision: string): number => counted.filter((one) => one.decision === decision).length;
      expect(sum(counts.map(({ loans }) => loans))).toBe(of('checkout'));
      expect(sum(counts.map(({ renewals }) => renewals))).toBe(of('renewal'));
      expect(sum(counts.map(({ persons }) => persons))).toBe(counted.filter(({ first }) => first).length);
      const kinds = counts.map(({ loans: _, renewals: __, persons: ___, ...kind }) => JSON.stringify(kind));
      expect(new Set(kinds).size).toBe(counts.length);
      expect(countLoans(counted.toReversed())).toEqual(counts);
    }),
    { numRuns: 60 },
  );
});

test('a kind of patrons is shown for five persons only, and what is joined cannot be derived from the rest', () => {
  fc.assert(
    fc.property(fc.array(aCounted, { maxLength: 60 }), (counted) => {
      const places = Map.groupBy(countLoans(counted), ({ checkoutBranch, owner, itemCategory }) =>
        JSON.stringify([checkoutBranch, owner, itemCategory]),
      );
      for (const counts of places.values()) {
        const shown = counts.filter(({ patronCategory }) => patronCategory !== null);
        for (const { persons } of shown) expect(persons).toBeGreaterThanOrEqual(SHOWN_FROM_PERSONS);
        const joined = counts.find(({ patronCategory }) => patronCategory === null);
        // Too few persons are left apart only where nothing remains to join them with.
        if (joined && joined.persons < SHOWN_FROM_PERSONS) expect(shown).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});

const lentTo = (patronCategory: string, persons: number, loans = persons): CountedLoan[] =>
  Array.from({ length: loans }, (_, i) => ({
    ...{ checkoutBranch: 'ash.main', owner: 'ash', itemCategory: 'book', patronMember: 'ash', patronCategory },
    ...{ decision: 'checkout', first: i < persons },
  }));

test('N38 one pupil with 12 loans is one person: the kind of patron is not shown', () => {
  expect(countLoans(lentTo('pupil', 1, 12))).toMatchObject([{ patronCategory: null, loans: 12, persons: 1 }]);
});

test('N39 of 40, 7 and 3 persons the two smaller kinds are joined to 10', () => {
  const counts = countLoans([...lentTo('adult', 40), ...lentTo('child', 7), ...lentTo('staff', 3)]);
  expect(counts.map(({ patronCategory, persons }) => [patronCategory, persons])).toEqual([
    ['adult', 40],
    [null, 10],
  ]);
});
