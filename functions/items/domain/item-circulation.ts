import type { ItemState } from './item-states.ts';

/**
 * The costs of a loan when late or lost, as resolved at checkout or renewal. Minor units of the loan rules' currency; short names, as every
 * record contains them.
 */
export type LoanTerms = {
  perDay: number;
  /** The highest fine of the loan; null for no cap. */
  cap: number | null;
  /** Days of grace. */
  grace: number;
  /** The charge when lost. */
  lost: number;
  currency: string;
  /** For a loan by the hour: the fine for each hour begun, instead of each day; with minutes of grace. */
  perHour?: number;
  graceMinutes?: number;
  /** Closed days and hours are fined too. */
  closed?: true;
  /** Days before the due date on which it is renewed automatically; never when absent. */
  renew?: number;
  /** Days overdue after which it ages to lost; never when absent. */
  age?: number;
  /** The charge for a lost item is not refunded when the item is returned. */
  noRefund?: true;
  /** Days from the charge in which a payment of it is refunded; unlimited when absent. */
  creditDays?: number;
  /** The processing fee that is charged besides when it becomes lost; and whether its return takes that back, too. */
  processing?: number;
  processingRefunded?: true;
  /** A lost item that is returned is not fined as overdue. */
  noOverdue?: true;
};

/** The charge of a lost item, stored so that its return reverses exactly that (C73). Minor units. */
export type LostCharge = {
  at: string;
  billId: string;
  amount: number;
  /** The bill of the processing fee. */
  feeBillId?: string;
  /** The loan aged to lost; nobody declared it. */
  aged?: true;
  /** The charge is paid: the loan no longer counts, and stays for a refund only. */
  paid?: true;
};

/** The only loan that an item can have. Times are ISO 8601 UTC. */
export type Loan = {
  loanId: string;
  patronId: string;
  /** The patron's home member, so that the loan is attributed without reading the patron. */
  patronMember: string;
  /** The patron's category at the checkout or the last renewal, for the decision log. */
  patronCategory?: string;
  checkoutBranch: string;
  checkedOutAt: string;
  due: string;
  renewals: number;
  /** The last renewal was automatic. */
  auto?: true;
  policyVersion: number;
  /** The rule that determined the loan period. */
  ruleId: string;
  terms: LoanTerms;
  /** The limit groups it was counted in, so that its return decreases the same ones. */
  groups?: string[];
  /** The cost centre of the patron's department at checkout. */
  costCentre?: string;
  /** The proxy who borrowed it for the patron. */
  proxyId?: string;
  claimedAt?: string;
  /** The fines for overdue periods before renewals, in minor units: the cap applies to the whole loan. */
  fined?: number;
  /** When it was first recalled: a second recall does not shorten it again (C70). */
  recalledAt?: string;
  lost?: LostCharge;
};

/** The purposes of a manual transfer; on arrival the item stays, until it is lent or moved (C18). */
export const transferPurposes = ['display', 'exhibition', 'storage', 'rebalance', 'other'] as const;
export type TransferPurpose = (typeof transferPurposes)[number];

/** Returns whether an item is in transit because of a manual transfer. */
export const isTransferPurpose = (purpose: string): purpose is TransferPurpose =>
  transferPurposes.some((known) => known === purpose);

/** The purposes of a transit: home, for a hold, back to the branch that had it last (C17), or a manual transfer. */
export const transitPurposes = ['home', 'hold', 'holding', ...transferPurposes] as const;
export type TransitPurpose = (typeof transitPurposes)[number];

/**
 * The open transit of an item; `holdId` when it is for a hold. A transit requested remotely has no `sentAt` until the item is scanned at
 * its current branch: only then is it in transit (C16).
 */
export type Transit = {
  from: string;
  to: string;
  purpose: TransitPurpose;
  holdId?: string;
  requestedAt?: string;
  sentAt?: string;
};

/**
 * The interlibrary loan of an item: from when it is sent (or arrived from outside) until its owner has it again. `borrowed`: a library
 * outside the consortium owns it, so it is here for the patron of that request only and is not shelved here.
 */
export type LentBetween = { requestId: string; borrowed?: true };

/** The hold that a copy is set aside for: paged, in transit, or on the hold shelf (then with the expiry). */
export type HoldClaim = { holdId: string; patronId: string; pickupBranch: string; shelfExpiresAt?: string };

/**
 * The circulation record of an item: at most 1 KB, written as a whole under a condition on `v`. `memberId` owns it, `branchId`
 * (`<memberId>.<code>`) is its home, `currentBranch` where it was last seen.
 */
export type ItemCirculation = {
  itemId: string;
  barcode: string;
  memberId: string;
  branchId: string;
  location: string;
  category: string;
  /** Its volume or part of the record, as catalogued; absent for a copy of the whole. */
  part?: string;
  recordId?: string;
  sourceId: string;
  /** Its price, in minor units of the loan rules' currency, where known. */
  price?: number;
  state: ItemState;
  currentBranch: string;
  loan?: Loan;
  transit?: Transit;
  hold?: HoldClaim;
  /** The date since which it has been away from its home, `YYYY-MM-DD` (C52). */
  away?: string;
  /** The branch to which it was transferred manually, and where it stays when scanned (C18). A loan or another transfer ends it. */
  placed?: { branchId: string; purpose: TransferPurpose };
  /** The branch and the floating group in which it counts as a guest there, packed (float.ts); counted during a loan, too. */
  floated?: string;
  /** Its interlibrary loan. */
  request?: LentBetween;
  /**
   * Since when and why it is missing, damaged, or called back from transit. `claim`: the owner's claim against the library that returned it
   * damaged, in minor units of the loan rules' currency.
   */
  aside?: { at: string; reason: string; claim?: number };
  /** The last day on which its owner is committed to retain it, `YYYY-MM-DD` (9999-12-31: permanently). */
  retained?: string;
  /** The number of in-house uses. */
  usedInHouse?: number;
  /**
   * During a course reserve: its own branch, location and category, as the fields above are those of the reserve, so that every rule
   * applies them. `awaited`: it has not arrived at the reserve yet.
   */
  reserve?: { own: { branchId: string; location: string; category: string }; awaited?: true };
  /** While it is not on loan: a loan needs its space, and the fact of the check-in was published. */
  lastCheckin?: { at: string; branchId: string };
  /** The last three idempotency keys of checkout, check-in and renewal, packed (used-keys.ts). */
  keys?: string[];
  v: number;
};

/** Returns an item without its loan, transit, hold, manual transfer and last check-in: the start of a new loan. */
export const withoutTies = (item: ItemCirculation): ItemCirculation => {
  const { loan: _loan, transit: _transit, hold: _hold, placed: _placed, aside: _aside, ...remaining } = item;
  const { lastCheckin: _lastCheckin, ...rest } = remaining;
  return rest;
};
