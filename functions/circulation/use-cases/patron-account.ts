import { type Money, sumsByCurrency } from '../../../layers/kernel/money/money.ts';
import type { Hold } from '../../items/public/hold.ts';
import type { StoredBill } from '../data/bill-store.ts';
import type { CirculationStores } from '../data/circulation-stores.ts';
import { countersOf } from '../data/queue-counters-store.ts';
import type { CirculationPolicies } from '../domain/decisions/policies.ts';
import { type ExpectedWait, expectedWait } from '../domain/holds/expected-wait.ts';
import { hasPlace, queuePlace } from '../domain/holds/hold-queue.ts';
import { areCounted, areRecent, countedWait, placeIn } from '../domain/holds/queue-counters.ts';
import type { BillView } from '../schemas/bills.ts';
import type { HoldView } from '../schemas/holds.ts';
import type { LoanView } from '../schemas/loans.ts';
import {
  billWithoutTitle,
  holdViewAt,
  holdWithoutTitle,
  loanView,
  loanWithoutTitle,
  owedOf,
  waitView,
} from '../schemas/views.ts';
import { accruedFines } from './accrued-fines.ts';
import { loadHoldContext } from './load-hold.ts';

type Shown = (titled: { itemMember?: string; branch: string }) => boolean;

const everything: Shown = () => true;

/** Returns a patron's loans, next due first; `shown` decides which titles the reader may see. */
export const loansOf = async (
  deps: CirculationStores,
  patronId: string,
  now: number,
  at: string,
  shown = everything,
) => {
  const items = await deps.items.lentTo(patronId);
  const fineOf = await accruedFines(deps, items, now);
  const views = await Promise.all(
    items.flatMap((item) => {
      const { loan } = item;
      // The loan of a lost item that is paid for stays on the item only for a possible refund.
      if (loan === undefined || loan.lost?.paid) return [];
      const [visible, accrued] = [shown({ itemMember: item.memberId, branch: loan.checkoutBranch }), fineOf(item)];
      const view = (title?: string) => ({ ...loanView(item, loan, at, title), ...(accrued && { accrued }) });
      return visible
        ? [deps.titles.ofSource(item.sourceId, now).then(view)]
        : [Promise.resolve(loanWithoutTitle(view()))];
    }),
  );
  return views.toSorted((one, other) => (one.due < other.due ? -1 : 1));
};

/** Returns what loans have accrued in fines together, by currency. */
export const accruedIn = (loans: readonly Pick<LoanView, 'accrued'>[]): Money[] =>
  sumsByCurrency(loans.flatMap(({ accrued }) => accrued ?? []));

/** Returns what a patron's open loans have accrued in fines by now, by currency. */
export const accruedOf = async (deps: CirculationStores, patronId: string, now: number): Promise<Money[]> => {
  const items = await deps.items.lentTo(patronId);
  const fineOf = await accruedFines(deps, items, now);
  return sumsByCurrency(items.flatMap((item) => fineOf(item) ?? []));
};

type Position = { place: number | undefined; wait?: ExpectedWait | undefined };

/** Returns the place and the expected wait of a hold from its whole queue and all copies: its title's queue is not counted yet. */
const positionInQueue = async (
  deps: CirculationStores,
  hold: Hold,
  policies: CirculationPolicies | undefined,
): Promise<Position> => {
  const { queue = [], items } = await loadHoldContext(deps, hold, { strong: false });
  return { place: queuePlace(queue, hold.holdId), wait: policies && expectedWait(hold, queue, items, policies) };
};

/** Returns the place and the expected wait of each hold: from the counters of its queue, which cost the same for every title. */
const positions = async (
  deps: CirculationStores,
  holds: readonly Hold[],
  policies: CirculationPolicies | undefined,
  now: number,
): Promise<Position[]> => {
  const counted = holds.filter((hold) => hasPlace(hold) && areCounted(hold)).map(({ recordId }) => recordId);
  const all = await countersOf(deps.table, counted);
  return Promise.all(
    holds.map(async (hold) => {
      if (!hasPlace(hold)) return { place: undefined };
      const counters = areCounted(hold) ? all.get(hold.recordId)?.counters : undefined;
      const place = counters && placeIn(counters, hold.holdId);
      if (!counters || place === undefined || !areRecent(counters, now)) {
        return positionInQueue(deps, hold, policies);
      }
      return { place, wait: policies && countedWait(counters, { hold, place }, policies) };
    }),
  );
};

/** Returns a patron's open holds with their places, in order of request; titles as for loans. */
export const holdsOf = async (
  deps: CirculationStores,
  patronId: string,
  now: number,
  shown = everything,
): Promise<HoldView[]> => {
  const [holds, policies] = await Promise.all([deps.holds.ofPatron(patronId), deps.policiesAt(now)]);
  const known = await positions(deps, holds, policies, now);
  return Promise.all(
    holds.map(async (hold, at) => {
      const { place, wait } = known[at] ?? { place: undefined };
      const visible = shown({ branch: hold.pickupBranch });
      const title = visible ? await deps.titles.ofRecord(hold.recordId, now) : undefined;
      const view = { ...holdViewAt(hold, place, title), ...waitView(wait) };
      return visible ? view : holdWithoutTitle(view);
    }),
  );
};

/**
 * Returns a patron's open bills, and of the settled ones those that `settled` selects; titles as for loans. `view` formats one: for the
 * patron, or for staff.
 */
export const billsOf = async <V extends BillView>(
  deps: CirculationStores,
  patronId: string,
  now: number,
  view: (bill: StoredBill, title?: string) => V,
  { shown = everything, settled }: { shown?: Shown; settled?: ((bill: StoredBill) => boolean) | undefined } = {},
) => {
  const stored = await deps.bills[settled ? 'all' : 'open'](patronId);
  const bills = stored.filter((bill) => bill.open !== 0 || settled?.(bill));
  const items = new Map(
    (await deps.items.getMany(bills.flatMap(({ itemId }) => itemId ?? []))).map((item) => [item.itemId, item]),
  );
  const views = await Promise.all(
    bills.map(async (bill) => {
      const item = bill.itemId === undefined ? undefined : items.get(bill.itemId);
      const readable = shown({ ...(item && { itemMember: item.memberId }), branch: `${bill.member}.` });
      if (!readable) return view(billWithoutTitle(bill));
      return view(bill, item ? await deps.titles.ofSource(item.sourceId, now) : bill.title);
    }),
  );
  return { bills: views, owed: owedOf(bills) };
};
