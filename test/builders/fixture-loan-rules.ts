import { loanRuleMatrix } from '../../functions/circulation/domain/loans/loan-rule-matrix.ts';
import type { LoanRulesView } from '../../functions/circulation/schemas/loan-rules.ts';
import { type LoanRules, loanRulesSchema } from '../../layers/records/policies/domain/loan-rules.ts';
import { resolveLoanRule } from '../../layers/records/policies/domain/resolve.ts';

const base = {
  ...{ lendable: true, requestOnly: false, holdable: true, loanPeriod: { days: 21 }, renewals: 2, maxLoans: null },
  ...{ finePerDay: 20, fineCap: 1000, graceDays: 0, lostCharge: 3000, holdShelfDays: 7 },
};
const books = { itemOwner: 'riverton', itemCategory: 'book' };
const parsed = (renewals: number): LoanRules =>
  loanRulesSchema.parse({
    currency: 'USD',
    itemTypes: ['book', 'dvd', 'journal'],
    base,
    rules: [
      {
        id: 'dvd',
        setBy: 'consortium',
        when: { itemCategory: 'dvd' },
        values: { loanPeriod: { days: 7 }, renewals: 1 },
      },
      {
        id: 'journal',
        setBy: 'consortium',
        when: { itemCategory: 'journal' },
        values: { lendable: false, holdable: false },
      },
      { id: 'riverton-books', setBy: 'riverton', when: books, values: { loanPeriod: { days: 28 }, renewals: 3 } },
      {
        ...{ id: 'riverton-child', setBy: 'riverton', when: { ...books, patronCategory: 'child' } },
        values: { renewals },
      },
    ],
  });
const inForce = parsed(5);
const adopted = { kind: 'loan-rules', adoptedBy: 'staff:stf_01kaw5v7n0000000000000002z' };

/** The loan rules of the fixture: one version in force, and one that begins much later and sets the renewals of children to 9. */
export const fixtureLoanRuleVersions = [
  { ...adopted, version: 14, effectiveFrom: '2026-11-01T00:00:00.000Z', decisionReference: '2026-09', body: inForce },
  { ...adopted, version: 15, effectiveFrom: '2999-01-01T00:00:00.000Z', decisionReference: '2026-11', body: parsed(9) },
];

const patronCategories = ['adult', 'child', 'senior'];
const place = { itemBranch: 'riverton.main', checkoutBranch: 'riverton.main', patronHome: 'riverton', location: '' };

/** The loan rules in force as the page asks for them. */
export const fixtureLoanRules = (query: URLSearchParams): LoanRulesView => {
  const [itemCategory, patronCategory] = [query.get('itemCategory'), query.get('patronCategory')];
  const { currency, deciders, itemTypes, rules } = inForce;
  return {
    ...{ version: 14, effectiveFrom: '2026-11-01T00:00:00.000Z', decisionReference: 'Decision 2026-09' },
    ...{ currency, deciders, patronCategories, rules },
    ...loanRuleMatrix(inForce, undefined, { place, itemTypes, patronCategories }),
    bounds: [{ value: 'loanDays', min: 14, max: 180 }],
    ...(itemCategory !== null &&
      patronCategory !== null && {
        case: resolveLoanRule(inForce, undefined, { ...place, itemCategory, patronCategory }).explanations,
      }),
  };
};
