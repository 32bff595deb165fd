import type { Block } from '../billing-policy.ts';
import type { Statement, StatementLine } from '../statement.ts';
import { correctedInvoices, minor } from './statement-table.ts';
import type { Cell, FileTable } from './table.ts';

/** FOCUS 1.2: its mandatory columns, those of its conditional ones that apply, then ours (`x_`, as it asks). */
const columns = [
  ...[
    'BilledCost',
    'BillingAccountId',
    'BillingAccountName',
    'BillingCurrency',
    'BillingPeriodEnd',
    'BillingPeriodStart',
  ],
  ...['ChargeCategory', 'ChargeClass', 'ChargeDescription', 'ChargeFrequency', 'ChargePeriodEnd', 'ChargePeriodStart'],
  ...[
    'ContractedCost',
    'EffectiveCost',
    'InvoiceId',
    'InvoiceIssuerName',
    'ListCost',
    'PricingQuantity',
    'PricingUnit',
  ],
  ...['ProviderName', 'PublisherName', 'ServiceCategory', 'ServiceName', 'SubAccountId', 'SubAccountName'],
  ...['x_AccountCode', 'x_Block', 'x_Corrects', 'x_CorrectsInvoice', 'x_CostCentre', 'x_LineId', 'x_Mode'],
  'x_PurchaseOrder',
] as const;
type Column = (typeof columns)[number];

const categories: Record<Block, 'Usage' | 'Purchase' | 'Tax' | 'Credit' | 'Adjustment'> = {
  ...{ direct: 'Usage', shared: 'Usage', idle: 'Usage', unattributed: 'Usage', unmetered: 'Usage' },
  ...{ dues: 'Purchase', 'between-members': 'Adjustment', credit: 'Credit', correction: 'Adjustment', tax: 'Tax' },
};

/** The start of a day, and that of the day after: FOCUS's ends are exclusive. */
const startOf = (day: string): string => `${day}T00:00:00Z`;
const endOf = (day: string): string =>
  startOf(new Date(Date.parse(startOf(day)) + 86_400_000).toISOString().slice(0, 10));

/** Who is named in the file: the consortium that issues, and the member. */
export type FocusNames = { issuer: string; member: string; invoice?: string };

/** A true-up is dues, and comes once. */
const frequencyOf = ({ chargeClass }: StatementLine, category: (typeof categories)[Block]): string =>
  category === 'Usage' ? 'Usage-Based' : category === 'Purchase' && !chargeClass ? 'Recurring' : 'One-Time';

const rowOf = (statement: Statement, line: StatementLine, names: FocusNames, period: [string, string]): Cell[] => {
  const { memberId, currency, minorDigits } = statement;
  const cost = minor(line.amount, minorDigits);
  const category = categories[line.block];
  // What is only shown is on no invoice: its billed cost is nothing, its effective cost what it came to.
  const billed = line.mode === 'charge' ? cost : minor(0, minorDigits);
  const priced = category === 'Usage' || category === 'Purchase';
  const cells: Partial<Record<string, Cell>> = {
    ...{ BilledCost: billed, EffectiveCost: cost, ListCost: cost, ContractedCost: cost, BillingCurrency: currency },
    ...{ BillingAccountId: 'consortium', BillingAccountName: names.issuer, InvoiceIssuerName: names.issuer },
    ...{ BillingPeriodStart: startOf(period[0]), BillingPeriodEnd: endOf(period[1]) },
    ...{ ChargePeriodStart: startOf(line.from), ChargePeriodEnd: endOf(line.to) },
    ...{
      ChargeCategory: category,
      ChargeClass: line.chargeClass,
      ChargeDescription: `${line.title} ${line.service ?? ''}`.trim(),
    },
    ChargeFrequency: frequencyOf(line, category),
    ...{
      InvoiceId: line.mode === 'charge' ? names.invoice : undefined,
      ProviderName: names.issuer,
      PublisherName: names.issuer,
    },
    ...(priced && { PricingQuantity: { number: '1' }, PricingUnit: 'Months' }),
    ...{ ServiceCategory: 'Other', ServiceName: line.service ?? line.block },
    ...{ SubAccountId: memberId, SubAccountName: names.member },
    ...{ x_Block: line.block, x_LineId: line.lineId, x_Mode: line.mode },
    ...{ x_AccountCode: line.codes?.account, x_CostCentre: line.codes?.costCentre },
    ...{ x_PurchaseOrder: line.codes?.purchaseOrder, x_CorrectsInvoice: correctedInvoices(line) },
    x_Corrects: line.corrects && `${line.corrects.month} ${line.corrects.lineId}`,
  };
  return columns.map((name: Column) => cells[name]);
};

/**
 * A statement in FOCUS 1.2, a row a line: effective costs sum to its total, billed ones to what is due. Corrections have
 * ChargeClass `Correction` and the service period of what they correct.
 */
export const focusTable = (statement: Statement, names: FocusNames): FileTable => {
  const first = `${statement.month}-01`;
  const last = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).toISOString().slice(0, 10);
  return {
    name: 'focus',
    columns,
    rows: statement.lines.map((line) => rowOf(statement, line, names, [first, last])),
  };
};
