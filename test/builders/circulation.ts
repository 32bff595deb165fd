import type { CheckinRequest } from '../../functions/circulation/domain/checkin/checkin-request.ts';
import type { CirculationPolicies } from '../../functions/circulation/domain/decisions/policies.ts';
import type { CheckoutRequest } from '../../functions/circulation/domain/loans/checkout-request.ts';
import type { Hold } from '../../functions/items/domain/hold.ts';
import type { ItemCirculation, Loan } from '../../functions/items/domain/item-circulation.ts';
import type { PatronStatus } from '../../functions/patrons/domain/record/patron-status.ts';
import type { LoanRule, LoanRules } from '../../layers/records/policies/domain/loan-rules.ts';
import { aCalendar } from './calendar.ts';
import { blocksDocument, loanRulesDocument } from './policies.ts';

/** Monday noon in Berlin: the time of these tests. */
export const monday = '2026-03-02T11:00:00.000Z';

/** A book of ash's main branch, on its shelf. */
export const anItem = (over: Partial<ItemCirculation> = {}): ItemCirculation => ({
  itemId: 'itm_1',
  barcode: '300001',
  memberId: 'ash',
  branchId: 'ash.main',
  location: 'stacks',
  category: 'book',
  recordId: 'rec_1',
  sourceId: 'ash:1',
  state: 'available',
  currentBranch: 'ash.main',
  v: 7,
  ...over,
});

/** A loan at birch.east to the patron of cedar, made in February and due on Friday, 27 February. */
export const aLoan = (over: Partial<Loan> = {}): Loan => ({
  loanId: 'lon_1',
  patronId: 'pat_1',
  patronMember: 'cedar',
  checkoutBranch: 'birch.east',
  checkedOutAt: '2026-02-02T11:00:00.000Z',
  due: '2026-02-27T22:59:59.000Z',
  renewals: 0,
  policyVersion: 1,
  ruleId: 'base',
  terms: { perDay: 25, cap: 1000, grace: 0, lost: 3000, currency: 'EUR' },
  ...over,
});

/** The same book, on loan. */
export const aLentItem = (loan: Partial<Loan> = {}, over: Partial<ItemCirculation> = {}): ItemCirculation =>
  anItem({ state: 'on-loan', currentBranch: 'birch.east', loan: aLoan(loan), ...over });

/** An adult patron of cedar with a card valid for years and without loans or debts. */
export const aPatron = (over: Partial<PatronStatus> = {}): PatronStatus => ({
  patronId: 'pat_1',
  homeMember: 'cedar',
  homeBranch: 'cedar.main',
  category: 'adult',
  expiresOn: '2030-12-31',
  minor: false,
  blocks: [],
  counters: { loans: 0, holds: 0, owed: 0, perGroup: {} },
  v: 3,
  ...over,
});

/** A hold of another patron, with pickup at cedar.main. */
export const aHold = (over: Partial<Hold> = {}): Hold => ({
  holdId: 'hld_1',
  recordId: 'rec_1',
  patronId: 'pat_2',
  patronMember: 'cedar',
  patronCategory: 'adult',
  pickupBranch: 'cedar.main',
  placedAt: '2026-03-01T11:00:00.000Z',
  priority: 0,
  state: 'placed',
  v: 1,
  ...over,
});

/** The hold and the item it captured, in transit from ash.main to cedar.main. */
export const aCopyTravellingForAHold = (hold: Partial<Hold> = {}): { claim: Hold; item: ItemCirculation } => ({
  claim: aHold({ state: 'in-transit', targetItemId: 'itm_1', ...hold }),
  item: anItem({
    state: 'in-transit',
    transit: {
      from: 'ash.main',
      to: 'cedar.main',
      purpose: 'hold',
      holdId: 'hld_1',
      sentAt: '2026-03-01T11:00:00.000Z',
    },
    hold: { holdId: 'hld_1', patronId: 'pat_2', pickupBranch: 'cedar.main' },
  }),
});

/** The policies in force: the base rules and the given ones, and blocks from 15 loans, 10 holds, 20.00 owed. */
export const policies = (rules: LoanRule[] = [], over: Partial<LoanRules> = {}): CirculationPolicies => ({
  loanRules: loanRulesDocument(rules, over),
  blocks: blocksDocument(),
});

/** A checkout of ash's book by the patron of cedar at birch.east. */
export const aCheckout = (over: Partial<CheckoutRequest> = {}): CheckoutRequest => ({
  item: anItem(),
  patron: aPatron(),
  branchId: 'birch.east',
  at: monday,
  loanId: 'lon_1',
  policies: policies(),
  calendar: aCalendar(),
  ...over,
});

/** A check-in of ash's book at its home. */
export const aCheckin = (over: Partial<CheckinRequest> = {}): CheckinRequest => ({
  item: aLentItem(),
  branchId: 'ash.main',
  at: monday,
  policies: policies(),
  calendarOf: () => aCalendar(),
  waiting: [],
  ids: { bill: 'bil_1', fineEntry: 'ent_1', refundEntry: 'ent_2', feeRefundEntry: 'ent_3' },
  ...over,
});
