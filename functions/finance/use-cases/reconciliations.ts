import { openTable } from '../../../layers/platform/dynamodb/table.ts';
import { openBucket } from '../../../layers/platform/objects/object-store.ts';
import type { Runtime } from '../../../layers/platform/runtime/runtime.ts';
import { monthStore } from '../data/month-store.ts';
import { billView, platformBillStore } from '../data/platform-bill-store.ts';
import { reconciledView } from '../domain/cloud-bills/view.ts';
import type { ReconciliationView } from '../domain/cloud-bills/view-schema.ts';
import { type ReconciledMonth, reconciledMonth } from './month-reconciliation.ts';

/** The bills of the platform and the bucket of their files. */
export const billStores = (runtime: Pick<Runtime, 'environment'>) => ({
  bills: platformBillStore(openTable(runtime)),
  bucket: openBucket(runtime),
});

/** The same, with the months that they are reconciled with. */
export const reconciliationHouse = (runtime: Pick<Runtime, 'environment'>) => {
  const stores = { ...billStores(runtime), months: monthStore(runtime) };
  return { ...stores, reconciled: (month: string, now: number) => reconciledMonth(stores, month, now) };
};

/** A reconciled month as it is answered. */
export const reconciliationView = (month: ReconciledMonth): ReconciliationView => {
  const { report, synthetic, bills, acceptances, found, book } = month;
  return {
    month: report.month,
    currency: report.currency,
    minorDigits: report.minorDigits,
    provisionalUntil: report.provisionalUntil,
    synthetic,
    bills: bills.toReversed().map(billView),
    ...(found && {
      reconciled: reconciledView(found.reconciliation, {
        bill: billView(found.bill),
        calibrated: found.calibrated,
        book,
        acceptances,
      }),
    }),
  };
};
