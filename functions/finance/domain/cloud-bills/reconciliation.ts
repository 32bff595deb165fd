import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import type { Quantity } from '../pricing/cost.ts';
import type { Meter } from '../pricing/meters.ts';
import type { ChargeCategory } from './bill-line.ts';
import type { MeteredCell } from './metered-use.ts';
import type { BillSummary } from './summary.ts';

/** The kinds of differences between bill and metered use. */
export const meteredKinds = [
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
/** The kinds of charges that no meter counts: they become separate lines. */
export const statedKinds = ['credit', 'refund', 'tax', 'support', 'purchase', 'adjustment', 'late-usage'] as const;
export const exceptionKinds = [...meteredKinds, ...statedKinds, 'small-together'] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** One named difference. `difference` is billed less metered, or later less earlier bill; `id` is stable between runs. */
export type BillException = {
  id: string;
  kind: ExceptionKind;
  /** The row of the reconciliation, or the service of the bill. */
  service: string;
  day?: string;
  /** The last of several consecutive days; `day` is the first. */
  until?: string;
  /** The bill's usage type; for a difference within a service, our meter. */
  usageType?: string;
  /** For a restatement: the category of the bill, and the bill that differs from the one before. */
  category?: ChargeCategory;
  billId?: string;
  difference: Exact;
};

/** A meter's part of a row; `billedQuantity` is in billed units, exact to 1e-12. */
export type MeterRow = { meter: Meter; quantity: Quantity; billedQuantity: Exact; metered: Exact; billed: Exact };

/** Metered against billed amounts of a metered service. `factor`, billed over metered, calibrates the row's lines to the bill (1e-12). */
export type ServiceRow = {
  service: string;
  exact: boolean;
  metered: Exact;
  billed: Exact;
  difference: Exact;
  factor: Exact;
  meters: MeterRow[];
};

/** A billed but unmetered amount: it is shared by the agreed key. `cost` may be negative. */
export type BilledOnly = { id: string; category: ChargeCategory; service: string; usageType: string; cost: Exact };

/** A bill of the month, in order of arrival. */
export type KnownBill = { billId: string; summary: BillSummary };

/** The input of a reconciliation: the metered month, and its bills, the latest last. */
export type ToReconcile = { month: string; metered: readonly MeteredCell[]; bills: readonly KnownBill[] };

/** A month reconciled with its latest bill. The billed amounts of the rows and the only-billed ones sum to the bill. */
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
