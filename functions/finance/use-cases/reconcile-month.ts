import { billSnapshot } from '../data/bill-snapshot.ts';
import { billingOfMonth } from '../data/billing-in-force.ts';
import type { ReadByDay } from '../data/month-store.ts';
import type { ReconciliationDeps } from '../deps.ts';
import type { Acceptance } from '../domain/cloud-bills/acceptance.ts';
import { type CalibratedMonth, calibrate } from '../domain/cloud-bills/calibrate.ts';
import type { ExplanationRules } from '../domain/cloud-bills/explanation-rules.ts';
import { meteredUse } from '../domain/cloud-bills/metered-use.ts';
import { reconcile } from '../domain/cloud-bills/reconcile.ts';
import type { Reconciliation } from '../domain/cloud-bills/reconciliation.ts';
import { billView, type StoredBill, takenIn } from '../domain/cloud-bills/stored-bill.ts';
import { reconciledView } from '../domain/cloud-bills/view.ts';
import type { ReconciliationView } from '../domain/cloud-bills/view-schema.ts';
import type { ReportRefusal } from '../domain/usage-report/model.ts';

/** A month with its bills; with an imported bill, the reconciliation with the latest, and the lines calibrated to it. */
export type ReconciledMonth = ReadByDay & {
  bills: StoredBill[];
  acceptances: Acceptance[];
  rules: ExplanationRules;
  found: { bill: StoredBill; reconciliation: Reconciliation; calibrated: CalibratedMonth } | undefined;
};

/** Reconciles a given month with its bills. */
export const reconcileRead = async (
  { bills: store, bucket, policies }: Pick<ReconciliationDeps, 'bills' | 'bucket' | 'policies'>,
  read: ReadByDay,
): Promise<ReconciledMonth> => {
  const { month } = read.report;
  const [{ bills, acceptances }, { body: rules }] = await Promise.all([
    store.ofMonth(month),
    billingOfMonth(policies, month),
  ]);
  const taken = takenIn(bills);
  const known = await Promise.all(taken.map((bill) => billSnapshot(bucket(), bill)));
  const reconciliation = reconcile({ month, metered: meteredUse(read.report, read.use, read.book), bills: known });
  const bill = taken.at(-1);
  if (!reconciliation || !bill) return { ...read, bills, acceptances, rules, found: undefined };
  const calibrated = calibrate(read.report.lines, reconciliation, read.key, read.report.minorDigits);
  return { ...read, bills, acceptances, rules, found: { bill, reconciliation, calibrated } };
};

/** Reads a whole month, for the consortium's finance, and reconciles it with its bills. `now` in epoch ms. Refuses as `loadMonth` does. */
export const reconcileMonth = async (
  { months, ...deps }: ReconciliationDeps,
  month: string,
  now: number,
): Promise<ReconciledMonth | ReportRefusal> => {
  const read = await months.readByDay(month, now);
  return 'refused' in read ? read : reconcileRead(deps, read);
};

/** Returns a reconciled month in the format of the API. */
export const reconciliationView = (month: ReconciledMonth): ReconciliationView => {
  const { report, synthetic, bills, acceptances, rules, found, book, key } = month;
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
        ...{ book, key, lines: report.lines },
        by: { acceptances, rules, minorDigits: report.minorDigits },
      }),
    }),
  };
};
