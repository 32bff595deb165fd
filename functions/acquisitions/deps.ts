import type { PageRequest } from '../../layers/platform/dynamodb/cursor.ts';
import { openTable } from '../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../layers/platform/runtime/runtime.ts';
import { openEngine } from '../../layers/platform/search/client.ts';
import { describeUnion, type Looking } from '../catalogue/public/describe-union.ts';
import { familyOf } from '../catalogue/public/family-of.ts';
import { leadingMembers } from '../catalogue/public/leading-members.ts';
import { unionCopies } from '../catalogue/public/union-copies.ts';
import { holdsWaiting } from '../circulation/public/holds-waiting.ts';
import { type RequestedTitle, requestedTitles } from '../circulation/public/requested-titles.ts';
import { findCited } from '../discovery/public/find-cited.ts';
import { branchStore } from '../membership/public/branch-store.ts';
import { staffNames } from '../membership/public/staff-names.ts';
import { fundStore } from './data/fund-store.ts';
import { invoiceStore } from './data/invoice-store.ts';
import { onOrderIn } from './data/on-order-store.ts';
import { orderStore } from './data/order-store.ts';
import { purchaseStore } from './data/purchase-store.ts';
import { receiptFiles } from './data/receipt-files.ts';
import { rollOverStore } from './data/roll-over-store.ts';
import { subscriptionStore } from './data/subscription-store.ts';
import { vendorStore } from './data/vendor-store.ts';

/** Composes the dependencies of fiscal years, funds and the movements of their money. */
export const fundDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    ...{ funds: fundStore(table), ids: runtime.ids },
    names: (actors: readonly string[]) => staffNames(table, actors),
  };
};
export type FundDeps = ReturnType<typeof fundDeps>;

/** Composes the dependencies of vendors. */
export const vendorDeps = (runtime: Runtime) => ({ vendors: vendorStore(openTable(runtime)), ids: runtime.ids });
export type VendorDeps = ReturnType<typeof vendorDeps>;

/** Composes the dependencies of orders. */
export const orderDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { ...fundDeps(runtime), orders: orderStore(table), vendors: vendorStore(table) };
};
export type OrderDeps = ReturnType<typeof orderDeps>;

/** Composes the dependencies of invoices. */
export const invoiceDeps = (runtime: Runtime) => ({
  ...orderDeps(runtime),
  invoices: invoiceStore(openTable(runtime)),
});
export type InvoiceDeps = ReturnType<typeof invoiceDeps>;

/** Composes the dependencies of purchases without an order. */
export const purchaseDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return { funds: fundStore(table), purchases: purchaseStore(table), branches: branchStore(table), ids: runtime.ids };
};
export type PurchaseDeps = ReturnType<typeof purchaseDeps>;

/** Composes the dependencies of purchases with the photos of their receipts. */
export const receiptDeps = (runtime: Runtime) => ({
  ...purchaseDeps(runtime),
  receipts: receiptFiles(openBucket(runtime)),
});
export type ReceiptDeps = ReturnType<typeof receiptDeps>;

/** Composes the dependencies of subscriptions and their issues. */
export const serialDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  return {
    ...{ subscriptions: subscriptionStore(table), vendors: vendorStore(table), orders: orderStore(table) },
    ...{ table, branches: branchStore(table), ids: runtime.ids },
  };
};
export type SerialDeps = ReturnType<typeof serialDeps>;

/** Composes the dependencies of selecting: the titles that are requested, their records, and what is on order of them. */
export const selectingDeps = (runtime: Runtime) => {
  const table = openTable(runtime);
  const describing = { table, leads: leadingMembers(table) };
  return {
    ...{ funds: fundStore(table), unions: unionCopies(table) },
    requested: (isWanted: (title: RequestedTitle) => boolean, page: PageRequest) =>
      requestedTitles(table, isWanted, page),
    /** Returns how many holds wait for a record. */
    waiting: (recordId: string) => holdsWaiting(table, recordId),
    /** Returns the record of an ISBN that the viewer may see, by the index; a practice library has none. */
    recordOf: async (isbn: string, looking: Looking): Promise<string | undefined> => {
      if (runtime.environment.isPractice) return undefined;
      const cited = { ...describing, engine: openEngine(runtime), family: familyOf(runtime) };
      return (await findCited(cited, { kind: 'book', isbn: [isbn] }, looking)).found?.record.recordId;
    },
    describe: (recordId: string, looking: Looking) => describeUnion(describing, recordId, looking),
    onOrder: (titles: readonly string[]) => onOrderIn(table, titles),
  };
};
export type SelectingDeps = ReturnType<typeof selectingDeps>;

/** Composes the dependencies of the steps of an order, which may be judged by what libraries have of its titles. */
export const placingDeps = (runtime: Runtime) => ({ ...orderDeps(runtime), ...selectingDeps(runtime) });
export type PlacingDeps = ReturnType<typeof placingDeps>;

/** Composes the dependencies of the roll-over of a fiscal year. */
export const rollOverDeps = (runtime: Runtime) => ({
  ...invoiceDeps(runtime),
  ...{ rollOvers: rollOverStore(openTable(runtime)), clock: runtime.clock },
});
export type RollOverDeps = ReturnType<typeof rollOverDeps>;
