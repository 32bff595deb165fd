import type { Cell, FileTable } from '../../../../../layers/kernel/csv/table-csv.ts';
import { decimalText } from '../../../../../layers/kernel/money/exact.ts';
import type { LineCodes } from '../account-codes.ts';
import type { Statement, StatementLine } from '../statement.ts';
import { lineTitle, paidForText, reasonOf } from './line-texts.ts';
import { type StatementLanguage, statementTexts } from './statement-texts.ts';

const columns = [
  ...['row', 'month', 'member', 'line', 'block', 'title', 'service', 'mode', 'from', 'to', 'amount', 'currency'],
  ...['exact', 'exchange_from', 'exchange_rate', 'exchange_source', 'exchange_date', 'corrects', 'tax_base', 'invoice'],
  ...['corrects_invoice', 'account_code', 'cost_centre', 'purchase_order', 'reason', 'pays_for'],
] as const;

/** What the table says besides the statement: its invoice, and the language of titles and blocks. */
type Written = { invoice?: string | undefined; language: StatementLanguage };

/** Returns minor units as a decimal. */
export const minor = (amount: number, digits: number): { number: string } => ({
  number: decimalText(BigInt(amount), digits),
});

/** Returns a line's codes of the member's own books, as cells by column. */
export const codeCells = (codes: LineCodes | undefined): Partial<Record<string, Cell>> => ({
  account_code: codes?.account,
  cost_centre: codes?.costCentre,
  purchase_order: codes?.purchaseOrder,
});

/** Returns the earlier invoices that a line corrects. */
export const correctedInvoices = ({ corrects, evidence }: StatementLine): string | undefined =>
  (evidence.kind === 'true-up' || (evidence.kind === 'carried' && evidence.invoices)
    ? evidence.invoices?.join(' ')
    : corrects?.invoice) || undefined;

const row = (
  { month, memberId, currency }: Statement,
  cells: Partial<Record<(typeof columns)[number], Cell>>,
): Cell[] => {
  const all: Partial<Record<string, Cell>> = { month, member: memberId, currency, ...cells };
  return columns.map((name) => all[name]);
};

const lineRow = (statement: Statement, line: StatementLine, { invoice, language }: Written): Cell[] => {
  const { lineId, service, mode, from, to, exact, exchange, corrects, tax } = line;
  const [block, title] = [statementTexts[language].blocks[line.block], lineTitle(line, language)];
  const digits = statement.minorDigits;
  return row(statement, {
    ...{ row: 'line', line: lineId, block, title, service, mode, from, to, amount: minor(line.amount, digits) },
    ...{ exact: exact === undefined ? undefined : { number: exact }, invoice },
    ...{ exchange_from: exchange?.from, exchange_source: exchange?.source, exchange_date: exchange?.date },
    exchange_rate: exchange && { number: exchange.rate },
    corrects: corrects && `${corrects.month} ${corrects.lineId}`,
    tax_base: tax && minor(tax.base, digits),
    ...{ corrects_invoice: correctedInvoices(line), reason: reasonOf(line, language) },
    pays_for: paidForText(line, { language, currency: statement.currency }),
    ...codeCells(line.codes),
  });
};

/**
 * Returns a statement as a table: one row per line, then its total and the amount due. Lines sum to the total, charged ones to the
 * amount due. Titles and blocks are in words, as on the printed statement.
 */
export const statementTable = (statement: Statement, written: Written): FileTable => {
  const { invoice } = written;
  const { lines, total, due, minorDigits: digits } = statement;
  return {
    name: `${statement.month} ${statement.memberId}`,
    columns,
    rows: [
      ...lines.map((line) => lineRow(statement, line, written)),
      row(statement, { row: 'total', amount: minor(total, digits), invoice }),
      row(statement, { row: 'due', mode: 'charge', amount: minor(due, digits), invoice }),
    ],
  };
};
