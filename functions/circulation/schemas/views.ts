import { memberOfBranch } from '../../../layers/kernel/identity/roles.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { ItemCirculation, Loan } from '../../items/public/item-circulation.ts';
import { loanStateOf } from '../../items/public/loan-states.ts';
import type { StoredBill } from '../data/bill-store.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import { type ExpectedWait, expectedWait } from '../domain/expected-wait.ts';
import { levelOf } from '../domain/hold-level.ts';
import { queuePlace } from '../domain/hold-queue.ts';
import { loadHoldContext } from '../use-cases/load-hold.ts';
import type { BillView } from './bills.ts';
import type { HoldView, QueuedHold } from './holds.ts';
import type { ListRow } from './items.ts';
import type { LoanView } from './loans.ts';

const titled = (title: string | undefined) => (title === undefined ? {} : { title });

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

const waitView = (wait: ExpectedWait | undefined): Pick<HoldView, 'wait'> => {
  if (wait === undefined) return {};
  const { copies, days } = wait;
  return { wait: { copies, ...(days !== undefined && { days }) } };
};

/** A hold as the desk of a member sees it in a queue (design.md section 10). */
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

type Shown = (titled: { itemMember?: string; branch: string }) => boolean;
const everything: Shown = () => true;

/** A loan of which the reader may not know what is lent: nor by which number one could look it up (C77). */
const untold = ({ recordId: _recordId, title: _title, ...loan }: LoanView): LoanView => ({
  ...loan,
  ...{ itemId: '', barcode: '' },
});

/** A hold of which the reader may not know what is wanted. */
const untoldHold = ({ title: _t, itemId: _i, part: _p, editions: _e, ...hold }: HoldView): HoldView => ({
  ...hold,
  recordId: '',
});

/** A patron's loans, next due first; `shown` says of which the reader may know the title. */
export const loansOf = async (
  house: CirculationStores,
  patronId: string,
  now: number,
  at: string,
  shown = everything,
) => {
  const items = await house.items.lentTo(patronId);
  const views = await Promise.all(
    items.flatMap((item) => {
      const { loan } = item;
      // Lost and paid for, it is with the item for a refund only.
      if (loan === undefined || loan.lost?.paid) return [];
      if (shown({ itemMember: item.memberId, branch: loan.checkoutBranch }))
        return [house.titles.ofSource(item.sourceId, now).then((title) => loanView(item, loan, at, title))];
      return [Promise.resolve(untold(loanView(item, loan, at)))];
    }),
  );
  return views.toSorted((one, other) => (one.due < other.due ? -1 : 1));
};

/** A patron's open holds with their places, in order of request; titles as for loans. */
export const holdsOf = async (
  house: CirculationStores,
  patronId: string,
  now: number,
  shown = everything,
): Promise<HoldView[]> => {
  const [holds, policies] = await Promise.all([house.holds.ofPatron(patronId), house.policiesAt(now)]);
  return Promise.all(
    holds.map(async (hold) => {
      const { queue = [], items } = await loadHoldContext(house, hold, { strong: false });
      const visible = shown({ branch: hold.pickupBranch });
      const title = visible ? await house.titles.ofRecord(hold.recordId, now) : undefined;
      const wait = policies && waitView(expectedWait(hold, queue, items, policies));
      const view = { ...holdView(hold, queue, title), ...wait };
      return visible ? view : untoldHold(view);
    }),
  );
};

/** A bill of another member: what is owed and what became of it, not for which item, by whom and why (C77). */
const untoldBill = ({ itemId: _i, loanId: _l, title: _t, lines, ...bill }: StoredBill): StoredBill => ({
  ...bill,
  lines: lines.map(({ at, did, amount }) => ({ at, did, amount, by: '' })),
});

/** A patron's open bills; titles as for loans. `view` shows one: to the patron, or to staff. */
export const billsOf = async <V extends BillView>(
  house: CirculationStores,
  patronId: string,
  now: number,
  view: (bill: StoredBill, title?: string) => V,
  shown = everything,
) => {
  const bills = await house.bills.open(patronId);
  const items = new Map(
    (await house.items.getMany(bills.flatMap(({ itemId }) => itemId ?? []))).map((item) => [item.itemId, item]),
  );
  const views = await Promise.all(
    bills.map(async (bill) => {
      const item = bill.itemId === undefined ? undefined : items.get(bill.itemId);
      const readable = shown({ ...(item && { itemMember: item.memberId }), branch: `${bill.member}.` });
      if (!readable) return view(untoldBill(bill));
      return view(bill, item ? await house.titles.ofSource(item.sourceId, now) : bill.title);
    }),
  );
  return { bills: views, owed: owedOf(bills) };
};
