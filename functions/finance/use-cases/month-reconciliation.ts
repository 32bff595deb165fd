import type { Bucket } from '../../../layers/platform/objects/object-store.ts';
import { billSnapshot } from '../data/bill-snapshot.ts';
import type { MonthStore, ReadByDay } from '../data/month-store.ts';
import { type PlatformBillStore, type StoredBill, takenIn } from '../data/platform-bill-store.ts';
import type { Acceptance } from '../domain/cloud-bills/acceptance.ts';
import { type CalibratedMonth, calibrate } from '../domain/cloud-bills/calibrate.ts';
import { meteredUse } from '../domain/cloud-bills/metered-use.ts';
import { reconcile } from '../domain/cloud-bills/reconcile.ts';
import type { Reconciliation } from '../domain/cloud-bills/reconciliation.ts';
import type { ReportRefusal } from '../domain/usage-report/model.ts';

/** A month with its bills; what its latest bill says of it, where one was taken in, and its lines brought to that bill. */
export type ReconciledMonth = ReadByDay & {
  bills: StoredBill[];
  acceptances: Acceptance[];
  found: { bill: StoredBill; reconciliation: Reconciliation; calibrated: CalibratedMonth } | undefined;
};

type Stores = { months: MonthStore; bills: PlatformBillStore; bucket: Bucket };

/** A month that was read, reconciled with its bills. */
export const reconciledWith = async (
  read: ReadByDay,
  { bills: store, bucket }: Pick<Stores, 'bills' | 'bucket'>,
): Promise<ReconciledMonth> => {
  const { month } = read.report;
  const { bills, acceptances } = await store.ofMonth(month);
  const taken = takenIn(bills);
  const known = await Promise.all(taken.map((bill) => billSnapshot(bucket, bill)));
  const reconciliation = reconcile({ month, metered: meteredUse(read.report, read.use, read.book), bills: known });
  const bill = taken.at(-1);
  if (!reconciliation || !bill) return { ...read, bills, acceptances, found: undefined };
  const calibrated = calibrate(read.report.lines, reconciliation, read.key, read.report.minorDigits);
  return { ...read, bills, acceptances, found: { bill, reconciliation, calibrated } };
};

/** Reads a month and reconciles it with its bills, whole: for the consortium's finance. `now` in epoch ms. Refuses as a month does. */
export const reconciledMonth = async (
  { months, ...stores }: Stores,
  month: string,
  now: number,
): Promise<ReconciledMonth | ReportRefusal> => {
  const read = await months.readByDay(month, now);
  return 'refused' in read ? read : reconciledWith(read, stores);
};
