import type { Cell, FileTable } from '../../../../../layers/kernel/csv/table-csv.ts';
import type { Statement, StatementLine } from '../statement.ts';
import { lineTexts, lineTitle, paidForText, reasonOf } from './line-texts.ts';
import { codeCells, correctedInvoices, minor } from './statement-table.ts';
import {
  type StatementColumn,
  type StatementLanguage,
  type StatementTexts,
  statementColumns,
  statementTexts,
} from './statement-texts.ts';

/** A statement for a workbook: with the member's name, its invoice and the language of all words. */
export type SheetStatement = {
  statement: Statement;
  member: string;
  invoice?: string | undefined;
  language: StatementLanguage;
};

type Cells = Partial<Record<StatementColumn, Cell>>;

const day = (date: string | undefined): Cell => (date === undefined ? undefined : { date });
const decimal = (number: string | undefined): Cell => (number === undefined ? undefined : { number });

const row = ({ statement, member, invoice }: SheetStatement, cells: Cells): Cell[] => {
  const all: Cells = { month: statement.month, member, currency: statement.currency, invoice, ...cells };
  return statementColumns.map((column) => all[column]);
};

const modeText = ({ mode }: Pick<StatementLine, 'mode'>, { charged, shown, deferred }: StatementTexts): string =>
  ({ charge: charged, showback: shown, deferred })[mode];

const lineRow = (of: SheetStatement, line: StatementLine): Cell[] => {
  const { statement, language } = of;
  const texts = statementTexts[language];
  const { service, from, to, exact, exchange, tax, codes } = line;
  return row(of, {
    ...{
      row: texts.line,
      block: texts.blocks[line.block],
      title: lineTitle(line, language),
      reason: reasonOf(line, language),
    },
    pays_for: paidForText(line, { language, currency: statement.currency }),
    ...{ service: service && (lineTexts[language].services[service] ?? service), mode: modeText(line, texts) },
    ...{ from: day(from), to: day(to), amount: minor(line.amount, statement.minorDigits), exact: decimal(exact) },
    ...{ exchange_from: exchange?.from, exchange_rate: decimal(exchange?.rate), exchange_source: exchange?.source },
    ...{ exchange_date: day(exchange?.date), tax_base: tax && minor(tax.base, statement.minorDigits) },
    ...{ corrects_invoice: correctedInvoices(line), ...codeCells(codes) },
  });
};

const lineRows = (of: SheetStatement): Cell[][] => of.statement.lines.map((line) => lineRow(of, line));

const sumRows = (of: SheetStatement): Cell[][] => {
  const { statement, language } = of;
  const { total, due, minorDigits: digits } = statement;
  const texts = statementTexts[language];
  return [
    row(of, { row: texts.total, amount: minor(total, digits) }),
    row(of, { row: due < 0 ? texts.credited : texts.due, mode: texts.charged, amount: minor(Math.abs(due), digits) }),
  ];
};

const tableOf = (name: string, language: StatementLanguage, rows: Cell[][]): FileTable => {
  const { columns } = statementTexts[language];
  return { name, columns: statementColumns, headings: statementColumns.map((column) => columns[column]), rows };
};

/** Returns a statement as a sheet of a workbook: headings and values in words, real dates, its sums below its lines. */
export const statementSheet = (of: SheetStatement): FileTable =>
  tableOf(`${of.statement.month} ${of.member}`, of.language, [...lineRows(of), ...sumRows(of)]);

/** Returns the statements of several members as two sheets: the sums of each, and the lines of all. */
export const memberSheets = (all: readonly SheetStatement[], language: StatementLanguage): FileTable[] => {
  const texts = statementTexts[language];
  const waits = all.some(({ statement }) => statement.lines.some(({ mode }) => mode === 'deferred'));
  const notBilled = waits ? texts.notBilled : texts.shownTotal;
  const sums = all.map(({ statement, member, invoice }): Cell[] => {
    const { month, currency, total, due, minorDigits: digits } = statement;
    const amounts = [due, total - due, total].map((amount) => minor(amount, digits));
    return [month, member, invoice, ...amounts, currency];
  });
  return [
    {
      name: texts.summary,
      columns: ['month', 'member', 'invoice', 'due', 'shown', 'total', 'currency'],
      headings: [texts.of, texts.member, texts.number, texts.due, notBilled, texts.total, texts.currency],
      rows: sums,
    },
    tableOf(texts.line, language, all.flatMap(lineRows)),
  ];
};
