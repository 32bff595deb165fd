import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation, Loan } from '../../items/public/item-circulation.ts';
import { loanStateOf } from '../../items/public/loan-states.ts';
import type { StoredBill } from '../data/bill-store.ts';
import type { ExpectedWait } from '../domain/expected-wait.ts';
import { levelOf } from '../domain/hold-level.ts';
import { queuePlace } from '../domain/hold-queue.ts';
import type { BillView } from './bills.ts';
import type { HoldView, QueuedHold } from './holds.ts';
import type { ListRow } from './items.ts';
import type { LoanView } from './loans.ts';

export const titled = (title: string | undefined) => (title === undefined ? {} : { title });

/** An item's loan as shown at an instant. */
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
  ...(loan.proxyId !== undefined && { byProxy: true as const }),
});

/** A hold as shown, with its place in the queue given. */
export const holdView = (hold: Hold, queue: readonly Hold[], title?: string): HoldView => {
  const place = queuePlace(queue, hold.holdId);
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

/** A hold as the desk of a member sees it in a queue. */
export const queuedHoldView = (hold: Hold, queue: readonly Hold[], member: string, title?: string): QueuedHold => ({
  ...holdView(hold, queue, title),
  patronMember: hold.patronMember,
  ...([hold.patronMember, memberOfBranch(hold.pickupBranch)].includes(member) && { patronId: hold.patronId }),
});

/** A bill as shown. */
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

/** The same for staff, with who did what to it. */
export const staffBillView = (bill: StoredBill, title?: string) => ({ ...billView(bill, title), lines: bill.lines });

/** What is owed in all, by currency, in minor units. */
export const owedOf = (bills: readonly StoredBill[]): { amount: number; currency: string }[] => {
  const sums = new Map<string, number>();
  for (const { currency, open } of bills) sums.set(currency, (sums.get(currency) ?? 0) + open);
  return [...sums].map(([currency, amount]) => ({ amount, currency }));
};

const sinceOf = ({ transit, aside }: ItemCirculation) => {
  const since = aside?.at ?? transit?.sentAt ?? transit?.requestedAt;
  return since === undefined ? {} : { since };
};

/** A copy on a list of a branch. */
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

/** A loan of which the reader may not know what is lent: nor by which number one could look it up (C77). */
export const untold = ({ recordId: _recordId, title: _title, ...loan }: LoanView): LoanView => ({
  ...loan,
  ...{ itemId: '', barcode: '' },
});

/** A hold of which the reader may not know what is wanted. */
export const untoldHold = ({ title: _t, itemId: _i, part: _p, editions: _e, ...hold }: HoldView): HoldView => ({
  ...hold,
  recordId: '',
});

/** A bill of another member: what is owed and what became of it, not for which item, by whom and why (C77). */
export const untoldBill = ({ itemId: _i, loanId: _l, title: _t, lines, ...bill }: StoredBill): StoredBill => ({
  ...bill,
  lines: lines.map(({ at, did, amount }) => ({ at, did, amount, by: '' })),
});
