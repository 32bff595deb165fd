import { meteredUse } from '../../../functions/finance/domain/cloud-bills/metered-use.ts';
import { readBill } from '../../../functions/finance/domain/cloud-bills/read-bill.ts';
import { reconcile } from '../../../functions/finance/domain/cloud-bills/reconcile.ts';
import type { Reconciliation } from '../../../functions/finance/domain/cloud-bills/reconciliation.ts';
import type { BillSummary } from '../../../functions/finance/domain/cloud-bills/summary.ts';
import { monthReport } from '../../../functions/finance/domain/usage-report/month-report.ts';
import {
  monthInput,
  reported,
  resourcesIn,
  syntheticSums,
} from '../../../functions/finance/domain/usage-report/synthetic-month.ts';
import { daysIn } from '../../../layers/kernel/calendar/month.ts';
import { type Fault, makeBill, type RawMonth } from './make-bill.ts';
import { rawMonth } from './synthetic-bill.ts';
import { billCsv, type Written } from './write-bill.ts';

/** A synthetic metered month, and bills of it with planted faults. */
export const month = '2026-11';
const sums = syntheticSums(month);
export const input = monthInput(month, { sums });
export const report = reported(monthReport(input));
export const metered = meteredUse(report, { sums, readings: [resourcesIn(month)], until: `${month}-${daysIn(month)}` });
export const used: RawMonth = rawMonth(month, sums);

export const formats = ['cur-2.0', 'focus-1.0', 'focus-1.2'] as const;
export const read = async (faults: readonly Fault[], written: Partial<Written> = {}): Promise<BillSummary> => {
  const csv = billCsv(makeBill(used, faults), { format: 'cur-2.0', month, ...written });
  const bill = await readBill([Buffer.from(csv)], { month, currency: 'USD' });
  if ('refused' in bill) throw new Error(JSON.stringify(bill.refused));
  return bill.summary;
};
export const reconciled = (...summaries: BillSummary[]): Reconciliation => {
  const bills = summaries.map((summary, at) => ({ billId: `bill-${at + 1}`, summary }));
  const found = reconcile({ month, metered, bills });
  if (!found) throw new Error('No bill');
  return found;
};
export const names = ({ exceptions }: Reconciliation): string[] => exceptions.map(({ id }) => id).sort();
