import { budgetKinds, type budgetKinds as kinds } from '../cost-sharing/consortium-budget.ts';

type BudgetKind = (typeof kinds)[number];
type Type = 'asset' | 'liability' | 'equity' | 'revenue' | 'cost';
type Row = { code: string; type: Type };

/** The accounts of costs: one for each kind of line in the consortium's budget. */
const costs: { [K in BudgetKind as `cost-${K}`]: Row } = {
  'cost-cloud': { code: '5000', type: 'cost' },
  'cost-people': { code: '5100', type: 'cost' },
  'cost-support': { code: '5200', type: 'cost' },
  'cost-courier': { code: '5300', type: 'cost' },
  'cost-e-resources': { code: '5400', type: 'cost' },
  'cost-training': { code: '5500', type: 'cost' },
  'cost-reserve': { code: '5600', type: 'cost' },
  'cost-other': { code: '5900', type: 'cost' },
};

/** The accounts of the consortium's own books, each with its code until the rules for billing set another one. */
export const booksAccounts = {
  bank: { code: '1000', type: 'asset' },
  receivables: { code: '1200', type: 'asset' },
  'accrued-revenue': { code: '1250', type: 'asset' },
  clearing: { code: '1300', type: 'asset' },
  suppliers: { code: '2000', type: 'liability' },
  tax: { code: '2200', type: 'liability' },
  surplus: { code: '3000', type: 'equity' },
  'revenue-dues': { code: '4000', type: 'revenue' },
  'revenue-platform': { code: '4100', type: 'revenue' },
  'revenue-corrections': { code: '4150', type: 'revenue' },
  'revenue-services': { code: '4170', type: 'revenue' },
  'revenue-grants': { code: '4200', type: 'revenue' },
  'revenue-interest': { code: '4300', type: 'revenue' },
  ...costs,
  'cost-bank': { code: '5950', type: 'cost' },
} as const satisfies Record<string, Row>;

export type BooksAccount = keyof typeof booksAccounts;

/** The names of the accounts, in the order of the chart. */
export const booksAccountNames = Object.keys(booksAccounts) as [BooksAccount, ...BooksAccount[]];

/** Returns the account of costs of a budget line's kind; that of other costs for an unknown one. */
export const costAccount = (kind: string): BooksAccount => `cost-${budgetKinds.find((one) => one === kind) ?? 'other'}`;
