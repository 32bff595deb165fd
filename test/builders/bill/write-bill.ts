import type { MadeRow } from './make-bill.ts';

/** The format of a bill: the table of AWS Data Exports, and the rotation of its columns (`turn`). */
export type Written = {
  format: 'cur-2.0' | 'focus-1.0' | 'focus-1.2';
  month: string;
  currency?: string;
  turn?: number;
};

const decimal = (value: bigint): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(11, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -10)}.${digits.slice(-10)}`;
};

/** Prints small numbers as exports do. */
const scientific = (value: bigint): string => {
  if (value === 0n) return '0';
  const digits = value.toString();
  return value > 0n && digits.length < 7
    ? `${digits[0]}.${digits.slice(1) || '0'}E${digits.length - 11}`
    : decimal(value);
};

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const monthAfter = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);

type Cells = Record<string, string>;

const curKinds = { usage: 'Usage', credit: 'Credit', refund: 'Refund', tax: 'Tax', support: 'Fee' } as const;

const curRow = (row: MadeRow, { month, currency = 'USD' }: Written): Cells => ({
  bill_bill_type: row.kind === 'refund' ? 'Refund' : 'Anniversary',
  bill_billing_entity: 'AWS',
  bill_billing_period_end_date: `${monthAfter(month)}-01T00:00:00.000Z`,
  bill_billing_period_start_date: `${month}-01T00:00:00.000Z`,
  bill_invoice_id: '2311',
  bill_invoicing_entity: 'Amazon Web Services, Inc.',
  bill_payer_account_id: '000000000000',
  cost_category: '{}',
  discount: '{}',
  identity_line_item_id: row.id,
  identity_time_interval: `${row.begin.slice(0, 19)}Z/${row.end.slice(0, 19)}Z`,
  line_item_availability_zone: '',
  line_item_blended_cost: scientific(row.cost),
  line_item_blended_rate: '',
  line_item_currency_code: currency,
  line_item_line_item_description: `${row.title}, "${row.usageType}" per unit`,
  line_item_line_item_type: curKinds[row.kind],
  line_item_net_unblended_cost: scientific(row.cost),
  line_item_operation: 'Any',
  line_item_product_code: row.code,
  line_item_resource_id: `arn:aws:any:us-east-1:000000000000:function:${row.id}`,
  line_item_unblended_cost: scientific(row.cost),
  line_item_unblended_rate: '',
  line_item_usage_account_id: '000000000000',
  line_item_usage_amount: row.kind === 'usage' ? scientific(row.usage) : '',
  line_item_usage_end_date: row.end,
  line_item_usage_start_date: row.begin,
  line_item_usage_type: row.usageType,
  pricing_currency: currency,
  pricing_public_on_demand_cost: scientific(row.cost),
  pricing_term: 'OnDemand',
  pricing_unit: 'any',
  product: '{"product_name":"any","region":"us-east-1"}',
  product_region_code: 'us-east-1',
  product_servicecode: row.code,
  resource_tags: '{}',
  ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`reservation_or_savings_plan_${at}`, ''])),
});

const focusKinds = { usage: 'Usage', credit: 'Credit', refund: 'Usage', tax: 'Tax', support: 'Purchase' } as const;

const focusRow = (row: MadeRow, { format, month, currency = 'USD' }: Written): Cells => ({
  AvailabilityZone: '',
  BilledCost: decimal(row.cost),
  BillingAccountId: '000000000000',
  BillingAccountName: 'Consortium, Inc.',
  BillingCurrency: currency,
  BillingPeriodEnd: `${monthAfter(month)}-01 00:00:00.000`,
  BillingPeriodStart: `${month}-01 00:00:00.000`,
  ChargeCategory: focusKinds[row.kind],
  ChargeClass: row.kind === 'refund' ? 'Correction' : '',
  ChargeDescription: `${row.title}, "${row.usageType}" per unit`,
  ChargeFrequency: 'Usage-Based',
  ChargePeriodEnd: row.end,
  ChargePeriodStart: row.begin,
  ConsumedQuantity: row.kind === 'usage' ? decimal(row.usage) : '',
  ConsumedUnit: 'any',
  EffectiveCost: decimal(row.cost),
  ListCost: decimal(row.cost),
  PricingQuantity: row.kind === 'usage' ? decimal(row.usage) : '',
  PricingUnit: 'any',
  ProviderName: 'AWS',
  RegionId: 'us-east-1',
  ServiceCategory: 'Compute',
  ServiceName: row.title,
  SubAccountId: '000000000000',
  Tags: '{}',
  x_Operation: 'Any',
  x_ServiceCode: row.code,
  x_UsageType: row.usageType,
  ...(format === 'focus-1.2' ? { BillingAccountType: 'any', InvoiceId: '2311', PricingCurrency: currency } : {}),
});

/** Returns the lines of a bill as CSV with the heading first; each ends with a line end, as in exports. */
export function* billLines(rows: Iterable<MadeRow>, written: Written): Generator<string> {
  let names: string[] | undefined;
  for (const row of rows) {
    const cells = written.format === 'cur-2.0' ? curRow(row, written) : focusRow(row, written);
    if (names === undefined) {
      const all = Object.keys(cells);
      const turn = (written.turn ?? 0) % all.length;
      names = [...all.slice(turn), ...all.slice(0, turn)];
      yield `${names.join(',')}\n`;
    }
    yield `${names.map((name) => quoted(cells[name] ?? '')).join(',')}\n`;
  }
}

/** Returns the whole file. */
export const billCsv = (rows: Iterable<MadeRow>, written: Written): string => [...billLines(rows, written)].join('');
