import type { ItemState } from './item-states.ts';

/** What a loan costs when late or lost, as resolved at checkout or renewal. Minor units of the loan rules' currency; short names, as every record holds them. */
export type LoanTerms = {
  perDay: number;
  /** The most that the loan is fined; null is no cap. */
  cap: number | null;
  /** Days of grace. */
  grace: number;
  /** What it costs when lost. */
  lost: number;
  currency: string;
};

/** The charge of a lost item, kept so that its return takes back exactly that (C73). Minor units. */
export type LostCharge = { at: string; billId: string; amount: number };

/** The one loan an item can have. Instants are ISO 8601 UTC. */
export type Loan = {
  loanId: string;
  patronId: string;
  /** The patron's home member: how the loan is attributed without reading the patron. */
  patronMember: string;
  checkoutBranch: string;
  checkedOutAt: string;
  due: string;
  renewals: number;
  policyVersion: number;
  /** The rule that gave the loan period. */
  ruleId: string;
  terms: LoanTerms;
  /** The limit groups it was counted in, so that its return counts down the same ones. */
  groups?: string[];
  claimedAt?: string;
  lost?: LostCharge;
};

/** The open transit of an item; `holdId` when it travels for a hold. */
export type Transit = { from: string; to: string; purpose: 'home' | 'hold'; holdId?: string; sentAt: string };

/** The hold that a copy is set aside for: paged, travelling, or on the shelf (then with the expiry). */
export type HoldClaim = { holdId: string; patronId: string; pickupBranch: string; shelfExpiresAt?: string };

/**
 * The circulation record of an item: at most 1 KB, written whole under a condition on `v`. `memberId` owns it,
 * `branchId` (`<memberId>.<code>`) is its home, `currentBranch` where it was last seen.
 */
export type ItemCirculation = {
  itemId: string;
  barcode: string;
  memberId: string;
  branchId: string;
  location: string;
  category: string;
  recordId?: string;
  sourceId: string;
  state: ItemState;
  currentBranch: string;
  loan?: Loan;
  transit?: Transit;
  hold?: HoldClaim;
  /** The day since which it has not been at its home, `YYYY-MM-DD` (C52). */
  away?: string;
  /** While it is not lent: a loan takes its room, and the fact of the check-in was published. */
  lastCheckin?: { at: string; branchId: string };
  /** The last three idempotency keys of checkout, check-in and renewal, packed (used-keys.ts). */
  keys?: string[];
  v: number;
};

/** An item without its loan, transit, hold and last check-in: what a new loan starts from. */
export const withoutTies = (item: ItemCirculation): ItemCirculation => {
  const { loan: _loan, transit: _transit, hold: _hold, lastCheckin: _lastCheckin, ...rest } = item;
  return rest;
};
