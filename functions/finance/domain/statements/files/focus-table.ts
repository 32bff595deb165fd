import type { Cell, FileTable } from '../../../../../layers/kernel/csv/table-csv.ts';
import { codeInFile } from '../../code-in-file.ts';
import { billedFrom } from '../billing-cycle.ts';
import type { Block } from '../billing-policy.ts';
import { eventsOf, type Statement, type StatementLine } from '../statement.ts';
import { focusService } from './focus-service.ts';
import { lineTitle } from './line-texts.ts';
import { correctedInvoices, minor } from './statement-table.ts';
import type { StatementLanguage } from './statement-texts.ts';

/** FOCUS 1.2: its mandatory columns, the applicable conditional ones, then ours (with the required prefix `x_`). */
const columns = [
  ...['BilledCost', 'BillingAccountId', 'BillingAccountName', 'BillingCurrency', 'BillingPeriodEnd'],
  ...['BillingPeriodStart', 'ChargeCategory', 'ChargeClass', 'ChargeDescription', 'ChargeFrequency'],
  ...['ChargePeriodEnd', 'ChargePeriodStart', 'ConsumedQuantity', 'ConsumedUnit', 'ContractedCost', 'EffectiveCost'],
  ...['InvoiceId', 'InvoiceIssuerName', 'ListCost', 'PricingQuantity', 'PricingUnit', 'ProviderName', 'PublisherName'],
  ...['ServiceCategory', 'ServiceName', 'ServiceSubcategory', 'SubAccountId', 'SubAccountName'],
  ...['x_AccountCode', 'x_Amount', 'x_Block', 'x_Corrects', 'x_CorrectsInvoice', 'x_CostCentre', 'x_LineId', 'x_Mode'],
  'x_PurchaseOrder',
] as const;
type Column = (typeof columns)[number];

type Category = 'Usage' | 'Purchase' | 'Tax' | 'Credit' | 'Adjustment';
const categories: Record<Block, Category> = {
  ...{ direct: 'Usage', shared: 'Usage', idle: 'Usage', unattributed: 'Usage' },
  // Purchases of the consortium besides metered use (support, a domain name), which it passes on.
  unmetered: 'Purchase',
  ...{ dues: 'Purchase', 'one-off': 'Purchase', 'between-members': 'Adjustment', credit: 'Credit' },
  ...{ correction: 'Adjustment', tax: 'Tax' },
};

/** What the consortium passes on of a bill besides metered use, by the title of its line: tax and credits keep their category. */
const passedOn: Partial<Record<string, Category>> = {
  ...{ 'billed-tax': 'Tax', 'billed-credit': 'Credit', 'billed-refund': 'Credit', 'billed-adjustment': 'Adjustment' },
};

/** Returns the category of a line; a correction has that of the corrected line. A purchase is never negative. */
const categoryOf = ({ block, corrects, title, amount }: StatementLine): Category => {
  const category = passedOn[title] ?? categories[corrects?.block ?? block];
  return category === 'Purchase' && amount < 0 && !corrects ? 'Adjustment' : category;
};

/** Returns the start of a day, and that of the next day: FOCUS's ends are exclusive. */
const startOf = (day: string): string => `${day}T00:00:00Z`;
const endOf = (day: string): string =>
  startOf(new Date(Date.parse(startOf(day)) + 86_400_000).toISOString().slice(0, 10));

/** The names in the file: the issuer of the statement (its legal name), and the member; and the language of descriptions. */
export type FocusNames = { issuer: string; member: string; invoice?: string; language: StatementLanguage };

/** Returns the frequency of a line; a true-up counts as dues, and is one-time. */
const frequencyOf = ({ chargeClass, block }: StatementLine, category: Category): string => {
  if (category === 'Usage') return 'Usage-Based';
  return category === 'Purchase' && !chargeClass && block !== 'one-off' ? 'Recurring' : 'One-Time';
};

/**
 * Returns a text with ASCII quotation marks and dashes. The FOCUS validator takes strings of ASCII only; letters of names and of other
 * languages remain, since without them the text would be another.
 */
const plainPunctuation = (text: string): string =>
  text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, '-');

const ONE = { number: '1.00' };

