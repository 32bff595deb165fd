import type { Exact } from '../../../../layers/kernel/money/exact.ts';
import type { Service } from '../../../../layers/kernel/usage/usage-line.ts';
import type { DailySum } from '../metering/aggregate.ts';
import type { Allowances, Quantity } from '../pricing/cost.ts';
import type { Meter } from '../pricing/meters.ts';
import type { PriceBook } from '../pricing/price-book.ts';
import type { IdleCost, IdleLine } from './idle-readings.ts';

/** The categories of a line: the member's own use; a share of common use; of idle cost; of unattributed use. */
export const categories = ['direct', 'shared', 'idle', 'unattributed'] as const;
export type Category = (typeof categories)[number];

/** The source of a line's use: the member itself, or a pool that all share by the agreed key. */
export type Pool = 'own' | 'public-use' | 'consortium' | 'idle' | 'unattributed';

/**
 * The agreed key: integer, non-negative weights by member (equal, size, use), with the name and version of its policy; `lines` are the
 * weights of idle costs with a different key.
 */
export type SplitKey = {
  name: string;
  version: string;
  weights: ReadonlyMap<string, number>;
  lines?: ReadonlyMap<IdleLine, ReadonlyMap<string, number>>;
};

/** A part of a line: the quantity of one meter, and its cost at the blended price. */
export type Charge = { meter: Meter; quantity: Quantity; amount: Exact };

/** One line of the month: exact to 1e-12. `events` of a shared line are the member's share of the pool's events. */
export type ReportLine = {
  category: Category;
  pool: Pool;
  member: string;
  service: Service | 'platform';
  operation: string;
  events: number;
  succeeded: number;
  charges: Charge[];
  amount: Exact;
};

/** The amount of a member: exact, and rounded once in minor units so that members sum to the whole. */
export type MemberTotal = {
  member: string;
  exact: Record<Category, Exact>;
  total: Exact;
  rounded: Record<Category, number>;
  roundedTotal: number;
};

/** A meter's common price: the cost of a billed unit over tiers and allowances. `quantity` and `amount` are of the lines shown. */
export type BlendedPrice = { meter: Meter; unit: string; unitPrice: Exact; quantity: Quantity; amount: Exact };

/** The cost of one use: metered cost over successful events; absent without events ("no use", never 0). */
export type UnitCost = { name: string; events: number; amount: Exact; perEvent: Exact | undefined };

/** A name and its operations, e.g. checkout: circulation-check-out. */
export type UnitCostRow = { name: string; operations: readonly string[] };

/** The input of a month's report. `month` is YYYY-MM in UTC; sums of other months are ignored. */
export type MonthInput = {
  month: string;
  sums: readonly DailySum[];
  book: PriceBook;
  allowances: Allowances;
  idle: readonly IdleCost[];
  attributionPolicy: string;
  key: SplitKey;
  unitCosts: readonly UnitCostRow[];
  provisionalUntil: string;
  /** Decimals of the currency; default 2. */
  minorDigits?: number;
};

/** A month by member and service, with details by operation. Amounts are Exact, rounded ones in minor units. */
export type MonthReport = {
  month: string;
  /** The only member of these lines, or undefined for the whole consortium. */
  member: string | undefined;
  currency: string;
  minorDigits: number;
  priceBook: { version: string; region: string; effectiveFrom: string; source: string };
  attributionPolicy: string;
  key: { name: string; version: string };
  provisionalUntil: string;
  lines: ReportLine[];
  members: MemberTotal[];
  total: Exact;
  roundedTotal: number;
  /** The cost of metering itself; its lines are among the others. */
  metering: Exact;
  prices: BlendedPrice[];
  unitCostRows: readonly UnitCostRow[];
  unitCosts: UnitCost[];
};

/** The reason why there is no report. */
export type ReportRefusal = {
  refused: {
    code: 'bad-month' | 'not-begun' | 'price-book-not-in-force' | 'no-split-key' | 'not-comparable';
    detail: string;
    pointer?: string;
  }[];
};
