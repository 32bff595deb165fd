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
  /** Of a loan by the hour: for each hour begun late, instead of by the day; with minutes of grace. */
  perHour?: number;
  graceMinutes?: number;
  /** Closed days and hours are fined too. */
  closed?: true;
  /** Days overdue after which it ages to lost; never when absent. */
  age?: number;
  /** The charge for a lost item stands though the item comes back. */
  noRefund?: true;
  /** Days from the charge in which what was paid of it is given back; for ever when absent. */
  creditDays?: number;
  /** A lost item that comes back is not fined as overdue. */
  noOverdue?: true;
};

/** The charge of a lost item, kept so that its return takes back exactly that (C73). Minor units. */
export type LostCharge = {
  at: string;
  billId: string;
  amount: number;
  /** Nobody declared it: it was overdue for too long. */
  aged?: true;
  /** The charge is paid: the loan counts no more, and is kept for a refund only. */
  paid?: true;
};

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
  /** On what the patron's department is charged, as at the checkout. */
  costCentre?: string;
  /** Who borrowed it for the patron, by leave. */
  proxyId?: string;
  claimedAt?: string;
  /** What its overdue was fined so far, at renewals, in minor units: its cap is for the whole of the loan. */
  fined?: number;
  /** When it was first recalled: a second recall does not shorten it again (C70). */
  recalledAt?: string;
  lost?: LostCharge;
};

/** Why staff move an item by hand; on arrival it stays, until it is lent or moved (C18). */
export const transferPurposes = ['display', 'exhibition', 'storage', 'rebalance', 'other'] as const;
export type TransferPurpose = (typeof transferPurposes)[number];

/** Whether an item travels because somebody sent it by hand. */
export const isTransferPurpose = (purpose: string): purpose is TransferPurpose =>
  transferPurposes.some((known) => known === purpose);

/** Why an item travels: home, for a hold, back to the branch that had it last (C17), or by hand. */
export const transitPurposes = ['home', 'hold', 'holding', ...transferPurposes] as const;
export type TransitPurpose = (typeof transitPurposes)[number];

/**
 * The open transit of an item; `holdId` when it travels for a hold. One asked for from afar has no `sentAt` until the item
 * is scanned where it stands: only from then on is it in transit (C16).
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
 * The loan between libraries that an item is on: from when it is sent (or came from outside) until its owner has it again.
 * `borrowed`: a library outside owns it, so it is here for the patron of that request alone and goes onto no shelf of ours.
 */
export type LentBetween = { requestId: string; borrowed?: true };

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
  /** The volume or part that it is of its record, as catalogued; nothing for a copy of the whole. */
  part?: string;
  recordId?: string;
  sourceId: string;
  /** What it cost, in minor units of the loan rules' currency, where that is known. */
  price?: number;
  state: ItemState;
  currentBranch: string;
  loan?: Loan;
  transit?: Transit;
  hold?: HoldClaim;
  /** The day since which it has not been at its home, `YYYY-MM-DD` (C52). */
  away?: string;
  /** Where it was put by hand, and stays when scanned there (C18). A loan or another move ends it. */
  placed?: { branchId: string; purpose: TransferPurpose };
  /** The branch and the floating group in which it counts as a guest there, packed (float.ts); counted while lent, too. */
  floated?: string;
  /** The loan between libraries that it is on. */
  request?: LentBetween;
  /**
   * Since when and why it is missing, damaged, or called back from its way. `claim`: what its owner claims of the library
   * that brought it back damaged, in minor units of the loan rules' currency.
   */
  aside?: { at: string; reason: string; claim?: number };
  /** The last day on which its owner is committed to keep it, `YYYY-MM-DD` (9999-12-31: for good). */
  retained?: string;
  /** How often it was used in the library without a loan. */
  usedInHouse?: number;
  /**
   * While it is on reserve for courses: what its branch, location and category are otherwise, for those above are the
   * reserve's then, so that every rule goes by them. `awaited`: it has not come in to the reserve yet.
   */
  reserve?: { own: { branchId: string; location: string; category: string }; awaited?: true };
  /** While it is not lent: a loan takes its room, and the fact of the check-in was published. */
  lastCheckin?: { at: string; branchId: string };
  /** The last three idempotency keys of checkout, check-in and renewal, packed (used-keys.ts). */
  keys?: string[];
  v: number;
};

/** An item without its loan, transit, hold, place by hand and last check-in: what a new loan starts from. */
export const withoutTies = (item: ItemCirculation): ItemCirculation => {
  const { loan: _loan, transit: _transit, hold: _hold, placed: _placed, aside: _aside, ...remaining } = item;
  const { lastCheckin: _lastCheckin, ...rest } = remaining;
  return rest;
};