/** Returns the consumed quantity: the number of requests; for idle cost, the month. Only use is consumed. */
const consumed = ({ evidence, block }: StatementLine): Partial<Record<Column, Cell>> => {
  if (block === 'idle') return { ConsumedQuantity: ONE, ConsumedUnit: 'Months' };
  const events =
    evidence.kind === 'usage' ? eventsOf(evidence) : evidence.kind === 'carried' ? evidence.events : undefined;
  if (events === undefined) return {};
  return { ConsumedQuantity: { number: `${events}.00` }, ConsumedUnit: 'Requests' };
};

/**
 * Returns the four costs of a line. A line that is only shown is on no invoice and paid by the dues, which are lines of their own: its
 * billed and its effective cost are zero, so that each sums to the amount due. Use and purchases have their amount as list and contracted
 * cost; for all others FOCUS requires the billed cost (EffectiveCost-C-010).
 */
const costs = ({ amount, mode }: StatementLine, category: Category, digits: number): Partial<Record<Column, Cell>> => {
  const [whole, nothing] = [minor(amount, digits), minor(0, digits)];
  const billed = mode === 'charge' ? whole : nothing;
  const cost = category === 'Usage' || category === 'Purchase' ? whole : billed;
  return { BilledCost: billed, EffectiveCost: billed, ListCost: cost, ContractedCost: cost, x_Amount: whole };
};

const rowOf = (statement: Statement, line: StatementLine, names: FocusNames, period: [string, string]): Cell[] => {
  const { memberId, currency, minorDigits } = statement;
  const category = categoryOf(line);
  const { name, category: serviceCategory, subcategory } = focusService(line);
  const priced = (category === 'Usage' || category === 'Purchase') && line.chargeClass === undefined;
  const cells: Partial<Record<Column, Cell>> = {
    ...costs(line, category, minorDigits),
    ...{ BillingCurrency: currency, BillingPeriodStart: startOf(period[0]), BillingPeriodEnd: endOf(period[1]) },
    // The invoiced party is the account; a member has one, like a payer on AWS, which is its own sub account.
    ...{ BillingAccountId: memberId, BillingAccountName: names.member },
    ...{ SubAccountId: memberId, SubAccountName: names.member },
    ...{ InvoiceIssuerName: names.issuer, ProviderName: names.issuer, PublisherName: names.issuer },
    InvoiceId: line.mode === 'charge' ? names.invoice : undefined,
    ...{ ChargePeriodStart: startOf(line.from), ChargePeriodEnd: endOf(line.to) },
    ...{ ChargeCategory: category, ChargeClass: line.chargeClass, ChargeFrequency: frequencyOf(line, category) },
    ChargeDescription: plainPunctuation(lineTitle(line, names.language)),
    ...(category === 'Usage' && consumed(line)),
    ...(priced && { PricingQuantity: ONE, PricingUnit: line.block === 'one-off' ? 'Units' : 'Months' }),
    ...{ ServiceName: name, ServiceCategory: serviceCategory, ServiceSubcategory: subcategory },
    ...{ x_Block: codeInFile(line.block), x_LineId: line.lineId, x_Mode: line.mode },
    ...{ x_AccountCode: line.codes?.account, x_CostCentre: line.codes?.costCentre },
    ...{ x_PurchaseOrder: line.codes?.purchaseOrder, x_CorrectsInvoice: correctedInvoices(line) },
    x_Corrects: line.corrects && `${line.corrects.month} ${line.corrects.lineId}`,
  };
  return columns.map((column: Column) => cells[column]);
};

/**
 * Returns a statement in FOCUS 1.2, one row per line: `x_Amount` sums to its total, billed costs to the amount due. Corrections have
 * ChargeClass `Correction` and the service period of the corrected line.
 */
export const focusTable = (statement: Statement, names: FocusNames): FileTable => {
  const first = `${billedFrom(statement)}-01`;
  const last = new Date(Date.UTC(Number(statement.month.slice(0, 4)), Number(statement.month.slice(5, 7)), 0))
    .toISOString()
    .slice(0, 10);
  return {
    name: 'focus',
    columns,
    rows: statement.lines.map((line) => rowOf(statement, line, names, [first, last])),
  };
};
