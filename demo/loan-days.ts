import { resolveLoanRule } from '../layers/records/policies/domain/resolve.ts';
import type { DemoCopy } from './holdings.ts';
import type { DemoPatron } from './patrons.ts';
import { floors } from './policies.ts';
import { loanRules } from './policy-loan-rules.ts';

/** Returns the days of a loan by the demo's rules. The branch of the desk is the copy's own by default. */
export function loanDays(patron: DemoPatron, copy: DemoCopy, checkoutBranch = copy.branch): number {
  const { loanPeriod } = resolveLoanRule(loanRules, floors, {
    itemBranch: copy.branch,
    checkoutBranch,
    patronHome: patron.member,
    patronCategory: patron.category,
    patronResidence: patron.residence,
    itemCategory: copy.category,
    location: copy.location,
  }).values;
  return 'days' in loanPeriod ? loanPeriod.days : 0;
}
