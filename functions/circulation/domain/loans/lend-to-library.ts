import { placeOfPartner } from '../../../../layers/kernel/identity/party.ts';
import { memberOfBranch } from '../../../../layers/kernel/identity/roles.ts';
import { ruleOf } from '../../../../layers/records/policies/domain/resolve.ts';
import type { Hold } from '../../../items/public/hold.ts';
import { isOver } from '../../../items/public/hold-is-over.ts';
import { type ItemCirculation, withoutTies } from '../../../items/public/item-circulation.ts';
import type { Loan } from '../../../items/public/loan.ts';
import type { PatronStatus } from '../../../patrons/public/patron-status.ts';
import { type Decided, nothingYet } from '../decisions/decision.ts';
import { type CirculationPolicies, ruleFor } from '../decisions/policies.ts';
import { type CheckinResult, packCheckin } from '../decisions/stored-results.ts';
import { type NewKey, withKey } from '../decisions/used-keys.ts';

/** The category of patrons and items that the loan rules use for interlibrary loans; governance lets rules name it. */
export const LIBRARY_CATEGORY = 'interlibrary-loan';

/** A library has no card, so its expiry is never reached. */
const NEVER = '9999-12-31';

/** Returns an external library as the patron of its loans: under its own id, without person, card or limits. */
export const libraryAsPatron = (
  partnerId: string,
  { memberId, branchId }: Pick<ItemCirculation, 'memberId' | 'branchId'>,
): PatronStatus => ({
  patronId: partnerId,
  homeMember: memberId,
  homeBranch: branchId,
  category: LIBRARY_CATEGORY,
  expiresOn: NEVER,
  minor: false,
  blocks: [],
  counters: { loans: 0, holds: 0, owed: 0, perGroup: {} },
  v: 1,
});

/** A copy that is sent to an external library: for which request, until when (ISO), from which desk; `hold` if it was reserved. */
export type LibraryLoan = {
  item: ItemCirculation;
  partnerId: string;
  requestId: string;
  due: string;
  branchId: string;
  at: string;
  loanId: string;
  policies: CirculationPolicies;
  hold?: Hold | undefined;
  key?: NewKey | undefined;
};

/** Returns the result for a desk that ships a copy to an external library. */
export const sentOutside = (partnerId: string): CheckinResult => ({
  next: { step: 'send', branchId: placeOfPartner(partnerId), forHold: true, because: 'for-hold' },
  ...{ loanClosed: false, fine: 0, refund: 0, warnings: [] },
});

// A library is not fined, its loans never age to lost, and it pays for a loss by a claim between libraries.
const loanOf = ({ item, partnerId, due, branchId, at, loanId, policies }: LibraryLoan): Loan => {
  const { loanRules } = policies;
  const borrower = { homeMember: item.memberId, category: LIBRARY_CATEGORY };
  return {
    ...{ loanId, patronId: partnerId, patronMember: item.memberId, checkoutBranch: branchId, checkedOutAt: at, due },
    ...{ renewals: 0, policyVersion: loanRules.version },
    ruleId: ruleOf(ruleFor(policies, item, branchId, borrower), 'loanPeriod'),
    terms: { perDay: 0, cap: 0, grace: 0, lost: 0, currency: loanRules.body.currency },
  };
};

const fulfilled = ({ hold, item, at }: LibraryLoan): Decided['changes']['holds'] => {
  if (hold === undefined || isOver(hold)) return [];
  const ended = { at, cause: 'checked-out' };
  return [{ after: { ...hold, state: 'fulfilled', targetItemId: item.itemId, ended, v: hold.v + 1 }, expect: hold.v }];
};

/**
 * Lends a copy to an external library, which takes the place of the patron: the copy has its one loan and due date, is not available to
 * others, and its next check-in ends the loan. The agreement between the libraries overrides every rule.
 */
export const lendToLibrary = (loan: LibraryLoan): Decided => {
  const { item, partnerId, requestId, branchId, at, loanId, due, key } = loan;
  const out = nothingYet();
  const { request: _, ...free } = withoutTies(item);
  const lent: ItemCirculation = {
    ...free,
    ...{ state: 'on-loan', currentBranch: branchId, loan: loanOf(loan), request: { requestId }, v: item.v + 1 },
  };
  const result = packCheckin(sentOutside(partnerId));
  out.changes.item = { after: withKey(lent, key && { ...key, result }), expect: item.v };
  out.changes.holds.push(...fulfilled(loan));
  out.changes.patrons.push({ patronId: partnerId, add: { loans: 1 }, limits: [] });
  const members = { owner: item.memberId, desk: memberOfBranch(branchId), patron: item.memberId };
  const about = { at, members, itemId: item.itemId, loanId, patronId: partnerId, branchId };
  out.facts.push({ name: 'item-checked-out', ...about, detail: { due } });
  return out;
};
