import fc from 'fast-check';
import type { LedgerEntry } from '../../../../layers/records/ledger/domain/entry.ts';
import { netPositions, nettingEntries, transfersOf } from '../../../../layers/records/ledger/domain/netting.ts';
import { postOwed } from '../../../../layers/records/ledger/domain/owed.ts';
import { defaultSharingPolicy } from '../sharing-policy.ts';
import { type FeeRules, supplyCost } from './supply-cost.ts';

const libraries = Array.from({ length: 200 }, (_, at) => `lib${at}`);
/** The fee of one filled request, in cents; the first fifty libraries lend to each other free of charge. */
const FEE = 26;
const equals = new Set(libraries.slice(0, 50));
const rules: FeeRules = {
  policy: {
    ...defaultSharingPolicy,
    loanFees: [{ fee: FEE }],
    reciprocalFree: true,
    reciprocalGroups: { equals: [...equals] },
  },
  currency: 'USD',
};

type Filled = { borrower: string; lender: string };
const aLibrary = fc.constantFrom(...libraries);
const aMonth = fc
  .array(fc.record({ borrower: aLibrary, lender: aLibrary }), { minLength: 200, maxLength: 2000 })
  .map((all) => all.filter(({ borrower, lender }) => borrower !== lender));

const isFree = ({ borrower, lender }: Filled): boolean => equals.has(borrower) && equals.has(lender);

const charged = (filled: readonly Filled[]): LedgerEntry[] =>
  filled.flatMap(({ borrower, lender }, at) => {
    const supply = { request: { pickupBranch: `${borrower}.main` }, ask: { supplierMember: lender } };
    const cost = supplyCost({ ...supply, what: 'loan' }, rules);
    if (!cost) return [];
    const about = { entryId: `e${at}`, causeId: `r${at}`, at: '2026-11-02T09:00:00.000Z', memo: 'loan' };
    const entry = postOwed({ ...about, kind: 'ill-loan-charged', owes: borrower, owed: lender, ...cost });
    if ('refused' in entry) throw new Error(JSON.stringify(entry.refused));
    return [entry];
  });

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0);

test('F10 a random month of 200 libraries at 0.26 per filled request: fees match, reciprocal pairs bill 0, nets sum to 0.00', () => {
  fc.assert(
    fc.property(aMonth, (filled) => {
      const entries = charged(filled);
      const billed = filled.filter((one) => !isFree(one));
      expect(entries).toHaveLength(billed.length);
      const positions = netPositions(entries);
      expect(sum(positions.map(({ net }) => net))).toBe(0);
      for (const library of libraries) {
        const own = positions.find(({ member }) => member === library);
        expect(own?.owes ?? 0).toBe(FEE * billed.filter(({ borrower }) => borrower === library).length);
        expect(own?.owed ?? 0).toBe(FEE * billed.filter(({ lender }) => lender === library).length);
      }
      const paid = transfersOf(positions);
      expect(sum(paid.map(({ amount }) => amount))).toBe(sum(positions.map(({ net }) => Math.max(net, 0))));
      for (const entry of nettingEntries('2026-11', positions)) expect('refused' in entry).toBe(false);
    }),
    { numRuns: 25 },
  );
});

test('F10 loans between reciprocal pairs are billed at 0 and are not booked', () => {
  const among = fc.array(fc.record({ borrower: fc.constantFrom(...equals), lender: fc.constantFrom(...equals) }), {
    maxLength: 300,
  });
  fc.assert(
    fc.property(among, (filled) => {
      expect(charged(filled.filter(({ borrower, lender }) => borrower !== lender))).toEqual([]);
    }),
  );
});
