import fc from 'fast-check';
import { itemBytes } from '../../../layers/platform/dynamodb/capacity/item-size.ts';
import { anItem, monday } from '../../../test/builders/circulation.ts';
import type { Loan } from '../domain/item-circulation.ts';
import { itemRecord } from './item-store.ts';
import { packLoan, storedLoan } from './packed-loan.ts';

const instant = fc
  .integer({ min: Date.parse('2000-01-01T00:00:00Z'), max: Date.parse('2100-01-01T00:00:00Z') })
  .map((at) => new Date(at).toISOString());
const count = fc.nat(100_000);
const yes = fc.constant(true as const);
const text = fc.stringMatching(/^[a-z0-9._@/ ,%-]{1,24}$/);

const terms = fc.record(
  {
    ...{ perDay: count, cap: fc.option(count, { nil: null }), grace: count, lost: count },
    currency: fc.constantFrom('EUR', 'USD'),
    ...{
      perHour: count,
      graceMinutes: count,
      age: count,
      creditDays: count,
      renew: count,
      closed: yes,
      noRefund: yes,
      noOverdue: yes,
    },
  },
  { requiredKeys: ['perDay', 'cap', 'grace', 'lost', 'currency'] },
);
const lost = fc.record(
  { at: instant, billId: fc.constant('bil_1'), amount: count, aged: yes, paid: yes },
  { requiredKeys: ['at', 'billId', 'amount'] },
);
const loans: fc.Arbitrary<Loan> = fc.record(
  {
    ...{ loanId: fc.constant('lon_1'), patronId: fc.constant('pat_1'), patronMember: fc.constant('cedar') },
    ...{ checkoutBranch: fc.constant('birch.east'), checkedOutAt: instant, due: instant },
    ...{ renewals: count, policyVersion: count, ruleId: text, terms },
    ...{ groups: fc.array(text, { minLength: 1, maxLength: 4 }), claimedAt: instant, recalledAt: instant, lost },
    ...{ fined: count, auto: yes },
    ...{ proxyId: fc.constant('pat_2'), costCentre: fc.constantFrom('4711-20', 'A.1/b') },
    patronCategory: fc.constantFrom('adult', 'school class 7', 'K–6'),
  },
  {
    requiredKeys: [
      ...(['loanId', 'patronId', 'patronMember', 'checkoutBranch', 'checkedOutAt', 'due', 'renewals'] as const),
      ...(['policyVersion', 'ruleId', 'terms'] as const),
    ],
  },
);

test('every loan is unchanged by packing and unpacking', () => {
  fc.assert(fc.property(loans, (loan) => expect(storedLoan.parse(packLoan(loan))).toEqual(loan)));
});

test('the largest record of an item is below 1 KB: lent with its keys, recalled, claimed, lost', () => {
  const id = (kind: string) => `${kind}_${'0'.repeat(26)}`;
  const [member, place] = ['m'.repeat(10), `${'m'.repeat(10)}.${'b'.repeat(10)}`];
  const key = `${'h'.repeat(12)} ${'b'.repeat(6)}`;
  const loan: Loan = {
    ...{ loanId: id('lon'), patronId: id('pat'), patronMember: member, checkoutBranch: place },
    patronCategory: 'y'.repeat(10),
    ...{ checkedOutAt: monday, due: monday, renewals: 10, policyVersion: 100, ruleId: 'r'.repeat(24) },
    terms: {
      ...{ perDay: 2500, cap: 50_000, grace: 10, lost: 150_000, currency: 'EUR' },
      ...{ perHour: 1000, graceMinutes: 60, closed: true, age: 120, creditDays: 180, noOverdue: true, renew: 2 },
    },
    groups: ['dvds', `at-member@${member}`, `at-branch@${member}/${'b'.repeat(10)}`],
    recalledAt: monday,
    fined: 50_000,
    claimedAt: monday,
    lost: { at: monday, billId: id('bil'), amount: 150_000, aged: true, paid: true },
  };
  const item = anItem({
    ...{ itemId: id('itm'), barcode: '3'.repeat(14), recordId: id('rec'), sourceId: id('src'), memberId: member },
    ...{ branchId: place, currentBranch: place, category: 'dvd', location: 'children-room', price: 150_000 },
    ...{ state: 'on-loan', loan, v: 10_000 },
    keys: [
      `${key} ${'0'.repeat(26)} mndqe908 1 ${'r'.repeat(24)}`,
      `${key} hold-shelf ${place} lh 1000 0`,
      `${key} ${'0'.repeat(26)} mndqe908 1 ${'r'.repeat(24)}`,
    ],
  });
  const bytes = itemBytes(itemRecord(item, 'item-checked-out'));
  expect(bytes).toBeLessThan(1024);
  // A proxy and a cost centre are rare, and add little: only a loan with all of the above as well takes a second write unit.
  const acted = { ...loan, proxyId: id('pat'), costCentre: '4711-20/b' };
  expect(itemBytes(itemRecord({ ...item, loan: acted }, 'item-checked-out')) - bytes).toBeLessThan(48);
});
