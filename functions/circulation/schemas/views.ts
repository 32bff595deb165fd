import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import { type Money, sumsByCurrency } from '../../../layers/kernel/money/money.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation } from '../../items/public/item-circulation.ts';
import type { Loan } from '../../items/public/loan.ts';
import { loanStateOf } from '../../items/public/loan-state-of.ts';
import type { StoredBill } from '../data/bill-store.ts';
import type { ExpectedWait } from '../domain/holds/expected-wait.ts';
import { levelOf } from '../domain/holds/hold-level.ts';
import { queuePlace } from '../domain/holds/hold-queue.ts';
import type { BillView } from './bills.ts';
import type { HoldView, QueuedHold } from './holds.ts';
import type { ListRow } from './items.ts';
import type { LoanView } from './loans.ts';
import type { NamedPatron } from './named-patron.ts';

export const titled = (title: string | undefined) => (title === undefined ? {} : { title });

/** Returns an item's loan at an instant in the format of the response. */
export const loanView = (item: ItemCirculation, loan: Loan, at: string, title?: string): LoanView => ({
  loanId: loan.loanId,
  itemId: item.itemId,
  barcode: item.barcode,
  ...(item.recordId !== undefined && { recordId: item.recordId }),
  ...titled(title),
  memberId: item.memberId,
  checkoutBranch: loan.checkoutBranch,
  checkedOutAt: loan.checkedOutAt,
  due: loan.due,
  state: loanStateOf(item, at),
  renewals: loan.renewals,
  ...(loan.auto && { autoRenewed: true as const }),
  ...(loan.proxyId !== undefined && { byProxy: true as const }),
});

/** Returns a hold in the format of the response, with its place in the given queue. */
export const holdView = (hold: Hold, queue: readonly Hold[], title?: string): HoldView =>
  holdViewAt(hold, queuePlace(queue, hold.holdId), title);

/** Returns a hold in the format of the response, at a known place. */
export const holdViewAt = (hold: Hold, place: number | undefined, title?: string): HoldView => {
  return {
    holdId: hold.holdId,
    recordId: hold.recordId,
    ...titled(title),
    level: levelOf(hold),
    ...(hold.itemId !== undefined && { itemId: hold.itemId }),
    ...(hold.part !== undefined && { part: hold.part }),
    ...(hold.editions && { editions: hold.editions }),
    pickupBranch: hold.pickupBranch,
    placedAt: hold.placedAt,
    state: hold.state,
    ...(place !== undefined && { place }),
    ...(hold.shelfExpiresAt !== undefined && { shelfExpiresAt: hold.shelfExpiresAt }),
    ...(hold.neededUntil !== undefined && { neededUntil: hold.neededUntil }),
    ...(hold.suspended && { suspended: hold.suspended }),
    ...(hold.hopelessSince !== undefined && { hopelessSince: hold.hopelessSince }),
  };
};

export const waitView = (wait: ExpectedWait | undefined): Pick<HoldView, 'wait'> => {
  if (wait === undefined) return {};
  const { copies, days } = wait;
  return { wait: { copies, ...(days !== undefined && { days }) } };
};

/** Returns a hold in a queue as the desk of a member may see it. */
export const queuedHoldView = (hold: Hold, queue: readonly Hold[], member: string, title?: string): QueuedHold => ({
  ...holdView(hold, queue, title),
  patronMember: hold.patronMember,
  ...([hold.patronMember, memberOfBranch(hold.pickupBranch)].includes(member) && { patronId: hold.patronId }),
});

/** Returns a hold on a list as the desk of a member may see it, with the patron's name if it is among those given. */
export const namedHoldView = (hold: QueuedHold, patrons: ReadonlyMap<string, NamedPatron>): QueuedHold => {
  const patron = hold.patronId === undefined ? undefined : patrons.get(hold.patronId);
  return patron ? { ...hold, patron } : hold;
};

/** Returns a bill in the format of the response. */
export const billView = (bill: StoredBill, title?: string): BillView => ({
  billId: bill.billId,
  kind: bill.kind,
  memberId: bill.member,
  at: bill.at,
  amount: bill.amount,
  open: bill.open,
  currency: bill.currency,
  ...(bill.itemId !== undefined && { itemId: bill.itemId }),
  ...titled(title),
});

/** Returns a bill for staff, with its history. */
export const staffBillView = (bill: StoredBill, title?: string) => ({ ...billView(bill, title), lines: bill.lines });

/** Returns the total debt by currency, in minor units. */
export const owedOf = (bills: readonly StoredBill[]): Money[] =>
  sumsByCurrency(bills.map(({ currency, open: amount }) => ({ amount, currency })));

const sinceOf = ({ transit, aside }: ItemCirculation) => {
  const since = aside?.at ?? transit?.sentAt ?? transit?.requestedAt;
  return since === undefined ? {} : { since };
};

/** Returns a copy as a row of a branch's list. */
export const rowView = (item: ItemCirculation, title?: string): ListRow => ({
  itemId: item.itemId,
  barcode: item.barcode,
  memberId: item.memberId,
  homeBranch: item.branchId,
  location: item.location,
  currentBranch: item.currentBranch,
  state: item.state,
  ...(item.recordId !== undefined && { recordId: item.recordId }),
  ...titled(title),
  ...(item.hold && { holdId: item.hold.holdId, pickupBranch: item.hold.pickupBranch }),
  ...(item.hold?.shelfExpiresAt !== undefined && { shelfExpiresAt: item.hold.shelfExpiresAt }),
  ...(item.transit && { from: item.transit.from, to: item.transit.to, purpose: item.transit.purpose }),
  ...sinceOf(item),
  ...(item.aside && { reason: item.aside.reason }),
});

/** Returns a loan without the item and every number that could identify it, for a reader who may not see it (C77). */
export const loanWithoutTitle = ({ recordId: _recordId, title: _title, ...loan }: LoanView): LoanView => ({
  ...loan,
  ...{ itemId: '', barcode: '' },
});

/** Returns a hold without the requested title, for a reader who may not see it. */
export const holdWithoutTitle = ({ title: _t, itemId: _i, part: _p, editions: _e, ...hold }: HoldView): HoldView => ({
  ...hold,
  recordId: '',
});

/** Returns another member's bill: the amounts and history, without item, actors and reasons (C77). */
export const billWithoutTitle = ({ itemId: _i, loanId: _l, title: _t, lines, ...bill }: StoredBill): StoredBill => ({
  ...bill,
  lines: lines.map(({ at, did, amount }) => ({ at, did, amount, by: '' })),
});
