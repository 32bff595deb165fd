import fc from 'fast-check';
import { countLoans, type EndedLoan } from './loan-counts.ts';

const name = fc.constantFrom('a', 'b', 'c');
const anEnded: fc.Arbitrary<EndedLoan> = fc.record({
  ...{ checkoutBranch: name, owner: name, itemCategory: name, patronMember: name, patronCategory: name },
  renewals: fc.nat(5),
});
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

test('every ended loan is counted once, each kind occurs once, and the order of the loans does not matter', () => {
  fc.assert(
    fc.property(fc.array(anEnded, { maxLength: 40 }), (ended) => {
      const counts = countLoans(ended);
      expect(sum(counts.map(({ loans }) => loans))).toBe(ended.length);
      expect(sum(counts.map(({ renewals }) => renewals))).toBe(sum(ended.map(({ renewals }) => renewals)));
      const kinds = counts.map(({ loans: _, renewals: __, ...kind }) => JSON.stringify(kind));
      expect(new Set(kinds).size).toBe(counts.length);
      expect(countLoans(ended.toReversed())).toEqual(counts);
    }),
    { numRuns: 60 },
  );
});
