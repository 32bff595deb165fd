import { type Exact, sumExact } from '../../../layers/kernel/money/exact.ts';
import type { ReadByDay } from '../data/month-store.ts';
import type { PlatformBillStore } from '../data/platform-bill-store.ts';
import type { ReconciliationDeps } from '../deps.ts';
import { judged } from '../domain/cloud-bills/acceptance.ts';
import { takenIn } from '../domain/cloud-bills/stored-bill.ts';
import type { Calibration } from '../domain/statements/platform-lines.ts';
import { reconcileRead } from './reconcile-month.ts';

/**
 * A month's bill for its statements: its total and its support plan in the platform's currency, the number of unexplained differences, and
 * the calibrated lines.
 */
export type BilledMonth = { total: Exact; support: Exact; open: number; calibration: Calibration };

/** Loads the bill of a month that was read; undefined when it is not the latest of the month. */
export const loadBilledMonth = async (
  deps: Pick<ReconciliationDeps, 'bills' | 'bucket' | 'policies'>,
  read: ReadByDay,
  billId: string,
): Promise<BilledMonth | undefined> => {
  const { found, acceptances, rules, report } = await reconcileRead(deps, read);
  if (found?.bill.billId !== billId) return undefined;
  const { reconciliation, calibrated } = found;
  const factors = new Map(reconciliation.rows.map(({ service, factor }) => [service, factor]));
  return {
    total: reconciliation.billed,
    support: sumExact(
      reconciliation.billedOnly.filter(({ category }) => category === 'support').map(({ cost }) => cost),
    ),
    open: judged(reconciliation, { acceptances, rules, minorDigits: report.minorDigits }).filter(({ open }) => open)
      .length,
    calibration: { billId, factors, lines: calibrated.lines },
  };
};

/** Returns the id of the latest imported bill of a month; undefined without one. */
export const latestBillOf = async (
  { bills }: { bills: Pick<PlatformBillStore, 'ofMonth'> },
  month: string,
): Promise<string | undefined> => takenIn((await bills.ofMonth(month)).bills).at(-1)?.billId;
