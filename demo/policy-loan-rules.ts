import { type LoanRule, type LoanRules, loanRulesSchema } from '../layers/records/policies/domain/loan-rules.ts';
import { itemCategories } from './item-categories.ts';

type Values = LoanRule['values'];

const rule = (setBy: string, id: string, when: LoanRule['when'], values: Values): LoanRule => ({
  id: `${setBy}-${id}`,
  setBy,
  when,
  values,
});

const shared = [
  rule(
    'consortium',
    'dvd',
    { itemCategory: 'dvd' },
    {
      loanPeriod: { days: 7 },
      renewals: 1,
      maxLoans: { limit: 10, group: 'dvd' },
    },
  ),
  rule('consortium', 'cd', { itemCategory: 'cd' }, { loanPeriod: { days: 14 }, autoRenewDays: 2 }),
  rule('consortium', 'journal', { itemCategory: 'journal' }, { lendable: false, holdable: false }),
  rule('consortium', 'map', { itemCategory: 'map' }, { lendable: false, holdable: false }),
  rule('consortium', 'confidential', { itemCategory: 'confidential' }, { lendable: false, holdable: false }),
  rule(
    'consortium',
    'special',
    { itemCategory: 'special-collection' },
    {
      requestOnly: true,
      holdable: false,
      loanPeriod: { days: 14 },
      renewals: 0,
    },
  ),
  rule(
    'consortium',
    'short',
    { itemCategory: 'short-loan' },
    {
      loanPeriod: { hours: 4 },
      renewals: 0,
      holdable: false,
      finePerDay: 100,
    },
  ),
];

// Riverton has no fines. Harcourt, across the street, has: the desk that lends determines the fine.
const publics = [
  rule('riverton', 'fine-free', { checkout: 'riverton' }, { finePerDay: 0, fineCap: 0 }),
  rule('riverton', 'lost', { itemOwner: 'riverton' }, { lostCharge: 2500 }),
  rule('riverton', 'child', { itemOwner: 'riverton', patronCategory: 'child' }, { renewals: 5 }),
  // Riverton serves the towns that pay for it: patrons from elsewhere place few holds.
  rule(
    'riverton',
    'non-residents',
    { itemOwner: 'riverton', patronResidence: { notIn: ['riverton', 'lakeshore', 'northfield'] } },
    { maxHolds: 5 },
  ),
  rule('lakeshore', 'fines', { checkout: 'lakeshore' }, { finePerDay: 15, fineCap: 600, graceDays: 2 }),
  rule('lakeshore', 'lost', { itemOwner: 'lakeshore' }, { lostCharge: 2800 }),
];

const academics = [
  rule(
    'harcourt',
    'loans',
    { itemOwner: 'harcourt', itemCategory: 'book' },
    {
      loanPeriod: { days: 28 },
      renewals: 3,
      recallable: true,
    },
  ),
  rule(
    'harcourt',
    'faculty',
    { itemOwner: 'harcourt', itemCategory: 'book', patronCategory: 'faculty' },
    {
      loanPeriod: { days: 120 },
      renewals: 6,
    },
  ),
  rule('harcourt', 'fines', { checkout: 'harcourt' }, { finePerDay: 50, fineCap: 2500 }),
  rule('harcourt', 'lost', { itemOwner: 'harcourt' }, { lostCharge: 8000 }),
  rule('calder', 'loans', { itemOwner: 'calder', itemCategory: 'book' }, { loanPeriod: { days: 28 }, renewals: 3 }),
  rule('calder', 'fines', { checkout: 'calder' }, { finePerDay: 40, fineCap: 2000, graceDays: 1 }),
  rule('calder', 'lost', { itemOwner: 'calder' }, { lostCharge: 9000, lostProcessing: 500 }),
];

// These two lend to their own patrons like others; to other patrons only when they agree each time.
const mediated = ['ashgrove', 'northfield'].flatMap((member) => [
  rule(
    member,
    'on-request',
    { itemOwner: member },
    {
      requestOnly: true,
      holdable: false,
      loanPeriod: { days: 14 },
      renewals: 0,
    },
  ),
  rule(
    member,
    'own-patrons',
    { itemOwner: member, patronHome: member },
    {
      requestOnly: false,
      holdable: true,
      loanPeriod: { days: 21 },
      renewals: 2,
    },
  ),
  rule(member, 'fine-free', { checkout: member }, { finePerDay: 0, fineCap: 0 }),
]);

/** The loan rules of the demo: shared values, each member's own, and a base for the rest. Money in cents. */
export const loanRules: LoanRules = loanRulesSchema.parse({
  currency: 'USD',
  itemTypes: [...itemCategories],
  groups: { dvd: ['dvd'] },
  base: {
    lendable: true,
    requestOnly: false,
    holdable: true,
    loanPeriod: { days: 21 },
    renewals: 2,
    maxLoans: null,
    finePerDay: 20,
    fineCap: 1000,
    graceDays: 0,
    lostCharge: 3000,
    holdShelfDays: 7,
  },
  rules: [...shared, ...publics, ...academics, ...mediated],
});
