import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import type { Quantity } from '../pricing/cost.ts';
import type { Meter } from '../pricing/meters.ts';
import type { ChargeCategory } from './bill-line.ts';
import type { MeteredCell } from './metered-use.ts';
import type { BillSummary } from './summary.ts';

/**
 * How the bill may differ from what was metered. The first nine a person must explain; the rest say of themselves what they are,
 * and become lines of their own.
 */
export const openKinds = [
  'beyond-tolerance',
  'day-differs',
  'days-differ',
  'missing-day',
  'unmetered-day',
  'not-billed',
  'not-metered',
  'restated',
  'unknown',
] as const;
export const statedKinds = ['credit', 'refund', 'tax', 'support', 'purchase', 'adjustment', 'late-usage'] as const;
export const exceptionKinds = [...openKinds, ...statedKinds] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** One difference, named. `difference` is billed less metered, or later less earlier bill; `id` is the same whenever it is found again. */
export type BillException = {
  id: string;
  kind: ExceptionKind;
  /** The row of the reconciliation, or the service of the bill. */
  service: string;
  day?: string;
  /** Of several days in a row: the last of them, `day` is the first. */
  until?: string;
  /** The bill's usage type; of a difference within a service, our meter. */
  usageType?: string;
  /** Of a restatement: which part of the bill, and in which bill it is other than in the one before. */
  category?: ChargeCategory;
  billId?: string;
  difference: Exact;
};

/** A meter's part of a row; `billedQuantity` is in billed units, exact to 1e-12. */
export type MeterRow = { meter: Meter; quantity: Quantity; billedQuantity: Exact; metered: Exact; billed: Exact };

/** Metered against billed, of what was metered at all. `factor`, billed over metered, brings the row's lines to the bill (1e-12). */
export type ServiceRow = {
  service: string;
  exact: boolean;
  metered: Exact;
  billed: Exact;
  difference: Exact;
  factor: Exact;
  meters: MeterRow[];
};

/** What is billed and nowhere metered: it is shared by the agreed key. `cost` may be negative. */
export type BilledOnly = { id: string; category: ChargeCategory; service: string; usageType: string; cost: Exact };

/** A bill of the month, in the order in which they came. */
export type KnownBill = { billId: string; summary: BillSummary };

/** What is reconciled: the month as metered, and its bills, the latest last. */
export type ToReconcile = { month: string; metered: readonly MeteredCell[]; bills: readonly KnownBill[] };

/** A month reconciled with its latest bill. The rows' billed and what is billed only sum to the bill. */
export type Reconciliation = {
  month: string;
  billId: string;
  currency: string;
  metered: Exact;
  billed: Exact;
  rows: ServiceRow[];
  billedOnly: BilledOnly[];
  exceptions: BillException[];
};
