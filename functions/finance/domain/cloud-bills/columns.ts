import type { BillFormat, BillRefusal, ChargeCategory } from './bill-line.ts';
import { isSupport } from './usage-types.ts';

/** The cells of a row that make a bill line, by our names; the same for every format. */
export const roles = [
  'period',
  'begin',
  'end',
  'currency',
  'product',
  'usageType',
  'quantity',
  'cost',
  'kind',
  'class',
  'lineId',
  'interval',
] as const;
export type Role = (typeof roles)[number];

/**
 * The column names of a format: the first non-empty one is used, because providers fill different columns. Optional ones are listed
 * separately.
 */
type Columns = { needed: Partial<Record<Role, readonly string[]>>; more: Partial<Record<Role, readonly string[]>> };

// Names as in the AWS Data Exports table dictionary (COST_AND_USAGE_REPORT) and in FOCUS 1.0 and 1.2 (FOCUS_Spec, columns/).
const cur2: Columns = {
  needed: {
    period: ['bill_billing_period_start_date'],
    begin: ['line_item_usage_start_date'],
    end: ['line_item_usage_end_date'],
    currency: ['line_item_currency_code'],
    product: ['line_item_product_code'],
    usageType: ['line_item_usage_type'],
    quantity: ['line_item_usage_amount'],
    cost: ['line_item_unblended_cost'],
    kind: ['line_item_line_item_type'],
  },
  more: { class: ['bill_bill_type'], lineId: ['identity_line_item_id'], interval: ['identity_time_interval'] },
};
const focus: Columns = {
  needed: {
    period: ['BillingPeriodStart'],
    begin: ['ChargePeriodStart'],
    end: ['ChargePeriodEnd'],
    currency: ['BillingCurrency'],
    // AWS's own columns are preferred; FOCUS's are used for exports or rows without them.
    product: ['x_ServiceCode', 'ServiceName'],
    usageType: ['x_UsageType', 'SkuMeter', 'SkuId', 'SkuPriceId'],
    quantity: ['ConsumedQuantity', 'PricingQuantity'],
    cost: ['BilledCost'],
    kind: ['ChargeCategory'],
    class: ['ChargeClass'],
  },
  more: {},
};

/**
 * The possible positions of each cell in a row, the preferred one first; empty when the file has no such column. `width` is the number
 * of cells of a row.
 */
export type Layout = { format: BillFormat; at: ReadonlyMap<Role, readonly number[]>; width: number };

const refused = (code: BillRefusal['code'], detail: string): { refused: BillRefusal } => ({
  refused: { code, detail, faults: [] },
});

const howTo =
  'In AWS Data Exports, make an export of CUR 2.0 (COST_AND_USAGE_REPORT) or FOCUS 1.0 or 1.2 with AWS columns, as CSV, by day or hour.';

/** FOCUS 1.2 added these to 1.0; exports of AWS have all columns of their version. */
const since12 = ['InvoiceId', 'PricingCurrency', 'BillingAccountType'];

/**
 * Returns the format of a file and the positions of its cells, from the heading; column order, other columns and the case of names
 * (query engines use lower case) do not matter. Refuses `unknown-format`, `missing-columns`.
 */
export const layoutOf = (heading: readonly string[]): Layout | { refused: BillRefusal } => {
  const names = heading.map((name) => name.trim().toLowerCase());
  const has = (name: string): boolean => names.includes(name.toLowerCase());
  if (names.some((name) => name.startsWith('lineitem/')))
    return refused('unknown-format', `This is the legacy Cost and Usage Report. ${howTo}`);
  const isCur = names.some((name) => name.startsWith('line_item_'));
  if (!isCur && !has('BilledCost') && !has('ChargeCategory'))
    return refused('unknown-format', `The first line is not the heading of a bill that is known. ${howTo}`);
  const { needed, more } = isCur ? cur2 : focus;
  const missing = Object.values(needed).flatMap((own) => (own.some(has) ? [] : own.slice(0, 1)));
  if (missing.length > 0)
    return refused('missing-columns', `The file lacks ${missing.join(', ')}. Select these columns in the export.`);
  const all: Columns['more'] = { ...needed, ...more };
  const placesOf = (role: Role): number[] =>
    (all[role] ?? []).filter(has).map((name) => names.indexOf(name.toLowerCase()));
  const at = new Map(roles.map((role) => [role, placesOf(role)]));
  const format = isCur ? 'cur-2.0' : since12.some(has) ? 'focus-1.2' : 'focus-1.0';
  return { format, at, width: names.length };
};

/** Maps CUR 2.0's line types (`line_item_line_item_type`) to our categories. */
const curKinds: Record<string, ChargeCategory> = {
  Usage: 'usage',
  DiscountedUsage: 'usage',
  SavingsPlanCoveredUsage: 'usage',
  Credit: 'credit',
  Refund: 'refund',
  Tax: 'tax',
  Fee: 'purchase',
  RIFee: 'purchase',
  SavingsPlanRecurringFee: 'purchase',
  SavingsPlanUpfrontFee: 'purchase',
  SavingsPlanNegation: 'adjustment',
  BundledDiscount: 'adjustment',
  Discount: 'adjustment',
  EdpDiscount: 'adjustment',
  PrivateRateDiscount: 'adjustment',
  RiVolumeDiscount: 'adjustment',
  SppDiscount: 'adjustment',
};
const focusKinds: Record<string, ChargeCategory> = {
  Usage: 'usage',
  Purchase: 'purchase',
  Tax: 'tax',
  Credit: 'credit',
  Adjustment: 'adjustment',
};

type RowKind = { kind: string; class: string; product: string; cost: bigint };

/**
 * Returns the category of a row, and whether it corrects an earlier bill. Undefined when the bill does not state it; an unknown value is
 * `unknown`.
 */
export const categoryOf = (
  format: BillFormat,
  row: RowKind,
): { category: ChargeCategory; correction: boolean } | undefined => {
  const isCur = format === 'cur-2.0';
  const kinds = isCur ? curKinds : focusKinds;
  const known = Object.hasOwn(kinds, row.kind) ? kinds[row.kind] : undefined;
  if (row.kind === '') return undefined;
  if (known === undefined) return { category: 'unknown', correction: false };
  const correction = isCur ? row.kind === 'Refund' || row.class === 'Refund' : row.class === 'Correction';
  if (known === 'tax' || known === 'credit') return { category: known, correction };
  // FOCUS has no refund: it is a correction with a negative cost.
  if (correction) return { category: row.cost <= 0n ? 'refund' : 'adjustment', correction };
  return { category: isSupport(row.product) ? 'support' : known, correction };
};
